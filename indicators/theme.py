"""Colours and marker shapes for light and dark, measured for contrast and colour vision.

The series colours were chosen so that 全国, 城镇 and 农村 stay apart under the common forms of
colour-vision deficiency and reach 4.5:1 on their background; so does every text colour here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Mode = Literal["light", "dark"]
FONT = (
    "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', "
    "'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mode, as #rrggbb."""

    background: str
    wash: str  # behind what is selected or pointed at
    text: str
    muted: str  # second-rank text, still 4.5:1
    grid: str
    rule: str  # break lines and axis lines
    accent: str
    series: tuple[str, str, str, str, str]  # total, urban, rural, then two more
    selected: str
    verdicts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """How a verdict looks wherever it stands: a glyph in text, the same shape as a chart marker.

    ``path`` is the shape as an SVG path in a 16 x 16 box, stroked, never filled.
    """

    glyph: str
    marker: str  # Plotly symbol
    path: str


# The ids are those of indicators.checks.VerdictKind, which stands later in the one-way flow.
VERDICT_LOOKS: Mapping[str, VerdictLook] = MappingProxyType(
    {
        "match": VerdictLook("○", "circle-open", "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11"),
        "rounded": VerdictLook(
            "◎",
            "circle-open-dot",
            "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 7a1 1 0 1 0 0 2a1 1 0 1 0 0-2",
        ),
        "wrong_date": VerdictLook("△", "triangle-up-open", "M8 2.5L14 13H2Z"),
        "outdated": VerdictLook("▽", "triangle-down-open", "M8 13.5L14 3H2Z"),
        "mislabelled": VerdictLook("◇", "diamond-open", "M8 1.5L14.5 8L8 14.5L1.5 8Z"),
        "unit_error": VerdictLook("□", "square-open", "M2.75 2.75H13.25V13.25H2.75Z"),
        "wrong": VerdictLook("×", "x-thin-open", "M3 3L13 13M13 3L3 13"),
        "no_reference": VerdictLook("＋", "cross-thin-open", "M8 2V14M2 8H14"),
    }
)

LIGHT = Palette(
    background="#ffffff",
    wash="#f4f4f1",
    text="#1b1b1b",
    muted="#595959",
    grid="#e6e6e3",
    rule="#8a8a86",
    accent="#0b5fa5",
    series=("#1b1b1b", "#0b5fa5", "#b16214", "#6a4c93", "#1d7a5f"),
    selected="#0b5fa5",
    verdicts=MappingProxyType(
        {
            "match": "#1d6b45",
            "rounded": "#1d6b45",
            "wrong_date": "#8a4b00",
            "outdated": "#8a4b00",
            "mislabelled": "#a3195b",
            "unit_error": "#b3261e",
            "wrong": "#b3261e",
            "no_reference": "#595959",
        }
    ),
)
DARK = Palette(
    background="#16181b",
    wash="#212429",
    text="#f7f7f7",
    muted="#b4b4b0",
    grid="#33363a",
    rule="#85888c",
    accent="#6cb6ff",
    series=("#f7f7f7", "#6cb6ff", "#bc8e5a", "#c3a6ef", "#6fcfae"),
    selected="#6cb6ff",
    verdicts=MappingProxyType(
        {
            "match": "#7fd1a5",
            "rounded": "#7fd1a5",
            "wrong_date": "#e6b26b",
            "outdated": "#e6b26b",
            "mislabelled": "#f29ac0",
            "unit_error": "#ff9a92",
            "wrong": "#ff9a92",
            "no_reference": "#b4b4b0",
        }
    ),
)


def palette(mode: Mode) -> Palette:
    """The colours of a mode."""
    return DARK if mode == "dark" else LIGHT


def css_variables() -> str:
    """The colours as CSS variables that follow the mode of the element they are used in."""
    names = {
        "paper": (LIGHT.background, DARK.background),
        "wash": (LIGHT.wash, DARK.wash),
        "ink": (LIGHT.text, DARK.text),
        "muted": (LIGHT.muted, DARK.muted),
        "line": (LIGHT.grid, DARK.grid),
        "accent": (LIGHT.accent, DARK.accent),
        **{kind: (LIGHT.verdicts[kind], DARK.verdicts[kind]) for kind in VERDICT_LOOKS},
    }
    return "".join(f"--{name}:light-dark({a},{b});" for name, (a, b) in names.items())


def verdict_look(kind: str) -> VerdictLook:
    """How a verdict looks; raises KeyError for a verdict that has no look yet."""
    return VERDICT_LOOKS[kind]


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two #rrggbb colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
