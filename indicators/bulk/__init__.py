"""A corpus of any size checked part by part: Parquet, JSON lines or a folder in, Parquet out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache, partial

from indicators import library, reading, storage
from indicators.bulk import checking, corpus, engines, results
from indicators.bulk.checking import Order
from indicators.bulk.corpus import Limits, Part, Plan
from indicators.bulk.engines import Engine
from indicators.bulk.results import Mode, Tally
from indicators.bulk.searchable import passages
from indicators.errors import InputError
from indicators.library import Library

__all__ = [
    "Engine",
    "Limits",
    "Mode",
    "Order",
    "Progress",
    "Run",
    "Tally",
    "check",
    "passages",
]

# Told of each part that is done: texts done by this run, texts that were left to it.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """Where the results go and who makes them."""

    out: str
    mode: Mode = "new"
    engine: Engine = "local"
    workers: int = 1
    scheduler: str | None = None
    limits: Limits = field(default_factory=Limits)


def check(source: str, run: Run, order: Order, progress: Progress) -> Tally:
    """Check a corpus into a folder; the rows of each table, parts done before included.

    Raises InputError with a sentence for whatever stops it; parts that are done are kept, and
    ``mode="resume"`` goes on from there.
    """
    if storage.is_within(run.out, source):
        raise InputError("bulk_inside", folder=run.out)
    plan = corpus.plan(source, run.limits)
    made_from = _made_from(plan, order, run.limits)
    done = results.open_(run.out, made_from, len(plan.parts), run.mode)
    finished = {tally.part for tally in done}
    left = [part for part in plan.parts if part.number not in finished]
    task = partial(do, folder=storage.absolute(run.out), order=order)
    done += _told(engines.run(task, left, run.engine, run.workers, run.scheduler), left, progress)
    results.finish(run.out, made_from)
    return Tally(
        len(plan.parts),
        sum(one.quotes for one in done),
        sum(one.texts for one in done),
        sum(one.rejects for one in done),
    )


def do(part: Part, folder: str, order: Order) -> Tally:
    """What a worker does: one part, from where it lies to its files."""
    return results.save(folder, part.number, checking.check(part, _warm(), order))


@cache
def _warm() -> Library:
    data = library.default()
    reading.warm_up(data)
    return data


def _made_from(plan: Plan, order: Order, limits: Limits) -> dict[str, object]:
    """All that the results depend on; a run that differs in any of it cannot go on with them."""
    version = library.default().version
    return {"input": plan.fingerprint, "data": version, **asdict(order), **asdict(limits)}


def _told(tallies: Iterable[Tally], parts: Sequence[Part], progress: Progress) -> list[Tally]:
    """The same, each told of when it comes."""
    out: list[Tally] = []
    texts = {part.number: part.texts for part in parts}
    done, every = 0, sum(texts.values())
    for tally in tallies:
        out.append(tally)
        done += texts[tally.part]
        progress(done, every)
    return out
