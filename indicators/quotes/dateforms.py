"""The forms in which texts write dates, each read without its surroundings.

A form is read as a ``When``; the part it plays in its clause (``Role``) tells whether it dates the
figures, begins a change, or only tells when something was published.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Literal

from indicators import numerals

# date: of the figures behind it; start: of a period that ends with the next date; since: 以来;
# base: compared with (较2016年底); from: of the figure a change counts from (由2016年的);
# event: a day inside a month, on which something happened or was counted.
Role = Literal["date", "start", "since", "base", "from", "event", "published", "ignored"]


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


_ARABIC_YEAR = r"(?<![0-9.])(?:19[89]|20[0-4])[0-9]"
_YEAR = rf"(?:{_ARABIC_YEAR}|[一二][零〇○九][零〇○一二九][零〇○一二三四五六七八九])"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?: ?[0-9一二三十]{1,3} ?日)?"
_HALF = (
    r"年?第?[一二三四]季度末?|年?[上下]半年"
    r"|年?中期?(?![国央文小学共心华间期旬等东西部外])"
    r"|年?岁?末|年?底|年终|末期?|年初|初"
)
_RELATIVE: dict[str, tuple[Literal["told", "now"], int]] = {
    "去年": ("now", -1), "上年": ("now", -1), "上一年": ("now", -1), "前年": ("now", -2),
    "前一年": ("told", -1), "今年": ("now", 0), "本年": ("now", 0), "本年度": ("now", 0),
    "同年": ("told", 0), "当年": ("told", 0), "该年": ("told", 0), "次年": ("told", 1),
    "前一届": ("told", -2), "上一届": ("told", -2), "上届": ("told", -2),  # of a biennial survey
    "翌年": ("told", 1), "第二年": ("told", 1), "来年": ("told", 1), "转年": ("told", 1),
}  # fmt: skip
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_FORMS = (
    rf"(?P<year>{_YEAR})(?:"
    # 2024联合国电子政务调查报告: the edition of a survey
    r" ?年? ?(?P<edition>版?(?=《?联合国电子政[务府]))"
    # 2016年12月31日, 2016年1—6月
    rf"| ?年 ?(?:{_M} ?月? ?[-—–~至到] ?)?(?P<m1>{_M}) ?月(?:份)?{_DAY}[底末初]?"
    # 2016-12, 2016.12.31
    r"|(?<=[0-9])[-./](?P<m2>1[0-2]|0?[1-9])(?:[-./][0-3]?[0-9])?(?![0-9.%万亿])"
    # 2016年底, 2016年上半年, 2016年年中
    rf"| ?年? ?(?P<h3>{_HALF})"
    # 2016年, and 2016 in 2016、2017年
    rf"| ?年(?!级|检|报(?!告)|轻)度?|(?= ?[、和与及,至到—–~-] ?{_ARABIC_YEAR} ?年))",
    # 去年12月, 上年同期, 同年底, 次年年中
    rf"(?P<relative>{'|'.join(_RELATIVE)})"
    rf"(?:(?P<m6>{_M}) ?月(?:份)?{_DAY}[底末初]?|(?P<same>同期)|(?P<h6>{_HALF}))?",
    # 半年后, 三个月之后
    r"(?P<shift>[0-9]{1,2}|半|[一二两三四五六七八九十]{1,2}) ?(?P<unit>个?月|年|个季度)"
    r"(?P<back>之?[后前])",
    # 12月底, 上半年, 年底: the year is told elsewhere
    rf"(?<![0-9.年])(?P<m7>{_M}) ?月(?:份)?{_DAY}[底末]?",
    r"(?P<h8>上半年|下半年|年底|年末|岁末|年中|第[一二三四]季度末?)",
    # 第41次 with a report or survey behind it
    r"第 ?(?P<report>[0-9]{1,3}|[一二三四五六七八九十]{1,4}) ?次"
    r"(?=[^。！？\n]{0,24}(?:报告|调查|统计))",
    # “十三五”末
    r"(?P<plan>[“\"]?十[一二三四]?五)[”\"]?(?:规划|计划|时期|期间)?"
    r"(?:的?(?:末|期末|收官|结束|终了)(?:之年|时|年)?)",
    # December 2020, by the end of 2020, mid-2020, survey 2018
    rf"(?P<em>{'|'.join(_ENGLISH_MONTHS)}),? (?:[0-9]{{1,2}}, )?(?P<ey>{_ARABIC_YEAR})",
    rf"survey (?P<es>{_ARABIC_YEAR})|(?P<en>{_ARABIC_YEAR}) (?:survey|edition)",
    r"(?:(?P<mid>mid[- ])|(?:end of|late|year-end|in|by|of|at) )"
    rf"(?P<e>{_ARABIC_YEAR})(?![0-9.,])",
)
# What a date begins with: at any other sign none of the forms need be tried.
_FIRST = '0-9一二两三四五六七八九十半上下年岁第“"a-z' + "".join(word[0] for word in _RELATIVE)
_FORM = re.compile(f"(?=[{_FIRST}])(?:{'|'.join(_FORMS)})")
_PLAN_ENDS = {"十五": 2005, "十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025}

_SINCE = re.compile(r"[底末初]?(?:以来|以后|之后|起|开始|至今|后(?!者)|伊始)")
_RANGE = re.compile(rf" ?(?:到|至|[-—–~]{{1,2}}) ?{_YEAR}")
_BEFORE = re.compile(r"(?:以前|之前|前(?!者|[一二两三四五]))")
# 2月28日，某机构发布: the date of a report and not of its figures; 12月的调查结果公布 is theirs.
_PUBLICATION = re.compile(
    r"[^。！？；;\n0-9%的据]{0,16}?(?:发布|公布|印发|出台|召开|举行|发表|刊发|刊登|获悉|访问|下载"
    r"|报道|颁布|施行|开幕|检索)(?!时)"
)
_DATED = re.compile(
    r"(?:发布|发表|更新|刊发|刊登|出版|收稿|修回|上传|打印)(?:时间|日期|于) ?[:：]? ?$|日期[:：] ?$"
)
_DAY_OF_MONTH = re.compile(
    r"(?:月 ?|^[0-9]{4}[-./][0-9]{1,2}[-./])(?P<day>[0-9一二三十]{1,3}) ?日?[底末初]?$"
)
_LEAP_YEAR = 2024
_UP_TO = re.compile(r"(?:截至|截止|截止到|截至到|到|至) ?$")
_COMPARING = re.compile(r"[^。！？；;\n]{0,18}?(?:相比|比较|相较|对比|之比)")
_BASE = re.compile(
    r"(?:较之?|比起?|相较于?|相比于?|相对于?|对比"
    r"|compared (?:with|to)|than(?: in)?|(?:up |down )?from)"
    r" ?(?:于|起)?$"
)
_WITH = re.compile(r"(?:与|同|和|跟) ?$")
_FROM = re.compile(r"(?:由|从|(?<![取来源摘选引出])自)(?:原来|最初|当初)?(?:的)? ?$")
_TO = re.compile(r"[^。！？；;\n]{0,40}?[至到成为]")


def forms(lowered: str, start: int, end: int) -> list[tuple[int, int, When, Role]]:
    """The dates written in a stretch of a folded, lower-case text, with the part each plays."""
    found: list[tuple[int, int, When, Role]] = []
    for match in _FORM.finditer(lowered, start, end):
        when = _when(match)
        if when is None:
            continue
        role = _role(lowered, match, when)
        if match["report"] and found and found[-1][1] == match.start() and found[-1][3] == "base":
            role = "ignored"  # 同1997年10月第一次调查的62万相比
        found.append((match.start(), match.end(), when, role))
    return found


def _role(lowered: str, match: re.Match[str], when: When) -> Role:
    before = lowered[max(0, match.start() - 10) : match.start()]
    if match["same"] or _BASE.search(before):
        return "base"
    if _WITH.search(before) and _COMPARING.match(lowered, match.end()):
        return "base"
    if _DATED.search(before):
        return "published"
    if before.rstrip().endswith(("农历", "阴历")):
        return "ignored"
    if _RANGE.match(lowered, match.end()):
        return "start"
    if _SINCE.match(lowered, match.end()):
        return "since"
    if _FROM.search(before) and _TO.match(lowered, match.end()):
        return "from"
    if _BEFORE.match(lowered, match.end()):
        return "ignored"
    told = match["edition"] is not None or _UP_TO.search(before) is not None
    if not told and _PUBLICATION.match(lowered, match.end()):
        return "published" if match["report"] is None else "date"
    return "event" if not told and _is_inside_a_month(match[0], when) else "date"


def _is_inside_a_month(written: str, when: When) -> bool:
    """3月22日, and neither 3月 nor 3月31日."""
    found = _DAY_OF_MONTH.search(written)
    day = numerals.parse(found["day"]) if found else None
    if day is None or when.month is None:
        return False
    return day.value < monthrange(when.year or _LEAP_YEAR, when.month)[1]


def _when(match: re.Match[str]) -> When | None:
    """The date a form writes, or None if its numbers are none."""
    if match["year"]:
        return _absolute(match)
    group = match.groupdict()
    if group["report"]:
        number = numerals.parse(group["report"])
        return When(report=int(number.value)) if number else None
    if group["plan"]:
        return When(_PLAN_ENDS[group["plan"].lstrip('“"')], 12, plan=True)
    if group["relative"]:
        reference, years = _RELATIVE[group["relative"]]
        if group["same"]:
            return When(reference=reference, months=12 * years)
        month = _month(group["m6"]) or _half(group["h6"])
        return When(reference=reference, years=years, month=month)
    if group["shift"]:
        return _shifted(group["shift"], group["unit"] or "", group["back"] or "")
    if group["m7"] or group["h8"]:
        return When(reference="told", month=_month(group["m7"]) or _half(group["h8"]))
    if group["em"]:
        return When(int(group["ey"]), _ENGLISH_MONTHS.index(group["em"]) + 1)
    year = group["e"] or group["es"] or group["en"]
    return When(int(year), 6 if group["mid"] else 12)


def _absolute(match: re.Match[str]) -> When | None:
    number = numerals.parse(match["year"].replace("○", "〇"))
    if number is None:
        return None
    month = _month(match["m1"] or match["m2"]) or _half(match["h3"]) or 12
    return When(int(number.value), month)


def _shifted(written: str, unit: str, direction: str) -> When:
    """半年后 is six months on, 两年前 twenty-four back."""
    number = numerals.parse(written)
    months = {"年": 12, "个季度": 3}.get(unit, 1) * (number.value if number else 0.5)
    return When(reference="told", months=round(-months if direction.endswith("前") else months))


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
