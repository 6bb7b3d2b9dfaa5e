"""Number tokens: every numeral of a folded text with the unit that touches it.

The lexer walks from one possible first sign to the next and always moves past what it has looked
at, so its time is linear in the text whatever the text is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from indicators import numerals
from indicators.numerals import ARABIC_PATTERN, CHINESE, CHINESE_PATTERN
from indicators.quantities import exclusions
from indicators.quantities.quantity import QuantityUnit


class Token(NamedTuple):
    """A numeral and its unit. ``factor`` is what its multiplier stands for (亿: 100000000)."""

    start: int
    end: int
    value: float
    step: float
    factor: float
    unit: QuantityUnit
    classifier: str
    loose: bool  # 6亿多, 三百余家
    high: float | None = None


# Words that count things; longer ones first.
CLASSIFIERS = (
    "部门", "省份", "地区", "国家", "人次",
    *"省市县国个人名家项户位类种件次台部座套处所条张份篇例批款只辆村栏支封桩宗起场间株头颗枚幅块届期站号",
)  # fmt: skip
_PERCENT = "%|‰|per ?cent\\b"
_POINT = "个? ?百 ?分 ?点|percentage points?\\b|pp\\b"
_ENGLISH = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNIT = (
    rf"(?: ?(?:(?P<percent>{_PERCENT})|(?P<point>{_POINT})|(?P<times>倍)"
    rf"|(?P<tenth>成(?![员为功立果本都长就交绩效熟分])[{CHINESE[2:12]}半]?多?)"
    rf"|(?P<classifier>(?!位[列居于次]|人口)(?:{'|'.join(CLASSIFIERS)}))))?"
)
_LARGE = r"[十百千]?[万亿]{1,2}|[百千](?![米克瓦兆字伏赫卡焦分])"
_REST = r"(?:(?<=万)[0-9]{3,4}(?![0-9.,%‰万亿年]))?"  # 9168万6000人
_ARABIC = re.compile(
    rf"(?P<number>{ARABIC_PATTERN}[多余]?"
    rf"(?: {{0,2}}(?:{_LARGE})(?:[0-9]{{1,8}}+[百千]?万)?{_REST})?)"
    rf"(?: ?(?P<english>{'|'.join(_ENGLISH)})\b)?(?P<more> ?[多余])?{_UNIT}"
)
_CHINESE = re.compile(rf"(?P<number>{CHINESE_PATTERN})(?P<more> ?[多余])?{_UNIT}")
_PART = re.compile(
    rf"(?P<whole>百|千|{ARABIC_PATTERN}|[{CHINESE}]++)分之(?P<part>{ARABIC_PATTERN}|{CHINESE_PATTERN})"
)
_DOUBLING = re.compile(rf"翻了?[近约超]?(?P<number>[{CHINESE[2:12]}]|[0-9])番")
_ORDINAL = re.compile(rf" ?(?P<number>{ARABIC_PATTERN}|[{CHINESE}]++) ?(?P<unit>位|名(?!单))?")
_ENGLISH_ORDINAL = re.compile(r"(?P<number>[0-9]{1,3}+)(?:st|nd|rd|th)\b")
_FIRST = re.compile(rf"[0-9第翻{CHINESE}]")
_RUN = re.compile(rf"[0-9]++|[{CHINESE}]++|.")
_RANKING = re.compile(
    r"(?:排名?|名列|[位排]?[列居在于]|名次|由|从|[升降跌移进退]|提[升高]|下滑|[进退]步|上升|倒退)"
    r"[了至到为第约近在]{0,2} ?$"
)
_LISTED_RANKS = re.compile(r"(?: ?[、和与及] ?第 ?[0-9一二三四五六七八九十百]{1,4}){1,8} ?[位名]")
# Names with ranks in a row, which need no 位: 新加坡第7，美国第11.
_NAME = 8
_NAME_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}(?:[排位居列]{1,2})?$")
_RANKED_BEFORE = re.compile(r"第 ?[0-9]{1,3} ?位?[,，、；;][\u4e00-\u9fff]{2,8}$")
_RANKED_NEXT = re.compile(
    r"[,，、；;][\u4e00-\u9fff]{2,8}第 ?[0-9]{1,3} ?(?:位|(?![0-9\u4e00-\u9fff]))"
)
_ARTICLE = frozenset("个项家种次位名类份部件场座处套条人户县市省国村批期届起")


def lex(folded: str) -> Iterator[Token]:
    """The number tokens of a folded text, bare numbers included, what is no figure left out."""
    junk = exclusions.spans(folded)
    position = 0
    while first := _FIRST.search(folded, position):
        start = first.start()
        skip = junk.covering(start)
        if skip is not None:
            position = skip
            continue
        token, position = _read(folded, start)
        if token is not None and not exclusions.is_excluded(folded, token.start, token.end):
            yield token


def _read(folded: str, start: int) -> tuple[Token | None, int]:
    """The token that begins here, if any, and where to look on."""
    sign = folded[start]
    if sign == "第":
        return _ordinal(folded, start)
    if sign == "翻":
        return _doubling(folded, start)
    ordinal = _ENGLISH_ORDINAL.match(folded, start) if sign.isascii() else None
    if ordinal:
        rank = float(ordinal["number"])
        return Token(start, ordinal.end(), rank, 1, 1, "rank", "", False), ordinal.end()
    found = (_ARABIC if sign.isascii() else _CHINESE).match(folded, start)
    if found is None:
        return None, _run_end(folded, start)
    part = folded.startswith("分之", found.end("number")) and _PART.match(folded, start)
    if part:
        return _fraction(part), part.end()
    token = _counted(found) if sign.isascii() else _spelled(found)
    return token, (found.end() if token else max(_run_end(folded, start), found.end("number")))


def _run_end(folded: str, start: int) -> int:
    run = _RUN.match(folded, start)
    return run.end() if run else start + 1


def _ordinal(folded: str, start: int) -> tuple[Token | None, int]:
    """第65位, and 第九 after 排在; any other 第 (章, 次, 季度) takes its number out of the text."""
    found = _ORDINAL.match(folded, start + 1)
    if found is None:
        return None, start + 1
    ranked = (
        found["unit"]
        or _LISTED_RANKS.match(folded, found.end())
        or (
            exclusions.ends_clause(folded, found.end())
            and (_RANKING.search(folded[start - 6 : start]) or _is_row(folded, start, found.end()))
        )
    )
    number = numerals.parse(found["number"])
    if not ranked or number is None:
        return None, found.end()
    return Token(start, found.end(), number.value, 1, 1, "rank", "", False), found.end()


def _is_row(folded: str, start: int, end: int) -> bool:
    """Whether a name and a bare 第7 stand in a row of such: 新加坡第7，美国第11."""
    if not _NAME_BEFORE.search(folded[max(0, start - _NAME) : start]):
        return False
    before = _RANKED_BEFORE.search(folded[max(0, start - 3 * _NAME) : start])
    return before is not None or _RANKED_NEXT.match(folded, end) is not None


def _doubling(folded: str, start: int) -> tuple[Token | None, int]:
    """翻一番 is twice as much, 翻两番 four times."""
    found = _DOUBLING.match(folded, start)
    number = numerals.parse(found["number"]) if found else None
    if found is None or number is None or number.value > 9:
        return None, start + 1
    times = 2.0**number.value
    return Token(start, found.end(), times, 1, 1, "times", "", False), found.end()


def _fraction(found: re.Match[str]) -> Token | None:
    """百分之五十五点八, 千分之五, 三分之一: all of them percent."""
    part, whole = numerals.parse(found["part"]), numerals.parse(found["whole"])
    if part is None or whole is None or not whole.value:
        return None
    scale = 100 / whole.value
    step = part.step * scale if whole.value in (100, 1000) else scale / 4
    if whole.value == 100 and part.value < 1000:
        step = min(part.step, 1.0)  # 百分之五十 is printed to the percent, not to the ten
    value = round(part.value * scale, 6)
    return Token(found.start(), found.end(), value, step, 1, "percent", "", False)


def _counted(found: re.Match[str]) -> Token | None:
    """A number that begins with an Arabic digit; bare numbers count."""
    return _with_unit(found, _ENGLISH.get(found["english"] or "", 1.0))


def _spelled(found: re.Match[str]) -> Token | None:
    """A number in Chinese digits: only with a unit, or 万/亿 in it (一亿九千五百万)."""
    written, classifier = found["number"], found["classifier"]
    united = found["percent"] or found["point"] or found["times"] or found["tenth"] or classifier
    large = len(written) > 1 and ("万" in written or "亿" in written)
    if not united and not large:
        return None
    if written[0] in "百千万亿" or (written == "一" and classifier in _ARTICLE):
        return None
    return _with_unit(found, 1.0)


def _with_unit(found: re.Match[str], factor: float) -> Token | None:
    written = found["number"]
    number = numerals.parse(written)
    if number is None:
        return None
    value, step = number.value * factor, number.step * factor
    unit: QuantityUnit = "number"
    classifier = found["classifier"] or ""
    multiplier = _factor(written) * factor
    high = None
    if found["percent"]:
        scale = 0.1 if found["percent"] == "‰" else 1.0
        unit, value, step = "percent", value * scale, step * scale
    elif found["point"]:
        unit = "point"
    elif found["times"]:
        unit = "times"
    elif found["tenth"]:
        unit = "percent"
        value, high, step = _tenths(written, value, found["tenth"][1:].rstrip("多"))
    elif classifier == "位" and _RANKING.search(
        found.string[max(0, found.start() - 6) : found.start()]
    ):
        unit, classifier = "rank", ""
    elif classifier or multiplier > 1 or (value >= 10_000 and not written[0].isascii()):
        unit = "count"
    loose = (
        bool(found["more"])
        or (found["tenth"] or "").endswith("多")
        or written.rstrip("十百千万亿 ")[-1:] in ("多", "余")
    )
    return Token(
        found.start(), found.end(), round(value, 9), step, multiplier, unit, classifier, loose, high
    )


def _tenths(written: str, tenths: float, rest: str) -> tuple[float, float | None, float]:
    """Value, upper end and step: 五成 (50, to the ten), 五成五 (55), 六成半, 七八成 (70-80)."""
    if not written[0].isascii() and 10 < tenths < 100:
        return tenths // 10 * 10, tenths % 10 * 10, 10.0
    if rest == "半":
        return tenths * 10 + 5, None, 5.0
    unit = numerals.parse(rest) if rest else None
    return (tenths * 10 + unit.value, None, 1.0) if unit else (tenths * 10, None, 10.0)


def _factor(written: str) -> float:
    """What stands behind the digits: 6.80亿 -> 100000000, 7亿7198万 -> 10000, 47,941 -> 1."""
    if not written[0].isascii():
        return 1.0
    digits = written.rstrip("十百千万亿")
    return _worth(written[len(digits) :])


@lru_cache(maxsize=64)
def _worth(signs: str) -> float:
    """What signs like 亿 and 千万 multiply by; 1 if they are none."""
    multiplier = numerals.parse(f"1{signs}") if signs else None
    return multiplier.value if multiplier else 1.0
