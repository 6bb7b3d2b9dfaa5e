"""Reads mutated texts until the time is up: reports exceptions, broken places and slow growth.

Run: python -m tests.benchmarks.fuzz [--minutes 10] [--seed N] [--out FOLDER]
Starts from the library's texts, the labelled passages that may be read and the short pieces below.
A case that fails is written to FOLDER as it was, one file each.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from indicators import cleaning, library, reading
from indicators.checks import render
from indicators.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
PASSAGES = ("composed", "own", "damage", "inconsistent")
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig", "latin-1")
PIECES = (
    "1,1,1,", "年", "分别为", "?", "(", "（", "[", "<", "ō(", "&#", "&amp;", "<b>", "</td>", "$", "\\%",
    "7.72亿", "55.8%", "分之", "百分之", "万", "亿", "个百分点", "～", "-", "至", "截至", "其中", "、", "和",
    "农村", "城镇", "网民", "普及率", "占比", "增长", "。", "，", "\n", "\t", "|", " ", "\xa0", "\u200b",
    "\x00", "\ud800", "\u0301", "\U0001f600", "?lián)", "?;ヂ", "(tǒng)", "主站蜘蛛池模板", "第41次", "全国",
    "广东", "印度", "EGDI", "第65位", "翻一番", "同比", "2017年12月", "去年底", "http://", "10.1000/", "*",
    "#", "》", "“", "{", "\"", "'", "\r", "\r\n", "\u2028", "0", "９", "一", "十", "点",
)  # fmt: skip
LONGEST = 6000
REPEATED = 3000  # characters of a repeated piece, and eight times as many
SLOW_GROWTH = 16.0  # eight times the text may take twice eight times as long on a busy machine
SLOW = 1e-3  # seconds a character above which a text is looked at again


@dataclass
class Tally:
    """What a run has seen."""

    folder: Path
    cases: int = 0
    characters: int = 0
    refused: int = 0
    findings: int = 0
    failures: dict[str, int] = field(default_factory=dict)

    def fail(self, what: str, case: str | bytes) -> None:
        """Counts a failure; the first case of each kind is written down and told."""
        self.failures[what] = self.failures.get(what, 0) + 1
        if self.failures[what] > 1:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{len(self.failures):03}"
        data = case if isinstance(case, bytes) else case.encode("utf-8", "surrogatepass")
        path.write_bytes(data)
        print(f"{what}\n  {path}: {str(case)[:100]!r}", flush=True)


def corpus() -> list[str]:
    """The texts that mutation starts from."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "data/texts").glob("*.txt"))]
    for name in PASSAGES:
        lines = (ROOT / f"tests/passages/{name}.jsonl").read_text("utf-8").splitlines()
        texts += [row.get("text") or row["raw"] for row in map(json.loads, lines)]
    return texts


def stretch(text: str, rng: random.Random, longest: int) -> str:
    """Some consecutive characters of a text."""
    start = rng.randrange(len(text) or 1)
    return text[start : start + rng.randint(1, longest)]


def mutate(text: str, texts: list[str], rng: random.Random) -> str:
    """One change at a random place."""
    at = rng.randrange(len(text) + 1)
    end = min(len(text), at + rng.choice((1, 1, 2, 5, 30)))
    match rng.randrange(7):
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:at] + rng.choice(PIECES) + text[at:]
        case 2:
            return text[:at] + rng.choice(PIECES) + text[end:]
        case 3:
            return text[:at] + stretch(rng.choice(texts), rng, 60) + text[at:]
        case 4:
            return text[:at] + text[at:end] * rng.choice((2, 3, 20)) + text[end:]
        case 5:
            return text[:at] + rng.choice(PIECES) * rng.choice((2, 10, 200)) + text[end:]
        case _:
            return text[:at] + chr(rng.randrange(rng.choice((0x80, 0x3000, 0x110000)))) + text[at:]


def varied(texts: list[str], rng: random.Random) -> str:
    """A stretch of the corpus after some changes."""
    text = stretch(rng.choice(texts), rng, rng.choice((40, 200, LONGEST)))
    for _ in range(rng.choice((1, 3, 10, 40))):
        text = mutate(text, texts, rng)
    return text[: 2 * LONGEST]


def broken_bytes(text: str, rng: random.Random) -> bytes:
    """A text in some encoding with some bytes changed, lost or doubled."""
    data = bytearray(text.encode(rng.choice(ENCODINGS), "replace"))
    for _ in range(rng.choice((0, 1, 5, 50))):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(3):
            case 0:
                data[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del data[at : at + rng.choice((1, 1, 3))]
            case _:
                data[at:at] = data[at : at + 8]
    return bytes(data)


def repeated(texts: list[str], rng: random.Random) -> tuple[str, str]:
    """A few pieces again and again, and the same eight times as long."""
    pieces = [
        rng.choice(PIECES) if rng.random() < 0.7 else stretch(rng.choice(texts), rng, 12)
        for _ in range(rng.choice((1, 1, 2, 3, 5)))
    ]
    unit = "".join(pieces)
    head = stretch(rng.choice(texts), rng, 60) if rng.random() < 0.3 else ""
    times = REPEATED // len(unit) + 1
    return head + unit * times, head + unit * times * 8


def timed(call: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    call()
    return time.process_time() - start


def check_text(text: str, shelf: library.Library, tally: Tally) -> None:
    """Reads one text and looks whether everything told about it holds."""
    try:
        seconds = timed(lambda: tally_reading(text, shelf, tally))
    except Exception as problem:
        frame = traceback.extract_tb(problem.__traceback__)[-1]
        tally.fail(f"{type(problem).__name__} in {Path(frame.filename).name}:{frame.lineno}", text)
        return
    if seconds > SLOW * max(len(text), 1000):
        tally.fail(f"{seconds:.1f} s for {len(text)} characters", text)


def tally_reading(text: str, shelf: library.Library, tally: Tally) -> None:
    """The promises of a reading: places fit, reasons can be told, repairs lie in the text."""
    read = reading.read(text, shelf, "2018-03")
    tally.characters += len(text)
    tally.findings += len(read.findings)
    assert len(read.clean.starts) == len(read.clean.ends) == len(read.clean.text)
    assert len(read.findings) <= len(text) + 1
    for one in read.findings:
        assert read.clean.raw[one.start : one.end] == one.surface
        assert render(one.verdict.reason, "zh", shelf)
        assert not one.inconsistent or render(one.inconsistent.reason, "en", shelf)
    for repair in read.clean.repairs:
        assert 0 <= repair.start <= repair.end <= len(text)


def check_bytes(data: bytes, shelf: library.Library, tally: Tally) -> None:
    """Reads bytes: a text comes out of them, or they are refused as none."""
    try:
        text = cleaning.decode(data)
    except InputError:
        tally.refused += 1
        return
    except Exception as problem:
        tally.fail(f"{type(problem).__name__} while decoding", data)
        return
    check_text(text, shelf, tally)


def check_growth(short: str, long: str, shelf: library.Library, tally: Tally) -> None:
    """Whether eight times as much text takes much more than eight times as long."""
    before = set(tally.failures)
    check_text(short, shelf, tally)
    if before != set(tally.failures):
        return
    ratio = growth(short, long, shelf)
    if ratio > SLOW_GROWTH and (ratio := min(ratio, growth(short, long, shelf))) > SLOW_GROWTH:
        tally.fail(f"growth {ratio:.0f} of {short[:40]!r}", short)


def growth(short: str, long: str, shelf: library.Library) -> float:
    """How many times as long the long text takes."""
    base = min(timed(lambda: reading.read(short, shelf)) for _ in range(2))
    return timed(lambda: reading.read(long, shelf)) / max(base, 0.005)


def run(minutes: float, seed: int, folder: Path) -> Tally:
    """One case after another until the time is up; the same cases for the same seed."""
    rng, texts, shelf, tally = random.Random(seed), corpus(), library.load(), Tally(folder)
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        tally.cases += 1
        dice = rng.random()
        if dice < 0.25:
            check_growth(*repeated(texts, rng), shelf, tally)
        elif dice < 0.45:
            check_bytes(broken_bytes(varied(texts, rng), rng), shelf, tally)
        else:
            check_text(varied(texts, rng), shelf, tally)
    return tally


def main() -> None:
    """Print what was found and how much was read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz")
    given = parser.parse_args()
    tally = run(given.minutes, given.seed, given.out)
    print(
        f"{tally.cases} cases, {tally.characters} characters, {tally.findings} findings,"
        f" {tally.refused} refused as no text, {len(tally.failures)} kinds of failure"
    )
    for what, count in sorted(tally.failures.items()):
        print(f"  {count:4} {what}")


if __name__ == "__main__":
    main()
