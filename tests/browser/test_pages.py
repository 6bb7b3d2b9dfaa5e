"""Every page of the registry, for every visitor: on a phone, in the dark, with a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from indicators import library
from indicators.strings import Lang
from indicators.ui.registry import PAGES
from tests.browser.visitors import DESK, PHONE, TABLET, Visitors, furnish, settle

HERE = Path(__file__).parent
CONTRAST = (HERE / "contrast.js").read_text("utf-8")
LAYOUT = (HERE / "layout.js").read_text("utf-8")
# Whether the page is light or dark.
GROUND = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const [red, green, blue] = getComputedStyle(app).backgroundColor.match(/\\d+/g).map(Number);
  return red + green + blue > 384 ? "light" : "dark";
}"""
# Keeps of every chart what Plotly computed when it first drew it, and counts what it was handed.
FIRST = """new MutationObserver(() => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    if (chart.first || !chart.calcdata) continue
    chart.first = chart.calcdata
    chart.handed = 0
    chart.on("plotly_react", () => chart.handed++)
  }
}).observe(document, { childList: true, subtree: true })"""
AGAIN = """() => new Promise((done) => {
  const charts = [...document.querySelectorAll(".js-plotly-plot")]
  const told = (chart) => ({
    name: chart.closest("[role=figure]").ariaLabel,
    again: chart.first !== chart.calcdata || !Number.isInteger(chart.layout.width),
  })
  const twice = () => charts.every((chart) => chart.handed >= 2)
  const wait = () => (twice() ? done(charts.map(told)) : setTimeout(wait, 20))
  wait()
})"""
WCAG = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
LOOKS = [("light", "zh"), ("dark", "en")]
SLUGS = [page.slug for page in PAGES]
WITH_CHARTS = [page.slug for page in PAGES if page.family]
DRAWN = [*WITH_CHARTS, "texts", "themes", "policies", "corpus"]
# Beside every page as it opens: the reader of a text, an indicator's table, a theme's sentences.
VIEWS = {
    **{slug: f"/{slug}?" for slug in SLUGS},
    "reader": f"/texts?doc={next(iter(library.default().documents), '')}&",
    "table": "/urban_rural?view=table&",
    "rules": "/data?part=rules&",
    "use": "/data?part=use&",
    "cell": "/themes?theme=data_sharing&",
    "policy": "/policies?policy=disclosure_2007&geo=CN-SD&",
}


def described(violations: list[dict[str, Any]]) -> str:
    """What axe found, with the elements it means."""
    return "\n".join(
        f"{violation['id']}: {violation['help']}\n    {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
    )


@pytest.fixture(scope="module")
def looks(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """A browser for each scheme, which all views share: Plotly's script is read once, not forty
    times."""
    contexts = {scheme: furnish(browser, scheme) for scheme, _ in LOOKS}
    contexts["light"].add_init_script(FIRST)
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("scheme", "lang"), LOOKS)
def test_a_page_is_accessible(
    visitors: Visitors, looks: dict[str, BrowserContext], view: str, scheme: str, lang: Lang
) -> None:
    """At every width axe finds no WCAG A or AA violation and a chart's texts reach 4.5:1.

    On a phone nothing scrolls sideways and no text is cut off.
    """
    page = visitors.open_in(looks[scheme], f"{VIEWS[view]}lang={lang}", PHONE)
    assert page.evaluate(GROUND) == scheme
    assert page.evaluate(LAYOUT) == {"sideways": 0, "cut": []}
    for width, height in (PHONE, TABLET, DESK):
        page.set_viewport_size({"width": width, "height": height})
        violations = Axe().run(settle(page), options=WCAG).response["violations"]
        assert not violations, f"at {width} px: {described(violations)}"
        written = page.evaluate(CONTRAST)
        assert written or view not in WITH_CHARTS
        assert [found for found in written if found["ratio"] < 4.5] == []


@pytest.mark.parametrize("slug", DRAWN)
def test_plotly_draws_a_chart_once(
    visitors: Visitors, looks: dict[str, BrowserContext], slug: str
) -> None:
    """Streamlit hands it the same figure twice, which must find nothing to do the second time."""
    page = visitors.open_in(looks["light"], f"/{slug}", DESK)
    charts = page.evaluate(AGAIN)
    assert charts
    assert [chart["name"] for chart in charts if chart["again"]] == []
