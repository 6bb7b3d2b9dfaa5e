"""What a heading of a table tells: unit, date, area, place, level, subject, and what is unknown.

A heading is a caption, the cell above a column or the label of a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.quotes import lexicon, tableunits, tokens
from indicators.quotes.dateforms import Role, When
from indicators.quotes.quote import Area
from indicators.quotes.tableunits import Unit
from indicators.quotes.tokens import Token
from indicators.quotes.vocabulary import Vocabulary

_MARKS = str.maketrans("（）［］【】：，；／｜　", "()[][]:,;/| ")
_HAN = "\u4e00-\u9fff"
_SPACED = re.compile(f"[{_HAN}](?: +[{_HAN}])+")  # 合　　计, 年  份
_NUMBERING = re.compile(
    r"(?:[0-9]{1,2}[.、]|\([0-9一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,2}、)\s*"
)
_NOTE = re.compile(r"[*†‡①-⑳²³¹#]+$|\[[0-9a-z]\]$|\((?:注?[0-9a-e]|左轴|右轴)\)$")
_YEAR = re.compile(r"((?:19[89]|20[0-4])[0-9])\s*(?:年度?)?")
_SIX = re.compile(r"((?:19[89]|20[0-4])[0-9])(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(?:第?([一二三四1-4])季度?|q([1-4]))末?")
_EVERY_YEAR = re.compile(r"(?:历|各|逐|每)年(?:度|的)?(1[0-2]|[1-9])月")
_SURVEY = re.compile(r"第?\s*([0-9]{1,3})\s*次(?:报告|调查|统计)?")
_CHANGE = re.compile(
    r"同比|环比|增[长幅速减量加额]|[新净]增|[涨降升减跌]幅|变[化动]|较[上去前]|比[上去前]年|[较比](?:19|20)[0-9]{2}"
    r"|下降|上升|提升|提高|减少|growth|change|increase"
)
_POSITION = re.compile(r"排[名位序]|[位名]次|rank", re.IGNORECASE)
_IGNORED = re.compile(
    r"序号?|编号|no\.?|#|id|备注|说明|来源|资料来源|数据来源|出处|链接|网址|注释?|source|note|url"
)
# Column heads that say no more than that figures stand below.
_PLAIN = re.compile(
    "values?|number|figure|取?值|本期|期末数?|规模数|计数|数据值?|(?:数|观测|指标|统计)值"
)
_SUBJECTS = frozenset(("label", "topic", "within"))
_PARTS = frozenset(("measure", "share", "share_verb"))
_TELLING = _SUBJECTS | _PARTS | {"date", "area", "level", "geo", "holder", "platform", "population"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What the words of one heading tell; ``text`` is what is left to be read by the grammar."""

    text: str
    tokens: tuple[Token, ...]
    units: tuple[Unit, ...] = ()
    dates: tuple[tuple[When, Role], ...] = ()
    year: int | None = None  # a year and no month
    month: int | None = None  # the month of bare years: 各年12月
    area: Area | None = None
    geo: str | None = None
    level: str | None = None
    indicators: frozenset[str] = frozenset()  # those named
    unknown: int = 0  # characters of unknown text
    other: bool = False
    local: bool = False
    change: bool = False
    position: bool = False  # a rank
    ignored: bool = False
    plain: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its words."""
        return frozenset(token.kind for token in self.tokens)

    def labels(self) -> list[str]:
        """The names of indicators in it, as written."""
        return [self.text[t.start : t.end] for t in self.tokens if t.kind == "label"]

    @property
    def has_subject(self) -> bool:
        return bool(_SUBJECTS & self.kinds) and not self.is_share

    @property
    def is_share(self) -> bool:
        """占网民比例: a share, whose whole is named."""
        return bool({"share", "share_verb"} & self.kinds)

    @property
    def has_part(self) -> bool:
        return bool(_PARTS & self.kinds)

    @property
    def tells(self) -> bool:
        """Whether it tells anything a figure is read by."""
        return bool(_TELLING & self.kinds) or self.change or self.plain or self.year is not None


def read(written: str, vocabulary: Vocabulary) -> Heading:
    """The heading written in a folded, lower-case text."""
    text = _normal(written)
    text, units = tableunits.taken(text)
    ignored = _IGNORED.fullmatch(text) is not None
    year = _YEAR.fullmatch(text)
    when = _alone(text)
    if year or when:
        return Heading(
            "", (Token("date", 0, 0),), units,
            dates=((when, "date"),) if when else (), year=int(year[1]) if year else None,
        )  # fmt: skip
    lexed = tuple(tokens.lex(text, 0, len(text), (), vocabulary))
    areas = {token.name for token in lexed if token.kind == "area"}
    telling: set[str] = areas - {"total"}
    dates, years = _dates(text, lexed)
    month = _EVERY_YEAR.search(text)
    return Heading(
        text,
        lexed,
        units,
        dates,
        year=years[0] if len(set(years)) == 1 and not dates else None,
        month=int(month[1]) if month else _month(dates),
        area=_area(areas, telling),
        geo=_place(text, lexed),
        level=_one({token.name for token in lexed if token.kind == "level"}),
        indicators=frozenset(token.name for token in lexed if token.kind == "label"),
        unknown=sum(token.end - token.start for token in lexed if token.kind == "text"),
        other=any(token.kind in ("other", "other_head") for token in lexed),
        local=any(token.kind == "local" for token in lexed),
        change=_CHANGE.search(text) is not None,
        position=_POSITION.search(text) is not None,
        ignored=ignored,
        plain=not text or _PLAIN.fullmatch(text) is not None,
    )


def _alone(text: str) -> When | None:
    """A date that is one only where nothing else is written: 202012, 第45次, 第一季度."""
    if six := _SIX.fullmatch(text):
        return When(int(six[1]), int(six[2]))
    if survey := _SURVEY.fullmatch(text):
        return When(report=int(survey[1]))
    if quarter := _QUARTER.fullmatch(text):
        number = "一二三四".find(quarter[1] or "-") + 1 or int(quarter[1] or quarter[2])
        return When(reference="told", month=3 * number)
    return None


def _normal(written: str) -> str:
    text = written.translate(_MARKS).strip(' \t"“”*')
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    text = _NOTE.sub("", _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text)
    text = text.strip(" :")
    return f"{text}级" if text in lexicon.BARE_LEVELS else text


def _dates(text: str, lexed: Sequence[Token]) -> tuple[tuple[tuple[When, Role], ...], list[int]]:
    """The dates with a month, or one to be counted from another; and the bare years."""
    dates: list[tuple[When, Role]] = []
    years: list[int] = []
    for token in lexed:
        if token.when is None or token.role in ("ignored", "published"):
            continue
        written = text[token.start : token.end]
        bare = _YEAR.fullmatch(written)
        if bare and token.role == "date":
            years.append(int(bare[1]))
        else:
            dates.append((token.when, token.role))
    return tuple(dates), years


def _month(dates: Sequence[tuple[When, Role]]) -> int | None:
    """年份（12月） gives the month of the years below it."""
    if len(dates) == 1 and dates[0][0].reference == "told" and dates[0][0].months is None:
        return dates[0][0].month
    return None


def _area(areas: set[str], telling: set[str]) -> Area | None:
    known: dict[str, Area] = {"urban": "urban", "rural": "rural", "total": "total"}
    one = _one(telling) if telling else _one(areas)
    return known.get(one or "")


def _place(text: str, lexed: Sequence[Token]) -> str | None:
    """The place named; 全国 and 中国 are one, 合计 is none."""
    places = {token.name for token in lexed if token.kind == "geo"}
    if places:
        return _one(places)
    for token in lexed:
        sums = text[token.start : token.end].endswith("合计")
        if token.kind == "area" and token.name == "total" and not sums:
            return "CN"
    return None


def _one(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None
