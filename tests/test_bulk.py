"""A corpus is checked part by part: whole, once, restartable, whatever single texts hold."""

from __future__ import annotations

import errno
import json
import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from indicators import bulk, cli, library, reading, search
from indicators.bulk import Limits, Order, Run, Tally, corpus, engines, jsonlines, records, tables
from indicators.bulk.checking import NAMES
from indicators.bulk.corpus import Part
from indicators.errors import InputError
from indicators.report import KEYS

ROOT = Path(__file__).parent.parent
SENTENCE = "截至2017年12月，我国网民规模达{}亿，互联网普及率为55.8%。第{}篇。"
FIVE = Limits(texts=5)
Rows = list[dict[str, Any]]


def texts(count: int) -> Rows:
    """Texts with two figures each, one of them wrong in every third text."""
    return [
        {"id": f"t{at}", "text": SENTENCE.format("7.72" if at % 3 else "9.99", at), "title": "题"}
        for at in range(count)
    ]


def parquet(path: Path, rows: Rows, group: int = 4) -> str:
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)
    return str(path)


def lines(path: Path, *rows: object) -> str:
    written = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{row}\n" for row in written), "utf-8")
    return str(path)


def check(source: str, out: Path, **how: Any) -> Tally:
    return bulk.check(source, Run(str(out), limits=FIVE, **how), Order(), lambda *_: None)


def rows(out: Path, name: str) -> Rows:
    """The rows of a table in the order of its parts."""
    return [
        row for path in sorted((out / name).glob("*")) for row in pq.read_table(path).to_pylist()
    ]


def everything(out: Path) -> dict[str, Rows]:
    return {name: rows(out, name) for name in NAMES}


@pytest.fixture
def source(tmp_path: Path) -> str:
    return parquet(tmp_path / "corpus.parquet", texts(23))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_the_rows_are_those_of_the_command_line(
    source: str, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Same keys in the same order, same values, ``text`` holding the id."""
    done = check(source, out)
    assert (done.part, done.texts, done.quotes, done.rejects) == (5, 23, 46, 0)
    found = rows(out, "quotes")
    assert tuple(found[0]) == KEYS
    assert [row["text"] for row in found] == [f"t{at // 2}" for at in range(46)]
    one = tmp_path / "t1.txt"
    one.write_text(texts(2)[1]["text"], "utf-8")
    cli.main(["check", str(one), "--format", "jsonl"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row for row in found if row["text"] == "t1"] == told


def test_each_text_has_its_statistics(out: Path, tmp_path: Path) -> None:
    """What was repaired, by kind, and what was found, by verdict."""
    damaged = "截至2017年12月,我國網(wǎng)民規(guī)模達(dá)7.72億。"
    check(lines(tmp_path / "c.jsonl", {"id": 7, "text": damaged, "published": "2018-03-05"}), out)
    (row,) = rows(out, "texts")
    assert (row["id"], row["published"], row["quotes"]) == ("7", "2018-03", 1)
    assert dict(row["verdicts"]) == {"match": 1}
    assert row["repairs"] == sum(dict(row["repaired"]).values()) > 2


def test_parquet_lines_and_documents_give_the_same(out: Path, tmp_path: Path) -> None:
    """Three ways to bring a corpus, one result but for the names."""
    of_parquet = parquet(tmp_path / "c.parquet", texts(7), group=100)
    of_lines = lines(tmp_path / "c.jsonl", "", *texts(3), "  ", *texts(7)[3:])
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    for row in texts(7):
        (folder / "sub" / row["id"]).with_suffix(".txt").write_text(row["text"], "utf-8")
    (folder / ".hidden").write_bytes(b"\0")
    found = []
    for at, source in enumerate((of_parquet, of_lines, str(folder))):
        check(source, out / str(at))
        found.append([(row["claim"], row["verdict"]) for row in rows(out / str(at), "quotes")])
        assert rows(out / str(at), "rejects") == []
    assert found[0] == found[1] == found[2]
    assert rows(out / "2", "texts")[0]["id"] == "sub/t0.txt"


def test_parts_are_bounded_in_texts_and_in_bytes(tmp_path: Path) -> None:
    """A long text stands alone, short ones together; every text is in one part."""
    source = lines(
        tmp_path / "c.jsonl", *texts(3), {"id": "long", "text": "长" * 5000}, *texts(9)[3:]
    )
    parts = corpus.plan(source, Limits(texts=4, size=2000)).parts
    assert [part.texts for part in parts] == [3, 1, 4, 2]
    stops = [(piece.start, piece.stop) for part in parts for piece in part.pieces]
    assert [stop for _, stop in stops[:-1]] == [start for start, _ in stops[1:]]
    assert stops[-1][1] == Path(source).stat().st_size


def test_parts_grow_with_the_corpus(tmp_path: Path) -> None:
    """None holds more than an eighth of what stands before, so that no worker ends alone."""
    source = lines(tmp_path / "c.jsonl", *({"id": at, "text": "字" * 100} for at in range(300)))
    sizes = [
        sum(piece.stop - piece.start for piece in part.pieces)
        for part in corpus.plan(source, Limits(size=20_000, first=2000)).parts
    ]
    assert sizes == sorted(sizes[:-1]) + sizes[-1:]
    assert max(sizes) > 3 * min(sizes[:-1])
    assert all(size <= max(2000, sum(sizes[:at]) / 8) for at, size in enumerate(sizes))


BAD_TEXTS = [
    ({"text": "无编号"}, "bulk_no_id"),
    ({"id": None, "text": "空编号"}, "bulk_no_id"),
    ({"id": True, "text": "真"}, "bulk_no_id"),
    ({"id": "a"}, "bulk_no_text"),
    ({"id": "a", "text": None}, "bulk_no_text"),
    ({"id": "a", "text": 12}, "bulk_no_text"),
    ({"id": "a", "text": " \n"}, "empty"),
    ({"id": "a", "text": "字", "published": "去年"}, "bulk_published"),
    ({"id": "a", "text": "字", "title": ["题"]}, "bulk_field"),
    ({"id": "t0", "text": "第二个t0"}, "bulk_repeated"),
    ("{not json", "bulk_json"),
    ("[1, 2]", "bulk_json"),
    ("[" * 100_000, "bulk_json"),
]


@pytest.mark.parametrize(("bad", "code"), BAD_TEXTS)
def test_a_text_that_cannot_be_checked_is_told_and_the_rest_is_done(
    bad: object, code: str, out: Path, tmp_path: Path
) -> None:
    """It stands among the rejects with its line and its reason, and nowhere else."""
    done = check(lines(tmp_path / "c.jsonl", texts(1)[0], bad, *texts(3)[1:]), out)
    (reject,) = rows(out, "rejects")
    assert (reject["file"], reject["number"], reject["code"]) == ("c.jsonl", 2, code)
    assert reject["reason"]
    assert [row["id"] for row in rows(out, "texts")] == ["t0", "t1", "t2"]
    assert done.quotes == 6


def test_half_a_character_does_not_stop_a_part(out: Path, tmp_path: Path) -> None:
    """Half a surrogate pair is read as the sign for what cannot be read."""
    bad = {"id": "a\ud800", "text": SENTENCE.format("7.72", "\ud800"), "source": "\udc00"}
    assert check(lines(tmp_path / "c.jsonl", bad), out).quotes == 2
    assert rows(out, "texts")[0]["id"] == "a\ufffd"


def test_a_line_without_end_is_passed_over(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a line that is too long no more than a bounded part is ever held."""
    monkeypatch.setattr(jsonlines, "MOST_BYTES", 1000)
    source = lines(
        tmp_path / "c.jsonl", texts(1)[0], {"id": "x", "text": "长" * 900}, *texts(2)[1:]
    )
    check(source, out)
    assert [(row["number"], row["code"]) for row in rows(out, "rejects")] == [(2, "too_big")]
    assert [row["id"] for row in rows(out, "texts")] == ["t0", "t1"]


@pytest.mark.parametrize(
    ("error", "code"),
    [(MemoryError, "memory"), (RecursionError, "failed"), (ZeroDivisionError, "failed")],
)
def test_a_poisonous_text_goes_to_the_rejects(
    error: type[Exception], code: str, source: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the engine raises on one text, the others go on."""
    read = reading.read_dated

    def poisoned(raw: str, *rest: Any) -> reading.Reading:
        if "第8篇" in raw:
            raise error
        return read(raw, *rest)

    monkeypatch.setattr(reading, "read_dated", poisoned)
    done = check(source, out)
    assert (done.texts, done.rejects) == (22, 1)
    assert [(row["id"], row["code"]) for row in rows(out, "rejects")] == [("t8", code)]


KILLED = """
import os, signal, sys
from indicators.bulk import Limits, Order, Run, check
real, count = os.replace, 0
def replace(*names):
    global count
    count += 1
    if count == 6:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*names)
os.replace = replace
check(sys.argv[1], Run(sys.argv[2], limits=Limits(texts=5)), Order(), lambda *_: None)
"""


def test_a_run_killed_in_the_middle_goes_on_and_equals_an_undisturbed_one(
    source: str, out: Path, tmp_path: Path
) -> None:
    """Killed between two files of a part: the part is made anew, the one before is not touched."""
    command = [sys.executable, "-c", KILLED, source, str(out)]
    done = subprocess.run(command, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    assert [path.name for path in (out / "texts").glob("*.parquet")] == ["part-000000.parquet"]
    assert json.loads((out / "manifest.json").read_text("utf-8"))["complete"] is False
    first = out / "quotes" / "part-000000.parquet"
    before = first.stat().st_mtime_ns
    told: list[tuple[int, int]] = []
    run = Run(str(out), "resume", limits=FIVE)
    done_now = bulk.check(source, run, Order(), lambda *how_far: told.append(how_far))
    undisturbed = check(source, tmp_path / "other")
    assert done_now == undisturbed
    assert everything(out) == everything(tmp_path / "other")
    assert first.stat().st_mtime_ns == before
    assert told[-1] == (18, 18)
    assert json.loads((out / "manifest.json").read_text("utf-8"))["complete"] is True


def deadly(flag: Path, folder: str, part: Part) -> Tally:
    """Do a part; the first process that gets to part 2 is killed."""
    if part.number == 2 and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return bulk.do(part, folder, Order())


def fatal(_part: Part) -> Tally:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_killed_worker_loses_and_doubles_nothing(source: str, out: Path, tmp_path: Path) -> None:
    """The parts it had go to another process; the rows are those of an undisturbed run."""
    parts = corpus.plan(source, FIVE).parts
    task = partial(deadly, tmp_path / "flag", str(out))
    done = list(engines.run(task, parts, "local", 2, None))
    assert sorted(tally.part for tally in done) == [0, 1, 2, 3, 4]
    check(source, tmp_path / "other")
    assert everything(out) == everything(tmp_path / "other")


def test_workers_that_always_die_are_given_up(source: str) -> None:
    """Three times without a part done in between, then a sentence."""
    with pytest.raises(InputError, match="bulk_worker"):
        list(engines.run(fatal, corpus.plan(source, FIVE).parts, "local", 2, None))


DASK = """
import sys
from functools import partial
from pathlib import Path
from indicators.bulk import Limits, corpus, engines
from tests.test_bulk import deadly
parts = corpus.plan(sys.argv[1], Limits(texts=5)).parts
task = partial(deadly, Path(sys.argv[3]), sys.argv[2])
done = engines.run(task, parts, "dask", 2, None)
assert sorted(tally.part for tally in done) == [0, 1, 2, 3, 4]
"""


def test_dask_with_a_killed_worker_gives_the_same_rows(
    source: str, out: Path, tmp_path: Path
) -> None:
    """The same parts on a local cluster; what a killed worker had goes to another."""
    flag = tmp_path / "flag"
    command = [sys.executable, "-c", DASK, source, str(out), str(flag)]
    done = subprocess.run(command, cwd=ROOT, timeout=120, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert flag.exists()
    check(source, tmp_path / "other")
    assert everything(out) == everything(tmp_path / "other")


def columns(**of: Any) -> pa.Table:
    return pa.table({"id": ["a"], "text": ["字"]} | of)


def bad_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, table in {
        "bulk_columns": pa.table({"id": ["a"], "words": ["字"]}),
        "bulk_type": pa.table({"id": ["a"], "text": [1.5]}),
        "bulk_twice": pa.table([["a"], ["b"], ["字"]], names=["id", "id", "text"]),
        "bulk_empty": columns().slice(0, 0),
    }.items():
        pq.write_table(table, folder / "x")
        yield name, (folder / "x").read_bytes()
    pq.write_table(
        pa.table({"id": ["a"] * 9, "text": ["字" * 99 + str(n) for n in range(9)]}), folder / "x"
    )
    whole = (folder / "x").read_bytes()
    yield "bulk_damaged", whole[:-20]
    yield "bulk_damaged", whole[:60] + b"\xff" * 80 + whole[140:]
    yield "bulk_damaged", b""


def test_a_file_that_is_no_corpus_gets_its_sentence(tmp_path: Path, out: Path) -> None:
    """Damaged, without a column, with one of a wrong type, without rows: nothing is written."""
    for code, content in bad_files(tmp_path):
        path = tmp_path / "bad.parquet"
        path.write_bytes(content)
        with pytest.raises(InputError) as told:
            check(str(path), out)
        assert told.value.code == code
    assert not out.exists()


def test_dates_numbers_and_dictionaries_of_words_are_read(tmp_path: Path, out: Path) -> None:
    """As a data frame may bring them."""
    words = pa.array([SENTENCE.format("7.72", 1)]).dictionary_encode()
    table = columns(id=[12], text=words, published=[date(2018, 3, 5)], title=pa.nulls(1))
    pq.write_table(table, tmp_path / "c.parquet")
    assert check(str(tmp_path / "c.parquet"), out).quotes == 2
    assert rows(out, "texts")[0]["published"] == "2018-03"


def test_a_cell_that_is_no_utf8_spoils_no_other(tmp_path: Path, out: Path) -> None:
    """What cannot be decoded is read as the sign for it, and its neighbours as they are."""
    broken = [text.encode() for text in (SENTENCE.format("7.72", 1), SENTENCE.format("9.99", 2))]
    broken[0] += b"\xff\xfe"
    words = pa.array(broken, pa.binary()).view(pa.string())
    table = columns(id=["a", "b"], text=words, published=[date(2018, 3, 5), None], title=["", None])
    pq.write_table(table, tmp_path / "c.parquet")
    assert check(str(tmp_path / "c.parquet"), out).quotes == 4
    assert [row["title"] for row in rows(out, "texts")] == ["", None]


def test_documents_that_cannot_be_read_are_among_the_rejects(tmp_path: Path, out: Path) -> None:
    """A link to nothing, a picture, a name in another encoding: the others are checked."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text(SENTENCE.format("7.72", 1), "utf-8")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / os.fsdecode(b"\xc4\xe3.txt")).write_bytes(b"")
    check(str(folder), out)
    assert [row["id"] for row in rows(out, "texts")] == ["a.txt"]
    found = {(row["file"], row["code"]) for row in rows(out, "rejects")}
    assert found == {
        ("gone.txt", "bulk_gone"), ("picture.png", "type"), ("\ufffd\ufffd.txt", "empty"),
    }  # fmt: skip


def test_corpus_and_results_may_lie_at_addresses(source: str, out: Path) -> None:
    """Any storage that fsspec knows; here its own memory."""
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/corpus/c.parquet", Path(source).read_bytes())
    run = Run("memory://results", limits=FIVE)
    done = bulk.check("memory://corpus/c.parquet", run, Order(), lambda *_: None)
    assert done == check(source, out)
    names = sorted(path.rpartition("/")[2] for path in memory.ls("/results/quotes", False))
    assert names == [f"part-{part:06d}.parquet" for part in range(5)]
    with memory.open("/results/quotes/part-000001.parquet") as stream:
        assert pq.read_table(stream).num_rows == 10


def test_nothing_is_overwritten_without_leave(source: str, out: Path, tmp_path: Path) -> None:
    """Results stay, other things stay always; a resume is held to its corpus and settings."""
    check(source, out)
    other = parquet(tmp_path / "other.parquet", texts(4))

    def refused(source: str, out: Path, order: Order | None = None, **how: Any) -> str:
        before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
        with pytest.raises(InputError) as told:
            bulk.check(source, Run(str(out), limits=FIVE, **how), order or Order(), lambda *_: None)
        assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
        return told.value.code

    assert refused(source, out) == "bulk_taken"
    assert refused(other, out, mode="resume") == "bulk_other_input"
    assert refused(source, out, Order("en"), mode="resume") == "bulk_other_order"
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.docx").write_bytes(b"x")
    assert refused(source, foreign, mode="overwrite") == "bulk_foreign"
    assert refused(source, Path(other), mode="overwrite") == "bulk_foreign"
    assert refused(str(tmp_path), tmp_path / "new") == "bulk_inside"
    assert check(other, out, mode="overwrite").texts == 4
    assert [row["id"] for row in rows(out, "texts")] == ["t0", "t1", "t2", "t3"]


def test_strange_names_are_names(tmp_path: Path) -> None:
    """Signs that mean something in addresses and patterns mean nothing in a path."""
    folder = tmp_path / "语料 [1]*#?%20::x"
    folder.mkdir()
    for name in ("a::b.txt", "_c.txt", "d#e?[f]*%20.txt"):
        (folder / name).write_text(SENTENCE.format("7.72", 1), "utf-8")
    (folder / "_SUCCESS").write_bytes(b"")
    out = tmp_path / "结果 [1]*#?%20::x"
    assert check(str(folder), out).texts == 3
    assert [row["id"] for row in rows(out, "texts")] == ["_c.txt", "a::b.txt", "d#e?[f]*%20.txt"]
    with pytest.raises(InputError, match="bulk_taken"):
        check(str(folder), out)
    assert check(str(folder), out, mode="overwrite").texts == 3


def test_a_full_disk_leaves_nothing_half_written(
    source: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is finished stays, what was begun is taken away, and the run can go on."""
    real, count = os.replace, iter(range(100))

    def full(*names: Any) -> None:
        if next(count) == 6:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(*names)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        with pytest.raises(InputError, match="bulk_unwritten") as told:
            check(source, out)
    assert told.value.facts["why"] == "No space left on device"
    # As it comes from another process, a worker's.
    assert pickle.loads(pickle.dumps(told.value)).facts == told.value.facts
    assert {path.name for path in out.rglob("*.*")} == {
        "manifest.json", "part-000000.parquet", "part-000001.parquet",
    }  # fmt: skip
    assert check(source, out, mode="resume").texts == 23


def test_the_command_says_what_it_did(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 0 where all went well, 2 with one line where a text or the run could not be done."""
    good = lines(tmp_path / "good.jsonl", *texts(2))
    assert cli.main(["check", good]) == 2
    assert "--out" in capsys.readouterr().err
    assert cli.main(["check", good, "--out", str(out), "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "2 texts with 4 quotes" in told.out
    assert cli.main(["check", good, "--out", str(out)]) == 2
    assert "--resume" in capsys.readouterr().err
    bad = lines(tmp_path / "bad.jsonl", {"id": "a"}, *texts(2))
    assert cli.main(["check", bad, "--out", str(out), "--overwrite"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_progress_is_told_to_a_terminal_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many are done, how many a second, how long it will take; on one line."""
    source = lines(tmp_path / "c.jsonl", *texts(2))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    cli.main(["check", source, "--out", str(tmp_path / "out"), "--lang", "en"])
    told = capsys.readouterr()
    assert re.fullmatch(r"\r\x1b\[K2 of 2 texts, [\d,]+ a second, 0 s left\n", told.err)
    assert "\r" not in told.out


@pytest.mark.parametrize(
    ("name", "code"),
    [("nowhere://a/b.parquet", "bulk_storage"), ("missing.parquet", "missing")],
)
def test_an_address_that_leads_nowhere_is_named(name: str, code: str, out: Path) -> None:
    """An unknown kind of storage, a file that is not there."""
    with pytest.raises(InputError, match=code):
        check(name, out)


def test_a_storage_without_its_driver_is_named(
    source: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An S3 address needs s3fs, for the corpus as for the results; which one to install is said."""
    monkeypatch.setitem(sys.modules, "s3fs", None)
    for corpus_at, results_at in (("s3://b/c.parquet", str(out)), (source, "s3://b/out")):
        with pytest.raises(InputError, match="bulk_storage") as told:
            bulk.check(corpus_at, Run(results_at), Order(), lambda *_: None)
        assert "s3fs" in str(told.value.facts["why"])
    assert not out.exists()


class Locked(MemoryFileSystem):
    """A storage whose driver has errors of its own kind, as that of S3 has without a key."""

    protocol = "locked"

    def isfile(self, path: str) -> bool:
        raise LookupError(f"no key\nfor {path}")


def test_what_a_driver_says_is_told_in_one_sentence(source: str, out: Path) -> None:
    """Where the corpus lies as where the results go; nothing is written anywhere."""
    fsspec.register_implementation("locked", Locked, clobber=True)
    for corpus_at, results_at in (("locked://b/c.parquet", str(out)), (source, "locked://b/out")):
        with pytest.raises(InputError, match="bulk_unreadable") as told:
            bulk.check(corpus_at, Run(results_at), Order(), lambda *_: None)
        assert str(told.value.facts["why"]).startswith("no key for ")
    assert not out.exists()


def test_one_huge_row_group_is_read_a_little_at_a_time(tmp_path: Path) -> None:
    """Planned and read, a file of one row group never stands in memory whole."""
    some = [{"id": f"t{at}", "text": f"{at}" + "字" * 1000} for at in range(20_000)]
    source = parquet(tmp_path / "c.parquet", some, group=len(some))
    whole = pq.ParquetFile(source).metadata.row_group(0).total_byte_size
    del some
    before, most = pa.total_allocated_bytes(), 0
    for at, _ in enumerate(tables.survey(source)):
        most = max(most, pa.total_allocated_bytes()) if at % 100 == 0 else most
    parts = corpus.plan(source, Limits()).parts
    for part in (parts[0], parts[-1]):
        for _ in records.read(part):
            most = max(most, pa.total_allocated_bytes())
    assert whole > 50_000_000
    assert most - before < whole / 4


def test_a_scheduler_that_does_not_answer_is_named(
    source: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, and none of Dask's."""
    monkeypatch.setattr(engines, "_PATIENCE", "0.2s")
    with pytest.raises(InputError, match="bulk_scheduler"):
        check(source, out, engine="dask", scheduler="tcp://127.0.0.1:9")
    assert check(source, out).texts == 23


def test_without_dask_the_other_way_is_named(
    source: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match="bulk_no_dask"):
        check(source, out, engine="dask")


def test_the_results_become_a_search_index(source: str, out: Path, tmp_path: Path) -> None:
    """The sentences that quote, each once a text, with what they quote and when."""
    check(source, out)
    quotes = rows(out, "quotes")
    made = list(bulk.passages(str(out), library.default()))
    assert [(one.doc, one.text) for one in made] == list(
        dict.fromkeys((row["text"], row["sentence"]) for row in quotes)
    )
    assert {one.indicators for one in made} == {("internet_users", "internet_penetration")}
    assert {one.years for one in made} == {("2017",)}
    assert cli.main(["index", str(out), "--out", str(tmp_path / "index")]) == 0
    query = search.parse("9.99亿", search.Synonyms(()))
    found = search.find(search.opened(tmp_path / "index"), query, limit=100)
    assert {hit.passage.doc for hit in found.hits} == {
        row["text"] for row in quotes if row["surface"] == "9.99亿"
    }


def test_an_index_is_made_of_whole_results_alone(
    source: str, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing, something else, a check that was stopped, a damaged part: one sentence, no index."""
    index = tmp_path / "index"

    def refused(said: str) -> None:
        assert cli.main(["index", str(out), "--out", str(index), "--lang", "en"]) == 2
        assert said in capsys.readouterr().err
        assert not index.exists()

    refused("holds no results")
    check(source, out)
    part = out / "quotes" / "part-000001.parquet"
    whole = part.read_bytes()
    part.write_bytes(whole[:-9])
    refused("part-000001.parquet is not a whole Parquet file")
    part.write_bytes(whole)
    manifest = out / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("true", "false"), "utf-8")
    refused("was stopped")
    manifest.write_text("[]", "utf-8")
    refused("something else")
