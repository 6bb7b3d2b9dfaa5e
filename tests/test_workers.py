"""The processes that check visitors' texts: a few, apart, replaced when one dies."""

from __future__ import annotations

import os
import threading

from indicators import bounded
from indicators.jobs import Job
from indicators.ui import workers
from indicators.ui.check import desk

TEXT = "截至2017年12月，我国网民规模达7.72亿。"


def test_a_text_is_checked_in_another_process() -> None:
    """The page's process only waits."""
    (future,) = workers.submit([Job("", TEXT)])
    reading = bounded.opened(future.result(timeout=60)).reading
    assert reading
    assert [one.surface for one in reading.findings] == ["7.72亿"]
    assert workers._submit(os.getpid).result(timeout=60) != os.getpid()


def test_the_processes_outlive_the_visit_that_started_them() -> None:
    """A visit is a thread that ends; the next one finds the processes ready."""
    seen: list[int] = []

    def visit() -> None:
        workers.start()
        found = workers._keeper().submit(workers._submit, os.getpid).result()
        seen.append(found.result(timeout=60))

    for _ in range(2):
        visitor = threading.Thread(target=visit)
        visitor.start()
        visitor.join()
    for process in seen:
        os.kill(process, 0)


def test_a_process_that_dies_costs_one_job_and_nothing_else() -> None:
    """Its job is said to have failed, and the next one is done."""
    lost = workers._keeper().submit(workers._submit, os._exit, 3).result()
    lost.exception(timeout=60)
    assert desk.died(lost)
    outcome = desk.outcome_of(Job("a.txt", TEXT), lost)
    assert outcome.problem
    assert outcome.problem.code == "failed"
    (next_one,) = workers.submit([Job("", TEXT)])
    assert bounded.opened(next_one.result(timeout=60)).reading
