"""Whether a package that the app runs with has a known vulnerability: ``python -m tests.audit``.

pip-audit asks the advisories of the package index. Where there is none to ask, this says so and
lets the tests go on; a vulnerability that is found ends them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SECONDS = 90
COMMAND = (
    sys.executable, "-m", "pip_audit", "--format", "json", "--no-deps", "--disable-pip",
    "--progress-spinner", "off", "--timeout", "5",
)  # fmt: skip


def installed(requirements: Path) -> dict[str, str]:
    """The packages of a requirements file and all that they bring along, with their versions."""
    wanted = [Requirement(line) for line in requirements.read_text("utf-8").splitlines() if line]
    found: dict[str, str] = {}
    while wanted:
        one = wanted.pop()
        name = canonicalize_name(one.name)
        if name in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        here = distribution(one.name)
        found[name] = here.version
        wanted += map(Requirement, here.requires or ())
    return found


def ask(packages: dict[str, str]) -> tuple[list[dict[str, Any]], str]:
    """What the advisories say of each package; nothing, and the reason, where nobody answered."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text("".join(f"{name}=={version}\n" for name, version in packages.items()))
        try:
            done = subprocess.run(
                [*COMMAND, "--requirement", str(listed)],
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return [], f"no answer within {SECONDS} seconds"
    try:
        return json.loads(done.stdout)["dependencies"], ""
    except json.JSONDecodeError:
        said = done.stderr.strip().splitlines() or ["pip-audit said nothing"]
        return [], said[-1].partition(":")[0]


def verdict(answers: list[dict[str, Any]], reason: str) -> tuple[str, int]:
    """What to print of the answers, and the exit status: 1 for a vulnerability."""
    known = [one for one in answers if "vulns" in one]
    faults = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or 'no version yet'}"
        for one in known
        for fault in one["vulns"]
    ]
    if faults:
        return "audit: known vulnerabilities\n" + "\n".join(faults), 1
    if not known:
        reason = reason or "this index has no advisories"
        return f"audit: nobody to ask about known vulnerabilities ({reason}); going on without", 0
    left = len(answers) - len(known)
    unknown = f"; {left} packages are not known there" if left else ""
    return f"audit: no known vulnerability in {len(known)} packages{unknown}", 0


def main() -> int:
    """Ask and tell; 1 where a vulnerability was found."""
    words, status = verdict(*ask(installed(ROOT / "requirements.txt")))
    print(words, file=sys.stderr if status else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
