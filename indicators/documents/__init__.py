"""Files to text: plain text, Markdown and HTML in any encoding, Word documents, PDF with text.

The bytes decide, the name only helps: a PDF called .txt is read as a PDF. What the page and the
command line read is read here, so that the same file gets the same verdicts in both.
"""

from __future__ import annotations

from pathlib import PurePath

from indicators.cleaning import decode
from indicators.documents import pdf, word
from indicators.errors import InputError

READABLE = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024  # bytes; readers of PDF accept junk of this length before the signature
# An encrypted .docx is an old-style container with a stream of this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def text_of(name: str, data: bytes) -> str:
    """The text of a file; ``name`` need have no ending. HTML comes back with its markup.

    Raises InputError with a code that says why there is none.
    """
    known_type(name)
    if not data:
        raise InputError("empty")
    if _PDF in data[:_HEAD]:
        return _not_blank(pdf.text(data))
    if data.startswith(_ZIP):
        return _not_blank(word.text(data))
    if data.startswith(_OLE):
        raise InputError("encrypted" if _ENCRYPTED in data else "old_word")
    return _not_blank(decode(data))


def known_type(name: str) -> None:
    """Raise InputError for an ending that is none of READABLE; no ending is fine."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".doc":
        raise InputError("old_word")
    if suffix and suffix not in READABLE:
        raise InputError("type", suffix=suffix, known=" ".join(READABLE))


def _not_blank(text: str) -> str:
    if not text.strip():
        raise InputError("empty")
    return text
