"""The audit of dependencies: a vulnerability ends the tests, silence does not pass for safety."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from tests import audit

SOUND = {"name": "starlette", "version": "1.0", "vulns": []}
FAULTY = {
    "name": "lxml",
    "version": "4.6.2",
    "vulns": [{"id": "PYSEC-2021-19", "fix_versions": ["4.6.3"], "aliases": []}],
}
UNKNOWN = {"name": "jieba", "skip_reason": "not found"}
ANSWERS: list[tuple[list[dict[str, Any]], str, str, int]] = [
    ([SOUND, FAULTY], "", "lxml 4.6.2: PYSEC-2021-19, mended in 4.6.3", 1),
    ([UNKNOWN, FAULTY], "", "lxml 4.6.2", 1),
    ([SOUND], "", "no known vulnerability in 1 packages", 0),
    ([SOUND, UNKNOWN], "", "1 packages are not known there", 0),
    ([UNKNOWN], "", "this index has no advisories", 0),
    ([], "no route to host", "nobody to ask about known vulnerabilities (no route to host)", 0),
]


@pytest.mark.parametrize(("answers", "reason", "words", "status"), ANSWERS)
def test_an_answer_has_its_verdict(
    answers: list[dict[str, Any]], reason: str, words: str, status: int
) -> None:
    """Found, none found, partly known, and nobody to ask are told apart."""
    said, code = audit.verdict(answers, reason)
    assert words in said
    assert code == status


def test_what_the_packages_bring_along_is_asked_about_too() -> None:
    """The app's own requirements and theirs, in the versions that are installed here."""
    found = audit.installed(audit.ROOT / "requirements.txt")
    assert {"streamlit", "starlette", "uvicorn", "pillow", "anyio"} <= found.keys()
    assert "pytest" not in found


@pytest.mark.parametrize(
    ("script", "reason"),
    [("import sys; sys.exit('OSError: no route to index.example.org')", "OSError"),
     ("print('<html>')", "pip-audit said nothing")],
)  # fmt: skip
def test_an_audit_that_fails_has_no_answers(
    monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    """Without an answer that can be read there is a reason instead: the kind of the failure."""
    monkeypatch.setattr(audit, "COMMAND", (sys.executable, "-c", script))
    assert audit.ask({"lxml": "4.6.2"}) == ([], reason)
