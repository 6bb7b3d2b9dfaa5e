"""The three samples of the check page are what their buttons say."""

from __future__ import annotations

import pytest

from indicators import library, reading
from indicators.checks import VerdictKind
from indicators.library import DATA
from indicators.reading import Reading
from indicators.suggestions import suggest
from indicators.ui.check.entry import SAMPLES

HOLDS = {VerdictKind.MATCH, VerdictKind.ROUNDED}


def read(name: str) -> Reading:
    text = (DATA / "samples" / f"{name}.txt").read_text("utf-8")
    return reading.read_dated(text, library.default())


def test_every_sample_has_its_file() -> None:
    """No more and no fewer than the page offers."""
    assert {path.stem for path in (DATA / "samples").iterdir()} == set(SAMPLES)


@pytest.mark.parametrize("name", ["clean", "damaged"])
def test_what_is_sound_is_found_sound(name: str) -> None:
    """All figures hold, and there is nothing to suggest."""
    found = read(name)
    assert len(found.findings) >= 7
    assert {one.verdict.kind for one in found.findings} <= HOLDS
    assert suggest(found, library.default()) == ()


def test_the_damaged_sample_is_repaired() -> None:
    """Pinyin, shifted bytes and traditional characters are gone; the sound one had none."""
    kinds = read("damaged").clean.counts()
    assert {"pinyin", "shift", "traditional"} <= set(kinds)
    assert read("clean").clean.repairs == ()


def test_the_errors_are_of_several_kinds() -> None:
    """Five verdicts and a contradiction, each fault with a suggestion."""
    found = read("errors")
    kinds = {one.verdict.kind for one in found.findings} - HOLDS
    assert len(kinds) >= 5
    assert any(one.inconsistent for one in found.findings)
    faults = [one for one in found.findings if one.verdict.kind in kinds]
    assert len(suggest(found, library.default())) == len(faults)
