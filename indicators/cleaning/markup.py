"""HTML left in the text: tags, comments, scripts and entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from indicators.cleaning.edits import Edit

BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6r]|head|header|html|li|main|menu|nav|ol|option|p|pre|section|table|tbody|tfoot|thead"
    "|title|tr|ul"
)
CELL = re.compile("t[dh]")
INLINE = re.compile(
    "a|abbr|acronym|b|base|bdi|bdo|big|button|canvas|caption|cite|code|col|colgroup|data|del|dfn|em"
    "|embed|font|g|i|iframe|img|input|ins|kbd|label|link|map|area|mark|meta|o:p|object|param|path"
    "|picture|q|rp|rt|ruby|s|samp|select|small|source|span|st1:p|strike|strong|sub|sup|svg|textarea"
    "|time|tt|u|var|video|audio|wbr"
)
HIDDEN = "script|style|noscript|template"  # elements whose content is not text
# A comment, a hidden element's opening, a tag or an entity. Every part is bounded or excludes its
# own terminator, so that a megabyte of "<" stays linear.
MARKUP = re.compile(
    rf"(?P<comment><!--)|(?P<doctype><!doctype[^<>]{{0,300}}>)|<(?P<hidden>{HIDDEN})\b[^<>]{{0,2000}}>"
    r"|</?(?P<tag>[a-z][a-z0-9:]{0,15})(?:[\s/][^<>]{0,4000})?>"
    r"|&(?P<entity>#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});",
    re.IGNORECASE,
)


def edits(text: str) -> list[Edit]:
    """Drop tags and what they hide, break lines at blocks, resolve entities."""
    if "<" not in text and "&" not in text:
        return []
    return list(found(text))


def found(text: str) -> Iterator[Edit]:
    """Each piece of markup and what stands in its place."""
    ends = Closings(text)
    position = 0
    while (match := MARKUP.search(text, position)) is not None:
        start, position = match.span()
        if match["comment"]:
            end = ends.after("-->", position)
            if end is not None:
                yield Edit(start, end, "", "markup")
                position = end
        elif match["hidden"]:
            position = ends.after(f"</{match['hidden'].lower()}", position) or position
            position = text.find(">", position) + 1 or len(text)
            yield Edit(start, position, "", "markup")
        elif match["entity"]:
            yield from entity(match)
        elif match["doctype"] or is_known(match["tag"].lower()):
            yield Edit(start, position, in_place(text, match), "markup")


def is_known(tag: str) -> bool:
    """Whether HTML has such a tag; anything else in angle brackets is text."""
    return any(kind.fullmatch(tag) for kind in (BLOCK, CELL, INLINE))


class Closings:
    """Finds terminators; one that is not there is looked for only once."""

    def __init__(self, text: str) -> None:
        self.text = text.lower()
        self.absent: set[str] = set()

    def after(self, terminator: str, position: int) -> int | None:
        """The offset behind the next terminator, or None."""
        if terminator in self.absent:
            return None
        place = self.text.find(terminator, position)
        if place < 0:
            self.absent.add(terminator)
            return None
        return place + len(terminator)


def in_place(text: str, match: re.Match[str]) -> str:
    """What a tag leaves: a line break for a block, a blank for a cell, nothing otherwise."""
    tag = (match["tag"] or "").lower()
    if CELL.fullmatch(tag):
        return "\t" if match[0].startswith("</") else ""
    if not BLOCK.fullmatch(tag):
        return ""
    at_start = match.start() == 0 or text[match.start() - 1] == "\n"
    at_end = match.end() == len(text) or text[match.end()] == "\n"
    return "" if at_start or at_end else "\n"


def entity(match: re.Match[str]) -> Iterator[Edit]:
    """The character an entity stands for; a no-break blank becomes a blank."""
    character = html.unescape(match[0])
    if character != match[0]:
        yield Edit(match.start(), match.end(), character.replace("\xa0", " "), "entity")
