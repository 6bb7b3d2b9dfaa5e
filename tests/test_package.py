"""datapackage.json: true to the data, and valid for Frictionless."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from frictionless import validate

from indicators import library
from indicators.cli import main
from indicators.exports import fields, package, tree

SHELF = library.load()
DESCRIPTOR = json.loads((library.DATA / package.NAME).read_text("utf-8"))
BY_PATH = {one.get("path"): one for one in DESCRIPTOR["resources"]}


def test_the_file_is_what_the_data_say() -> None:
    """After a change of data: python -m indicators package."""
    written = (library.DATA / package.NAME).read_bytes()
    assert written == package.in_repository(SHELF, library.DATA), "python -m indicators package"


def test_every_csv_file_is_described() -> None:
    """No CSV file under data/ is left out, and none is made up."""
    paths = {path.relative_to(library.DATA).as_posix() for path in library.DATA.rglob("*.csv")}
    assert {path for path in BY_PATH if path} == paths


def test_the_data_are_valid_for_frictionless() -> None:
    """frictionless validate data/datapackage.json: types, constraints, unique and foreign keys."""
    report = validate(str(library.DATA / package.NAME))
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == len(DESCRIPTOR["resources"])


def test_what_is_given_out_is_valid_for_frictionless(tmp_path: Path) -> None:
    """The descriptor of the zip and the server describes their files."""
    for name, content in tree.files(SHELF, library.DATA).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    report = validate(str(tmp_path / package.NAME))
    assert report.valid, report.to_summary()


FAULTS = [
    ("indicators/internet_users.csv", "2017-12,CN,total", "2017-13,CN,total", "type-error"),
    ("indicators/internet_users.csv", "2017-12,CN,total", "2017-12,XX,total", "foreign-key"),
    ("indicators/internet_users.csv", "2017-12,CN,total", "2017-06,CN,total", "primary-key"),
    ("indicators/internet_users.csv", ",cnnic-41,", ",cnnic-99,", "foreign-key"),
    ("indicators/internet_users.csv", "cnnic-41,seen", "cnnic-41,guessed", "constraint-error"),
    ("indicators/internet_penetration.csv", ",55.8,", ",155.8,", "constraint-error"),
    ("indicators/internet_users.csv", "CN,total,,,771", "CN,total,county,,771", "constraint-error"),
    ("indicators/internet_users.csv", "CN,total,,,771", "CN,,,,771", "constraint-error"),
    ("places.csv", "CN-BJ,", "CN,", "primary-key"),
]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small copy: the descriptor with a few of its resources."""
    copy = tmp_path_factory.mktemp("described")
    wanted = {"internet_users", "internet_penetration", "places", "sources", "indicators"}
    kept = [one for one in DESCRIPTOR["resources"] if one["name"] in wanted]
    small = json.dumps({**DESCRIPTOR, "resources": kept}, ensure_ascii=False)
    (copy / package.NAME).write_text(small, "utf-8")
    for one in kept:
        if "path" in one:
            (copy / one["path"]).parent.mkdir(exist_ok=True)
            shutil.copy(library.DATA / one["path"], copy / one["path"])
    return copy


@pytest.mark.parametrize(("path", "old", "new", "kind"), FAULTS)
def test_a_fault_in_the_data_is_caught(
    described: Path, path: str, old: str, new: str, kind: str
) -> None:
    """A wrong month, place, source, status or value, and a row that stands twice."""
    whole = (described / path).read_text("utf-8")
    assert old in whole
    try:
        (described / path).write_text(whole.replace(old, new, 1), "utf-8")
        found = validate(str(described / package.NAME)).flatten(["type"])
    finally:
        (described / path).write_text(whole, "utf-8")
    assert [kind] in found


def test_no_part_of_a_key_is_missing() -> None:
    """A primary key has no null (Table Schema): an empty level or scope is a value of its own."""
    for one in DESCRIPTOR["resources"]:
        described = one["schema"]
        key = set(described.get("primaryKey", []))
        optional = {
            field["name"]
            for field in described["fields"]
            if not field.get("constraints", {}).get("required")
        }
        assert not key & optional or described["missingValues"] == []


def test_licences_stand_where_they_hold() -> None:
    """CC BY and CC BY-NC-SA by their identifiers, the United Nations by address, facts by none."""
    named = {
        path: [one.get("name") for one in resource.get("licenses", [])]
        for path, resource in BY_PATH.items()
    }
    assert named["indicators/itu_internet_users_pct.csv"] == ["CC-BY-4.0", "CC-BY-NC-SA-3.0-IGO"]
    assert BY_PATH["indicators/egdi.csv"]["licenses"][0]["path"].startswith("https://www.un.org/")
    assert named["indicators/internet_users.csv"] == []
    assert named["gtmi.csv"] == ["CC-BY-4.0"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "-2", ""], "integer"),
        (["1", "2.5"], "number"),
        (["1", "2.5.1"], "string"),
        (["", ""], "string"),
        (["２"], "string"),
        (["2017-12", "", "2018-06"], "yearmonth"),
        (["2017-12-05"], "date"),
        (["2017-12", "2017-12-05"], "string"),
    ],
)
def test_the_columns_of_other_tables_are_read_from_their_cells(cells: list[str], kind: str) -> None:
    """Whole numbers, numbers, months, days, or text."""
    assert fields.kinds_of({"a": cell} for cell in cells) == {"a": {"type": kind}}


def test_the_command_writes_the_file(data_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """python -m indicators package puts a stale file right, and says which."""
    path = data_copy / package.NAME
    path.write_text("{}", "utf-8")
    assert main(["package"]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    assert path.read_bytes() == (library.DATA / package.NAME).read_bytes()


def test_the_command_describes_no_broken_data(
    data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The broken file is named, and the descriptor stays as it was."""
    (data_copy / "indicators" / "internet_users.csv").write_text("nonsense\n", "utf-8")
    before = (data_copy / package.NAME).read_bytes()
    assert main(["package"]) == 2
    assert "internet_users.csv" in capsys.readouterr().err
    assert (data_copy / package.NAME).read_bytes() == before
