"""What is given out: every figure with its provenance, one zip, and papers that match it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping

import pandas as pd
import pytest

from indicators import library
from indicators.exports import rows, sheets, tree
from indicators.series import COLUMNS
from indicators.spreadsheets import FORMULA
from indicators.strings import LANGS, text

SHELF = library.load()
FILES = tree.files(SHELF, library.DATA)
CSV = [path for path in FILES if path.endswith(".csv")]


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("known", SHELF.indicators.values(), ids=lambda known: known.id)
def test_a_file_holds_every_figure_with_its_source(known: library.Indicator) -> None:
    """A row a figure, as data/ has it, with publication, publisher, address and licence."""
    given = table(FILES[f"indicators/{known.id}.csv"])
    kept = table((library.DATA / "indicators" / f"{known.id}.csv").read_bytes())
    shared = [name for name in COLUMNS if name in rows.COLUMNS and name != "value"]
    plain = sorted([[row[name] for name in shared] for row in kept])
    assert sorted([[row[name] for name in shared] for row in given]) == plain
    for row, point in zip(given, SHELF.observations[known.id], strict=True):
        source = SHELF.sources[point.source]
        assert float(row["value"]) == point.value
        assert row["source_title"] == source.title_zh
        assert row["publisher"] == source.publisher_zh
        assert row["url"] == (source.url or "")
        assert row["licence"] == (source.licence or "")


@pytest.mark.parametrize("id", SHELF.indicators)
def test_json_says_the_same_as_csv(id: str) -> None:
    """The same columns and cells, numbers as numbers, and the terms beside them."""
    told = json.loads(FILES[f"indicators/{id}.json"])
    flat = [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in told["observations"]
    ]
    assert flat == table(FILES[f"indicators/{id}.csv"])
    assert told["name"]["zh"] == SHELF.indicators[id].name.zh
    assert told["version"] == SHELF.version
    assert told["notices"] or not flat
    replaced = [one for one in SHELF.vintages if one.current.indicator == id]
    assert [one["superseded"] for one in told["revised"]] == [one.superseded for one in replaced]


def test_pandas_reads_a_file_as_it_is() -> None:
    """No option is needed: columns, numbers and missing cells come out right."""
    read = pd.read_csv(io.BytesIO(FILES["indicators/internet_users.csv"]))
    assert list(read.columns) == list(rows.COLUMNS)
    assert read["value"].max() == max(p.value for p in SHELF.observations["internet_users"])
    assert read["licence"].isna().all()


@pytest.mark.parametrize("path", CSV)
def test_no_cell_of_a_file_is_a_formula(path: str) -> None:
    """And none of our data had to be quoted for that."""
    for row in table(FILES[path]):
        assert not [cell for cell in row.values() if cell.startswith((*FORMULA, "'"))]


def test_the_index_leads_to_every_file_of_figures() -> None:
    """Each indicator with its meaning, its range, and the two files beside the index."""
    told = json.loads(FILES[tree.INDEX])
    assert [entry["id"] for entry in told["indicators"]] == list(SHELF.indicators)
    for entry in told["indicators"]:
        assert entry["csv"] in FILES
        assert entry["json"] in FILES
        assert entry["figures"] == len(SHELF.observations[entry["id"]])
        assert (entry["first"] or "") <= (entry["last"] or "")


def test_the_tables_beside_the_figures_are_whole() -> None:
    """A row for each source, correction, indicator, place and reviewed quote."""
    reviewed = sum(len(document.quotes) for document in SHELF.documents.values())
    counts: Mapping[str, int] = {
        "sources.csv": len(SHELF.sources),
        "corrections.csv": len(SHELF.corrections),
        "indicators.csv": len(SHELF.indicators),
        "places.csv": len(SHELF.places),
        "quotes.csv": reviewed,
    }
    assert {path: len(table(FILES[path])) for path in counts} == counts
    assert len(json.loads(FILES["sources.json"])) == len(SHELF.sources)


@pytest.fixture(scope="module")
def unpacked() -> dict[str, bytes]:
    packed = zipfile.ZipFile(io.BytesIO(tree.archive(SHELF, library.DATA)))
    assert packed.testzip() is None
    return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def test_the_zip_holds_the_files(unpacked: dict[str, bytes]) -> None:
    """Byte for byte what the server gives out, and no text whose rights are its author's."""
    assert unpacked == FILES
    assert not [name for name in unpacked if name.startswith("texts/")]


@pytest.mark.parametrize("lang", LANGS)
def test_the_readme_of_the_zip_lists_its_files(unpacked: dict[str, bytes], lang: str) -> None:
    """Every file and no other, with a few words each, and every column of the figures."""
    told = unpacked["README.txt"].decode()
    title = text(lang, "package.files", count=len(unpacked))
    part = told.partition(title)[2]
    listed, _, columns = part.partition(text(lang, "package.columns"))
    assert dict(re.findall(r"^  (\S+\.\w+)  (.+)$", listed, re.MULTILINE)).keys() == unpacked.keys()
    told_of = re.findall(r"^  (\w+)  .+$", columns, re.MULTILINE)
    assert tuple(told_of[: len(rows.COLUMNS)]) == rows.COLUMNS


def test_the_notices_name_every_licence_and_what_it_is_about(unpacked: dict[str, bytes]) -> None:
    """Title and address of each licence, a notice a publisher, and the indicators under it."""
    told = unpacked["NOTICES.txt"].decode()
    for licence in SHELF.terms.licences.values():
        assert f"{licence.title}\n{licence.url}\n" in told
    for notice in SHELF.terms.notices(SHELF.sources.values()):
        assert f"{notice.zh}\n{notice.en}\n" in told
    assert SHELF.indicators["egdi"].name.zh in told
    assert "gtmi.csv" in told
    assert SHELF.terms.facts.zh in told


def test_the_bibliography_has_every_source_and_text_once(unpacked: dict[str, bytes]) -> None:
    """One BibTeX entry a publication, with a key of its own."""
    keys = re.findall(r"^@\w+\{([^,]+),$", unpacked["references.bib"].decode(), re.MULTILINE)
    assert len(set(keys)) == len(keys) == len(SHELF.sources) + len(SHELF.documents)
    assert set(SHELF.sources) <= set(keys)


def test_the_same_data_make_the_same_zip() -> None:
    """No clock is in it, so a cache can tell that nothing has changed."""
    tree.archive.cache_clear()
    first = tree.archive(SHELF, library.DATA)
    tree.archive.cache_clear()
    assert tree.archive(SHELF, library.DATA) == first


def test_a_broken_table_is_left_out_and_the_rest_given(data_copy: library.Path) -> None:
    """What cannot be read is a problem of the library; the other files are there."""
    (data_copy / "places.csv").write_bytes(b"\xff\xfe")
    (data_copy / "empty.csv").write_bytes(b"")
    found = {sheet.name for sheet in sheets.others(data_copy)}
    assert not found & {"places", "empty"}
    assert "indicators/internet_users.csv" in tree.files(library.load(data_copy), data_copy)
