"""The provinces on their grid: every one of them, and what a tile says with and without a value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from indicators import library, provinces, theme
from indicators.errors import DataError
from indicators.figures.tiles import TileValue, shades, tiles_figure
from indicators.places import Place
from indicators.strings import LANGS, Lang
from indicators.theme import Mode, contrast

MODES: tuple[Mode, ...] = ("light", "dark")
PLACES = {code: Place(code, name, name) for code, name in (("CN-BJ", "北京"), ("FRA", "法国"))}
BROKEN = [
    ("FRA,1,1,法国,France", "is no province"),
    ("CN-ZJ,1,1,浙江,Zhejiang", "is no province"),
    ("CN-BJ,1,2,北京,Beijing\nCN-BJ,1,3,北京,Beijing", "stands here twice"),
    ("CN-BJ,0,1,北京,Beijing", "row: '0' is not a whole number from 1"),
    ("CN-BJ,1,x,北京,Beijing", "column: 'x' is not"),
    ("CN-BJ,1,1,北京,", "zh and en are required"),
]


def bars(values: Mapping[str, TileValue], lang: Lang = "zh", mode: Mode = "light") -> Any:
    shelf = library.default()
    return tiles_figure(shelf.provinces, shelf.places, values, lang, mode, "CN-ZJ").data[0]


def test_all_34_province_level_units_have_a_tile_of_their_own() -> None:
    """Every province of the places but the production corps, no two on one tile."""
    shelf = library.default()
    wanted = {place.code for place in shelf.places.values() if place.is_province}
    assert {province.code for province in shelf.provinces} == wanted - {"CN-XPCC"}
    assert len({(province.row, province.column) for province in shelf.provinces}) == 34


@pytest.mark.parametrize("lang", LANGS)
def test_a_tile_bears_the_name_its_place_has_everywhere(lang: Lang) -> None:
    """Broken into lines, and in English within words, but the same name."""
    shelf = library.default()
    for province in shelf.provinces:
        written = province.label[lang].replace("-|", "").replace("|", " " if lang == "en" else "")
        assert written == shelf.places[province.code].name(lang)


def test_a_line_of_a_tile_fits_a_phone() -> None:
    """At most three Chinese characters or seven letters stand in a line."""
    for province in library.default().provinces:
        assert max(map(len, province.label.zh.split("|"))) <= 3
        assert max(map(len, province.label.en.split("|"))) <= 7


@pytest.mark.parametrize(("rows", "what"), BROKEN)
def test_a_broken_tile_is_named_with_its_row(tmp_path: Path, rows: str, what: str) -> None:
    """An unknown province, a place off the grid, a missing name."""
    path = tmp_path / "provinces.csv"
    path.write_text(f"code,row,column,zh,en\n{rows}\n", encoding="utf-8")
    with pytest.raises(DataError, match=what) as caught:
        provinces.load(path, PLACES)
    assert caught.value.line == rows.count("\n") + 2


def test_two_provinces_never_share_a_tile(tmp_path: Path) -> None:
    """The second one is named."""
    path = tmp_path / "provinces.csv"
    rows = "CN-BJ,1,1,北京,Beijing\nCN-TJ,1,1,天津,Tianjin\n"
    path.write_text(f"code,row,column,zh,en\n{rows}", encoding="utf-8")
    with pytest.raises(DataError, match="CN-BJ stands on the same tile"):
        provinces.load(path, {**PLACES, "CN-TJ": Place("CN-TJ", "天津", "Tianjin")})


@pytest.mark.parametrize(("lang", "none"), [("zh", "无数据"), ("en", "no data")])
def test_a_province_without_a_value_says_so(lang: Lang, none: str) -> None:
    """In words on its tile and under the pointer, and hatched, unlike a province with zero."""
    drawn = bars({"CN-BJ": TileValue(0, "0"), "CN-ZJ": TileValue(3, "3")}, lang)
    at = {code: place for place, (code,) in enumerate(drawn.customdata)}
    assert drawn.text[at["CN-TW"]].endswith(none)
    assert none in drawn.hovertext[at["CN-TW"]]
    assert drawn.text[at["CN-BJ"]].endswith("<b>0</b>")
    hatched = [shape == "/" for shape in drawn.marker.pattern.shape]
    assert hatched.count(False) == 2
    assert not hatched[at["CN-BJ"]]


def test_the_selected_province_is_framed_alone() -> None:
    """One frame is wider, and selection fades nothing."""
    drawn = bars({"CN-ZJ": TileValue(3, "3")})
    framed = [
        code
        for (code,), width in zip(drawn.customdata, drawn.marker.line.width, strict=True)
        if width > 1
    ]
    assert framed == ["CN-ZJ"]
    assert drawn.selected.marker.opacity == drawn.unselected.marker.opacity == 1


@pytest.mark.parametrize("mode", MODES)
def test_a_tile_can_be_read_on_every_shade(mode: Mode) -> None:
    """Text keeps 4.5:1, and the shades rise with the values."""
    colours = theme.palette(mode)
    drawn = shades([TileValue(v, "") for v in (0, 1, 5, 10)], colours)
    assert all(contrast(colours.text, shade) >= 4.5 for shade in drawn)
    against = [contrast(shade, colours.background) for shade in drawn]
    assert against == sorted(set(against))


def test_values_that_do_not_differ_are_still_seen() -> None:
    """One value, or several equal ones, take the strong shade; none takes the paper's colour."""
    colours = theme.palette("light")
    same = shades([TileValue(7, "7"), TileValue(7, "7"), None], colours)
    assert same[0] == same[1] != colours.background == same[2]
