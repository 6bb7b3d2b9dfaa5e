"""The publications that figures are cited from, one TOML file each under data/sources/."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One publication: the 41st CNNIC report, a State Council census of government websites …

    ``published`` is YYYY-MM or YYYY-MM-DD, or None where unknown. ``as_of`` is the survey date of
    a periodic report (YYYY-MM), with ``resources_as_of`` where its domains and sites were counted
    at another date (45th report). ``url`` is an official address or None, never a mirror.
    """

    id: str
    title_zh: str
    title_en: str
    publisher_zh: str
    publisher_en: str
    published: str | None
    series: str | None  # "cnnic" for the numbered reports
    number: int | None  # 41 for the 41st report
    as_of: str | None
    resources_as_of: str | None
    url: str | None
    licence: str | None
    note: str
