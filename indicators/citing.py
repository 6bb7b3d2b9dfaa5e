"""Which policy documents a text names: by title, by number, by a short name it has introduced.

Titles are compared with 关于, 的, 印发, quotation marks, dashes and blanks left out on both sides,
so 《关于促进大数据发展的行动纲要》 is 促进大数据发展行动纲要. Everything works on repaired text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.policies import Policy

By = Literal["title", "number", "short"]
Spans = Sequence[tuple[int, int]]

_SILENT = re.compile(r"关于|印发|的|[《》〈〉“”\"‘’'「」『』\s　—–－-]")
# What goes on after a name makes it another document, or no document: 网络安全法律, …战略纲要.
_GOES_ON = re.compile(r"纲要|规划|实施细则|实施方案|实施办法|修正案|草案|规(?!定)|[律治制学院]")
# A local document of the same name: 浙江省政府信息公开条例.
_LOCAL = r"(?<![省市县区州])"
_OPEN, _CLOSE = r"[〔\[(（【﹝［〈]?", r"[〕\])）】﹞］〉]?"
_SHORT = re.compile(r"以下(?:简称|称)(?:为)?[:：]?\s*[“\"《‘]([^”\"》’]{2,20})[”\"》’]")
_DOCUMENT = re.compile(
    r"(?P<words>《[^《》\n]{2,60}(?:意见|通知|方案|办法|条例|规定|规划|纲要|决定|法|法典|指南|指引"
    r"|计划|公报|白皮书|细则|准则|战略|工作报告)》"
    r"|政府的?工作报告"
    r"|[“\"][^“”\"\n]{2,20}[”\"](?:行动计划|专项行动|工程|战略))"
)
_AFTER_TITLE = 40  # characters within which 以下简称 follows a title
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Citing:
    """One place where a text names a policy: clean offsets, and the sentence, counted from 1."""

    policy: str
    start: int
    end: int
    sentence: int
    by: By


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a text names and our list does not have; ``words`` as the text writes it."""

    words: str
    start: int
    end: int
    sentence: int


def find(
    text: str, sentences: Spans, policies: Mapping[str, Policy], published: str | None = None
) -> tuple[Citing, ...]:
    """Every place where the text names one of the policies, in the text's order.

    ``published`` is the text's month: it tells which edition of a revised document is meant. A
    text without one may mean any edition, and names them all.
    """
    found = [
        Citing(id, start, end, _sentence(sentences, start), by)
        for start, end, ids, by in _longest([*_titles(text, policies), *_numbers(text, policies)])
        for id in _editions(ids, policies, published)
    ]
    return tuple(sorted([*found, *_introduced(text, sentences, found)], key=lambda c: c.start))


_Hit = tuple[int, int, tuple[str, ...], By]


def names(policy: Policy) -> tuple[str, ...]:
    """The names a text may call a policy by, silent parts left out, the longest first."""
    said = {silenced(name) for name in (policy.title.zh, *policy.also)}
    said |= {re.sub(r"^中华人民共和国", "", name) for name in said}
    said |= {re.sub(r"[（(].*?[）)]", "", name) for name in said}
    return tuple(sorted(said, key=len, reverse=True))


def silenced(name: str) -> str:
    """A name without what texts leave out or add."""
    return _SILENT.sub("", name)


def _titles(text: str, policies: Mapping[str, Policy]) -> Iterator[_Hit]:
    kept, places = _spoken(text)
    for name, ids in _by_name(policies).items():
        for match in re.finditer(_LOCAL + re.escape(name), kept):
            start, end = places[match.start()], places[match.end() - 1] + 1
            closing = _closing(text, end)
            if closing or not _GOES_ON.match(kept, match.end()):
                yield start - _opening(text, start), end + closing, ids, "title"


def _opening(text: str, start: int) -> int:
    """How many characters before a name open it: 《关于."""
    before = text[max(0, start - 6) : start]
    return len(before) - len(re.sub(r"(?:[《〈“‘]|关于)+$", "", before))


def _closing(text: str, end: int) -> int:
    after = text[end : end + 3]
    return len(after) - len(re.sub(r"^[》〉”’]+", "", after))


def _by_name(policies: Mapping[str, Policy]) -> Mapping[str, tuple[str, ...]]:
    """The policies of each name: the editions of a revised document share one."""
    found: dict[str, tuple[str, ...]] = {}
    for policy in policies.values():
        for name in names(policy):
            found[name] = (*found.get(name, ()), policy.id)
    return found


def _spoken(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without its silent parts, and where each character of it stands."""
    silent = {at for match in _SILENT.finditer(text) for at in range(*match.span())}
    places = tuple(at for at in range(len(text)) if at not in silent)
    return "".join(text[at] for at in places), places


def _numbers(text: str, policies: Mapping[str, Policy]) -> Iterator[_Hit]:
    for policy in policies.values():
        pattern = number_pattern(policy.number)
        if pattern:
            for match in pattern.finditer(text):
                yield *match.span(), (policy.id,), "number"


def number_pattern(number: str) -> re.Pattern[str] | None:
    """How texts write a document number, brackets of all kinds: 国发〔2015〕40号, 国发[2015] 40 号.

    None for an order of the President: their count begins anew with every term.
    """
    if file := re.fullmatch(r"(\D+)〔(\d{4})〕(\d+)号", number):
        organ, year, count = file.groups()
        return re.compile(
            rf"{organ}\s*{_OPEN}\s*{year}\s*年?\s*{_CLOSE}\s*第?\s*0*{count}\s*号(?!令)"
        )
    if order := re.fullmatch(r"(国务院|国家发展改革委)令第(\d+)号", number):
        organ = order[1] if order[1] == "国务院" else r"国家发展(?:和)?改革委(?:员会)?"
        count = f"(?:{order[2]}|{_in_chinese(int(order[2]))})"
        return re.compile(rf"{organ}\s*(?:令\s*[（(]?\s*第?\s*{count}\s*号|第\s*{count}\s*号令)")
    return None


def _in_chinese(number: int) -> str:
    """四百九十二 for 492: numbers below a thousand."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    said += f"{_DIGITS[tens]}十" if tens else ("零" if hundreds and ones else "")
    return said + (_DIGITS[ones] if ones else "")


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Hits without those inside a longer one: the opinions within the name of their rules."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if not any(start < hit[1] and hit[0] < end for start, end, *_ in kept):
            kept.append(hit)
    return kept


def _editions(
    ids: Sequence[str], policies: Mapping[str, Policy], published: str | None
) -> Sequence[str]:
    """Of the editions of one document, the last one out when the text was written."""
    if len(ids) < 2 or published is None:
        return ids
    out = [id for id in ids if policies[id].issued[:7] <= published]
    return out[-1:] or ids[:1]


def _introduced(text: str, sentences: Spans, found: Sequence[Citing]) -> Iterator[Citing]:
    """Later mentions by the short name a text gives: （以下简称《方案》）."""
    for one in found:
        given = _SHORT.search(text, one.end, one.end + _AFTER_TITLE)
        if given:
            again = re.compile(rf"[《“\"‘]{re.escape(given[1])}[》”\"’]")
            for match in again.finditer(text, given.start()):
                yield Citing(
                    one.policy, *match.span(), _sentence(sentences, match.start()), "short"
                )


def unlisted(text: str, sentences: Spans, found: Sequence[Citing]) -> tuple[Named, ...]:
    """Documents that the text names and ``found`` does not hold, in the text's order.

    A title in 《》 that ends as documents do, a programme named in quotation marks, and the
    government's report to the people's congress. Journals and books are none of these.
    """
    covered = [(one.start, one.end) for one in found]
    return tuple(
        Named(match["words"], *match.span(), _sentence(sentences, match.start()))
        for match in _DOCUMENT.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in covered)
    )


def _sentence(sentences: Spans, place: int) -> int:
    return bisect_right([start for start, _ in sentences], place)
