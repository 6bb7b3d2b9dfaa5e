"""The corpus of this site, opened once per process, and its answers kept while they are asked."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from indicators import corpus, settings
from indicators.corpus import Corpus
from indicators.ui import load

KEPT = 64  # answers of each kind: the choices of some visitors at the same time


def opened() -> Corpus:
    """The corpus of the settings, or the one that is shipped. Raises InputError with a sentence.

    When its results are replaced, the new ones are opened within a minute.
    """
    address = settings.current().corpus or f"{load.root()}/corpus/checked"
    return _opened(address, _stamp(address))


def is_made_up() -> bool:
    """Whether it is the one that is shipped, of which nothing was ever published."""
    return not settings.current().corpus


@st.cache_data(ttl=60, max_entries=1, show_spinner=False)
def _stamp(address: str) -> bytes:
    return corpus.stamp(address)


@st.cache_resource(max_entries=1, show_spinner=False)
def _opened(address: str, stamp: bytes) -> Corpus:  # noqa: ARG001 - the stamp is the cache's key
    return corpus.open_(address)


quoted = lru_cache(maxsize=1)(corpus.quoted)
number = lru_cache(maxsize=KEPT)(corpus.number)
delays = lru_cache(maxsize=KEPT)(corpus.delays)
repeated = lru_cache(maxsize=KEPT)(corpus.repeated)
page = lru_cache(maxsize=KEPT)(corpus.page)
