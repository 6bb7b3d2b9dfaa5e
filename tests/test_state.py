"""The address is the state: what it may say, how it is written, and what it names in vain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.checks import VerdictKind
from indicators.ui import state
from indicators.ui.load import Known
from indicators.ui.state import AREAS, TRANSFORMS, VIEWS, State, parse, query

KNOWN = Known(
    ids=frozenset({"internet_users", "gov_websites"}),
    geos=frozenset({"CN", "CN-HA"}),
    docs=frozenset({"a_text"}),
    claims=frozenset({"0123abcd"}),
    sentences={"a_text": 12},
    themes=frozenset({"talent"}),
    moves=frozenset({"path"}),
    peers=frozenset({"KOR", "EST"}),
)

# Address, state, what is unknown in it.
ADDRESSES = [
    ({}, State(), ()),
    ({"lang": "en", "id": "internet_users"}, State(lang="en", id="internet_users"), ()),
    ({"area": "rural", "view": "table"}, State(area="rural", view="table"), ()),
    ({"tr": "pct", "geo": "CN-HA"}, State(tr="pct", geo="CN-HA"), ()),
    ({"c": "0123abcd", "doc": "a_text"}, State(c="0123abcd", doc="a_text"), ()),
    ({"doc": "a_text", "s": "12"}, State(doc="a_text", s="12"), ()),
    ({"doc": "a_text", "s": "13"}, State(doc="a_text"), (("s", "13"),)),
    ({"doc": "a_text", "s": "0"}, State(doc="a_text"), (("s", "0"),)),
    ({"doc": "a_text", "s": "last"}, State(doc="a_text"), (("s", "last"),)),
    ({"s": "1"}, State(), (("s", "1"),)),
    ({"theme": "talent", "doc": "a_text"}, State(theme="talent", doc="a_text"), ()),
    ({"against": "a_text"}, State(against="a_text"), ()),
    ({"move": "path", "doc": "a_text"}, State(move="path", doc="a_text"), ()),
    ({"theme": "weather", "against": "x"}, State(), (("against", "x"), ("theme", "weather"))),
    ({"t": "2017-12"}, State(t="2017-12"), ()),
    ({"peers": "EST,KOR"}, State(peers="EST,KOR"), ()),
    ({"peers": "KOR,,XXX,KOR"}, State(peers="KOR"), (("peers", "XXX"),)),
    ({"peers": ","}, State(), ()),
    ({"t": "2015..2017-12"}, State(t="2015..2017-12"), ()),
    ({"q": "任何 <words>"}, State(q="任何 <words>"), ()),
    ({"verdict": "mislabelled"}, State(verdict="mislabelled"), ()),
    ({"utm_source": "elsewhere"}, State(), ()),
    ({"lang": "xx", "id": "gov_websites"}, State(id="gov_websites"), (("lang", "xx"),)),
    ({"id": "nonsense", "area": "rural"}, State(area="rural"), (("id", "nonsense"),)),
    ({"c": "deadbeef", "view": "pie"}, State(), (("view", "pie"), ("c", "deadbeef"))),
    ({"t": "2017-13"}, State(), (("t", "2017-13"),)),
    ({"v": "772000000", "p": "2"}, State(v="772000000", p="2"), ()),
    ({"v": "-0.5"}, State(v="-0.5"), ()),
    ({"v": "1e9", "p": "0"}, State(), (("v", "1e9"), ("p", "0"))),
    ({"id": ""}, State(), ()),
]  # fmt: skip


@pytest.mark.parametrize(("address", "expected", "unknown"), ADDRESSES)
def test_an_address_restores_what_it_names(
    address: dict[str, str], expected: State, unknown: tuple[tuple[str, str], ...]
) -> None:
    """Known names are restored, unknown ones listed, everything else has its default."""
    found = parse(address, KNOWN)
    assert query(found) == query(expected)
    assert found.unknown == unknown


def test_defaults_are_left_out_of_the_address() -> None:
    """The plain view has a plain address."""
    assert query(State()) == {}


def choice(*values: str | None) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *values])


# A sentence is one of a text.
places = st.sampled_from(
    [{}, {"doc": "a_text"}, *({"doc": "a_text", "s": s} for s in ("1", "7", "12"))]
)


@given(
    places,
    st.builds(
        State,
        lang=st.sampled_from(["zh", "en"]),
        id=choice(*KNOWN.ids),
        area=choice(*AREAS),
        geo=choice(*KNOWN.geos),
        peers=choice("KOR", "EST,KOR"),
        t=choice("2017", "2017-12", "2015-06..2017-12"),
        view=st.sampled_from(VIEWS),
        tr=st.sampled_from(TRANSFORMS),
        c=choice(*KNOWN.claims),
        against=choice(*KNOWN.docs),
        theme=choice(*KNOWN.themes),
        move=choice(*KNOWN.moves),
        q=st.none() | st.text(min_size=1),
        verdict=choice(*VerdictKind),
        v=choice("772000000", "55.8"),
        p=choice("1", "500"),
    ),
)
def test_every_state_survives_its_address(place: dict[str, str], view: State) -> None:
    """Writing a state and reading it back gives the same state."""
    here = replace(view, **place)
    assert parse(query(here), KNOWN) == here


@given(st.dictionaries(st.sampled_from(state.query_names()), st.text()))
def test_any_address_can_be_read(address: dict[str, str]) -> None:
    """Whatever a link says, it is restored or named as unknown, never an error."""
    found = parse(address, KNOWN)
    assert all(name in address for name, _ in found.unknown)


@pytest.mark.parametrize(
    ("slug", "lang", "changes", "address"),
    [
        ("internet", "zh", {}, "./internet"),
        ("internet", "en", {"id": "internet_users"}, "./internet?lang=en&id=internet_users"),
        ("overview", "zh", {}, "./"),
        ("overview", "en", {}, "./?lang=en"),
        ("texts", "zh", {"doc": "a_text", "c": None}, "./texts?doc=a_text"),
    ],
)
def test_links_are_relative_and_carry_the_language(
    slug: str, lang: str, changes: dict[str, str | None], address: str
) -> None:
    """A link works under any base path; Chinese, the default, is not written out."""
    assert state.href(slug, lang, **changes) == address


def test_what_is_kept_is_kept_by_all_that_it_depends_on() -> None:
    """Once for a state and its further arguments; a typed word is never kept, a mistyped name no key."""
    asked: list[tuple[State, str]] = []

    @state.kept(8)
    def drawn(here: State, mode: str) -> int:
        asked.append((here, mode))
        return len(asked)

    first = drawn(State(), "light")
    assert drawn(State(unknown=(("geo", "x"),)), "light") == first
    assert drawn(State(), "dark") != first
    assert drawn(State(lang="en"), "light") != first
    assert drawn(State(q="我的话"), "light") != drawn(State(q="我的话"), "light")
