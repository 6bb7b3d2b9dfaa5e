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
    position = done = 0
    fresh = True  # nothing but blanks stands on the line so far
    while (match := MARKUP.search(text, position)) is not None:
        start, position = match.span()
        fresh = is_fresh(text[done:start], fresh)
        done = start
        if match["comment"]:
            position = ends.after("-->", position) or position
            after = "" if position > match.end() else match[0]
        elif match["hidden"]:
            position = ends.after_element(match["hidden"].lower(), position)
            after = ""
        elif match["entity"]:
            after = html.unescape(match[0]).replace("\xa0", " ")
        else:
            after = in_place(text, match, fresh)
        if after != match[0]:
            fresh = is_fresh(after, fresh)
            done = position
            yield Edit(start, position, after, "entity" if match["entity"] else "markup")


def is_fresh(text: str, before: bool) -> bool:
    """Whether a line is still empty after some more text."""
    line = text.rpartition("\n")
    return not line[2].strip() and (before or bool(line[1]))


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

    def after_element(self, name: str, position: int) -> int:
        """The offset behind an element that began before ``position``; there if it never ends."""
        closing = self.after(f"</{name}", position)
        if closing is None:
            return position
        return self.after(">", closing) or len(self.text)


def in_place(text: str, match: re.Match[str], fresh: bool) -> str:
    """What a tag leaves: a line break for a block, a tab behind a cell, nothing otherwise."""
    tag = (match["tag"] or "").lower()
    if not (match["doctype"] or is_known(tag)):
        return match[0]
    if CELL.fullmatch(tag):
        return "\t" if match[0].startswith("</") else ""
    if not BLOCK.fullmatch(tag):
        return ""
    ends_line = match.end() == len(text) or text[match.end()] in "\r\n"
    return "" if fresh or ends_line else "\n"
