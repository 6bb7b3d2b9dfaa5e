"""Measures reading numbers against other tools, and the whole check against Duckling's rate.

Run: python -m tests.benchmarks.peers   (with requirements-bench.txt installed)
First table: values found of those labelled, and characters a second, on the labelled passages. A
value counts wherever the tool saw it in the passage, in base units; percentages also count as
fractions or thousandths, so that no tool loses for its notation. JioNLP extracts numbers as sums
of money only; it is given every chance and finds few.
Second table: the rate of the whole check, repair to verdict, as a multiple of Duckling's for
numbers and times. Duckling gets the texts line by line, which is how it is fastest.
A tool that is not installed is named and left out. Times are processor time, medians of rounds in
which the tools take turns.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from indicators import cleaning, library, quantities, reading
from tests.benchmarks.speed import composed, received, repaired

ROOT = Path(__file__).resolve().parents[2]
FILES = ("composed", "own", "held_out")  # of the last only counts are ever printed
ROUNDS, PASSES = 5, 3  # in each round a tool goes over its texts so many times
TARGETS = {"repaired": 5.0, "composed": 2.0, "damaged": 1.0}
Values = Callable[[str], list[float]]
Label = dict[str, Any]


def attempt(name: str) -> ModuleType | None:
    """An optional module, silent while it loads; None where it is not installed."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return importlib.import_module(name)
        except ImportError:
            return None


def number(written: object) -> Iterator[float]:
    """A number another tool tells, as a float; nothing if it is none."""
    with contextlib.suppress(TypeError, ValueError):
        yield float(str(written).rstrip("%"))


def ours(text: str) -> list[float]:
    """Repair and quantities: the number part of this project."""
    found = quantities.find(cleaning.clean(text).text)
    return [end for one in found for end in (one.value, one.high) if end is not None]


def duckling() -> Callable[[str, Sequence[str]], list[dict[str, Any]]] | None:
    """Duckling for Chinese: a function of text and dimensions."""
    module = attempt("duckling")
    if module is None:
        return None
    zones = module.load_time_zones("/usr/share/zoneinfo")
    moment = module.parse_ref_time(zones, "Asia/Shanghai", 1_700_000_000)
    chinese = module.parse_lang("ZH")
    locale = module.parse_locale("ZH", module.default_locale_lang(chinese))
    context = module.Context(moment, locale)

    def parse(text: str, dimensions: Sequence[str]) -> list[dict[str, Any]]:
        wanted = module.parse_dimensions(list(dimensions))
        found: list[dict[str, Any]] = module.parse(text, context, wanted, False)
        return found

    return parse


def peers() -> dict[str, Values | None]:
    """Each tool as a function from a text to the values it sees; None if it is not installed."""
    parse, recognizers = duckling(), attempt("ms_recognizers_number")
    digits, jio = attempt("chinese2digits"), attempt("jionlp")

    def by_duckling(text: str) -> list[float]:
        found = parse(text, ("number", "ordinal")) if parse else []
        return [value for one in found for value in number(one["value"].get("value"))]

    def by_recognizers(text: str) -> list[float]:
        assert recognizers
        found = recognizers.recognize_number(text, recognizers.Culture.Chinese)
        return [value for one in found for value in number(one.resolution["value"])]

    def by_digits(text: str) -> list[float]:
        assert digits
        found = digits.takeNumberFromString(text)["digitsStringList"]
        return [value for written in found for value in number(written)]

    def by_jio(text: str) -> list[float]:
        assert jio
        found = jio.ner.extract_money(text)
        return [value for one in found for value in number(one["detail"]["num"])]

    return {
        "Duckling": by_duckling if parse else None,
        "Recognizers-Text": by_recognizers if recognizers else None,
        "chinese2digits": by_digits if digits else None,
        "JioNLP": by_jio if jio else None,
    }


def passages(name: str) -> list[dict[str, Any]]:
    """The labelled passages of one file."""
    lines = (ROOT / f"tests/passages/{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def is_seen(label: Label, values: Sequence[float]) -> bool:
    """Whether one of the values is the labelled one."""
    scales = (1.0, 100.0, 0.1) if label["unit"] == "%" else (1.0,)
    wanted = float(label["value"])
    return any(
        abs(value * scale - wanted) <= 1e-6 * max(abs(wanted), 1e-9)
        for value in values
        for scale in scales
    )


def count_found(read: Values, rows: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """How many labelled values a tool sees, of how many."""
    seen = labelled = 0
    for row in rows:
        values = tolerant(read, row["text"])
        labelled += len(row["quotes"])
        seen += sum(is_seen(label, values) for label in row["quotes"])
    return seen, labelled


def tolerant(read: Values, text: str) -> list[float]:
    """The values seen; none where the tool breaks down over a text."""
    try:
        return read(text)
    except Exception:
        return []


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time of reading some texts; a tool that breaks down over one goes on."""
    start = time.process_time()
    for text in texts:
        with contextlib.suppress(Exception):
            read(text)
    return time.process_time() - start


def rates(
    tools: dict[str, Callable[[str], object]], texts: dict[str, Sequence[str]]
) -> dict[str, float]:
    """Characters a second of each tool over its texts, the tools taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(ROUNDS):
        for name, read in tools.items():
            taken[name].append(seconds(read, [*texts[name]] * PASSES) / PASSES)
    return {
        name: sum(map(len, texts[name])) / statistics.median(times) for name, times in taken.items()
    }


def compare_numbers(tools: dict[str, Values]) -> None:
    """Prints the first table."""
    print(f"{'numbers':18}" + "".join(f"{name:>22}" for name in FILES) + "    characters/s")
    texts = [row["text"] for name in FILES for row in passages(name)]
    rate = rates({**tools}, dict.fromkeys(tools, texts))
    for tool, read in tools.items():
        cells = ""
        for name in FILES:
            seen, labelled = count_found(read, passages(name))
            cells += f"{f'{seen} of {labelled}':>14}{seen / labelled:8.1%}"
        print(f"{tool:18}{cells}{rate[tool]:16,.0f}", flush=True)


def compare_rates() -> None:
    """Prints the second table."""
    parse, shelf = duckling(), library.load()
    if parse is None:
        return
    reading.warm_up(shelf)
    sets = {"repaired": repaired(), "composed": composed(), "damaged": received()}
    print(f"{'whole check':12} characters/s   Duckling, numbers and times      ratio   wanted")
    for kind, texts in sets.items():
        lines = [line for text in texts for line in text.splitlines() if line]
        rate = rates(
            {
                "ours": lambda text: reading.read(text, shelf),
                "Duckling": lambda text: parse(text, ("number", "time")),
            },
            {"ours": texts, "Duckling": lines},
        )
        ratio = rate["ours"] / rate["Duckling"]
        verdict = "yes" if ratio >= TARGETS[kind] else "NO"
        print(
            f"{kind:12} {rate['ours']:12,.0f} {rate['Duckling']:29,.0f} {ratio:10.2f}"
            f"   {TARGETS[kind]:.0f} {verdict}",
            flush=True,
        )


def main() -> None:
    """Print both tables, and what could not be measured."""
    known = peers()
    missing = [name for name, read in known.items() if read is None]
    if missing:
        print(f"not installed here, so not measured: {', '.join(missing)}")
    compare_numbers({"this project": ours} | {name: read for name, read in known.items() if read})
    print()
    compare_rates()


if __name__ == "__main__":
    main()
