"""A figure that agrees with the reference is never called wrong, in whatever form it is written.

The whole of data/ in all forms is read by tests/benchmarks/agreeing.py; here a fixed sample.
"""

from __future__ import annotations

import random
from functools import cache

import pytest

from indicators import library
from indicators.library import Library
from tests.agreeing import FORMS, Claim, claims, false_verdicts, is_found

SAMPLED = 500
# The share of the sample that was found when this was measured; of all of data/ it is 99.7 %, as
# the sample has more of the indicators with few figures and odd scopes. A bare 1 or 87 in brackets
# is no figure to the engine, and a scope without words of its own cannot be dealt out by 分别.
FOUND = dict.fromkeys(FORMS, 0.989) | {"respectively": 0.979, "brackets": 0.977}


@cache
def shelf() -> Library:
    return library.load()


@cache
def sample() -> tuple[Claim, ...]:
    """A few claims of each indicator, and others at random."""
    rng = random.Random(20180305)
    everything = list(claims(shelf()))
    rng.shuffle(everything)
    of_each: dict[str, list[Claim]] = {}
    for claim in everything:
        of_each.setdefault(claim.seen.indicator, []).append(claim)
    few = [claim for known in of_each.values() for claim in known[:10]]
    return tuple(few + rng.sample(everything, SAMPLED - len(few)))


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_that_agrees_is_found_and_never_called_wrong(form: str) -> None:
    """China, provinces and countries; neither wrong nor unit_error nor mislabelled."""
    sentences = {FORMS[form](claim): claim for claim in sample()}
    false = [line for sentence in sentences for line in false_verdicts(sentence, shelf())]
    assert false == []
    found = [is_found(claim, sentence, shelf()) for sentence, claim in sentences.items()]
    assert sum(found) / len(found) >= FOUND[form]


def test_the_sample_covers_every_indicator_that_has_figures() -> None:
    """Areas, levels, scopes and places among them."""
    seen = [claim.seen for claim in sample()]
    with_figures = {id for id, figures in shelf().observations.items() if figures}
    assert {one.indicator for one in seen} == with_figures
    assert {one.area for one in seen} == {"total", "urban", "rural"}
    assert {"CN", "CN-GD", "IND", "WLD"} <= {one.geo for one in seen}
