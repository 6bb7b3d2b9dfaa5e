"""The World Bank's public API, asked for one series at a time through its client wbgapi."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from indicators.errors import InputError

ADDRESS = "https://api.worldbank.org/v2"
_SERIES = "sources/{source}/series/{series}/country/{country}/time/all"
_DATABASE = 2  # World Development Indicators
_SECONDS, _DECIMALS = 30, 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A series as the API gives it today: figures by (place of ours, YYYY), and its date."""

    figures: Mapping[tuple[str, str], float]
    updated: str  # YYYY-MM-DD


def fetch(series: str, places: Collection[str], address: str = ADDRESS) -> Answer:
    """One series for some of our places (CN, ISO3 and aggregate codes); blank years are left out.

    Raises InputError where the API cannot be reached, refuses, or answers with something else.
    """
    ours = {"CHN" if place == "CN" else place: place for place in places}
    countries = ";".join(sorted(ours))
    try:
        client = _client(address)
        given = {"source": _DATABASE, "series": series, "country": countries}
        rows = list(client.refetch(_SERIES, ["country"], **given))
        figures = dict(_figure(row, ours) for row in rows if row["value"] is not None)
        return Answer(figures, str(client.source.get(_DATABASE)["lastupdated"]))
    except OSError as error:  # of which the exceptions of requests are kinds
        raise InputError("no_answer", address=address, why=type(error).__name__) from error
    except Exception as error:  # whatever the client or we stumble over in a strange answer
        raise InputError("strange_answer", address=address, why=f"{error!s:.200}") from error


def _client(address: str) -> ModuleType:
    # Imported here, as only an operator's refresh needs it. It is set up by its attributes.
    import wbgapi

    wbgapi.endpoint, wbgapi.get_options = address, {"timeout": _SECONDS}
    return wbgapi  # type: ignore[no-any-return]


def _figure(row: Any, ours: Mapping[str, str]) -> tuple[tuple[str, str], float]:
    ids = {part["concept"]: part["id"] for part in row["variable"]}
    year = ids["Time"].removeprefix("YR")
    if not (len(year) == 4 and year.isdigit()):
        raise ValueError(f"{ids['Time']!r} is no year")
    return (ours[ids["Country"]], year), round(float(row["value"]), _DECIMALS)
