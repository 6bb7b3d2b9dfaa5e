"""Adding files adds an indicator and a text: to the library, the engine and the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from indicators import library, reading
from indicators.checks import VerdictKind
from tests import additions

ROOT = Path(__file__).parent.parent


@pytest.fixture
def grown(data_copy: Path) -> Path:
    """The shipped data, an indicator and a text more."""
    additions.add_to(data_copy)
    return data_copy


def run(*arguments: str) -> str:
    """What the command line prints."""
    command = [sys.executable, "-m", "indicators", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_files_make_an_indicator_and_three_a_text(grown: Path) -> None:
    """The engine reads the new text and judges its figure by the new series."""
    shelf = library.load(grown)
    assert shelf.problems == ()
    document = shelf.documents[additions.SLUG]
    (finding,) = reading.read(document.raw, shelf, document.published).findings
    assert finding.quote.indicator == additions.INDICATOR
    assert finding.surface == additions.FIGURE
    assert finding.verdict.kind is VerdictKind.MATCH


def test_the_command_line_knows_a_new_indicator(grown: Path) -> None:
    """``series`` prints it and ``check`` finds it in a text."""
    assert "2020-12" in run("series", additions.INDICATOR)
    line = run("check", str(grown / "texts" / f"{additions.SLUG}.txt"), "--format", "jsonl")
    assert json.loads(line)["indicator"] == additions.INDICATOR
