"""Bytes to text: UTF-8, UTF-16 and UTF-32, GB18030 and Big5, with and without a byte order mark."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import lru_cache

from indicators.cleaning.lexicon import lexicon
from indicators.cleaning.variants import simplified
from indicators.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Files that are no text, by their first bytes: PDF, ZIP (docx), gzip, PNG, JPEG, GIF, OLE (doc).
BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
)
LEGACY = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
SAMPLE = 20_000  # bytes that decide between the legacy codes
COMMON = 3000  # characters; a text read in the wrong code has few of them
PLAUSIBLE = 0.6  # share of a text's Chinese characters that must be common
FEW = 0.002  # share of bytes that may be broken in a text that is UTF-8 otherwise
WIDE = 8  # Chinese characters that there must be for each broken place
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1b")


def decode(data: bytes) -> str:
    """The text in some bytes; line ends stay as they are, a byte order mark goes.

    Raises InputError: ``empty`` for nothing, ``binary`` for a file that is no text, ``encoding``
    where none of the codes fits.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError("empty")
    if data.startswith(BINARY):
        raise InputError("binary")
    text = as_marked(data)
    if text is None:
        text = as_utf8(data)
    if text is None:
        text = as_legacy(data)
    if not text.strip():
        raise InputError("empty")
    return text


def as_marked(data: bytes) -> str | None:
    """The text if a byte order mark tells its code; None otherwise."""
    for mark, code in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(code, "replace")
    return None


def as_utf8(data: bytes) -> str | None:
    """The text if the bytes are UTF-8, a few broken ones aside; None otherwise."""
    if b"\x00" in data:
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if broken > 2 + FEW * len(text) or broken * WIDE > sum(map(is_wide, text[:SAMPLE])):
        return None
    if sum(byte in CONTROLS for byte in data[:SAMPLE]) > 0.02 * min(len(data), SAMPLE):
        raise InputError("binary")
    return text


def is_wide(character: str) -> bool:
    """Whether a character is Chinese, full-width or the like."""
    return ord(character) > 0x2E7F and character != "\ufffd"


def as_legacy(data: bytes) -> str:
    """The text in the code that makes its characters most common."""
    rated = sorted(rate(data), reverse=True)
    if not rated or rated[0][0] < PLAUSIBLE:
        raise InputError("binary" if b"\x00" in data else "encoding")
    return data.decode(rated[0][1], "replace")


def rate(data: bytes) -> Iterator[tuple[float, str]]:
    """Each code that fits, with the share of common characters it gives."""
    for code in LEGACY:
        sample = data[: SAMPLE & ~1]
        text = sample.decode(code, "replace")
        wide = [character for character in text if ord(character) > 0x7F]
        plain = len(text) - len(wide)
        odd = sum(ord(character) in CONTROLS for character in text)
        if odd > 0.02 * len(text) or (not wide and "\x00" in text):
            continue
        good = sum(character in common() for character in wide)
        yield (good + 0.9 * plain) / max(1, len(text)), code


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The common characters in both scripts, and the punctuation that goes with them."""
    costs = lexicon().costs
    single = sorted((cost, word) for word, cost in costs.items() if len(word) == 1)
    usual = {word for _, word in single[:COMMON]}
    both = {chr(code) for code in range(0x4E00, 0xA000) if simplified(chr(code)) in usual}
    return frozenset(both | set("，。、；：？！“”‘’（）《》—…·％０１２３４５６７８９\u3000"))
