"""A visitor's desk: what they brought and what was found. It lies in their session alone.

Nothing of it enters an address, a cache that visitors share, a log or a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from indicators import bounded, suggestions
from indicators.errors import InputError
from indicators.jobs import Job, Outcome, limits
from indicators.reading import Finding, Reading
from indicators.suggestions import Suggestion
from indicators.ui import load, workers

KEY = "check_desk"


@dataclass
class Desk:
    """The jobs of one visit, their outcomes by place, and what is looked at now."""

    jobs: list[Job] = field(default_factory=list)
    running: dict[int, Future[bytes]] = field(default_factory=dict)
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    # Handed to the processes a few at a time: what waits here can be cancelled, and others' texts
    # come in between.
    waiting: list[int] = field(default_factory=list)
    # A process that dies takes other jobs with it: each is tried once more, alone.
    suspects: list[int] = field(default_factory=list)
    tried: set[int] = field(default_factory=set)
    shown: int = 0
    more: bool = False  # whether the box for another text is open beside a result
    claim: str | None = None
    verdict: str = ""
    # The part of a long list that was asked for; None shows the one with the selected figure.
    place: int | None = None
    # What was made for the browser of the text shown, by language: costly for long texts.
    drawn: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    suggested: tuple[Suggestion, ...] | None = None

    @property
    def reading(self) -> Reading | None:
        """What was found in the text that is looked at."""
        outcome = self.outcomes.get(self.shown)
        return outcome.reading if outcome else None

    @property
    def readings(self) -> list[tuple[str, Reading]]:
        """All texts that could be read, by name, in the order they were brought."""
        done = (self.outcomes[at] for at in sorted(self.outcomes))
        return [(one.name, one.reading) for one in done if one.reading]

    @property
    def selected(self) -> Finding | None:
        """The figure that is selected in the text shown."""
        found = self.reading.findings if self.reading else ()
        return next((one for one in found if one.claim == self.claim), None)

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to write instead in the text shown."""
        if self.suggested is None:
            self.suggested = (
                suggestions.suggest(self.reading, load.library()) if self.reading else ()
            )
        return self.suggested

    @property
    def suggestion(self) -> Suggestion | None:
        """What to write instead of the selected figure."""
        return next((one for one in self.suggestions if one.claim == self.claim), None)

    def select(self, claim: str | None) -> None:
        """Look at a figure; the list turns to it."""
        self.claim, self.place = claim, None

    def toggle(self, claim: str) -> None:
        """Select a figure of the list, or unselect the one that is selected; the list stays."""
        self.claim = None if self.claim == claim else claim

    def filter(self, verdict: str) -> None:
        """List only figures of a verdict, from the first on."""
        self.verdict, self.place = verdict, 0

    def turn(self, place: int) -> None:
        """Show the part of the list that holds this place."""
        self.place = place

    def bring_more(self) -> None:
        """Open the box for another text."""
        self.more = True

    def redraw(self) -> None:
        """Forget what was made of the text that was shown."""
        self.drawn.clear()
        self.suggested = None


def current() -> Desk:
    """The desk of this visitor."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Desk()
    desk: Desk = st.session_state[KEY]
    return desk


def begin(jobs: Sequence[Job]) -> None:
    """Clear the desk and check these; what is beyond the limit is named and left out."""
    cancel()
    desk = Desk(jobs=list(jobs))
    st.session_state[KEY] = desk
    most = limits().files
    for at, job in enumerate(jobs[most:], start=most):
        desk.outcomes[at] = Outcome(job.name, None, InputError("too_many", most=most))
    desk.waiting = list(range(len(jobs[:most])))
    _feed(desk)


def again(published: str) -> None:
    """Check the text shown once more, as one of this month ("" for a text without a date)."""
    desk = current()
    at = desk.shown
    desk.jobs[at] = replace(desk.jobs[at], published=published)
    desk.running[at] = workers.submit([desk.jobs[at]])[0]
    desk.redraw()


def clear() -> None:
    """Forget everything."""
    cancel()
    st.session_state[KEY] = Desk()


def cancel() -> None:
    """Stop what has not been begun; what is being done is no longer waited for."""
    desk = current()
    for future in desk.running.values():
        future.cancel()
    for at in (*desk.running, *desk.waiting, *desk.suspects):
        desk.outcomes[at] = Outcome(desk.jobs[at].name, None, InputError("stopped"))
    desk.running.clear()
    desk.waiting.clear()
    desk.suspects.clear()


def collect(seconds: float) -> None:
    """Wait at most so long for the next outcome, and take what is done."""
    desk = current()
    wait(desk.running.values(), timeout=seconds, return_when="FIRST_COMPLETED")
    for at in [at for at, future in desk.running.items() if future.done()]:
        future = desk.running.pop(at)
        if died(future) and at not in desk.tried:
            desk.suspects.append(at)
        else:
            desk.outcomes[at] = outcome_of(desk.jobs[at], future)
    _feed(desk)
    if not desk.running and desk.suspects:
        at = desk.suspects.pop(0)
        desk.tried.add(at)
        desk.running[at] = workers.submit([desk.jobs[at]])[0]
    if not desk.running and desk.reading is None:
        desk.shown = next((at for at in sorted(desk.outcomes) if desk.outcomes[at].reading), 0)


def _feed(desk: Desk) -> None:
    """Hand on the next jobs, as long as few are running."""
    while desk.waiting and len(desk.running) < workers.MOST:
        at = desk.waiting.pop(0)
        desk.running[at] = workers.submit([desk.jobs[at]])[0]


def look_at(at: int) -> None:
    """Show another of the texts."""
    desk = current()
    desk.shown, desk.verdict = at, ""
    desk.select(None)
    desk.redraw()


def died(future: Future[bytes]) -> bool:
    """Whether the process of a finished job died, by its own fault or another's."""
    return not future.cancelled() and isinstance(future.exception(), BrokenProcessPool)


def outcome_of(job: Job, future: Future[bytes]) -> Outcome:
    """The outcome of a finished job, also where its process died."""
    try:
        return bounded.opened(future.result())
    except (BrokenProcessPool, CancelledError, OSError, RuntimeError):
        return Outcome(job.name, None, InputError("failed"))
