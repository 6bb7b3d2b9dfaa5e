"""The world page: who is compared, what the address says, and what is told of each source."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators import egdi, library
from indicators.strings import LANGS, Lang, text
from indicators.ui.registry import page
from indicators.ui.world import change, peers
from tests.test_pages import visit, written

WORLD = page("world")
SHELF = library.load(library.DATA)
NAMES = {id: SHELF.indicators[id].short["zh"] for id in (egdi.INDEX, *egdi.PARTS)}


def chart(app: AppTest, place: int) -> dict[str, Any]:
    return json.loads(app.get("plotly_chart")[place].proto.spec)


def labels(drawn: dict[str, Any]) -> set[str]:
    return {note["text"] for note in drawn["layout"]["annotations"]}


def test_the_leaders_are_those_of_the_newest_edition() -> None:
    """Denmark, Estonia, Singapore and Korea stood first in 2024."""
    assert peers.leaders(SHELF) == ("DNK", "EST", "SGP", "KOR")


@pytest.mark.parametrize("lang", LANGS)
def test_the_address_says_who_is_compared(lang: Lang) -> None:
    """The countries named are drawn beside China, the unknown one is named aloud."""
    app = visit(WORLD, peers="JPN,XXX,BRA,JPN", lang=lang)
    assert text(lang, "problem.unknown_peers", value="XXX") in written(app)
    names = {SHELF.places[code].name(lang) for code in ("JPN", "BRA")}
    assert names | {text(lang, "world.china")} <= labels(chart(app, 0))


def test_china_stands_out_and_rank_one_is_on_top() -> None:
    """China's line is the thickest in both charts; the rank axis runs downwards."""
    app = visit(WORLD)
    for place in (0, 1):
        drawn = chart(app, place)
        widths = [t["line"]["width"] for t in drawn["data"] if t["name"] == "reference"]
        assert widths[0] == max(widths) > min(widths)
    low, high = chart(app, 1)["layout"]["yaxis"]["range"]
    assert low > high


def test_more_than_five_lines_become_panels_with_china_in_each() -> None:
    """Five neighbours: five panels, each with two countries, and the break ruled in each."""
    drawn = chart(visit(WORLD, peers=",".join(peers.NEIGHBOURS)), 0)
    strong = [
        trace["xaxis"]
        for trace in drawn["data"]
        if trace["name"] == "reference" and trace["line"]["width"] > 3
    ]
    assert len(set(strong)) == 5
    assert len(drawn["layout"]["shapes"]) == 5


def test_picking_a_preset_changes_the_address() -> None:
    """The countries of the preset stand in the address; the default one is left out of it."""
    app = visit(WORLD)
    app.segmented_control(key="peers_preset").set_value("brics").run()
    assert app.query_params["peers"] == ",".join(peers.BRICS)
    assert text("zh", "world.missing_brics") in written(app)
    app.segmented_control(key="peers_preset").set_value("leaders").run()
    assert "peers" not in app.query_params


def test_two_editions_are_compared_as_the_address_says() -> None:
    """From 2008 to 2020, with the weights of 2008 told; picking another writes the address."""
    app = visit(WORLD, t="2008..2020")
    words = written(app)
    assert "从2008年版到2020年版" in words
    assert text("zh", "world.weights") in words
    app.selectbox(key="edition_from").set_value("2012").run()
    assert app.query_params["t"] == "2012..2020"
    assert text("zh", "world.weights") not in written(app)


@pytest.mark.parametrize("given", ["2024..2012", "2012", "2006..2024", "2012-01..2024-01"])
def test_editions_that_do_not_exist_are_named(given: str) -> None:
    """The value and the editions there are, in words; the default is shown."""
    words = written(visit(WORLD, t=given))
    assert f"“{given}”" in words
    assert "2022、2024" in words
    assert "从2012年版到2024年版" in words


def test_a_change_is_told_with_its_parts() -> None:
    """Rise and fall have their words, and the bars lead from one index to the other."""
    editions = egdi.editions(SHELF.observations)
    rise = egdi.change(editions["2012"], editions["2024"])
    fall = egdi.change(editions["2005"], editions["2010"])
    assert "由0.5359升至0.8718，升0.3359" in change.told(rise, NAMES, "zh")[0]
    assert "由0.5078降至0.4700" in change.told(fall, NAMES, "zh")[0]
    bars = change.steps(rise, NAMES, "zh")
    assert bars[0].end == bars[1].start
    assert bars[-2].end == pytest.approx(bars[-1].end, abs=0.0002)


def test_the_two_counts_of_people_online_are_never_merged() -> None:
    """Two named lines, the change of definition of 2023 ruled and told, both in one table."""
    app = visit(WORLD)
    drawn = chart(app, 3)
    told = {"国际电联", "CNNIC普及率"}
    assert told <= {words.replace("<br>", "") for words in labels(drawn)}
    assert "2023-12-31" in {shape["x0"] for shape in drawn["layout"]["shapes"]}
    assert text("zh", "world.online") in written(app)
    assert '<td class="number">90.6</td><td class="number">77.5</td>' in written(app)


@pytest.mark.parametrize("lang", LANGS)
def test_gtmi_is_told_by_groups(lang: Lang) -> None:
    """Four groups with the names in them, and that they are no ranking."""
    words = written(visit(WORLD, lang=lang))
    assert text(lang, "world.gtmi")[:20] in words
    assert all(text(lang, f"world.gtmi_{group}") in words for group in "abcd")


def test_the_page_shows_the_notices_of_its_sources() -> None:
    """The UN's, the World Bank's and the ITU's, each where its data are shown."""
    words = written(visit(WORLD))
    for licence in SHELF.terms.licences:
        assert licence in words
