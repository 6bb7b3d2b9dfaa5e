"""Passages with known truth: what each quotes, and how it was made right, late or wrong.

A passage depends on its number alone, so that a million of them need not be held anywhere: they are
written as they are made, and made again where the truth is asked for.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from indicators import periods
from indicators.series import Observation
from tests.benchmarks.bulk import figures
from tests.benchmarks.bulk.figures import Series, Written

ROWS = 10_000  # written at a time
SCHEMA = pa.schema({name: pa.string() for name in ("id", "text", "published", "title", "source")})
# What may be said of a figure made in each way.
ACCEPTED = {
    "right": ("match",),
    "rough": ("rounded", "match"),
    "late": ("outdated",),
    "misdated": ("wrong_date",),
    "unit": ("unit_error",),
    "false": ("wrong",),
}
WAYS = ("right", "right", "right", "rough", "rough", "late", "misdated", "unit", "false", "false")
SECOND = ("right", "right", "rough", "false")
LEADS = (
    "数字政府建设稳步推进。",
    "线上办事逐渐成为习惯。",
    "据有关部门介绍，",
    "研究者常引用这组数字：",
    "记者注意到，",
    "该报告指出，",
)
# Of no indicator: whatever is found in them is found wrongly.
OTHERS = (
    "全市共建成便民服务站{count}个，群众就近就能办成事。",
    "该县投入{count}万元升级服务大厅，窗口平均等候时间缩短{share}%。",
    "活动吸引{count}家企业参加，签约项目比上届多{share}%。",
    "热线全年受理诉求{count}件，群众满意率为{share}%。",
    "平台汇聚数据目录{count}条，共享接口调用效率提高{share}%。",
)
TAILS = (
    "这与基础设施普及、服务下沉和办事流程再造密切相关。",
    "受访者普遍认为，办事少跑腿是最大的变化。",
    "下一步将继续推动数据共享和业务协同。",
)
SHARES = (0.4, 0.75)  # of the passages quote nothing, and no more than one figure
SENTENCES = (
    "{date}，我国{name}{verb}{figure}。",
    "{date}，全国{name}{verb}{figure}。",
    "{date}，{name}{verb}{figure}。",
)
VERBS = ("达", "达到", "为", "是")
NOW = ("目前", "如今", "现在")
DATES = {
    12: ("截至{y}年12月", "{y}年底", "{y}年末", "截至{y}年12月31日", "到{y}年底", "{y}年12月底"),
    6: (
        "截至{y}年6月",
        "{y}年6月",
        "截至{y}年6月30日",
        "{y}年年中",
        "到{y}年6月底",
        "{y}年上半年末",
    ),
}
OTHER_DATES = ("截至{y}年{m}月", "{y}年{m}月", "截至{y}年{m}月底", "到{y}年{m}月")


class Claim(NamedTuple):
    """One quoted figure: the indicator it is of, the number as written, how it was made."""

    indicator: str
    written: str
    way: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of some 60 characters, the month it came out, and the truth about its figures."""

    text: str
    published: str
    claims: tuple[Claim, ...]


class _Sentence(NamedTuple):
    text: str
    claim: Claim
    published: str  # a month in which the sentence can be written


def passage(number: int) -> Passage:
    """The passage of a number: a lead, a sentence with a figure, often another with another."""
    rng = random.Random(number)
    lot = rng.random()
    told = [] if lot < SHARES[0] else list(_quoting(rng, lot > SHARES[1]))
    other = rng.choice(OTHERS).format(count=rng.randrange(20, 9000), share=rng.randrange(3, 99))
    words = [one.text for one in told] or [other]
    published = told[0].published if told else "2024-05"
    text = "".join((rng.choice(LEADS), *words, rng.choice(TAILS)))
    return Passage(text, published, tuple(one.claim for one in told))


def _quoting(rng: random.Random, twice: bool) -> Iterator[_Sentence]:
    """One sentence with a figure, or two with figures of different indicators."""
    way = rng.choice(WAYS)
    first = _late(rng) if way == "late" else _dated(way, rng)
    yield first
    second = _dated(rng.choice(SECOND), rng)
    another = second.claim.indicator != first.claim.indicator
    if twice and another and second.published <= first.published:
        yield second


def identity(number: int) -> str:
    """The id of a passage in the corpus."""
    return f"p{number:07d}"


def write(path: Path, count: int) -> None:
    """So many passages as a corpus, of which no more than ROWS are ever held."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for start in range(0, count, ROWS):
            rows = list(_rows(range(start, min(start + ROWS, count))))
            writer.write_batch(pa.RecordBatch.from_pylist(rows, SCHEMA))


def _rows(numbers: range) -> Iterator[dict[str, str]]:
    for number in numbers:
        made = passage(number)
        yield {
            "id": identity(number),
            "text": made.text,
            "published": made.published,
            "title": f"第{number}篇",
            "source": "合成",
        }


def _late(rng: random.Random) -> _Sentence:
    """A figure said to be of now that two later ones have overtaken."""
    series, at = _drawn(rng, keep=2)
    then, *since = series.figures[at : at + 3]
    if any(figures.alike(then, one) for one in since):
        return _late(rng)
    written = figures.exact(series, then.value, rng)
    published = periods.shift(since[-1].as_of, rng.randint(7, 10))
    return _sentence(series, rng.choice(NOW), written, "late", published, rng)


def _dated(way: str, rng: random.Random) -> _Sentence:
    """A figure with its month, made in some way."""
    series, at = _drawn(rng)
    seen = series.figures[at]
    written = _written(series, seen, way, rng)
    if written is None:
        return _dated(way, rng)
    published = periods.shift(seen.as_of, rng.randint(4, 24))
    return _sentence(series, _date(seen.as_of, rng), written, way, published, rng)


def _drawn(rng: random.Random, keep: int = 0) -> tuple[Series, int]:
    """A series and one of its figures by place, with so many behind it."""
    series = rng.choice(figures.every())
    return series, rng.randrange(len(series.figures) - keep)


def _written(series: Series, seen: Observation, way: str, rng: random.Random) -> Written | None:
    """The figure as the way has it; None where this one cannot be."""
    match way:
        case "rough":
            return figures.rough(series, seen.value, rng)
        case "unit":
            return figures.in_wrong_unit(series, seen.value, rng)
        case "false":
            return figures.exact(series, figures.false(series, seen.value, rng), rng)
        case "misdated":
            other = rng.choice(series.figures)
            return None if figures.alike(other, seen) else figures.exact(series, other.value, rng)
    return figures.exact(series, seen.value, rng)


def _sentence(
    series: Series, date: str, written: Written, way: str, published: str, rng: random.Random
) -> _Sentence:
    text = rng.choice(SENTENCES).format(
        date=date, name=rng.choice(series.names), verb=rng.choice(VERBS), figure=written
    )
    return _Sentence(text, Claim(series.indicator, written.number, way), published)


def _date(month: str, rng: random.Random) -> str:
    year, number = periods.split(month)
    return rng.choice(DATES.get(number, OTHER_DATES)).format(y=year, m=number)
