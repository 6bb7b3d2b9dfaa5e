"""Holds the colours to their contrast and every verdict to a look of its own."""

from __future__ import annotations

import pytest

from indicators import theme
from indicators.checks import VerdictKind
from indicators.theme import DARK, LIGHT, Palette, contrast

MODES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
READABLE, VISIBLE = 4.5, 3.0  # WCAG 1.4.3 for text, 1.4.11 for lines and marks

# From the definition: black on white is 21, a colour on itself 1; #767676 is the known 4.54.
CONTRASTS = [
    ("#000000", "#ffffff", 21.0),
    ("#123456", "#123456", 1.0),
    ("#767676", "#ffffff", 4.54),
]


@pytest.mark.parametrize(("one", "other", "ratio"), CONTRASTS)
def test_contrast_is_the_ratio_of_luminances(one: str, other: str, ratio: float) -> None:
    """The formula agrees with known pairs, whichever colour comes first."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@MODES
def test_every_text_colour_can_be_read(palette: Palette) -> None:
    """Text, captions, series names and verdicts reach 4.5:1 on the page and on what is selected."""
    colours = {
        "text": palette.text,
        "muted": palette.muted,
        "accent": palette.accent,
        **{f"series {place}": colour for place, colour in enumerate(palette.series)},
        **palette.verdicts,
    }
    weak = {
        (name, ground): round(contrast(colour, ground), 2)
        for name, colour in colours.items()
        for ground in (palette.background, palette.wash)
        if contrast(colour, ground) < READABLE
        and not (name[:6] == "series" and ground != palette.background)
    }
    assert weak == {}


@MODES
def test_rules_and_rings_can_be_seen(palette: Palette) -> None:
    """Break lines and the ring around a selected quote reach 3:1."""
    for colour in (palette.rule, palette.selected):
        assert contrast(colour, palette.background) >= VISIBLE


def test_every_verdict_has_a_look_of_its_own() -> None:
    """Each verdict has a glyph, a marker and a shape that no other has: never colour alone."""
    looks = [theme.verdict_look(kind) for kind in VerdictKind]
    for part in ("glyph", "marker", "path"):
        assert len({getattr(look, part) for look in looks}) == len(looks), part
    assert set(theme.VERDICT_LOOKS) == set(VerdictKind)


@MODES
def test_every_verdict_has_a_colour(palette: Palette) -> None:
    """The palette of each mode colours every verdict."""
    assert set(palette.verdicts) == set(VerdictKind)


def test_the_page_and_the_charts_share_their_colours() -> None:
    """Every colour a style sheet may use is there for both modes."""
    variables = theme.css_variables()
    assert f"--ink:light-dark({LIGHT.text},{DARK.text})" in variables
    assert f"--wrong:light-dark({LIGHT.verdicts['wrong']},{DARK.verdicts['wrong']})" in variables


@pytest.mark.parametrize(
    ("mode", "total", "urban", "rural"),
    [("light", "#1b1b1b", "#0b5fa5", "#b16214"), ("dark", "#f7f7f7", "#6cb6ff", "#bc8e5a")],
)
def test_the_areas_have_their_measured_colours(
    mode: theme.Mode, total: str, urban: str, rural: str
) -> None:
    """Total, urban and rural wear the colours measured for colour-vision deficiency."""
    assert theme.palette(mode).series[:3] == (total, urban, rural)
