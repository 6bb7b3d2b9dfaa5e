"""The GovTech Maturity Index: groups A to D, read or refused with file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import gtmi, library
from indicators.errors import DataError

SHELF = library.load(library.DATA)
HEADER = "edition,geo,group,source\n"
EXAMPLES = [
    ("2025,CN,E,worldbank-gtmi-2025\n", "group: 'E' is none of A, B, C, D"),
    ("2025,XXX,A,worldbank-gtmi-2025\n", "unknown place 'XXX'"),
    ("2025,CN,A,nobody\n", "unknown source 'nobody'"),
    ("2025,CN,B,worldbank-gtmi-2025\n" * 2, "CN stands here twice for 2025"),
]


def test_the_shipped_groups_cover_the_countries_of_the_egdi() -> None:
    """Three editions of the same 28 countries, China in group B of each."""
    countries = {seen.geo for seen in SHELF.observations["egdi"]}
    for edition in ("2020", "2022", "2025"):
        inside = {one.geo: one.group for one in SHELF.gtmi if one.edition == edition}
        assert set(inside) == countries
        assert inside["CN"] == "B"


@pytest.mark.parametrize(("rows", "complaint"), EXAMPLES)
def test_a_wrong_row_is_named(tmp_path: Path, rows: str, complaint: str) -> None:
    """The error says the file, the line and what is wrong."""
    path = tmp_path / "gtmi.csv"
    path.write_text(HEADER + rows, "utf-8")
    with pytest.raises(DataError, match=complaint) as raised:
        gtmi.load(path, SHELF.sources, SHELF.places)
    assert raised.value.line == len(rows.splitlines()) + 1
