"""Installing what tests need beside Python, where the system has apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(*packages: str) -> bool:
    """Install Debian packages without what they merely recommend; whether it went well."""
    if not shutil.which("apt-get"):
        return False
    root = () if os.geteuid() == 0 else ("sudo",)
    if root and not shutil.which("sudo"):
        return False
    print(f"Installing {' and '.join(packages)} with apt-get …", flush=True)
    return run(*root, "apt-get", "-q", "update") and run(
        *root, "apt-get", "-qy", "install", "--no-install-recommends", *packages
    )


def run(*command: str) -> bool:
    """Run a command quietly; show what it said only when it failed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{' '.join(command)}:\n{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode == 0
