"""Levels of one time held to each other: rates, sums of parts, shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.checks.agreement import Band
from indicators.checks.arithmetic import Check, Relation, positive, value
from indicators.checks.official import Key
from indicators.checks.passages import Passage, Time

USERS = Key("internet_users")
AREAS = ("urban", "rural")
# (part, whole, rate in percent): the rate is part / whole.
RATIOS = (
    (Key("internet_users", area="urban"), USERS, Key("netizen_share", area="urban")),
    (Key("internet_users", area="rural"), USERS, Key("netizen_share", area="rural")),
    (Key("mobile_internet_users"), USERS, Key("mobile_share")),
    (Key("gov_service_users"), USERS, Key("gov_service_usage_rate")),
)
AREA_USERS = tuple(USERS._replace(area=area) for area in AREAS)
AREA_SHARES = tuple(Key("netizen_share", area=area) for area in AREAS)
# An account total whose words leave the holders open is one of all holders.
_TOTAL = re.compile(r"(?:总计|合计|共计?|总数|总量|累计)[^0-9，。；]{0,3}$")
# A printed rate may miss the ratio of the printed values by a tenth (62.9 for 4.85/7.72 = 62.8).
SLACK = 0.1


def _ratios(passage: Passage, time: Time) -> Iterator[list[Check]]:
    for part, whole, rate in RATIOS:
        yield [
            _ratio(passage, *chosen)
            for chosen in passage.combinations(time, part, whole, rate)
            if positive(passage, *chosen)
        ]


def _ratio(passage: Passage, part: int, whole: int, rate: int) -> Check:
    """Rate = part / whole in percent."""
    of, to, percent = (value(passage, at) for at in (part, whole, rate))
    return Check(
        "inconsistent_ratio",
        (passage.band(part) / passage.band(whole)).scaled(100),
        100 * of / to,
        stated=rate,
        inputs=(part, whole),
        slack=SLACK,
        turned=((part, to * percent / 100), (whole, 100 * of / percent)),
    )


def _parts_of_users(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """No part of the netizens is larger than all of them."""
    for part in dict.fromkeys(part for part, _, _ in RATIOS):
        yield [
            Check(
                "inconsistent_part",
                Band(0.0, passage.band(whole).high),
                value(passage, whole),
                stated=at,
                inputs=(whole,),
            )
            for at, whole in passage.combinations(time, part, USERS)
        ]


def _area_sums(passage: Passage, time: Time) -> Iterator[list[Check]]:
    yield [
        _sum(passage, "inconsistent_sum", (a, b), c)
        for a, b, c in passage.combinations(time, *AREA_USERS, USERS)
    ]


def _scope_sums(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """Organisations and officials against the accounts of both, on the same platforms."""
    for subject in passage.levels[time]:
        platform, slash, holders = subject.scope.partition("/")
        if not slash or holders != "org":
            continue
        officials = subject._replace(scope=f"{platform}/officials")
        both = subject._replace(scope=f"{platform}/org+officials")
        totals = [*passage.combinations(time, subject, officials, both)]
        for a, b, c in passage.combinations(time, subject, officials, subject._replace(scope="")):
            if _TOTAL.search(passage.before(c)):
                totals.append((a, b, c))
        yield [_sum(passage, "inconsistent_sum", (a, b), c) for a, b, c in totals]


def _sum(passage: Passage, rule: str, parts: tuple[int, ...], total: int) -> Check:
    band = Band(0.0, 0.0)
    for part in parts:
        band = band + passage.band(part)
    added = sum(value(passage, part) for part in parts)
    missed = value(passage, total) - added
    turned = tuple((part, value(passage, part) + missed) for part in parts)
    return Check(rule, band, added, total, parts, turned=turned)


def _wholes(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """Two shares of one whole add to 100."""
    yield [
        Check(
            "inconsistent_whole",
            Band(100, 100) - passage.band(a),
            100 - value(passage, a),
            stated=b,
            inputs=(a,),
            turned=((a, 100 - value(passage, b)),),
        )
        for a, b in passage.combinations(time, *AREA_SHARES)
    ]


RELATIONS: tuple[Relation, ...] = (_ratios, _parts_of_users, _area_sums, _scope_sums, _wholes)
