"""Places: codes and names."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library, places
from indicators.errors import DataError


def test_every_province_has_its_code_and_names() -> None:
    """All 34 provinces are there, and the production corps as a unit of its own."""
    provinces = {place.zh: place for place in library.default().places.values()}
    named = [place for place in provinces.values() if place.is_province]
    assert len(named) == 35
    assert provinces["河南"].code == "CN-HA"
    assert "河南省" in provinces["河南"].also
    assert "广西壮族自治区" in provinces["广西"].also


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("CN-TW", "中国台湾", "Taiwan, China"),
        ("CN-HK", "中国香港", "Hong Kong, China"),
        ("CN-MO", "中国澳门", "Macau, China"),
    ],
)
def test_taiwan_hong_kong_and_macau_are_named_in_full(code: str, zh: str, en: str) -> None:
    """They are provinces and regions of China in both languages."""
    place = library.default().places[code]
    assert (place.name("zh"), place.name("en")) == (zh, en)


@pytest.mark.parametrize(
    ("row", "what"),
    [("CN,全国,China,", "stands here twice"), ("FRA,法国,,", "are all required")],
)
def test_a_broken_place_is_named_with_its_row(tmp_path: Path, row: str, what: str) -> None:
    """A repeated code or a missing name is an error of that row."""
    path = tmp_path / "places.csv"
    path.write_text(f"code,zh,en,also\nCN,全国,China,中国|我国\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=what) as caught:
        places.load(path)
    assert caught.value.line == 3
