"""Holds the tests to their own rules: each says what it holds, none is skipped, none sleeps."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {"skip", "skipif", "importorskip", "xfail", "sleep", "wait_for_timeout"}


def offences(path: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if is_test and not ast.get_docstring(node):
            yield f"{path}:{node.lineno}: {node.name} does not say what it holds"
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN:
            yield f"{path}:{node.lineno}: {ast.unparse(node)}"


def test_every_test_says_what_it_holds_and_none_is_skipped() -> None:
    """A docstring each, no skip, no xfail, no sleep."""
    # Benchmarks hold no tests, and wait as visitors do between two clicks.
    paths = sorted(
        {*(ROOT / "tests").rglob("*.py")} - {*(ROOT / "tests").rglob("benchmarks/**/*.py")}
    )
    found = [
        offence
        for path in paths
        for offence in offences(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "def test_x():\n    pass",
        "import pytest\npytest.skip('later')",
        "@pytest.mark.xfail\ndef test_x():\n    'Holds.'",
        "import time\ntime.sleep(1)",
    ],
)
def test_each_offence_is_found(source: str) -> None:
    """A bad snippet is named."""
    assert len(list(offences("tests/test_x.py", source))) == 1
