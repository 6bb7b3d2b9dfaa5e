"""The check page, worked by a visitor: bring a text, read the verdicts, take them away."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from indicators.strings import LANGS, Lang, text
from tests import files
from tests.browser.test_linking import MARKERS
from tests.browser.test_pages import LAYOUT, LOOKS, WCAG, described
from tests.browser.visitors import PHONE, Visitors, settle

TEXT = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为65.8%。"
SECRET = "秘而不宣四十二"
SELECTED = ".clean .quote.selected"
FORMATS: dict[str, Callable[[str], bytes]] = {
    "a.txt": lambda words: words.encode("gb18030"),
    "b.md": lambda words: f"# 报告\n\n{words}".encode(),
    "c.html": lambda words: f"<body><p>{words}</p><script>x</script></body>".encode(),
    "d.docx": files.word,
    "e.pdf": lambda words: files.pdf(*words.split("，")),
}


def say(key: str, **facts: str | int) -> str:
    return text("zh", f"check.{key}", **facts)


def paste(page: Page, words: str) -> None:
    """Paste a text and have it checked."""
    page.get_by_label(say("paste")).fill(words)
    page.get_by_role("button", name=say("go"), exact=True).click()


def judged(page: Page) -> Page:
    """Wait until a result stands."""
    expect(page.locator(".reader .clean")).to_be_visible()
    return settle(page)


def bring(page: Page, *brought: tuple[str, bytes]) -> None:
    """Upload files."""
    payload = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        for name, data in brought
    ]
    page.locator('input[type="file"]').set_input_files(payload)  # type: ignore[arg-type]


def sample(page: Page, name: str, lang: Lang = "zh") -> Page:
    page.get_by_role("button", name=text(lang, f"check.sample_{name}"), exact=True).click()
    return judged(page)


def test_a_pasted_text_is_judged(visitors: Visitors) -> None:
    """The answer counts the verdicts; the figures are marked; the address tells nothing."""
    page = visitors.open("/check")
    address = page.url
    paste(page, TEXT)
    judged(page)
    counts = f"{text('zh', 'verdict.match')}\u00a01\u00a0· {text('zh', 'verdict.wrong')}\u00a01"
    expect(page.locator(".lead")).to_have_text(say("answer", count=2, counts=counts))
    expect(page.locator(".clean .quote")).to_have_count(2)
    page.locator(".clean .quote").last.click()
    expect(page.locator(SELECTED)).to_have_count(1)
    assert page.url == address


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_each_format_is_judged(visitors: Visitors, name: str) -> None:
    """The same two figures, whatever the file."""
    page = visitors.open("/check")
    bring(page, (name, FORMATS[name](TEXT)))
    judged(page)
    expect(page.locator(".clean .quote")).to_have_count(2)


def test_several_files_are_each_done_or_named(visitors: Visitors) -> None:
    """The good ones are judged, the bad ones get their sentence, one after the other is shown."""
    page = visitors.open("/check")
    good = [(name, make(TEXT)) for name, make in FORMATS.items()]
    bring(page, *good, ("scan.pdf", files.scan()), ("locked.pdf", files.locked()))
    judged(page)
    listed = page.locator(".files li")
    expect(listed).to_have_count(7)
    expect(listed.filter(has_text="scan.pdf")).to_contain_text(text("zh", "input.no_text_layer"))
    expect(listed.filter(has_text="locked.pdf")).to_contain_text(text("zh", "input.encrypted"))
    page.get_by_label(say("which")).click()
    page.get_by_role("option", name="e.pdf").click()
    judged(page)
    expect(page.locator(".clean .quote")).to_have_count(2)


def test_a_long_check_can_be_cancelled(visitors: Visitors) -> None:
    """What is done stays, what is not is said to be cancelled, and the next text is checked."""
    page = visitors.open("/check")
    long = (TEXT * 5000).encode()
    bring(page, ("short.txt", TEXT.encode()), *((f"{n}.txt", long) for n in range(9)))
    expect(page.locator(".files li").first).to_contain_text("short.txt")
    page.get_by_role("button", name=say("cancel"), exact=True).click()
    stopped = page.locator(".files li").filter(has_text=text("zh", "input.stopped"))
    expect(stopped.first).to_be_visible()
    expect(page.locator(".files li").first).to_contain_text(text("zh", "verdict.match"))
    judged(page)
    page.get_by_role("button", name=say("another")).click()
    paste(page, TEXT)
    expect(page.locator(".files")).to_have_count(0)
    expect(judged(page).locator(".clean .quote")).to_have_count(2)


@pytest.mark.parametrize("name", ["clean", "damaged", "errors"])
def test_a_sample_is_one_click_away(visitors: Visitors, name: str) -> None:
    """Each sample has figures; only the one with errors has suggestions."""
    page = sample(visitors.open("/check"), name)
    expect(page.locator(".clean .quote").nth(4)).to_be_visible()
    revised = page.get_by_role("button", name=say("file_revised"))
    expect(revised).to_have_count(1 if name == "errors" else 0)


def test_text_list_and_chart_select_each_other(visitors: Visitors) -> None:
    """A choice in one shows in all three; the same once more takes it back."""
    page = sample(visitors.open("/check"), "errors")
    items = page.locator(".evidence button")
    figures = page.locator(".clean .quote")
    figures.nth(8).click()
    expect(items.nth(8)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".st-key-check_detail")).to_contain_text("6.80亿")
    items.nth(10).click()
    expect(page.locator(".st-key-check_detail")).to_contain_text("10.89亿")
    expect(page.locator(SELECTED)).to_contain_text("10.89亿")
    settle(page)
    marker = next(one for one in page.evaluate(MARKERS) if one["claim"] != claim_of(page))
    page.locator(".st-key-check_detail .js-plotly-plot").scroll_into_view_if_needed()
    marker = next(one for one in page.evaluate(MARKERS) if one["claim"] == marker["claim"])
    page.mouse.move(marker["x"] - 2, marker["y"])
    page.mouse.click(marker["x"], marker["y"])
    expect(page.locator(f'.evidence button[data-claim="{marker["claim"]}"]')).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("button", name=say("close")).click()
    expect(page.locator(SELECTED)).to_have_count(0)


def claim_of(page: Page) -> str | None:
    return page.locator('.evidence button[aria-pressed="true"]').get_attribute("data-claim")


def test_the_list_is_filtered_by_verdict(visitors: Visitors) -> None:
    """Only what is outdated stays in the list; the text keeps all its marks."""
    page = sample(visitors.open("/check"), "errors")
    everything = page.locator(".clean .quote").count()
    page.get_by_role("radio", name=text("zh", "verdict.outdated")).click()
    expect(page.locator(".evidence button")).to_have_count(2)
    expect(page.locator(".clean .quote")).to_have_count(everything)


def test_everything_can_be_done_with_the_keyboard(visitors: Visitors) -> None:
    """Type, check with Control and Enter, walk to a figure, select it with Enter."""
    page = visitors.open("/check")
    page.get_by_label(say("paste")).focus()
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Control+Enter")
    judged(page)
    page.locator(".clean .quote").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-check_detail")).to_contain_text("65.8%")


def test_a_suggestion_can_be_copied(visitors: Visitors) -> None:
    """The sentence as it should read is on the clipboard."""
    page = visitors.open("/check")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    paste(page, TEXT)
    judged(page)
    page.locator(".clean .quote").last.click()
    block = page.locator(".st-key-check_detail").get_by_test_id("stCode")
    block.hover()
    block.get_by_role("button").click()
    assert page.evaluate("navigator.clipboard.readText()") == TEXT.replace("65.8%", "55.8%")


def test_the_month_can_be_changed(visitors: Visitors) -> None:
    """A figure of now is outdated or not, as the month says."""
    page = visitors.open("/check")
    paste(page, "目前，我国网民规模达7.72亿。")
    judged(page)
    month = page.get_by_label(say("month"), exact=True)
    month.fill("2021-04")
    month.press("Enter")
    expect(page.locator(".lead")).to_contain_text(text("zh", "verdict.outdated"))
    month.fill("2018.4")
    month.press("Enter")
    expect(page.locator(".lead")).to_contain_text(text("zh", "verdict.match"))
    month.fill("soon")
    month.press("Enter")
    expect(page.get_by_text(say("month_wrong"))).to_be_visible()


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=say(f"file_{name}"), exact=True).click()
    return Path(waiting.value.path()).read_bytes()


def test_every_download_holds_the_findings_and_no_live_code(visitors: Visitors) -> None:
    """CSV, JSON, report, revised copy and references are read back; nothing in them runs."""
    page = visitors.open("/check")
    paste(page, f"=cmd|'/c calc'!A1 <script>document.title='ran'</script><b onload=x>\n{TEXT}")
    judged(page)
    rows = list(csv.DictReader(io.StringIO(download(page, "csv").decode("utf-8-sig"))))
    assert [row["verdict"] for row in rows] == ["match", "wrong"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]
    assert [one["surface"] for one in json.loads(download(page, "json"))] == ["7.72亿", "65.8%"]
    assert "{--65.8%--}{++55.8%++}" in download(page, "revised").decode()
    assert "第41次" in download(page, "gbt").decode("utf-8-sig")
    assert download(page, "bibtex").startswith(b"@")
    report = download(page, "report").decode()
    assert "<script" not in report
    opened = page.context.new_page()
    opened.set_content(report)
    expect(opened).to_have_title(text("zh", "report.title"))
    expect(opened.locator("ins")).to_have_text("55.8%")
    expect(opened.locator(".text a")).to_have_count(2)


def test_what_a_visitor_brings_stays_in_their_session(visitors: Visitors) -> None:
    """Not in the address, the server's log, or the page of another visitor; gone when cleared."""
    page, other = visitors.open("/check"), visitors.open("/check")
    paste(page, f"{SECRET}：{TEXT}")
    judged(page)
    expect(page.locator(".clean")).to_contain_text(SECRET)
    assert SECRET not in other.content()
    other.reload()
    settle(other)
    assert SECRET not in other.content()
    expect(other.locator(".reader")).to_have_count(0)
    assert "?" not in page.url
    assert SECRET not in visitors.server.said()
    page.get_by_role("button", name=say("clear")).click()
    expect(page.locator(".reader")).to_have_count(0)
    expect(page.get_by_label(say("paste"))).to_have_value("")


def test_what_cannot_be_checked_is_said(visitors: Visitors) -> None:
    """An empty box, a text without figures, a text that is too long."""
    page = visitors.open("/check")
    page.get_by_role("button", name=say("go"), exact=True).click()
    expect(page.get_by_text(say("blank"))).to_be_visible()
    paste(page, "长" * 200_001)
    too_long = text("zh", "input.too_long", length="200,001", most="200,000")
    expect(page.get_by_text(too_long)).to_be_visible()
    paste(page, "长" * 2_000_000)
    expect(page.get_by_text(too_long.replace("200,001", "2,000,000"))).to_be_visible()
    paste(page, "今天天气很好。")
    expect(page.locator(".lead")).to_have_text(say("none"))


def test_on_a_phone_the_selected_figure_opens_over_the_text(visitors: Visitors) -> None:
    """The details cover the lower half; the figure stays in sight above them."""
    page = sample(visitors.open("/check", size=PHONE), "errors")
    page.locator(".clean .quote").nth(8).click()
    detail = page.locator(".st-key-check_detail")
    expect(detail).to_be_in_viewport()
    settle(page)
    figure, sheet = page.locator(SELECTED).bounding_box(), detail.bounding_box()
    assert figure
    assert sheet
    assert 0 <= figure["y"] < figure["y"] + figure["height"] <= sheet["y"]


@pytest.mark.parametrize(("scheme", "lang"), LOOKS)
def test_a_result_is_accessible(visitors: Visitors, scheme: str, lang: Lang) -> None:
    """With a figure selected and the revised copy open, axe finds nothing against WCAG A or AA."""
    page = sample(visitors.open(f"/check?lang={lang}", scheme), "errors", lang)
    page.locator(".clean .quote").nth(4).click()
    expect(page.locator(".st-key-check_detail .main-svg").first).to_be_visible()
    page.get_by_text(text(lang, "check.revised", count=11)).click()
    expect(page.locator(".revised")).to_be_visible()
    violations = Axe().run(settle(page), options=WCAG).response["violations"]
    assert not violations, described(violations)


@pytest.mark.parametrize("lang", LANGS)
def test_a_result_fits_a_phone(visitors: Visitors, lang: Lang) -> None:
    """At 360 pixels nothing of it scrolls sideways or is cut off."""
    page = sample(visitors.open(f"/check?lang={lang}", size=PHONE), "errors", lang)
    page.locator(".clean .quote").nth(4).click()
    expect(page.locator(".st-key-check_detail")).to_be_visible()
    assert settle(page).evaluate(LAYOUT) == {"sideways": 0, "cut": []}


def test_the_overview_leads_to_the_check(visitors: Visitors) -> None:
    """A link in the first screen."""
    page = visitors.open("/?lang=en")
    page.get_by_role("link", name=text("en", "check.overview")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text("en", "page.check.title"))
