"""Which quantities a text calls a population, or the part of one that is not online: none of the
catalogue, but good to check with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indicators.quantities import Quantity

SMALLEST = 1e6
_REACH = 16
# 上网人口 are netizens, and no population.
_CALLED = re.compile(
    r"(?P<area>农村|乡村|城镇|城市)?(?:常住)?(?:总)?(?<!网)(?<!互联网使用)人口(?:总数|数|总量|规模)?[^0-9，。；！？]{0,6}$"
)
_OFFLINE = re.compile(
    r"(?:(?:不|未|没有?)(?:能|会|曾)?(?:上网|触网|接触?入?互联网|使用互联网)|非网民)[^0-9，。；！？]{0,6}$"
)
_AREAS = {"农村": "rural", "乡村": "rural", "城镇": "urban", "城市": "urban", None: "total"}


def area_of(text: str, quantity: Quantity) -> str | None:
    """The area whose population a quantity is said to be (总人口14.12亿: total), or None."""
    if quantity.unit != "count" or quantity.value < SMALLEST:
        return None
    reach = text[max(0, quantity.start - _REACH) : quantity.start]
    called = _CALLED.search(reach) if "人口" in reach else None
    return _AREAS[called["area"]] if called else None


def all_of(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[str, Quantity]]:
    """The quantities that are populations, each with its area."""
    for quantity in quantities:
        area = area_of(text, quantity)
        if area:
            yield area, quantity


def is_offline_share(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is said to be the share of people not online (不上网的占45.5%)."""
    if quantity.unit != "percent":
        return False
    return _OFFLINE.search(text[max(0, quantity.start - _REACH) : quantity.start]) is not None
