"""``check``: the quoted figures of some texts with their verdicts, in one of four formats."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from indicators import library, reading, report
from indicators.cli import inputs
from indicators.library import Library
from indicators.reading import Reading
from indicators.strings import Lang

Texts = list[tuple[str, Reading]]
_ENDINGS = {"jsonl": "jsonl", "csv": "csv", "html": "html", "table": "txt"}


def run(options: argparse.Namespace) -> int:
    """Check every file; 2 if one could not be read, the others done all the same.

    A single .parquet, .jsonl or folder is a corpus and goes into tables.
    """
    if len(options.files) == 1 and inputs.is_corpus(options.files[0]):
        # What a corpus needs takes longer to load than a short text to check.
        from indicators.cli import bulk

        return bulk.run(options, options.files[0])
    data, lang = library.default(), options.lang
    reading.warm_up(data)
    if options.out and not _folder(Path(options.out), lang):
        return inputs.FAILED
    done: Texts = []
    saved: Counter[str] = Counter()
    failed = False
    for name, read in _readings(options, data):
        if read is None:
            failed = True
        elif options.out:
            saved[name] += 1
            stem = name if saved[name] == 1 else f"{name}-{saved[name]}"
            _save(options, stem, _formatted([(name, read)], options.format, data, lang))
        elif options.format == "jsonl":
            sys.stdout.write(_formatted([(name, read)], "jsonl", data, lang))
        else:
            done.append((name, read))
    if not options.out and options.format != "jsonl":
        sys.stdout.write(_formatted(done, options.format, data, lang))
    return inputs.FAILED if failed else 0


def _readings(options: argparse.Namespace, data: Library) -> Iterator[tuple[str, Reading | None]]:
    return inputs.each(
        options.files,
        options.lang,
        lambda name, content: reading.read_file(name, content, data, options.published),
    )


def _formatted(texts: Texts, wanted: str, data: Library, lang: Lang) -> str:
    if wanted == "html":
        return report.page(texts, data, lang)
    rows = (row for name, read in texts for row in report.rows(name, read, data, lang))
    if wanted == "csv":
        return report.csv_text(rows)
    return report.jsonl_text(rows) if wanted == "jsonl" else report.table_text(rows, lang)


def _folder(path: Path, lang: Lang) -> bool:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        inputs.complain(lang, str(path), error.strerror or str(error))
        return False
    return True


def _save(options: argparse.Namespace, stem: str, content: str) -> None:
    """One file for each text; a spreadsheet knows UTF-8 in CSV by its byte order mark."""
    encoding = "utf-8-sig" if options.format == "csv" else "utf-8"
    path = Path(options.out) / f"{stem}.{_ENDINGS[options.format]}"
    path.write_bytes(content.encode(encoding, "backslashreplace"))
