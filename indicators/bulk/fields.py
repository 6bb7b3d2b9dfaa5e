"""The fields of one text of a corpus, checked: id, text, published, title, source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from indicators import periods
from indicators.errors import InputError

MOST_CHARACTERS = 2_000_000  # of one text; reading so many takes less than 200 MB
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    """One text with what is known of it; ``published`` is YYYY-MM, or None for the text to tell."""

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    source: str | None = None


def identity(value: object) -> str:
    """An id as written; a whole number as its digits; "" for what is none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return whole(str(value).strip())


def checked(fields: Mapping[str, object]) -> Text:
    """The text of a record. Raises InputError for one that lacks an id or words, or misdates."""
    id, text = identity(fields.get("id")), fields.get("text")
    if not id:
        raise InputError("bulk_no_id")
    if not isinstance(text, str):
        raise InputError("bulk_no_text")
    return Text(
        id,
        of_fit_length(text),
        _month(fields.get("published")),
        _words("title", fields.get("title")),
        _words("source", fields.get("source")),
    )


def of_fit_length(text: str) -> str:
    """The same text. Raises InputError where it is blank or longer than MOST_CHARACTERS."""
    if not text.strip():
        raise InputError("empty")
    if len(text) > MOST_CHARACTERS:
        raise InputError("too_long", length=f"{len(text):,}", most=f"{MOST_CHARACTERS:,}")
    return text


def _month(value: object) -> str | None:
    """The month of YYYY-MM or YYYY-MM-DD, also where a time of day follows; None for a year."""
    if value is None or value == "":
        return None
    day = str(value).strip()[:10]
    if isinstance(value, bool) or not periods.is_date(day):
        raise InputError("bulk_published", written=whole(day))
    return day[:7] if len(day) >= 7 else None


def _words(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError("bulk_field", field=name)
    return whole(value)


def whole(text: str) -> str:
    """The text as Parquet can hold it: half a surrogate pair is no character."""
    return _HALVES.sub("\ufffd", text)
