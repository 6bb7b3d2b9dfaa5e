"""PDF with a text layer: lines as they are printed, the cells of a table kept apart by tabs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from time import monotonic

import pypdfium2
import pypdfium2.raw as pdfium

from indicators.errors import InputError

MOST_SECONDS = 30.0  # a longer work is no text but a trap
_LOCKED = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_PAGES, _PAGE_KEY = re.compile(rb"/Type\s*/Pages\b"), re.compile(rb"/Type\s*/(?:Page|ObjStm)\b")
# A gap wider than so many heights of a letter parts two cells; in justified text they are narrower.
_CELL_GAP = 1.5
_BLANKS = " \u00a0"


def text(data: bytes) -> str:
    """The text of a PDF; raises InputError: damaged, encrypted, no_pages, no_text_layer, slow."""
    deadline = monotonic() + MOST_SECONDS
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = []
            for number in range(len(document)):
                pages.append(_page(document, number))
                if monotonic() > deadline:
                    raise InputError("slow")
    except pypdfium2.PdfiumError as error:
        raise InputError(_problem(data, getattr(error, "err_code", None))) from None
    if not pages:
        raise InputError("no_pages")
    if not any(page.strip() for page in pages):
        raise InputError("no_text_layer")
    return "\n".join(pages)


def _problem(data: bytes, code: int | None) -> str:
    """Why a file cannot be opened; PDFium has no code of its own for one without a page."""
    if code in _LOCKED and b"/Encrypt" in data:
        return "encrypted"
    return "no_pages" if _PAGES.search(data) and not _PAGE_KEY.search(data) else "damaged"


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    """One page; a page that is broken is blank, the others are read."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    textpage = page.get_textpage()
    try:
        return "".join(_characters(textpage)).replace("\r\n", "\n").replace("\r", "\n")
    finally:
        textpage.close()
        page.close()


def _characters(textpage: pypdfium2.PdfTextPage) -> Iterator[str]:
    """The characters in order; PDFium writes soft hyphens as U+0002 and a blank for a gap."""
    signs = [pdfium.FPDFText_GetUnicode(textpage, at) for at in range(textpage.count_chars())]
    for at, code in enumerate(signs):
        sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if sign in _BLANKS and sign and _is_gap(textpage, at, len(signs)):
            yield "\t"
        elif sign != "\x02":
            yield sign


def _is_gap(textpage: pypdfium2.PdfTextPage, at: int, count: int) -> bool:
    """Whether a blank stands for the space between two columns."""
    if not 0 < at < count - 1:
        return False
    left, right = _box(textpage, at - 1), _box(textpage, at + 1)
    height = max(left[3] - left[1], right[3] - right[1])
    return right[0] - left[2] > _CELL_GAP * height > 0


def _box(textpage: pypdfium2.PdfTextPage, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a character in points."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, at, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top
