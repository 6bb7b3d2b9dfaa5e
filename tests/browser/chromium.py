"""Finding a Chromium that starts, and installing one where there is none.

``python -m tests.browser.chromium`` is what ``make test`` calls before the tests.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import apt

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# The background services would look for hosts that a closed network does not have.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PACKAGES = ("chromium", "fonts-noto-cjk")


def find() -> Path | None:
    """Return the first Chromium that starts: the system's, else the one Playwright installed."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def _starts(path: Path) -> bool:
    """Whether it shows a page: Ubuntu's package is a stub that does not without snapd."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, "--headless", *FLAGS, f"--user-data-dir={profile}", "--dump-dom"]
        try:
            shown = subprocess.run(
                [*command, "about:blank"], capture_output=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b"<html" in shown.stdout


def _install_with_playwright() -> bool:
    print("Installing Playwright's own Chromium …", flush=True)
    return apt.run(sys.executable, "-m", "playwright", "install", "chromium")


def main() -> int:
    """Provide a Chromium; 0 when one starts."""
    for install in (lambda: True, lambda: apt.install(*PACKAGES), _install_with_playwright):
        if install() and (path := find()):
            print(f"browser: {path}")
            return 0
    print(
        "The browser tests need a Chromium and none could be installed. Install one by hand "
        "(on Debian: sudo apt-get install chromium fonts-noto-cjk) and try again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
