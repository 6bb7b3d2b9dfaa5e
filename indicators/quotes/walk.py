"""The walk through a paragraph: it keeps what the words have told, for the figures to use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indicators.library import Library
from indicators.quantities import Quantity
from indicators.quotes import frames
from indicators.quotes.clauses import Clause
from indicators.quotes.dates import Moment
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading
from indicators.quotes.tokens import Token
from indicators.quotes.vocabulary import Vocabulary

# So many readings are remembered.
_MEMORY = 8
NOW = Moment(None, None, "none")
# What no date can be read from: the mean over several surveys.
TIMELESS = Moment(None, None, "none")
# Kinds that leave a change word waiting for its figure: 增长了约.
WEIGHTLESS = frozenset(("function", "blank", "mark", "compared", "each", "date", "among"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure that was read as a quote, before its date is settled; ``moment`` None: not told."""

    quantity: Quantity
    reading: Reading
    moment: Moment | None
    inherited: bool
    since: str | None
    average_of: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """What one figure of a list is read in: a frame, or several for one figure; its own date."""

    frames: tuple[Frame, ...]
    moment: Moment | None = None


@dataclass(slots=True)
class Walk:
    """Reads paragraphs one after the other; what they told lives here and dies with the call."""

    lowered: str
    library: Library
    vocabulary: Vocabulary
    published: str | None
    domestic: bool = True  # the text speaks of China as a whole
    frame: Frame = field(default_factory=Frame)
    clause: Clause = field(default_factory=Clause)
    sentence: int = 0
    sentence_unknown: int = 0
    awaiting: bool = False  # a name was told and no figure since
    sampled: bool = False
    sample_sentence: int = -1
    figure_sentence: int = -1  # the last one with a figure
    pair: tuple[Member, Member] | None = None  # what 前者 and 后者 point at in this sentence
    next_of_two: int = 0  # 一个是 …，一个是 …
    first_draft: int = 0  # the first of this sentence
    areas_told: frozenset[str] = frozenset()  # 城镇 and 农村, once both have their figures
    total_told: bool = False  # a figure of the whole country was told in this sentence
    alone: bool = False  # the line is a figure and nothing else: its words tell it again
    local: bool = False  # a place below the provinces is spoken of
    average_of: int | None = None
    moment: Moment | None = None
    moment_sentence: int = -1
    moment_in_brackets: bool = False  # it was told of one figure: 6.88亿（2015年12月）
    interrupted: Moment | None = None  # the moment before 现有, until a figure of now was told
    passing: bool = False  # the moment is that of a date in passing
    main: Moment | None = None  # the moment of the sentence's subject, beside a date in passing
    start: Moment | None = None  # 2003年6月到2008年6月
    event: Moment | None = None  # 3月17日, told in this sentence since the last date of figures
    told: str | None = None  # the last month told, for 同年 and 次年
    told_of_now: bool = False  # it was told as 去年, 今年
    stated: list[tuple[str, str]] = field(default_factory=list)  # (indicator, month) of levels
    undated: list[int] = field(default_factory=list)  # drafts a later date of the sentence dates
    recent: tuple[Reading, ...] = ()
    recent_values: tuple[float, ...] = ()
    saved: list[tuple[Frame, Clause]] = field(default_factory=list)  # what brackets interrupt
    members: tuple[Member, ...] = ()  # of the last list
    drafts: list[Draft] = field(default_factory=list)
    tokens: Sequence[Token] = ()
    read_to: int = 0  # the words before this offset are read with a figure before them
    ahead: bool = False  # reading beside the walk

    def surface(self, token: Token) -> str:
        """The token's text, folded and in lower case."""
        return self.lowered[token.start : token.end]

    def kind_at(self, index: int) -> str:
        """The kind of the token at an index, "stop" beyond the ends."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "stop"

    def next_clause(self) -> None:
        """A comma or bracket: areas become topics, comparisons stay."""
        self.frame = frames.at_clause(self.frame)
        before = self.clause
        self.clause = Clause(
            base=before.base,
            since=before.since,
            start=before.start,
            was_other=self.frame.other,
        )

    def next_sentence(self) -> None:
        """A full stop or a new line."""
        self.frame = frames.at_sentence(self.frame)
        if self.moment is NOW and len(self.drafts) == self.first_draft:
            self.moment = self.interrupted  # nothing was told of now
        self.clause = Clause(was_other=self.frame.other)
        self.sentence += 1
        self.sentence_unknown = 0
        self.awaiting = False
        self.average_of = None
        self.event = None
        self.next_of_two = 0
        self.pair = None
        self.total_told = False
        self.areas_told = frozenset()
        self.first_draft = len(self.drafts)
        if self.figure_sentence == self.sentence - 1:  # the answer may be in the next one
            self.start = None

    def leave_sample(self) -> None:
        """全国 or a date of its own: a sample told of before without any figure is left behind."""
        if self.figure_sentence < self.sample_sentence < self.sentence:
            self.sampled = False

    def named(self) -> None:
        """An indicator was named: what follows is measured from here."""
        self.clause.named = True
        self.clause.led = self.clause.unknown
        self.clause.unknown = 0
        self.sentence_unknown = 0
        self.clause.compares = False
        self.clause.share_open = False
        self.awaiting = True
        if self.passing and not self.clause.dated:
            self.moment, self.passing = self.main, False

    def note_weight(self, index: int) -> None:
        """Remembers whether the last weighty word was one of change: 增长了约, 新增网民."""
        kind = self.tokens[index].kind
        if kind == "label" and self.kind_at(index - 1) == "change":
            return
        self.clause.changing = kind == "change"

    def beside(self, frame: Frame) -> Walk:
        """A walk beside this one, to read ahead or back without leaving a trace."""
        return Walk(
            self.lowered,
            self.library,
            self.vocabulary,
            self.published,
            self.domestic,
            frame=frame,
            sentence=self.sentence,
            moment=self.moment,
            moment_sentence=self.moment_sentence,
            main=self.main,
            passing=self.passing,
            event=self.event,
            told=self.told,
            recent=self.recent,
            tokens=self.tokens,
            ahead=True,
        )

    def add(self, draft: Draft) -> None:
        """Keeps a quote, and what it tells those after it."""
        if draft.moment is None:
            self.undated.append(len(self.drafts))
        elif draft.moment.month and draft.reading.kind == "level":
            self.stated.append((draft.reading.indicator, draft.moment.month))
        self.total_told = self.total_told or draft.reading.frame.geo == "CN"
        self.drafts.append(draft)
        if draft.reading.frame.area != "total":
            self.areas_told = self.areas_told | {draft.reading.frame.area}
        self.recent = (draft.reading, *self.recent)[:_MEMORY]
        self.recent_values = (draft.quantity.value, *self.recent_values)[:_MEMORY]

    def source_what_came_before(self, source: str) -> None:
        """A source behind its figures, at the end of their sentence: …66.3%（国际电联）。"""
        for index in range(self.first_draft, len(self.drafts)):
            draft = self.drafts[index]
            if self.vocabulary.instead_of.get(draft.reading.indicator) == source:
                reading = replace(draft.reading, indicator=source)
                self.drafts[index] = replace(draft, reading=reading)

    def date_the_last(self, moment: Moment) -> None:
        """A date in brackets behind a figure is of that figure."""
        if self.drafts:
            self.drafts[-1] = replace(self.drafts[-1], moment=moment, inherited=False)

    def date_what_came_before(self, moment: Moment) -> None:
        """A date behind the figures it dates: 7.72亿网民、55.8%的普及率，这就是2017年12月的…"""
        for index in self.undated:
            self.drafts[index] = replace(self.drafts[index], moment=moment, inherited=False)
        self.undated.clear()
