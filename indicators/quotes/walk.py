"""The walk through a paragraph: words change the frame, figures are read in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from indicators.library import Library
from indicators.quantities import Quantity
from indicators.quotes import clauses, followers, frames, lexicon, parallels, resolve
from indicators.quotes.clauses import Clause
from indicators.quotes.dates import Moment
from indicators.quotes.dates import resolve as resolve_date
from indicators.quotes.frames import Frame
from indicators.quotes.quote import Area
from indicators.quotes.resolve import Reading
from indicators.quotes.tokens import Token
from indicators.quotes.vocabulary import Vocabulary

NOW = Moment(None, None, "none")
_RECENT = 6
_LOCATIVE = ("中", "里", "内", "之中", "当中")


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure that was read as a quote, before its date is settled."""

    quantity: Quantity
    reading: Reading
    moment: Moment | None  # None: nothing told yet
    now: bool
    inherited: bool
    since: str | None
    average_of: int | None


@dataclass(slots=True)
class Walk:
    """Reads paragraphs one after the other; what they told lives here and dies with the call."""

    lowered: str
    library: Library
    vocabulary: Vocabulary
    published: str | None
    frame: Frame = field(default_factory=Frame)
    clause: Clause = field(default_factory=Clause)
    moment: Moment | None = None
    moment_sentence: int = -1
    sentence: int = 0
    sentence_unknown: int = 0
    told: str | None = None
    levels: list[str] = field(default_factory=list)  # the months of the last levels, newest last
    recent: tuple[Reading, ...] = ()
    saved: list[Frame] = field(default_factory=list)
    members: tuple[Frame, ...] = ()  # the frames of the last list that figures were dealt out to
    average: int | None = None
    drafts: list[Draft] = field(default_factory=list)
    tokens: Sequence[Token] = ()

    def paragraph(self, tokens: Sequence[Token]) -> None:
        """Reads the tokens of one line of text."""
        self.tokens = tokens
        self.saved = []
        self.next_sentence()
        index = 0
        while index < len(tokens):
            index = self.step(index)

    def step(self, index: int) -> int:
        """Reads the token at ``index``; the index to go on with."""
        token = self.tokens[index]
        if token.kind == "quantity":
            return self.figures(index)
        handler = _HANDLERS.get(token.kind)
        if handler is not None:
            handler(self, token, index)
        if token.kind not in ("function", "blank", "compared", "text", "other"):
            self.clause.changing = token.kind == "change"
        elif token.kind in ("text", "other"):
            self.clause.changing = False
        return index + 1

    # Boundaries

    def next_clause(self) -> None:
        self.frame = frames.at_clause(self.frame)
        self.clause = Clause(
            base=self.clause.base, since=self.clause.since, compares=False, start=self.clause.start
        )

    def next_sentence(self) -> None:
        self.frame = frames.at_sentence(self.frame)
        self.clause = Clause()
        self.sentence += 1
        self.sentence_unknown = 0
        self.average = None

    def on_comma(self, token: Token, index: int) -> None:
        self.next_clause()

    def on_stop(self, token: Token, index: int) -> None:
        self.next_sentence()

    def on_open(self, token: Token, index: int) -> None:
        self.saved.append(self.frame)
        self.next_clause()

    def on_close(self, token: Token, index: int) -> None:
        if self.saved:
            self.frame = self.saved.pop()
        self.next_clause()

    def on_blank(self, token: Token, index: int) -> None:
        if index and self.tokens[index - 1].kind == "quantity" and not self._latin(index):
            self.next_clause()

    def _latin(self, index: int) -> bool:
        following = self.lowered[self.tokens[index].end : self.tokens[index].end + 1]
        return following.isascii() and following.isalpha()

    def on_text(self, token: Token, index: int) -> None:
        length = token.end - token.start
        self.clause.unknown += length
        self.clause.other = False
        if not self.clause.named:
            self.sentence_unknown += length

    # Names

    def surface(self, token: Token) -> str:
        return self.lowered[token.start : token.end]

    def on_label(self, token: Token, index: int) -> None:
        group = self.vocabulary.group_of[token.name]
        if self.clause.share_open:
            self.frame = replace(self.frame, whole=group)
            self.clause.share_open = False
            return
        named = frames.with_label(
            self.frame, token, self.surface(token), self.vocabulary, self.clause.other
        )
        if self._is_locative(index):
            if not self.frame.speaks:
                self.frame = replace(named, indicator=None)
            return
        self.frame = named
        self.name()

    def _is_locative(self, index: int) -> bool:
        """Whether 里 or 中 follows: 在全部网民里 names a whole and no subject."""
        if index + 1 >= len(self.tokens):
            return False
        following = self.tokens[index + 1]
        return following.kind == "function" and self.surface(following) in _LOCATIVE

    def name(self) -> None:
        self.clause.named = True
        self.clause.unknown = 0
        self.clause.gap = False
        self.clause.share_open = False

    def on_topic(self, token: Token, index: int) -> None:
        self.frame = frames.with_topic(
            self.frame, token, self.surface(token), self.clause.other
        )
        self.name()

    def on_measure(self, token: Token, index: int) -> None:
        by_group = self.vocabulary.measures[token.name]
        known = self.frame.speaks and (self.frame.group or "") in by_group
        if not known and len(by_group) == 1 and not self.clause.other and not self._hangs(index):
            group, indicator = next(iter(by_group.items()))
            if self.vocabulary.indicators[indicator].unit == "percent":
                self.frame = replace(self.frame, group=group, other=False, label="")
                known = True
        if known and not self.clause.other:
            if self.clause.share_open:
                return
            self.frame = frames.with_measure(
                self.frame, token, self.surface(token), self.vocabulary
            )
            self.name()
        elif self.surface(token) in _HEADS:
            self.on_other(token, index)

    def _hangs(self, index: int) -> bool:
        """Whether unknown text touches the word from the left: 燃气普及率."""
        if index == 0:
            return False
        before = self.tokens[index - 1]
        return before.kind == "text" and before.end == self.tokens[index].start

    def on_other(self, token: Token, index: int) -> None:
        if self.clause.share_open:
            self.frame = replace(self.frame, share=False, other=True)
        self.clause.other = True
        self.frame = replace(self.frame, other=True)

    def on_share(self, token: Token, index: int) -> None:
        self.clause.share_open = False
        self.clause.hinted = True
        if self._hangs(index) and not self.clause.named:
            self.frame = replace(self.frame, other=True)
        self.frame = replace(self.frame, share=True)

    def on_share_verb(self, token: Token, index: int) -> None:
        self.clause.share_open = True
        self.clause.hinted = True
        self.frame = replace(self.frame, share=True, whole=None)

    def on_population(self, token: Token, index: int) -> None:
        self.frame = replace(self.frame, whole="population")
        self.clause.share_open = False
        self.clause.hinted = True

    # Places

    def on_area(self, token: Token, index: int) -> None:
        if self.clause.share_open:
            return
        self.clause.hinted = True
        area: Area = "urban" if token.name == "urban" else "total"
        self.frame = frames.with_area(self.frame, "rural" if token.name == "rural" else area)

    def on_level(self, token: Token, index: int) -> None:
        self.clause.hinted = True
        self.frame = replace(self.frame, level=token.name)

    def on_geo(self, token: Token, index: int) -> None:
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is not None and following.kind == "text" and following.start == token.end:
            return
        self.clause.hinted = True
        self.frame = replace(
            self.frame, geo=token.name, area="total", area_state="fresh"
        )

    def on_source(self, token: Token, index: int) -> None:
        self.frame = replace(self.frame, source=token.name)

    def on_platform(self, token: Token, index: int) -> None:
        self.frame = replace(self.frame, platform=token.name)

    def on_holder(self, token: Token, index: int) -> None:
        self.frame = replace(self.frame, holder=token.name)

    def on_former(self, token: Token, index: int) -> None:
        pair = parallels.pair(self, index)
        if pair is not None:
            chosen = pair[0] if token.kind == "former" else pair[1]
            self.frame = replace(chosen, area_state="fresh", share=False, whole=None)
            self.clause.hinted = True

    # Time

    def on_date(self, token: Token, index: int) -> None:
        if token.when is None or token.role == "ignored":
            return
        moment = resolve_date(token.when, self.told, self.published, self.library)
        if token.role == "published":
            self.told = self.told or moment.month
            return
        self.clause.hinted = True
        if token.role == "since":
            self.clause.since = moment
        elif token.role == "base":
            self.clause.base, self.clause.base_touches = moment, True
        elif token.role == "from":
            self.clause.start, self.clause.base_touches = moment, True
            self.clause.starting = True
        else:
            self.moment, self.moment_sentence = moment, self.sentence
            self.told = moment.month or moment.inferred or self.told

    def on_current(self, token: Token, index: int) -> None:
        if self.moment_sentence != self.sentence:
            self.moment, self.moment_sentence = NOW, self.sentence

    # Cues

    def on_change(self, token: Token, index: int) -> None:
        self.clause.hinted = True
        self.clause.base_touches = False

    def on_change_to(self, token: Token, index: int) -> None:
        self.clause.hinted = True
        self.clause.base_touches = False

    def on_from(self, token: Token, index: int) -> None:
        self.clause.starting = True

    def on_compared(self, token: Token, index: int) -> None:
        self.clause.compares = True

    def on_gap(self, token: Token, index: int) -> None:
        self.clause.gap = True

    def on_each(self, token: Token, index: int) -> None:
        self.clause.each = True

    def on_respective(self, token: Token, index: int) -> None:
        self.clause.respective = True

    # Figures

    def figures(self, index: int) -> int:
        """Reads the figures that stand together from ``index`` on; the index behind them."""
        indices = parallels.coordinated(self.tokens, index, self.clause.respective)
        dealt = parallels.deal(self, indices)
        for position, frame_moment in zip(indices, dealt, strict=True):
            if frame_moment is not None:
                self.figure(position, *frame_moment)
        self.clause.changing = False
        self.clause.base_touches = False
        self.frame = frames.used(self.frame)
        return indices[-1] + 1

    def figure(self, index: int, frames_here: tuple[Frame, ...], moment: Moment | None) -> None:
        quantity = self.tokens[index].quantity
        if quantity is None:
            return
        for frame in frames_here:
            reading = self.read(index, quantity, frame)
            if reading is not None:
                self.add(quantity, reading, moment)

    def read(self, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
        """What the figure quotes in this frame: by what stands behind it, else before it."""
        changes = self.clause.changing or quantity.unit in ("times", "point")
        if not changes:
            behind = self._behind(index, quantity, frame)
            if behind is not None:
                return behind
        if not clauses.may_attach(self.clause, self.sentence_unknown):
            return None
        if clauses.counts_something_else(quantity, self.tokens[index + 1 : index + 3]):
            return None
        if changes:
            if self.clause.gap and self.clause.base is None and quantity.unit == "point":
                return None
            return resolve.change(frame, quantity, self.recent, self.vocabulary)
        indicator = resolve.level(frame, quantity, self.recent, self.vocabulary)
        if indicator is None:
            return None
        return Reading(resolve.with_source(indicator, frame, self.vocabulary), "level", frame)

    def _behind(self, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
        claimed = followers.claimed(self.lowered, quantity, self.vocabulary)
        if claimed is not None and not self.clause.other:
            group = self.vocabulary.group_of[claimed]
            label = self.lowered[quantity.end : quantity.end + 8]
            found = replace(frame, group=group, indicator=claimed, label=label, other=False)
            return Reading(claimed, "level", found)
        at = followers.name_behind(self.tokens, index, quantity, self.vocabulary)
        if at is not None and not (
            self.clause.named and followers.has_own_figure(self.tokens, at, quantity)
        ):
            found = self._frame_through(index + 1, at, frame)
            return Reading(found.indicator, "level", found) if found.indicator else None
        if self.clause.named or self.clause.unknown:
            return None
        start = followers.announced(self.lowered, self.tokens, index)
        return self._announced(start, quantity, frame) if start is not None else None

    def _frame_through(self, first: int, last: int, frame: Frame) -> Frame:
        """The frame after the tokens from ``first`` to ``last``, read beside the walk."""
        probe = replace_walk(self, frame)
        for position in range(first, last + 1):
            if self.tokens[position].kind not in ("quantity", "date", "blank"):
                probe.step(position)
        if probe.frame.other or probe.frame.indicator is None:
            return replace(probe.frame, indicator=None)
        return probe.frame

    def _announced(self, start: int, quantity: Quantity, frame: Frame) -> Reading | None:
        probe = replace_walk(self, replace(frame, area="total", area_state="old", geo="CN"))
        for position in range(start, len(self.tokens)):
            token = self.tokens[position]
            if token.kind in ("stop", "quantity"):
                break
            probe.step(position)
        indicator = resolve.level(probe.frame, quantity, (), self.vocabulary)
        if indicator is None or not probe.clause.named:
            return None
        self.moment, self.moment_sentence = probe.moment, self.sentence
        self.told = probe.told
        return Reading(indicator, "level", probe.frame)

    def read_beside(self, frame: Frame, index: int) -> Frame:
        """The frame after one more token, the walk itself unchanged."""
        return self.read_all_beside(frame, (index,))

    def read_all_beside(self, frame: Frame, indices: Sequence[int]) -> Frame:
        """The frame after some tokens, the walk itself unchanged."""
        probe = replace_walk(self, frame)
        for index in indices:
            probe.step(index)
        return probe.frame

    def add(self, quantity: Quantity, reading: Reading, moment: Moment | None) -> None:
        clause = self.clause
        since = clause.base or clause.start or clause.since
        inherited = self.moment_sentence != self.sentence
        when = self.moment if moment is None else moment
        draft = Draft(
            quantity=quantity,
            reading=reading,
            moment=when,
            now=when is NOW,
            inherited=inherited,
            since=since.month if since and reading.kind == "change" else None,
            average_of=self.average,
        )
        self.drafts.append(draft)
        self.recent = (reading, *self.recent)[:_RECENT]


def replace_walk(walk: Walk, frame: Frame) -> Walk:
    """A walk beside the walk, to read ahead without leaving a trace."""
    return Walk(
        walk.lowered,
        walk.library,
        walk.vocabulary,
        walk.published,
        frame=frame,
        moment=walk.moment,
        moment_sentence=walk.moment_sentence,
        sentence=walk.sentence,
        told=walk.told,
        recent=walk.recent,
        tokens=walk.tokens,
    )


_HEADS = frozenset(lexicon.OTHER_HEADS)
_HANDLERS: dict[str, Callable[[Walk, Token, int], None]] = {
    "comma": Walk.on_comma,
    "stop": Walk.on_stop,
    "open": Walk.on_open,
    "close": Walk.on_close,
    "blank": Walk.on_blank,
    "text": Walk.on_text,
    "label": Walk.on_label,
    "topic": Walk.on_topic,
    "measure": Walk.on_measure,
    "other": Walk.on_other,
    "share": Walk.on_share,
    "share_verb": Walk.on_share_verb,
    "population": Walk.on_population,
    "area": Walk.on_area,
    "level": Walk.on_level,
    "geo": Walk.on_geo,
    "source": Walk.on_source,
    "platform": Walk.on_platform,
    "holder": Walk.on_holder,
    "former": Walk.on_former,
    "latter": Walk.on_former,
    "date": Walk.on_date,
    "current": Walk.on_current,
    "change": Walk.on_change,
    "change_to": Walk.on_change_to,
    "from": Walk.on_from,
    "compared": Walk.on_compared,
    "gap": Walk.on_gap,
    "each": Walk.on_each,
    "respective": Walk.on_respective,
}
