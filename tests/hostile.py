"""Files that mean no good, or that went wrong: each with the sentence it gets ("" if it is read)."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Iterator

from tests import files

TEXT = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为55.8%。\n"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def every() -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes, and the code of the sentence."""
    yield from _nothing()
    yield from _binary()
    yield from _word()
    yield from _pdf()
    yield from _markup()
    yield from _encodings()


def _nothing() -> Iterator[tuple[str, bytes, str]]:
    yield "empty.txt", b"", "empty"
    yield "empty.pdf", b"", "empty"
    yield "empty.docx", b"", "empty"
    yield "blank.txt", b" \n\t\r\n" * 10, "empty"
    yield "zeros.txt", b"\x00" * 5000, "empty"
    yield "mark.txt", b"\xef\xbb\xbf", "empty"


def _binary() -> Iterator[tuple[str, bytes, str]]:
    noise = random.Random(7).randbytes(20_000)
    yield "noise.txt", noise, "binary"
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + noise, "binary"
    yield "photo.md", b"\xff\xd8\xff\xe0" + noise, "binary"
    yield "moving.html", b"GIF89a" + noise, "binary"
    yield "packed.txt", gzip.compress(TEXT.encode()), "binary"
    yield "program.txt", b"\x7fELF\x02\x01\x01" + bytes(500) + noise, "binary"
    yield "sound.mp3", b"ID3" + noise, "type"
    yield "sheet.xlsx", files.archive({"xl/workbook.xml": b"<a/>"}), "type"
    yield "macro.docm", files.word(TEXT), "type"
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise, "old_word"
    yield "renamed.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise, "old_word"
    wide = "EncryptedPackage".encode("utf-16-le")
    yield "secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise + wide, "encrypted"


def _word() -> Iterator[tuple[str, bytes, str]]:
    sound = files.word(TEXT)
    yield "cut.docx", sound[: len(sound) // 2], "damaged"
    yield "head.docx", b"PK\x03\x04", "damaged"
    yield "flipped.docx", sound[:300] + bytes(200) + sound[500:], "damaged"
    yield "other.docx", files.archive({"xl/workbook.xml": b"<a/>"}), "not_word"
    yield "stray.docx", files.archive({"readme.txt": TEXT.encode()}), "not_word"
    yield "hollow.docx", files.archive({"word/document.xml": b"<a/>"}), "damaged"
    yield "bomb.docx", files.archive({"word/document.xml": b" " * 60_000_000}), "bomb"
    yield "many.docx", files.archive({f"word/{n}": b"" for n in range(6000)}), "bomb"
    yield (
        "picture.docx",
        files.archive({"word/document.xml": b"<a/>", "word/media/a.png": bytes(201_000_000)}),
        "bomb",
    )
    yield (
        "nested.docx",
        files.archive({"word/a.zip": files.archive({"b": b"0" * 10**6})}),
        "damaged",
    )
    yield "laughs.docx", _replaced(sound, _laughs()), "damaged"
    yield "deep.docx", _replaced(sound, _deep()), "damaged"
    yield "stored.docx", _repacked(sound, zipfile.ZIP_STORED), ""
    yield "blank.docx", files.word(), "empty"
    yield "named.txt", sound, ""
    yield "table.docx", files.word(table=[["指标", "2017年12月"], ["网民规模（亿人）", "7.72"]]), ""


def _pdf() -> Iterator[tuple[str, bytes, str]]:
    sound = files.pdf(TEXT.strip())
    yield "sound.pdf", sound, ""
    yield "cut.pdf", sound[: len(sound) // 3], "damaged"
    yield "head.pdf", b"%PDF-1.7\n", "damaged"
    yield "noise.pdf", b"%PDF-1.7\n" + random.Random(3).randbytes(50_000), "damaged"
    yield "scan.pdf", files.scan(), "no_text_layer"
    yield "pages.pdf", files.pages_none(), "no_pages"
    yield "locked.pdf", files.locked(), "encrypted"
    yield "late.pdf", b"\n" * 100 + sound, ""
    yield "called.txt", sound, ""
    yield "plain.pdf", TEXT.encode(), ""
    yield "ring.pdf", sound.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "no_text_layer"
    yield "lie.pdf", sound.replace(b"/Count 1", b"/Count 9"), ""


def _markup() -> Iterator[tuple[str, bytes, str]]:
    script = "<script>document.title='x';fetch('//a')</script><img src=x onerror=alert(1)>"
    yield "script.html", (script + f"<p>{TEXT}</p>").encode(), ""
    yield "unclosed.html", ("<script>" + TEXT).encode(), ""
    yield "angles.html", b"<" * 150_000 + TEXT.encode(), ""
    yield "entities.html", ("&lt;" * 20_000 + TEXT).encode(), ""
    yield "formula.txt", ('=HYPERLINK("http://a","b")\n' + TEXT).encode(), ""
    yield "brackets.txt", ("(" * 100_000 + TEXT).encode(), ""
    yield "digits.txt", ("9" * 100_000 + "人。" + TEXT).encode(), ""
    yield "long.txt", (TEXT * 6000).encode(), "too_long"
    yield "big.txt", TEXT.encode() * 130_000, "too_big"


def _encodings() -> Iterator[tuple[str, bytes, str]]:
    for encoding in ("gbk", "gb18030", "utf-16", "utf-16-be", "utf-32", "utf-8-sig"):
        yield f"{encoding}.txt", (TEXT * 4).encode(encoding), ""
    yield "big5.txt", "截至2017年12月，我國網民規模達7.72億，普及率為55.8%。".encode("big5") * 4, ""
    yield "half.txt", (TEXT * 4).encode()[:-4], ""
    yield "marks.txt", ("\u202e\u200b\ufeff" * 500 + TEXT).encode(), ""


def _replaced(document: bytes, body: bytes) -> bytes:
    """A Word document with another main part."""
    return _repacked(document, zipfile.ZIP_DEFLATED, {"word/document.xml": body})


def _repacked(document: bytes, method: int, changed: dict[str, bytes] | None = None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    return files.archive(held | (changed or {}), method)


def _laughs() -> bytes:
    """Entities of entities: written out, they would fill the memory."""
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">{steps}]>'
        f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{TEXT}&e11;</w:t></w:r></w:p>'
        "</w:body></w:document>"
    ).encode()


def _deep() -> bytes:
    """Elements in elements, deeper than any reader should follow."""
    return (
        f'<w:document xmlns:w="{_WORD}"><w:body>'
        + "<w:sdt>" * 5000 + TEXT + "</w:sdt>" * 5000 + "</w:body></w:document>"
    ).encode()  # fmt: skip
