"""The official figures: observations by indicator, read from data/indicators/<id>.csv."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["seen", "derived", "approximate"]


@dataclass(frozen=True, slots=True)
class Observation:
    """One official figure. ``value`` is in the indicator's base unit, ``printed`` as published.

    ``as_of`` is YYYY-MM. ``geo`` is CN, an ISO 3166-2 code (CN-HA) or an ISO3 country code.
    ``area`` is total | urban | rural; ``level`` is "" or province | prefecture | county |
    township; ``scope`` is "" or the scope id. ``source`` is the id of a file in data/sources/.
    """

    indicator: str
    as_of: str
    geo: str
    area: str
    level: str
    scope: str
    value: float
    printed: str
    source: str
    status: Status
    note: str
