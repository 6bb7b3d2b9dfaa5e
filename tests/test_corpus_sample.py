"""The made-up corpus: what the templates and the figures give, checked as any corpus is."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from indicators import corpus, library
from indicators.bulk.checking import NAMES
from indicators.checks import VerdictKind
from indicators.cli import main
from indicators.corpus import Filter, sample

SHIPPED = library.DATA / "corpus"


def test_the_shipped_corpus_is_what_the_command_writes(
    data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a change of data or of verdicts: python -m indicators sample."""
    assert main(["sample"]) == 0
    assert capsys.readouterr().out == f"{data_copy / 'corpus'}\n"
    for name in ("passages.jsonl", "checked/manifest.json"):
        written, shipped = (root / name for root in (data_copy / "corpus", SHIPPED))
        assert written.read_bytes() == shipped.read_bytes(), "python -m indicators sample"
    for name in NAMES:
        written, shipped = (
            pq.read_table(root / "checked" / name) for root in (data_copy / "corpus", SHIPPED)
        )
        assert written.equals(shipped), "python -m indicators sample"


def test_every_passage_says_that_it_is_made_up() -> None:
    """In its title and its source; none has an id of another."""
    passages = list(sample.passages(library.default()))
    assert len({one["id"] for one in passages}) == sample.PASSAGES
    assert {one["source"] for one in passages} == {sample.SOURCE}
    assert all(one["title"].startswith("合成样例") for one in passages)


def test_the_made_up_corpus_has_something_of_every_verdict() -> None:
    """Right figures are the most; nothing is left without a reference, nothing rejected."""
    found: Counter[str] = Counter()
    for one in corpus.quoted(corpus.open_(str(SHIPPED / "checked"))):
        found[one.verdict] += one.quotes
    assert set(found) == {*map(str, VerdictKind)} - {"no_reference"}
    assert found.most_common(1)[0][0] == "match"
    assert pq.read_table(SHIPPED / "checked" / "rejects").num_rows == 0


def test_errors_of_the_made_up_corpus_are_repeated() -> None:
    """The list of repeated errors has something to show."""
    opened = corpus.open_(str(SHIPPED / "checked"))
    assert corpus.repeated(opened, Filter(), 1)[0].quotes > 2


def test_what_is_shipped_is_small() -> None:
    """Passages and results together stay below half a megabyte."""
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < 500_000


def test_the_passages_are_a_corpus_as_it_may_be_brought() -> None:
    """One object a line, with the fields a corpus may have."""
    for line in (SHIPPED / "passages.jsonl").read_text("utf-8").splitlines():
        assert set(json.loads(line)) == {"id", "title", "source", "published", "text"}
