"""The policy documents of data/policies.csv: what each is, and which facts are not confirmed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators import periods
from indicators.catalogue import Bilingual
from indicators.datafiles import Row, read_csv

COLUMNS = (
    "id", "title", "title_en", "short", "short_en", "issuer", "number", "issued", "published",
    "kind", "theme", "summary", "summary_en", "unconfirmed", "also", "url", "note", "note_en",
)  # fmt: skip
KINDS = ("plan", "opinion", "notice", "regulation", "law", "guide", "report")
THEMES = (
    "plan", "infrastructure", "services", "reform", "data_sharing", "open_data", "security",
)  # fmt: skip
ISSUERS = (
    "centre", "two_offices", "npc", "state_council", "general_office", "leading_group",
    "cyber_commission", "ndrc", "miit", "cac", "three_bodies", "telecom",
)  # fmt: skip
FACTS = ("issuer", "number", "issued", "day")  # what may be unconfirmed; "day" is issued's alone
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Policy:
    """One document. ``issued`` and ``published`` are YYYY-MM or YYYY-MM-DD.

    ``unconfirmed`` names the facts (of FACTS) that were not seen in print. ``also`` holds further
    names that texts call it by.
    """

    id: str
    title: Bilingual
    short: Bilingual
    issuer: str
    number: str
    issued: str
    published: str
    kind: str
    theme: str
    summary: Bilingual
    unconfirmed: tuple[str, ...]
    also: tuple[str, ...]
    url: str
    note: Bilingual

    @property
    def year(self) -> int:
        return int(self.issued[:4])


def load(path: Path) -> Mapping[str, Policy]:
    """All documents by id, in the file's order, which is that of time; DataError with the row."""
    found: dict[str, Policy] = {}
    latest = ""
    for row in read_csv(path, COLUMNS):
        policy = _policy(row)
        if policy.id in found:
            raise row.fail(f"policy {policy.id!r} stands here twice")
        if policy.issued[:7] < latest:
            raise row.fail(f"issued: {policy.issued} stands after {latest}; sort by date")
        latest = policy.issued[:7]
        found[policy.id] = policy
    return found


def _policy(row: Row) -> Policy:
    if not _ID.fullmatch(row["id"]):
        raise row.fail(f"id: {row['id']!r} is not lower case with underscores")
    unconfirmed = tuple(filter(None, row["unconfirmed"].split("|")))
    for fact in unconfirmed:
        _one_of(row, "unconfirmed", fact, FACTS)
        if not row["issued" if fact == "day" else fact]:
            raise row.fail(f"unconfirmed: {fact} is not given at all")
    if row["url"] and not re.match(r"https?://", row["url"]):
        raise row.fail(f"url: {row['url']!r} is no address")
    return Policy(
        id=row["id"],
        title=_both(row, "title"),
        short=_both(row, "short"),
        issuer=_one_of(row, "issuer", row["issuer"], ISSUERS),
        number=row["number"],
        issued=_date(row, "issued"),
        published=_date(row, "published") if row["published"] else "",
        kind=_one_of(row, "kind", row["kind"], KINDS),
        theme=_one_of(row, "theme", row["theme"], THEMES),
        summary=_both(row, "summary"),
        unconfirmed=unconfirmed,
        also=tuple(filter(None, row["also"].split("|"))),
        url=row["url"],
        note=_both(row, "note", required=False),
    )


def _both(row: Row, column: str, required: bool = True) -> Bilingual:
    words = Bilingual(row[column], row[f"{column}_en"])
    if bool(words.zh) != bool(words.en) or (required and not words.zh):
        raise row.fail(f"{column} and {column}_en are both required")
    return words


def _one_of(row: Row, column: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise row.fail(f"{column}: {value!r} is none of {', '.join(known)}")
    return value


def _date(row: Row, column: str) -> str:
    if len(row[column]) < 7 or not periods.is_date(row[column]):
        raise row.fail(f"{column}: {row[column]!r} is not a date (YYYY-MM or YYYY-MM-DD)")
    return row[column]
