"""The command line keeps its contract: keys, formats, streams, exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.library import Library, load
from indicators.report import KEYS

ROOT = Path(__file__).parent.parent
TEXT = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为55.8%。\n"


def run(
    *arguments: str | Path, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own, as a user starts it."""
    return subprocess.run(
        [sys.executable, "-m", "indicators", *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def shelf() -> Library:
    return load()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "样本.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_check_prints_one_object_a_line_with_every_key_in_order(sample: Path) -> None:
    """The contract: keys always present, in one order; whole values as integers."""
    done = run("check", sample, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [tuple(row) for row in rows] == [KEYS, KEYS]
    assert rows[0]["value"] == 772_000_000
    assert isinstance(rows[0]["value"], int)
    assert rows[0]["text"] == "样本"
    assert TEXT[rows[0]["start"] : rows[0]["end"]] == rows[0]["surface"]
    assert {row["verdict"] for row in rows} == {"match"}
    assert rows[0]["reference"].keys() == {
        "indicator", "area", "as_of", "value", "source", "status",
    }  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == b""


def test_standard_input_is_a_file_too() -> None:
    """``-`` reads standard input."""
    done = run("check", "-", "--format", "jsonl", given=TEXT.encode())
    assert json.loads(done.stdout.splitlines()[0])["text"] == "-"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_files_in_any_common_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    """Old Chinese pages come in GB18030, Windows saves UTF-16."""
    path = tmp_path / "page.html"
    path.write_bytes((TEXT * 3).encode(encoding))
    assert len(run("check", path, "--format", "jsonl").stdout.splitlines()) == 6


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "找不到"),
        ("report.pdf", b"%PDF-1.7", ".pdf"),
        ("paper.docx", b"PK\x03\x04", ".docx"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", "文本文件"),
        ("empty.txt", b"", "空的"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_done(
    tmp_path: Path, sample: Path, name: str, content: bytes | None, said: str
) -> None:
    """One line on standard error, status 2, the other file checked all the same."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = run("check", path, sample, "--format", "jsonl")
    complaint = done.stderr.decode()
    assert done.returncode == 2
    assert complaint.count("\n") == 1
    assert str(path) in complaint
    assert said in complaint
    assert len(done.stdout.splitlines()) == 2


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder gets a sentence, not a traceback."""
    done = run("check", tmp_path)
    assert done.returncode == 2
    assert "文件夹" in done.stderr.decode()


def test_output_is_utf8_whatever_the_locale(sample: Path) -> None:
    """Also where the locale knows nothing but ASCII."""
    done = run("check", sample, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "一致" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    """``| head -1`` closes the pipe; nothing is said about it."""
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 2000, encoding="utf-8")
    command = f"'{sys.executable}' -m indicators check '{path}' --format jsonl | head -1"
    done = subprocess.run(
        command, shell=True, capture_output=True, cwd=ROOT, timeout=120, check=False
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""


def test_the_date_of_publication_is_used_and_checked(tmp_path: Path) -> None:
    """--published turns a figure of now into one that may be outdated."""
    path = tmp_path / "now.txt"
    path.write_text("目前我国网民规模为7.72亿。", encoding="utf-8")
    row = json.loads(run("check", path, "--format", "jsonl", "--published", "2019-03").stdout)
    assert row["verdict"] == "outdated"
    assert run("check", path, "--published", "2019").returncode == 2


def test_reasons_come_in_english_too(sample: Path) -> None:
    """--lang chooses the language of the sentences; nothing else changes."""
    row = json.loads(
        run("check", sample, "--format", "jsonl", "--lang", "en").stdout.splitlines()[0]
    )
    assert row["reason"].startswith("In Dec 2017")


def test_csv_has_a_header_and_no_formulas(tmp_path: Path) -> None:
    """A sentence that begins like a formula is kept from being one."""
    path = tmp_path / "sheet.txt"
    path.write_text("=2017年12月我国网民规模达7.72亿", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("check", path, "--format", "csv").stdout.decode())))
    assert rows[0]["sentence"].startswith("'=")
    assert rows[0]["reference_source"] == "cnnic-41"


def test_out_writes_one_file_for_each_text(tmp_path: Path, sample: Path) -> None:
    """Texts of one name in two folders do not overwrite each other."""
    twin = tmp_path / "other" / sample.name
    twin.parent.mkdir()
    twin.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "results"
    run("check", sample, twin, "--format", "html", "--out", out)
    assert sorted(path.name for path in out.iterdir()) == ["样本-2.html", "样本.html"]


def test_the_page_stands_alone_and_escapes_the_text(tmp_path: Path) -> None:
    """No request leaves the page, and a text cannot put markup into it."""
    path = tmp_path / "<b>.txt"
    path.write_text("2017年12月“<script>alert(1)</script>”我国网民规模达7.72亿", encoding="utf-8")
    html = run("check", path, "--format", "html").stdout.decode()
    assert html.startswith("<!DOCTYPE html>")
    assert "<script" not in html
    assert "<mark>7.72亿</mark>" in html
    assert not re.search(r"(?:src|href)\s*=\s*.?(?:https?:)?//|url\(|@import", html)


def test_repair_prints_the_repaired_text(tmp_path: Path) -> None:
    """Residue of a scraper is gone, the figures are as they were."""
    path = tmp_path / "damaged.txt"
    path.write_text("截至2017年12月,我國網(wǎng)民規(guī)模達(dá)7.72億。\n", encoding="utf-8")
    assert run("repair", path).stdout.decode() == "截至2017年12月,我国网民规模达7.72亿。\n"
    report = run("repair", path, "--report").stdout.decode()
    assert "拼音残留" in report
    assert "处" in report.splitlines()[-1]


def test_repair_leaves_clean_text_alone(sample: Path) -> None:
    """Clean text comes through byte for byte."""
    assert run("repair", sample).stdout == TEXT.encode()


def test_series_prints_the_official_figures(shelf: Library) -> None:
    """As a table, as CSV and as JSON; the area narrows it."""
    rows = json.loads(run("series", "internet_users", "--area", "rural", "--format", "json").stdout)
    official = [one for one in shelf.observations["internet_users"] if one.area == "rural"]
    assert [row["value"] for row in rows] == [one.value for one in official]
    printed = run("series", "internet_users", "--format", "csv").stdout.decode()
    assert len(list(csv.DictReader(io.StringIO(printed)))) == len(
        shelf.observations["internet_users"]
    )
    assert "7.72亿" in run("series", "internet_users").stdout.decode()


def test_series_narrows_to_a_place() -> None:
    """--geo takes the code of a place."""
    rows = json.loads(run("series", "egdi", "--geo", "DNK", "--format", "json").stdout)
    assert {row["geo"] for row in rows} == {"DNK"}


def test_an_unknown_indicator_gets_suggestions() -> None:
    """What was meant is named, status 2."""
    done = run("series", "internet_user")
    assert done.returncode == 2
    assert "internet_users" in done.stderr.decode()
