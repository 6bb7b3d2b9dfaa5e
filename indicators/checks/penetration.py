"""Rates of penetration held to each other, to the shares of netizens and to a population."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.checks import population
from indicators.checks.agreement import Band, claimed_band
from indicators.checks.arithmetic import Check, Relation, positive, value
from indicators.checks.balances import AREA_SHARES, AREAS, USERS
from indicators.checks.official import Key
from indicators.checks.passages import Passage, Time
from indicators.quantities import Quantity

# Penetration recomputed from a population misses the printed one by up to 0.6 points.
POPULATION_SLACK = 0.6
# P·(s_r/p_r + s_u/p_u) = 1 holds within 0.2 % in every survey from 2015-06 on.
IDENTITY_SLACK, IDENTITY_FROM = 0.002, "2015-06"
RATE = Key("internet_penetration")
AREA_RATES = tuple(RATE._replace(area=area) for area in AREAS)
OTHERS = Key("non_netizens")


def _between(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """The national rate lies between the urban and the rural one."""
    found = []
    for a, b, c in passage.combinations(time, *AREA_RATES, RATE):
        low, high = sorted((passage.band(a), passage.band(b)), key=lambda band: band.low)
        ends = sorted((value(passage, a), value(passage, b)))
        nearest = min(max(value(passage, c), ends[0]), ends[1])
        found.append(Check("inconsistent_between", Band(low.low, high.high), nearest, c, (a, b)))
    yield found


def _identity(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """P·(s_r/p_r + s_u/p_u) = 1 for the total rate P, area rates p and shares s."""
    if not isinstance(time, str) or time < IDENTITY_FROM:
        return
    yield [
        _harmonic(passage, *chosen)
        for chosen in passage.combinations(time, *AREA_RATES, *AREA_SHARES, RATE)
        if positive(passage, *chosen)
    ]


def _harmonic(passage: Passage, pu: int, pr: int, su: int, sr: int, total: int) -> Check:
    band = passage.band
    urban, rural = _share_by_rate(passage, su, pu), _share_by_rate(passage, sr, pr)
    whole = 100 / value(passage, total)
    return Check(
        "inconsistent_identity",
        Band(100, 100) / (band(su) / band(pu) + band(sr) / band(pr)),
        100 / (urban + rural),
        stated=total,
        inputs=(pu, pr, su, sr),
        slack=IDENTITY_SLACK * value(passage, total),
        turned=tuple(
            (at, value(passage, share) / rest)
            for at, share, rest in ((pu, su, whole - rural), (pr, sr, whole - urban))
            if rest > 0
        ),
    )


def _share_by_rate(passage: Passage, share: int, rate: int) -> float:
    return value(passage, share) / value(passage, rate)


def _penetration(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """Users over a population the passage states."""
    for area, people in passage.people:
        users, rate = USERS._replace(area=area), RATE._replace(area=area)
        yield [
            _of_population(passage, people, *chosen)
            for chosen in passage.combinations(time, users, rate)
            if _near(passage, people, *chosen) and positive(passage, *chosen)
        ]


def _of_population(passage: Passage, people: Quantity, users: int, rate: int) -> Check:
    return Check(
        "inconsistent_penetration",
        (passage.band(users) / claimed_band(people)).scaled(100),
        100 * value(passage, users) / people.value,
        stated=rate,
        inputs=(users,),
        slack=POPULATION_SLACK,
        extra=(people.surface,),
        turned=((users, people.value * value(passage, rate) / 100),),
    )


def _online_and_not(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """Netizens and the others are the population, where the passage states it as their sum."""
    for area, people in passage.people:
        if area == "total":
            yield [
                Check(
                    "inconsistent_people",
                    claimed_band(people) - passage.band(users),
                    people.value - value(passage, users),
                    stated=others,
                    inputs=(users,),
                    slack=people.value * POPULATION_SLACK / 100,
                    extra=(people.surface,),
                    turned=((users, people.value - value(passage, others)),),
                )
                for users, others in passage.combinations(time, USERS, OTHERS)
                if _near(passage, people, users, others)
            ]


def _offline(passage: Passage, time: Time) -> Iterator[list[Check]]:
    """The shares of people online and not online, told in one sentence, add to 100."""
    text = passage.context.text
    for (rate,) in passage.combinations(time, RATE):
        start, end = passage.quote(rate).sentence
        yield [
            Check(
                "inconsistent_whole",
                Band(100, 100) - claimed_band(share),
                100 - share.value,
                stated=rate,
                inputs=(),
                extra=(share.surface,),
            )
            for share in passage.quantities
            if start <= share.start < end and population.is_offline_share(text, share)
        ]


def _near(passage: Passage, people: Quantity, *indices: int) -> bool:
    """Whether the population stands in the sentence of one of the quotes."""
    return any(
        start <= people.start < end
        for start, end in (passage.quote(index).sentence for index in indices)
    )


RELATIONS: tuple[Relation, ...] = (_penetration, _online_and_not, _offline, _between, _identity)
