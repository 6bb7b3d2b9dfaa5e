"""The refresh compares with an API, and writes everything or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from indicators import library, refresh
from indicators.errors import DataError, InputError
from indicators.refresh import Change, Refresh, worldbank, writing
from tests.worldbank import Api, serving

ROOT = Path(__file__).parent.parent
SOURCE, SERIES = "worldbank-wdi", "itu_internet_users_pct"


def published(shelf: library.Library) -> dict[tuple[str, str], float | None]:
    """The figures of ours that cite the source, as an API that agrees would give them."""
    return {
        ("CHN" if one.geo == "CN" else one.geo, one.as_of[:4]): one.value
        for one in shelf.observations[SERIES]
        if (one.source, one.area, one.scope) == (SOURCE, "total", "")
    }


@pytest.fixture(scope="module")
def shelf() -> library.Library:
    return library.load()


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def compared(shelf: library.Library, api: Api) -> Refresh:
    with serving(api) as running:
        return refresh.compare(
            shelf, SOURCE, lambda code, places: worldbank.fetch(code, places, running.address)
        )


def command(address: str, *options: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "indicators", "refresh", "--api", address, "--lang", "en", *options],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"INDICATORS_DATA": str(data)},
        timeout=60,
        check=False,
    )


def test_an_api_that_agrees_has_nothing_to_say(shelf: library.Library) -> None:
    """Agreement at the printed precision is no change; every page of the answer is read."""
    found = compared(shelf, Api(published(shelf)))
    assert (found.changes, found.updated) == ((), "2026-07-01")


def test_what_differs_is_listed(shelf: library.Library) -> None:
    """New, changed and gone figures are told apart, blank years and other publishers left out."""
    theirs = published(shelf)
    theirs[("KOR", "2015")] = 12.3456789
    theirs[("KOR", "2030")] = 99.5
    theirs[("JPN", "2030")] = None
    theirs[("CHN", "2024")] = 1.0  # the ITU's figure here
    del theirs[("JPN", "2015")]
    ours = {
        (one.geo, one.as_of): one.printed for one in shelf.observations[SERIES] if not one.scope
    }
    assert compared(shelf, Api(theirs)).changes == (
        Change("gone", SOURCE, SERIES, "JPN", "2015-12", ours["JPN", "2015-12"], ""),
        Change("changed", SOURCE, SERIES, "KOR", "2015-12", ours["KOR", "2015-12"], "12.345679"),
        Change("new", SOURCE, SERIES, "KOR", "2030-12", "", "99.5"),
    )


@pytest.mark.parametrize(
    "broken",
    [
        "<html>busy</html>",
        "[]",
        "null",
        '[{"message": [{"id": "120", "key": "Invalid value", "value": "not valid"}]}]',
        '{"page": 1, "per_page": 2, "total": 1, "source": {"data": [{"value": 3}]}}',
        '{"page": 1, "per_page": 2, "total": 1, "source": {"data": [{"value": "x", "variable": []}]}}',
    ],
)
@pytest.mark.parametrize("breaks_at", [1, 3])
def test_a_strange_answer_is_told(shelf: library.Library, broken: str, breaks_at: int) -> None:
    """An answer that is no answer, at once or half-way through its pages, is one sentence."""
    with pytest.raises(InputError, match="strange_answer"):
        compared(shelf, Api(published(shelf), broken=broken, breaks_at=breaks_at))


def test_an_api_without_any_figure_is_told(shelf: library.Library) -> None:
    """An empty answer would call every figure of ours gone."""
    with pytest.raises(InputError, match="no_figures"):
        compared(shelf, Api({}))


def test_a_closed_port_is_told(data_copy: Path) -> None:
    """The command says who does not answer, ends with 2, and leaves every file."""
    with serving(Api({})) as gone:
        address = gone.address
    before = contents(data_copy)
    done = command(address, "--write", data=data_copy)
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"{address} does not answer" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(data_copy) == before


def test_the_command_writes_only_when_asked(shelf: library.Library, data_copy: Path) -> None:
    """Without --write the differences alone; with it the figures, their date, and no fault."""
    theirs = published(shelf) | {("KOR", "2015"): 88.5, ("KOR", "2024"): 98.25}
    before = contents(data_copy)
    with serving(Api(theirs)) as api:
        listed = command(api.address, data=data_copy)
        assert contents(data_copy) == before
        written = command(api.address, "--write", data=data_copy)
    assert (listed.returncode, written.returncode) == (0, 0), listed.stderr + written.stderr
    assert "88.5" in listed.stdout
    after = contents(data_copy)
    changed = {path.name for path in after if after[path] != before[path]}
    assert after.keys() == before.keys()
    assert changed == {f"{SERIES}.csv", f"{SOURCE}.toml", "vintages.csv"}
    again = library.load(data_copy)
    assert again.problems == ()
    assert again.sources[SOURCE].published == "2026-07-01"
    figures = {(one.geo, one.as_of): one.value for one in again.observations[SERIES]}
    assert (figures["KOR", "2015-12"], figures["KOR", "2024-12"]) == (88.5, 98.25)
    kept = again.vintages[-1]
    ours = {(one.geo, one.as_of): one.printed for one in shelf.observations[SERIES]}
    assert (kept.observation.geo, kept.observation.as_of) == ("KOR", "2015-12")
    assert (kept.observation.printed, kept.superseded) == (ours["KOR", "2015-12"], "2026-07")
    assert compared(again, Api(theirs)).changes == ()


@pytest.mark.parametrize("after", ["150", "-3", "nan"])
def test_an_impossible_figure_is_refused(data_copy: Path, after: str) -> None:
    """What would not load is not written: no file changes."""
    before = contents(data_copy)
    change = Change("changed", SOURCE, SERIES, "KOR", "2015-12", "89", after)
    with pytest.raises(DataError, match=f"{SERIES}.csv:[0-9]+: ") as refused:
        writing.write(data_copy, [Refresh(SOURCE, "2026-07-01", (change,))])
    assert refused.value.path.startswith(str(data_copy))
    assert contents(data_copy) == before


def test_a_full_disk_half_way_changes_nothing(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the second file cannot be put in its place, the first is put back."""
    before = contents(data_copy)
    put = writing._put

    def fail_on_sources(path: Path, content: bytes) -> None:
        if path.suffix == ".toml":
            raise OSError(28, "No space left on device")
        put(path, content)

    monkeypatch.setattr(writing, "_put", fail_on_sources)
    change = Change("changed", SOURCE, SERIES, "KOR", "2015-12", "89", "89.5")
    with pytest.raises(OSError, match="No space"):
        writing.write(data_copy, [Refresh(SOURCE, "2026-07-01", (change,))])
    assert contents(data_copy) == before
