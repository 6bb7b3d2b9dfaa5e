"""``python -m indicators search``: formats, filters, and what it says instead of failing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from indicators import search
from indicators.cli.search import KEYS
from indicators.search import Passage
from tests.test_cli import run


def test_search_prints_one_object_a_line_with_every_key() -> None:
    """The sentence, where it stands, and which of its characters were found."""
    done = run("search", "政務微博", "--format", "jsonl", "--doc", "000_a71a108db1157595")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [tuple(row) for row in rows] == [KEYS, KEYS]
    assert {row["s"] for row in rows} == {29, 31}
    for row in rows:
        assert [row["text"][start:end] for start, end in row["marks"]] == ["政务微博"]
    assert done.returncode == 0
    assert done.stderr == b""


def test_search_prints_csv_and_a_table() -> None:
    """The same hits, for a spreadsheet and for a terminal."""
    rows = list(
        csv.DictReader(io.StringIO(run("search", "7.72亿", "--format", "csv").stdout.decode()))
    )
    assert [(row["s"], row["indicators"]) for row in rows] == [
        ("17", "internet_users internet_penetration")
    ]
    printed = run("search", "77198万", "--limit", "1").stdout.decode()
    assert printed.count("\n") == 1
    assert "【7.72亿】" in printed


def test_search_narrows_by_indicator_and_years() -> None:
    """Only sentences that quote it, of these years."""
    done = run(
        "search",
        "网民",
        "--indicator",
        "internet_users",
        "--years",
        "2014..2016",
        "--format",
        "jsonl",
    )
    assert [json.loads(line)["s"] for line in done.stdout.splitlines()] == [12]


def test_nothing_found_is_said_and_is_no_failure() -> None:
    """The missing word is named; the status is that of a search that worked."""
    done = run("search", "网民 区块链货币")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "网民 区块链货币：没有句子含有区块链货币。\n"


BAD = [
    (("“”",), "没有可以检索的字"),
    (("网民" * 5000,), "300"),
    (("网民", "--doc", "nowhere"), "000_a71a108db1157595"),
    (("网民", "--indicator", "nothing"), "internet_users"),
    (("网民", "--theme", "nothing"), "data_sharing"),
    (("网民", "--years", "17"), "2015..2017"),
    (("网民", "--limit", "0"), "10000"),
    (("网民", "--index", "no/such/folder"), "no/such/folder"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_what_cannot_be_searched_gets_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    """Status 2 and what to do instead."""
    done = run("search", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_search_reads_an_index_from_a_folder(tmp_path: Path) -> None:
    """Any collection that was indexed can be asked."""
    search.build([Passage("x", 1, "全国网民规模达9.89亿。")], tmp_path / "index")
    done = run("search", "9.89亿", "--index", tmp_path / "index", "--format", "jsonl")
    assert json.loads(done.stdout)["doc"] == "x"
