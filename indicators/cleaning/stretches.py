"""Where bytes stand out of step: the stretches around question marks that debris follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.cleaning.steps import usual

PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
TRIGGER = re.compile(
    rf"\?(?:[{PINYIN}]{{1,6}}\)"  # a bracket whose opening was swallowed
    r"|[;!,?](?=[^\x00-\x7f]|[@-~])"  # A3BB, A3A1, A3AC, A3BF: the cut full stop
    r"|[\uff01-\uff5e])"  # any other A3xx
)
STRANGE = re.compile(
    rf"[\u00a4-\u02ff\u0370-\u1fff\u2150-\u2fff\u3040-\u33ff\uff10-\uff5a]|\?[{PINYIN}]{{1,6}}\)"
    r"|^[;!,?][@-~](?=[\u4e00-\u9fff])|^[^?]{0,4}\?|[@-~]\(|(?<=[\u4e00-\u9fff])[@-~](?=[\u4e00-\u9fff])"
)
DEBRIS = 20  # characters behind a trigger that are looked over for debris
GAP = 20  # characters between question marks that belong to one stretch
# The context that is read with a stretch: characters with their brackets, never half a bracket.
UNIT = rf"[^\n](?:\([{PINYIN}]{{1,6}}\))?"
BEFORE = re.compile(rf"(?:{UNIT}){{0,4}}$")
AFTER = re.compile(
    rf"\?[;!,?]?(?:[{PINYIN}]{{1,6}}\))?(?:[^\n?](?:\([{PINYIN}]{{1,6}}\))?){{0,18}}"
)
FARTHEST = 36  # characters that the context before may take
LONGEST_STRETCH = 80


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around question marks that look like shifted bytes, with their context."""
    last = -1
    for match in TRIGGER.finditer(text):
        first = match.start()
        if first > last and is_strange(text, match):
            last = last_mark(text, first)
            yield widened(text, first, last)


def last_mark(text: str, first: int) -> int:
    """The last of the question marks that stand close to each other from ``first`` on."""
    last = first
    while last - first < LONGEST_STRETCH:
        following = text.find("?", last + 1, last + 1 + GAP)
        line_end = text.find("\n", last, last + 1 + GAP)
        if following < 0 or 0 <= line_end < following:
            break
        last = following
    return last


def is_strange(text: str, trigger: re.Match[str]) -> bool:
    """Whether debris follows: kana, symbols, wide letters, lone letters or characters few use."""
    after = text[trigger.start() + 1 : trigger.start() + DEBRIS]
    return trigger.end() > trigger.start() + 2 or bool(
        STRANGE.search(after)
        or any("\u4e00" <= sign <= "\u9fff" and not usual(sign) for sign in after)
    )


def widened(text: str, first: int, last: int) -> tuple[int, int]:
    """A stretch with its context, within its line and from the question mark that began it."""
    line_start = text.rfind("\n", max(0, first - GAP), first) + 1
    earlier = text.find("?", max(line_start, first - GAP), first)
    first = earlier if earlier >= 0 else first
    before = BEFORE.search(text[max(0, first - FARTHEST) : first])
    after = AFTER.match(text, last)
    return first - len(before[0] if before else ""), after.end() if after else len(text)
