"""The results of a bulk check, asked by DuckDB: the same numbers as pandas finds in the files."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import fsspec
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators import bulk, corpus, periods
from indicators.bulk import Limits, Order, Run
from indicators.corpus import ERRORS, Corpus, Filter, opening
from indicators.errors import InputError
from indicators.report import KEYS
from indicators.strings import LANGS, text

SENTENCES = (
    "截至2017年12月，我国网民规模达7.72亿人，互联网普及率为55.8%。",
    "截至2017年12月，我国网民规模达8.99亿人。",
    "截至2017年12月，我国网民规模达8.99亿人，手机普及率达97.5%。",
    "我国网民规模为7.72亿人。",
    "2016年12月，互联网普及率为53.2%，网民规模达7.31万人。",
    "这里没有数字。",
)
FILTERS = (
    Filter(),
    Filter(indicator="internet_users"),
    Filter(first="2017-01", last="2017-12"),
    Filter(verdict="wrong"),
    Filter("internet_users", "2016-01", "2017-12", "wrong", 8.99e8),
    Filter(indicator="nothing of the kind"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-three texts checked in five parts; every fifth has no date."""
    home = tmp_path_factory.mktemp("corpus")
    texts = [
        {
            "id": f"t{at}",
            "text": SENTENCES[at % len(SENTENCES)],
            "title": f"题{at}",
            "source": "报",
            "published": None if at % 5 == 1 else f"{2016 + at % 7}-0{1 + at % 9}",
        }
        for at in range(23)
    ]
    pq.write_table(pa.Table.from_pylist(texts), home / "corpus.parquet")
    out = home / "it's checked"  # a name that SQL must quote
    run = Run(str(out), limits=Limits(texts=5))
    bulk.check(str(home / "corpus.parquet"), run, Order(), lambda *_: None)
    return out


@pytest.fixture(scope="module")
def opened(folder: Path) -> Corpus:
    return corpus.open_(str(folder))


def read(folder: Path, name: str) -> pd.DataFrame:
    """A table as pandas reads it, in the order of its parts."""
    return pd.concat(map(pd.read_parquet, sorted((folder / name).glob("*"))), ignore_index=True)


def fitting(folder: Path, asked: Filter) -> pd.DataFrame:
    """The quotes a filter leaves, chosen by pandas, with what is known of their texts."""
    found = read(folder, "quotes")
    for column in ("indicator", "verdict", "value"):
        if (wanted := getattr(asked, column)) is not None:
            found = found[found[column] == wanted]
    if asked.first is not None:
        found = found[found.as_of >= asked.first]
    if asked.last is not None:
        found = found[found.as_of <= asked.last]
    known = read(folder, "texts")[["id", "title", "source", "published"]]
    return found.merge(known, left_on="text", right_on="id", how="left")


def test_every_quote_is_counted_once(folder: Path, opened: Corpus) -> None:
    """By indicator, month and verdict, those without a month too."""
    rows = read(folder, "quotes")[["indicator", "as_of", "verdict"]]
    wanted = Counter(
        tuple(None if pd.isna(cell) else cell for cell in row) for row in rows.itertuples(False)
    )
    found = {(one.indicator, one.as_of, one.verdict): one.quotes for one in corpus.quoted(opened)}
    assert found == wanted
    assert len({verdict for _, _, verdict in found}) > 3
    assert opened.texts == 23


@pytest.mark.parametrize("asked", FILTERS)
def test_delays_are_the_months_from_the_figure_to_the_text(
    folder: Path, opened: Corpus, asked: Filter
) -> None:
    """Quotes without a month, and texts without a date, are not among them."""
    dated = fitting(folder, asked).dropna(subset=["as_of", "published"])
    wanted: Counter[tuple[int, str]] = Counter(
        (periods.between(row.as_of, row.published), row.verdict) for row in dated.itertuples()
    )
    found: Counter[tuple[int, str]] = Counter()
    for one in corpus.delays(opened, asked):
        assert one.lag.exact
        found[one.lag.least, one.verdict] += one.quotes
    assert found == wanted


@pytest.mark.parametrize("asked", FILTERS)
def test_the_most_repeated_errors_come_first(folder: Path, opened: Corpus, asked: Filter) -> None:
    """Only figures that do not hold, each as often as it stands in the files."""
    quotes = fitting(folder, asked)
    wrong = quotes[quotes.verdict.isin([str(kind) for kind in ERRORS])]
    wanted = Counter(
        (row.indicator, row.as_of, row.value, row.verdict)
        for row in wrong.fillna({"as_of": ""}).itertuples()
    )
    found = corpus.repeated(opened, asked, 50)
    assert {
        (one.indicator, one.as_of or "", one.value, one.verdict): one.quotes for one in found
    } == wanted
    numbers = [one.quotes for one in found]
    assert numbers == sorted(numbers, reverse=True)
    assert len(corpus.repeated(opened, asked, 1)) <= 1


@pytest.mark.parametrize("asked", FILTERS)
def test_pages_together_are_all_quotes_in_their_order(
    folder: Path, opened: Corpus, asked: Filter
) -> None:
    """No quote is missing or shown twice, and each has its own text's title."""
    wanted = fitting(folder, asked)
    assert corpus.number(opened, asked) == len(wanted)
    pages = [corpus.page(opened, asked, start, 4) for start in range(0, len(wanted) + 4, 4)]
    found = [one for page in pages for one in page]
    assert [(one.text, one.surface, one.title) for one in found] == [
        (row.text, row.surface, row.title) for row in wanted.itertuples()
    ]
    assert {one.published for one in found} >= set(wanted.published.dropna())


def test_rows_to_take_away_have_the_keys_of_the_command_line(folder: Path, opened: Corpus) -> None:
    """All keys, in their order, no more rows than wanted."""
    found = corpus.rows(opened, Filter(), 7)
    assert [tuple(row) for row in found] == [KEYS] * 7
    wanted: list[dict[str, Any]] = pq.read_table(folder / "quotes").slice(0, 7).to_pylist()
    assert found == wanted


def test_threads_ask_at_the_same_time(opened: Corpus) -> None:
    """One connection answers several visitors, each with the whole answer."""
    wanted = corpus.quoted(opened)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(corpus.quoted, [opened] * 40)) == [wanted] * 40


def test_a_corpus_reaches_nothing_but_its_files(opened: Corpus) -> None:
    """No other file, no network, no extension, no setting can be had through it."""
    cursor = opened.connection.cursor()
    for question in (
        f"SELECT * FROM read_text('{__file__}')",
        "SELECT * FROM read_parquet('https://example.org/x.parquet')",
        "INSTALL httpfs",
        "SET memory_limit = '100GB'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            cursor.execute(question)


def test_an_object_store_is_read_by_its_address(folder: Path) -> None:
    """The same numbers from fsspec's store in memory."""
    store = fsspec.filesystem("memory")
    store.put(str(folder), "/bucket/checked", recursive=True)
    try:
        found = corpus.open_("memory://bucket/checked")
        assert corpus.quoted(found) == corpus.quoted(corpus.open_(str(folder)))
        assert corpus.page(found, Filter(), 0, 9) == corpus.page(
            corpus.open_(str(folder)), Filter(), 0, 9
        )
    finally:
        store.rm("/bucket", recursive=True)


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A copy of the results that a test may damage."""
    shutil.copytree(folder, tmp_path / "copy")
    return tmp_path / "copy"


def complaint(folder: Path) -> str:
    """The code of the sentence that opening or asking ends in."""
    with pytest.raises(InputError) as refused:
        corpus.delays(corpus.open_(str(folder)), Filter())
    for lang in LANGS:
        assert text(lang, f"input.{refused.value.code}", **refused.value.facts)
    return refused.value.code


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    """A wrong path is told from a wrong folder."""
    assert complaint(tmp_path / "nowhere") == "corpus_gone"


def test_a_folder_without_results_is_said_to_hold_none(tmp_path: Path) -> None:
    """Empty, with something else in it, or a file."""
    assert complaint(tmp_path) == "corpus_foreign"
    (tmp_path / "manifest.json").write_text("[]", "utf-8")
    assert complaint(tmp_path) == "corpus_foreign"
    (tmp_path / "manifest.json").write_bytes(b"\xff\xfe")
    assert complaint(tmp_path) == "corpus_foreign"
    assert complaint(tmp_path / "manifest.json") in {"corpus_foreign", "corpus_gone"}


def test_results_that_are_not_finished_are_not_shown(copy: Path) -> None:
    """What is half done is not taken for the whole."""
    path = copy / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "complete": False}), "utf-8")
    assert complaint(copy) == "corpus_unfinished"


def test_a_missing_part_is_noticed(copy: Path) -> None:
    """Quotes without their texts, and no part at all."""
    (copy / "texts" / "part-000003.parquet").unlink()
    assert complaint(copy) == "corpus_damaged"
    shutil.rmtree(copy / "quotes")
    shutil.rmtree(copy / "texts")
    assert complaint(copy) == "corpus_damaged"


def test_quotes_that_lack_are_noticed(copy: Path) -> None:
    """The texts say how many there should be."""
    path = copy / "quotes" / "part-000001.parquet"
    pq.write_table(pq.read_table(path).slice(1), path)
    assert complaint(copy) == "corpus_damaged"


@pytest.mark.parametrize("table", ["quotes", "texts"])
@pytest.mark.parametrize("part", [0, 4])
def test_a_damaged_part_is_a_sentence(copy: Path, table: str, part: int) -> None:
    """The first file or a later one: cut off, or not Parquet at all."""
    path = copy / table / f"part-{part:06d}.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    assert complaint(copy) == "corpus_damaged"
    path.write_text("not parquet", "utf-8")
    assert complaint(copy) == "corpus_damaged"


def test_damage_within_a_part_is_a_sentence(copy: Path) -> None:
    """Bytes overwritten where the data lie, with a sound footer behind them."""
    path = copy / "quotes" / "part-000000.parquet"
    content = bytearray(path.read_bytes())
    content[4 : len(content) // 2] = b"\xaa" * (len(content) // 2 - 4)
    path.write_bytes(content)
    assert complaint(copy) == "corpus_damaged"


def _without_verdicts(table: Any) -> Any:
    return table.drop_columns(["verdict"])


def _values_as_words(table: Any) -> Any:
    at = table.schema.get_field_index("value")
    return table.set_column(at, "value", table.column("value").cast(pa.string()))


@pytest.mark.parametrize(
    ("change", "column"), [(_without_verdicts, "verdict"), (_values_as_words, "value")]
)
def test_other_columns_are_named(copy: Path, change: Callable[[Any], Any], column: str) -> None:
    """A column that lacks, and one of another type."""
    for path in (copy / "quotes").glob("*"):
        pq.write_table(change(pq.read_table(path)), path)
    with pytest.raises(InputError) as refused:
        corpus.open_(str(copy))
    assert refused.value.code == "corpus_columns"
    assert refused.value.facts == {"table": "quotes", "column": column}


def test_a_question_beyond_its_memory_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asks for a narrower one; the next question is answered."""
    monkeypatch.setattr(opening, "MEMORY", "30MB")
    found = corpus.open_(str(folder))
    with pytest.raises(InputError) as refused:
        found.ask("SELECT list(a.i) FROM range(20000000) a(i)", {})
    assert refused.value.code == "corpus_memory"
    assert corpus.quoted(found)
