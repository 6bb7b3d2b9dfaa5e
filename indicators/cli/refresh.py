"""``refresh``: the figures of an open API compared with ours; they are written only on request."""

from __future__ import annotations

import argparse
import functools
import sys

from indicators import library, refresh
from indicators.cli import inputs
from indicators.columns import aligned
from indicators.errors import DataError, InputError
from indicators.library import Library
from indicators.refresh import Refresh, worldbank, writing
from indicators.strings import Lang, text


def run(options: argparse.Namespace) -> int:
    """Print what differs, source by source; with ``--write`` put it into the data.

    The exit status is 2 where an answer or the data is faulty; nothing is written then.
    """
    data, lang = library.default(), options.lang
    address = options.api or worldbank.ADDRESS
    fetch = functools.partial(worldbank.fetch, address=address)
    try:
        found = [refresh.compare(data, source, fetch) for source in refresh.sources(data)]
    except InputError as error:
        inputs.complain(lang, address, text(lang, f"input.{error.code}", **error.facts))
        return inputs.FAILED
    for one in found:
        sys.stdout.write(_shown(one, data, lang))
    return _write(found, lang) if options.write else 0


def _write(found: list[Refresh], lang: Lang) -> int:
    root = library.root()
    try:
        written = writing.write(root, found)
    except (DataError, OSError) as error:
        inputs.complain(lang, str(root), text(lang, "cli.not_written", why=str(error)))
        return inputs.FAILED
    for path in written:
        print(text(lang, "cli.written", path=str(path)))
    if written:
        print(text(lang, "cli.after_writing"))
    return 0


def _shown(one: Refresh, data: Library, lang: Lang) -> str:
    source = data.sources[one.source]
    title = source.title_en if lang == "en" else source.title_zh
    if not one.changes:
        return text(lang, "cli.no_changes", title=title, updated=one.updated) + "\n"
    rows = [
        (
            text(lang, f"cli.change_{change.what}"),
            change.as_of,
            change.geo,
            change.before or "-",
            change.after or "-",
            change.indicator,
        )
        for change in one.changes
    ]
    count = str(len(rows))
    head = text(lang, "cli.changes", title=title, updated=one.updated, count=count)
    return f"{head}\n{aligned(rows)}"
