"""Dates in a text: which forms there are and what month each one means.

A form is read without its surroundings (``When``); ``resolve`` then turns it into a month with
the help of the last date of the passage, the month of publication and the numbered reports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from indicators import numerals, periods
from indicators.library import Library
from indicators.quotes.quote import Basis

Role = Literal["date", "start", "since", "base", "from", "published", "ignored"]


@dataclass(frozen=True, slots=True)
class When:
    """A date as written. Either a year, or its distance from a reference, or a report's number.

    ``reference``: "told" counts from the last date told (同年, 次年, 半年后), "now" from the time
    of writing (去年, 今年).
    """

    year: int | None = None
    month: int | None = None
    reference: Literal["", "told", "now"] = ""
    years: int = 0
    months: int | None = None
    report: int | None = None
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """What a date means: a month told by the passage, or one that can only be inferred."""

    month: str | None
    inferred: str | None
    basis: Basis
    report: int | None = None


_YEAR = (
    r"(?:(?<![0-9.])(?:19[89]|20[0-4])[0-9]|[一二][零〇○九][零〇○一二九][零〇○一二三四五六七八九])"
)
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?: ?[0-9一二三十]{1,3} ?日)?"
_HALF = (
    r"(?P<half>年?第?[一二三四]季度末?|年?[上下]半年|年?中期?(?![国央文小学共心华间期旬等东西部外])|"
    r"年?岁?末|年?底|年终|末期?|年初|初)"
)
_RELATIVE = {
    "去年": ("now", -1), "上年": ("now", -1), "上一年": ("now", -1), "前年": ("now", -2),
    "前一年": ("told", -1), "今年": ("now", 0), "本年": ("now", 0), "本年度": ("now", 0),
    "同年": ("told", 0), "当年": ("told", 0), "该年": ("told", 0), "次年": ("told", 1),
    "翌年": ("told", 1), "第二年": ("told", 1), "来年": ("told", 1), "转年": ("told", 1),
}  # fmt: skip
_ENGLISH_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_FORM = re.compile(
    rf"(?P<y>{_YEAR}) ?年? ?(?P<edition>版?《?联合国电子政务|联合国电子政府)"
    rf"|(?P<y1>{_YEAR}) ?年 ?(?:{_M} ?月? ?[-—–~至到] ?)?(?P<m>{_M}) ?月(?:份)?{_DAY}(?:[底末初])?"
    rf"|(?P<y2>(?<![0-9.])(?:19[89]|20[0-4])[0-9])[-./](?P<m2>1[0-2]|0?[1-9])(?:[-./][0-3]?[0-9])?(?![0-9.%万亿])"
    rf"|(?P<y3>{_YEAR}) ?年? ?{_HALF}"
    rf"|(?P<y4>{_YEAR}) ?(?:年(?!级|检|报(?!告)|轻)|(?= ?[、和与及,至到—–~-] ?(?:19[89]|20[0-4])[0-9] ?年))度?"
    rf"|(?P<relative>{'|'.join(_RELATIVE)})(?:(?P<m5>{_M}) ?月(?:份)?{_DAY}[底末初]?|(?P<same>同期)|{_HALF.replace('<half>', '<half5>')})?"
    r"|(?P<shift>[0-9]{1,2}|半|[一二两三四五六七八九十]{1,2}) ?(?P<shift_unit>个?月|年|个季度)(?P<back>之?[后前])"
    rf"|(?<![0-9.年])(?P<m6>{_M}) ?月(?:份)?{_DAY}[底末]?"
    r"|(?P<half7>上半年|下半年|年底|年末|岁末|年中)"
    r"|第 ?(?P<report>[0-9]{1,3}|[一二三四五六七八九十]{1,4}) ?次(?=[^。！？\n]{0,24}(?:报告|调查|统计))"
    r"|[“\"]?十(?P<plan>[一二三四])?五[”\"]?(?:规划|计划|时期|期间)?(?:的?(?:末|期末|收官|结束|终了)(?:之年|时|年)?)"
    rf"|(?P<em>{'|'.join(_ENGLISH_MONTHS)}),? (?:[0-9]{{1,2}}, )?(?P<ey>(?:19[89]|20[0-4])[0-9])"
    r"|survey (?P<ey3>(?:19[89]|20[0-4])[0-9])"
    r"|(?:(?P<mid>mid[- ])|(?:end of|late|year-end|in|by|of|at) )(?P<ey2>(?:19[89]|20[0-4])[0-9])(?![0-9.,])"
)
_PLAN_ENDS = {"": 1980, "一": 2010, "二": 2015, "三": 2020, "四": 2025}
_SINCE = re.compile(r"[底末初]?(?:以来|以后|之后|起|开始|至今|后(?!者)|伊始)")
_RANGE = re.compile(rf" ?(?:到|至|[-—–~]{{1,2}}) ?{_YEAR}")
_BEFORE = re.compile(r"(?:以前|之前|前(?!者|[一二两三四五]))")
_PUBLICATION = re.compile(
    r"[^。！？；;\n0-9%的据]{0,16}?(?:发布|公布|印发|出台|召开|举行|发表|刊发|刊登|获悉|访问|下载|报道|颁布|施行|开幕|检索)(?!时)"
)
_COMPARING = re.compile(r"[^。！？；;\n]{0,18}?(?:相比|比较|相较|对比|之比)")
_BASE = re.compile(
    r"(?:较之?|比起?|相较于?|相比于?|相对于?|对比|compared (?:with|to)|than(?: in)?) ?(?:于|起)?$"
)
_WITH = re.compile(r"(?:与|同|和|跟) ?$")
_FROM = re.compile(r"(?:由|从|(?<![取来源摘选引出])自)(?:原来|最初|当初)?(?:的)? ?$")
_TO = re.compile(r"[^。！？；;\n]{0,40}?[至到成为]")


def forms(lowered: str, start: int, end: int) -> list[tuple[int, int, When, Role]]:
    """The dates written in a stretch of a folded, lower-case text, with the part each plays."""
    found = []
    for match in _FORM.finditer(lowered, start, end):
        when = _when(match)
        if when is not None:
            found.append((match.start(), match.end(), when, _role(lowered, match)))
    return found


def _role(lowered: str, match: re.Match[str]) -> Role:
    before = lowered[max(0, match.start() - 10) : match.start()]
    if match["same"] or _BASE.search(before):
        return "base"
    if _WITH.search(before) and _COMPARING.match(lowered, match.end()):
        return "base"
    if _RANGE.match(lowered, match.end()):
        return "start"
    if _SINCE.match(lowered, match.end()):
        return "since"
    if _FROM.search(before) and _TO.match(lowered, match.end()):
        return "from"
    if _BEFORE.match(lowered, match.end()):
        return "ignored"
    if _PUBLICATION.match(lowered, match.end()) and match["edition"] is None:
        return "published" if match["report"] is None else "date"
    return "date"


def _when(match: re.Match[str]) -> When | None:
    group = match.groupdict()
    if group["report"]:
        number = numerals.parse(group["report"])
        return When(report=int(number.value)) if number else None
    if group["relative"]:
        reference, years = _RELATIVE[group["relative"]]
        month = _month(group["m5"]) or _half(group["half5"])
        return When(reference="now" if reference == "now" else "told", years=years, month=month)
    if group["shift"]:
        return _shifted(group)
    if group["m6"]:
        return When(reference="told", month=_month(group["m6"]))
    if group["half7"]:
        return When(reference="told", month=_half(group["half7"]))
    if group["em"]:
        return When(int(group["ey"]), _ENGLISH_MONTHS.index(group["em"]) + 1)
    if group["ey3"]:
        return When(int(group["ey3"]), 12)
    if group["ey2"]:
        return When(int(group["ey2"]), 6 if group["mid"] else 12)
    if match[0].lstrip('“"').startswith("十"):
        year = _PLAN_ENDS[group["plan"] or ""]
        return When(year, 12, plan=True)
    return _absolute(group)


def _absolute(group: dict[str, str | None]) -> When | None:
    written = next(group[key] for key in ("y", "y1", "y2", "y3", "y4") if group.get(key))
    number = numerals.parse((written or "").replace("○", "〇"))
    if number is None:
        return None
    month = _month(group["m"] or group["m2"]) or _half(group["half"]) or 12
    return When(int(number.value), month)


def _shifted(group: dict[str, str | None]) -> When | None:
    unit = {"年": 12, "个季度": 3}.get(group["shift_unit"] or "", 1)
    number = None if group["shift"] == "半" else numerals.parse(group["shift"] or "")
    months = 6 if group["shift"] == "半" else round(number.value * unit) if number else 0
    backwards = (group["back"] or "").endswith("前")
    return When(reference="told", months=-months if backwards else months)


def _month(written: str | None) -> int | None:
    number = numerals.parse(written) if written else None
    return int(number.value) if number else None


def _half(written: str | None) -> int | None:
    """The last month of the half-year or quarter a word names."""
    if not written:
        return None
    for sign, month in (("一", 3), ("二", 6), ("三", 9), ("四", 12), ("上", 6), ("下", 12)):
        if sign in written:
            return month
    if "初" in written:
        return 1
    return 6 if "中" in written else 12


def resolve(when: When, told: str | None, published: str | None, library: Library) -> Moment:
    """The month a date means; ``told`` is the last month the passage told before it."""
    if when.report is not None:
        return Moment(None, library.report_period("cnnic", when.report), "report", when.report)
    if when.year is not None:
        month = periods.month(when.year, when.month or 12)
        return Moment(month, None, "plan" if when.plan else "stated")
    if told is not None:
        return Moment(_relative(when, told), None, "relative")
    if published is not None:
        anchor = published[:7] if len(published) >= 7 else f"{published[:4]}-12"
        inferred = _relative(when, anchor)
        if when.reference == "told" and inferred > anchor:
            inferred = periods.shift(inferred, -12)
        return Moment(None, inferred, "relative")
    return Moment(None, None, "relative")


def _relative(when: When, anchor: str) -> str:
    if when.months is not None:
        return periods.shift(anchor, when.months)
    year, _ = periods.split(anchor)
    return periods.month(year + when.years, when.month or 12)
