"""The search page: one box over all sentences of the library, and the sentences found."""

from __future__ import annotations

from indicators import search
from indicators.errors import InputError
from indicators.search import Answer, Filters, Query
from indicators.strings import text
from indicators.ui import frame, problems, state
from indicators.ui.search import box, examples, hits, nothing
from indicators.ui.search.shelf import shelf
from indicators.ui.state import State

MOST = 500  # sentences listed


def draw() -> None:
    """Draw the page."""
    here = state.current()
    query, fault = _query(here)
    answer = search.find(shelf().index, query, filters(here), MOST) if query else None
    wider = search.find(shelf().index, query) if query and answer and not answer.total else answer
    frame.title(here, "search", _lead(here, query, answer, wider))
    box.draw(here)
    if fault:
        problems.say(text(here.lang, f"input.{fault.code}", **fault.facts))
    if query is None or answer is None or wider is None:
        examples.draw(here.lang)
        return
    box.draw_filters(here)
    hits.draw_understood(here.lang, query)
    if answer.total:
        hits.draw(here.lang, answer)
    else:
        nothing.draw(here, wider)


def _query(here: State) -> tuple[Query | None, InputError | None]:
    """What is asked, or why it cannot be; neither where nothing is."""
    if not here.q:
        return None, None
    try:
        return search.parse(here.q, shelf().synonyms), None
    except InputError as fault:
        return None, fault


def filters(here: State) -> Filters:
    """What the address narrows the search to."""
    return Filters(here.doc, here.theme, here.id, search.years(here.t))


def _lead(here: State, query: Query | None, answer: Answer | None, wider: Answer | None) -> str:
    """The sentence that answers; ``wider`` is the answer without filters where there is none."""
    lang = here.lang
    if query is None or answer is None or wider is None:
        kept = shelf()
        return text(lang, "page.search.lead", texts=kept.texts, sentences=f"{kept.index.size:,}")
    if not answer.total:
        return nothing.reason(lang, wider)
    texts = len({hit.passage.doc for hit in answer.hits})
    key = "page.search.found_one" if answer.total == 1 else "page.search.found"
    return text(lang, key, query=query.repaired, count=answer.total, texts=texts)
