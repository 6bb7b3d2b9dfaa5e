"""Files made for tests: a Word document, a PDF with and without text, a locked one, archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx

Rows = Sequence[Sequence[str]]


def word(*paragraphs: str, table: Rows = ()) -> bytes:
    """A Word document with some paragraphs and, below them, a table."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()


def pdf(*lines: str | Sequence[str]) -> bytes:
    """A PDF of one page with a text layer; a line that is a list is a row of cells."""
    written = []
    for at, line in enumerate(lines):
        cells = [line] if isinstance(line, str) else line
        for column, words in enumerate(cells):
            place = f"1 0 0 1 {40 + 180 * column} {800 - 24 * at} Tm"
            code = "".join(f"{ord(sign):04X}" for sign in words)
            written.append(f"BT /F 12 Tf {place} <{code}> Tj ET")
    return _pdf([_PAGE, _stream("\n".join(written)), *_FONT])


def scan() -> bytes:
    """A PDF whose only page is a grey box."""
    return _pdf([_PAGE, _stream("0.5 g 40 40 500 700 re f"), *_FONT])


def pages_none() -> bytes:
    """A PDF without pages."""
    return _pdf([], count=0)


def locked() -> bytes:
    """A PDF that asks for a password."""
    entry = (
        f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'5A' * 32}> /U <{'A5' * 32}> >>"
    )
    return _pdf([_PAGE, _stream("BT ET"), *_FONT, entry], encrypted=True)


# Objects 1 and 2 are the catalogue and the pages; these follow from 3 on.
_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    "/Resources << /Font << /F 5 0 R >> >> >>"
)
_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
    "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo "
    "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>",
    f"<< /Length {len(_MAP)} >>\nstream\n{_MAP}\nendstream",
    "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] "
    "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _pdf(objects: Sequence[str], count: int = 1, encrypted: bool = False) -> bytes:
    kids = "[3 0 R]" if count else "[]"
    every = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids {kids} /Count {count} >>",
        *objects,
    ]
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(every, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("ascii"))
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    locks = f"/Encrypt {len(every)} 0 R /ID [<00> <00>] " if encrypted else ""
    out.write(
        f"xref\n0 {len(every) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(every) + 1} /Root 1 0 R {locks}>>\n"
        f"startxref\n{start}\n%%EOF\n".encode("ascii")
    )
    return out.getvalue()
