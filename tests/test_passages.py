"""The labelled passages are well formed: offsets, names, units, verdicts, counts; no engine."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

PASSAGES = Path(__file__).parent / "passages"
CATALOGUE = {
    path.stem for path in (Path(__file__).parent.parent / "data/indicators").glob("*.toml")
}
LABELLED = ["composed", "own", "held_out", "second", "second_held_out", "third"]
UNITS = {"person", "count", "%", "pp", "times", "index", "rank"}
VERDICTS = {
    "match",
    "rounded",
    "wrong_date",
    "outdated",
    "mislabelled",
    "unit_error",
    "wrong",
    "no_reference",
}
ERRORS = VERDICTS - {"match", "rounded", "no_reference"}
APPROXIMATIONS = {"exact", "about", "over", "under", "range"}
GEO = re.compile(r"CN(-[A-Z]{2,4})?|[A-Z]{3}")
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")

# A failure names ids only: the held-out passages are never printed.
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """The objects of one file."""
    lines = (PASSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def offenders(name: str, broken: Any) -> list[str]:
    """Ids of the passages of which a quote is broken."""
    return [row["id"] for row in rows(name) for quote in row["quotes"] if broken(row, quote)]


def digits(text: str) -> str:
    """The digits of a text, whatever their width."""
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", html.unescape(text)))


def test_every_id_is_used_once() -> None:
    """Each held-out part was drawn from one list with its public part: none may be in both."""
    names = [*LABELLED, "damage", "inconsistent"]
    ids = [row["id"] for name in names for row in rows(name)]
    assert len(ids) == len(set(ids))


def test_no_text_stands_in_two_files() -> None:
    """A held-out passage that is also public would measure nothing."""
    texts = [row["base"] or row["text"] for name in LABELLED for row in rows(name)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", LABELLED)
def test_offsets_point_at_the_surface(name: str) -> None:
    """text[start:end] is the surface, base offsets point at the same figure."""
    assert not offenders(name, lambda row, q: row["text"][q["start"] : q["end"]] != q["surface"])
    damaged = [row for row in rows(name) if row["base"]]
    assert not [
        row["id"]
        for row in damaged
        for q in row["quotes"]
        if not row["base"][q["base_start"] : q["base_end"]].strip()
    ]


@pytest.mark.parametrize("name", ["own", "held_out", "second", "second_held_out", "third"])
def test_damage_keeps_the_digits_of_a_figure(name: str) -> None:
    """A figure whose digits are lost has no value that could be labelled."""

    def broken(row: Row, q: Row) -> bool:
        if not row["base"]:
            return False
        bare = re.sub(r"<[^>]*>", "", q["surface"])
        return digits(bare) != digits(row["base"][q["base_start"] : q["base_end"]])

    assert not offenders(name, broken)


@pytest.mark.parametrize("name", LABELLED)
def test_labels_are_of_the_known_vocabulary(name: str) -> None:
    """Indicator, unit, kind, area, place, approximation and verdict."""
    assert not offenders(name, lambda _, q: q["indicator"] not in CATALOGUE)
    assert not offenders(name, lambda _, q: q["unit"] not in UNITS)
    assert not offenders(name, lambda _, q: q["area"] not in {"total", "urban", "rural"})
    assert not offenders(name, lambda _, q: not GEO.fullmatch(q["geo"]))
    assert not offenders(name, lambda _, q: q["approx"] not in APPROXIMATIONS)
    assert not offenders(name, lambda _, q: not {q["verdict"], *q["alt_verdicts"]} <= VERDICTS)


@pytest.mark.parametrize("name", LABELLED)
def test_changes_say_what_they_compare(name: str) -> None:
    """A change has its mode and its earlier date; a level has neither."""
    assert not offenders(name, lambda _, q: q["kind"] not in {"level", "change"})
    assert not offenders(name, lambda _, q: (q["kind"] == "change") != bool(q.get("change")))
    assert not offenders(name, lambda _, q: q["kind"] == "level" and q["unit"] in {"pp", "times"})


@pytest.mark.parametrize("name", LABELLED)
def test_dates_are_months_and_read_in_one_way(name: str) -> None:
    """Either the passage gives the month or it is inferred, and then it says from what."""

    def broken(_: Row, q: Row) -> bool:
        given, inferred = q["as_of"], q["as_of_inferred"]
        month = given or inferred
        if month and not MONTH.fullmatch(month):
            return True
        return bool(given and inferred) or bool(inferred) != bool(q["as_of_basis"])

    assert not offenders(name, broken)


@pytest.mark.parametrize("name", LABELLED)
def test_a_verdict_has_its_grounds(name: str) -> None:
    """A match is near its reference, an error says of what kind it is, a range has two ends."""

    def far(_: Row, q: Row) -> bool:
        if q["verdict"] != "match" or q["kind"] == "change":
            return False
        return abs(q["value"] - q["reference"]["value"]) > 0.01 * q["reference"]["value"]

    assert not offenders(name, far)
    assert not offenders(name, lambda _, q: (q["verdict"] in ERRORS) != bool(q["error_kind"]))
    assert not offenders(
        name, lambda _, q: q["approx"] == "range" and not q["value"] < q["value_hi"]
    )


@pytest.mark.parametrize("name", LABELLED)
def test_negatives_hold_no_quote_and_others_do(name: str) -> None:
    """The form says whether a passage has a catalogue figure."""
    assert not [
        row["id"] for row in rows(name) if ("negative" in row["forms"]) == bool(row["quotes"])
    ]


def test_fragments_keep_their_digits_where_they_say_so() -> None:
    """Only damage that ate a digit may change the digits, and then nothing is certain."""
    for row in rows("damage"):
        kept = digits(row["clean"]) in digits(row["raw"])
        assert kept == row["digits_kept"], row["id"]
        assert row["certain"] or not row["digits_kept"], row["id"]


def test_contradictions_contradict() -> None:
    """The stated figure differs from the recomputed one by more than the printed precision."""
    for row in rows("inconsistent"):
        for span in row["pair"]:
            assert row["text"][span["start"] : span["end"]] == span["surface"], row["id"]
        stated = [span for span in row["pair"] if span["role"] == "stated"]
        assert len(stated) == 1, row["id"]
        assert abs(stated[0]["value"] - row["recomputed"]) > row["tolerance"], row["id"]


def test_the_readme_counts_what_is_there() -> None:
    """Its first table, recounted."""
    readme = (PASSAGES / "README.md").read_text(encoding="utf-8")
    files = [rows(name) for name in LABELLED]
    counts = {
        "passages": [len(file) for file in files],
        "quotes": [sum(len(row["quotes"]) for row in file) for file in files],
        "damaged": [sum(bool(row["dirt"]) for row in file) for file in files],
    }
    for label, numbers in counts.items():
        assert f"| {label} | " + " | ".join(map(str, numbers)) + " |" in readme
