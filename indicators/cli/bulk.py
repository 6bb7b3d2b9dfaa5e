"""``check`` of a corpus: many texts into a folder of tables, with progress on a terminal."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass, field

from indicators import bulk
from indicators.bulk import Engine, Mode, Order, Run, Tally
from indicators.cli import inputs
from indicators.errors import InputError
from indicators.strings import Lang, text

INTERRUPTED = 130  # as shells say it of Ctrl-C
_SHORT = 90  # seconds; what takes longer is told in minutes


@dataclass(frozen=True, slots=True)
class _Teller:
    """Says how far it is, on one line of a terminal; nothing where nobody watches."""

    lang: Lang
    begun: float = field(default_factory=time.monotonic)
    watched: bool = field(default_factory=lambda: sys.stderr.isatty())

    def tell(self, done: int, every: int) -> None:
        if not self.watched:
            return
        rate = done / max(time.monotonic() - self.begun, 1e-3)
        line = text(
            self.lang,
            "cli.progress",
            done=f"{done:,}",
            every=f"{every:,}",
            rate=f"{rate:,.0f}",
            left=_duration(self.lang, (every - done) / max(rate, 1e-9)),
        )
        print(f"\r\x1b[K{line}", end="\n" if done == every else "", file=sys.stderr, flush=True)


def run(options: argparse.Namespace, corpus: str) -> int:
    """Check a corpus; 2 where it could not be done, or where a text of it could not."""
    if not options.out:
        inputs.complain(options.lang, corpus, text(options.lang, "cli.needs_out"))
        return inputs.FAILED
    try:
        done = bulk.check(corpus, _run(options), _order(options), _Teller(options.lang).tell)
    except InputError as error:
        why = text(options.lang, f"input.{error.code}", **error.facts)
        inputs.complain(options.lang, corpus, why)
        return inputs.FAILED
    except KeyboardInterrupt:
        inputs.complain(options.lang, corpus, text(options.lang, "cli.interrupted"))
        return INTERRUPTED
    print(_summary(done, options))
    if done.rejects:
        told = text(options.lang, "cli.rejects", count=f"{done.rejects:,}", folder=options.out)
        inputs.complain(options.lang, corpus, told)
    return inputs.FAILED if done.rejects else 0


def _run(options: argparse.Namespace) -> Run:
    mode: Mode = "resume" if options.resume else "overwrite" if options.overwrite else "new"
    # A scheduler is one of Dask.
    engine: Engine = "dask" if options.scheduler else options.engine
    workers = options.workers or os.cpu_count() or 1
    return Run(options.out, mode, engine, workers, options.scheduler)


def _order(options: argparse.Namespace) -> Order:
    return Order(options.lang, options.published)


def _summary(done: Tally, options: argparse.Namespace) -> str:
    return text(
        options.lang,
        "cli.bulk_done",
        texts=f"{done.texts:,}",
        quotes=f"{done.quotes:,}",
        folder=options.out,
    )


def _duration(lang: Lang, seconds: float) -> str:
    if seconds < _SHORT:
        return text(lang, "cli.seconds", count=f"{seconds:.0f}")
    return text(lang, "cli.minutes", count=f"{seconds / 60:.0f}")
