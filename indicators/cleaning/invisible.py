"""Characters nobody sees: zero-width marks, soft hyphens, byte order marks, no-break blanks."""

from __future__ import annotations

import re

from indicators.cleaning.edits import Edit

# Controls other than tab and line ends, soft hyphen, zero-width and directional marks, U+FEFF.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff]+"
)
SURROGATES = re.compile("[\ud800-\udfff]+")  # halves of characters; no code can write them
NO_BREAK = re.compile("[\xa0\u202f\u2007]")
# No-break blanks that a decoder turned into question marks: 摘? ? 要.
QUESTIONED = re.compile("[?](?<=[\u4e00-\u9fff].)(?: [?])+ ?(?=[\u4e00-\u9fff])")
JOINER = "\u200d"
PICTURE = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


def edits(text: str) -> list[Edit]:
    """Drop what cannot be seen, turn no-break blanks into blanks; emoji keep their joiners."""
    if text.isascii() and text.isprintable():
        return []
    found = [
        Edit(match.start(), match.end(), "", "invisible")
        for match in INVISIBLE.finditer(text)
        if not joins_pictures(text, match)
    ]
    found += [
        Edit(match.start(), match.end(), "\ufffd" * len(match[0]), "lost", certain=False)
        for match in SURROGATES.finditer(text)
    ]
    for pattern in (NO_BREAK, QUESTIONED):
        found += [
            Edit(match.start(), match.end(), " ", "blank") for match in pattern.finditer(text)
        ]
    return sorted(found, key=lambda edit: edit.start)


def joins_pictures(text: str, match: re.Match[str]) -> bool:
    """Whether a joiner stands between two parts of one emoji."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match[0] == JOINER and bool(PICTURE.match(before)) and bool(PICTURE.match(after))
