"""The made-up corpus that is shipped: passages strung together from templates and the figures.

None of it was ever published. Each passage says so in its title and its source, and comes out the
same on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.series import Observation

PASSAGES = 400
SOURCE = "合成语料（程序生成，非真实文本）"
_SEED, _SECOND = 2017, 0.6  # the share of passages with a second figure
_WHERE = {"total": "我国", "urban": "我国城镇", "rural": "我国农村"}
_OTHER = {"urban": "rural", "rural": "urban"}
_DATED = (
    "截至{when}，{where}{name}达{value}。",
    "{when}，{where}{name}为{value}。",
    "报告显示，截至{when}，{where}{name}为{value}。",
    "据统计，截至{when}，{where}{name}达到{value}。",
)
_UNDATED = ("目前，{where}{name}为{value}。", "如今，{where}{name}已达{value}。")
_FILLING = ("", "这为数字政府建设打下了基础。", "各地应当继续提升服务能力。", "数据共享仍需推进。")
_STALE = 18  # months after which a figure without a date is surely superseded
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Line:
    """The figures of an indicator in one area, by month."""

    indicator: Indicator
    points: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence is to say; ``when`` "" for no date, ``late`` months after the figure."""

    name: str
    area: str
    value: str
    when: str
    late: int


class _Dice:
    """Choices that are the same in every version of Python, which promises that of random()."""

    def __init__(self) -> None:
        self._random = random.Random(_SEED)

    def share(self) -> float:
        """A number from 0 to below 1."""
        return self._random.random()

    def pick(self, several: Sequence[T], bend: float = 1.0) -> T:
        """One of several; the first are the likelier, the more ``bend`` is above 1."""
        return several[int(len(several) * self.share() ** bend)]


def passages(library: Library) -> Iterator[dict[str, str]]:
    """The passages as rows of a corpus: id, title, source, published, text."""
    dice, lines = _Dice(), _lines(library)
    for number in range(1, PASSAGES + 1):
        told = [_told(dice, lines) for _ in range(1 + (dice.share() < _SECOND))]
        sentences = [_sentence(dice, said) for _, said in told]
        filling = dice.pick(_FILLING)
        published = max(periods.shift(month, said.late) for month, said in told)
        yield {
            "id": f"sample-{number:04d}",
            "title": f"合成样例{number:03d}：{told[0][1].name}",
            "source": SOURCE,
            "published": min(published, library.released[:7]),
            "text": "".join([*sentences, filling]),
        }


def _lines(library: Library) -> list[_Line]:
    """The national lines, the longest first: what is published often is quoted often."""
    found = []
    for id, every in library.observations.items():
        indicator = library.indicators[id]
        usual = [
            one
            for one in every
            if (one.geo, one.level, one.scope) == ("CN", "", indicator.default_scope)
            and one.status == "seen"
        ]
        for area in indicator.areas:
            points = tuple(one for one in usual if one.area == area)
            # A share of users is no figure of town or country alone: its names differ.
            if len(points) > 2 and not indicator.adds_to_100:
                found.append(_Line(indicator, points))
    return sorted(found, key=lambda line: -len(line.points))


def _told(dice: _Dice, lines: Sequence[_Line]) -> tuple[str, _Said]:
    """A figure, told right or in one of the ways that figures go wrong, and its true month."""
    line = dice.pick(lines, 2.0)
    # Recent figures are quoted more often than old ones.
    at = len(line.points) - 1 - int(len(line.points) * dice.share() ** 2.5)
    late = 1 + int(48 * dice.share() ** 3)
    return line.points[at].as_of, dice.pick(_WAYS)(line, at, late)


def _sentence(dice: _Dice, said: _Said) -> str:
    form = dice.pick(_DATED if said.when else _UNDATED)
    where = _WHERE[said.area]
    return form.format(when=said.when, where=where, name=said.name, value=said.value)


def _right(line: _Line, at: int, late: int) -> _Said:
    point = line.points[at]
    value = units.text(point.value, line.indicator.unit, "zh")
    return _Said(_name(line), point.area, value, periods.text(point.as_of, "zh"), late)


def _rounded(line: _Line, at: int, late: int) -> _Said:
    value, unit = line.points[at].value, line.indicator.unit
    if unit == "percent" and value > 10:
        return _with(_right(line, at, late), f"约{value:.0f}%")
    if unit in units.COUNTED and value >= 1e8:
        words = f"约{round(value / 1e7) / 10:.1f}亿{units.classifier(unit)}"
        return _with(_right(line, at, late), words)
    return _right(line, at, late)


def _outdated(line: _Line, at: int, late: int) -> _Said:
    """Given as of now, long after."""
    said = _right(line, at, late)
    return _Said(said.name, said.area, said.value, "", late + _STALE)


def _wrong(line: _Line, at: int, late: int) -> _Said:
    """Always off by the same for a figure, so that an error can be repeated."""
    value, unit = line.points[at].value, line.indicator.unit
    counted = unit in units.COUNTED
    off = round(value * 1.07, 2 - len(str(int(value)))) if counted else value * 0.92
    return _with(_right(line, at, late), units.text(off, unit, "zh"))


def _of_another_power(line: _Line, at: int, late: int) -> _Said:
    value, unit = line.points[at].value, line.indicator.unit
    if unit not in units.COUNTED:
        return _right(line, at, late)
    return _with(_right(line, at, late), units.text(value * 10, unit, "zh"))


def _of_another_month(line: _Line, at: int, late: int) -> _Said:
    other = line.points[at - 1 if at else 1]
    value = units.text(other.value, line.indicator.unit, "zh")
    return _with(_right(line, at, late), value)


def _of_another_name(line: _Line, at: int, late: int) -> _Said:
    """Town for country, or by a wrong name in circulation."""
    said = _right(line, at, late)
    wrong = line.indicator.wording.misnomers
    area = _OTHER.get(said.area, said.area)
    return _Said(wrong[0] if wrong else said.name, area, said.value, said.when, late)


def _with(said: _Said, value: str) -> _Said:
    return _Said(said.name, said.area, value, said.when, said.late)


def _name(line: _Line) -> str:
    """网民规模, without what stands in brackets behind it."""
    return line.indicator.name.zh.partition("（")[0]


# As often as they stand here.
_WAYS: tuple[Callable[[_Line, int, int], _Said], ...] = (
    *(_right,) * 9,
    *(_rounded,) * 3,
    *(_outdated,) * 3,
    *(_wrong,) * 3,
    _of_another_power,
    _of_another_month,
    *(_of_another_name,) * 2,
)
