"""The check page without a browser: whose text it shows, and what it keeps where."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.strings import LANGS, Lang, text
from indicators.ui.check import desk, entry
from indicators.ui.registry import page
from tests.test_pages import visit, written

ROOT = Path(__file__).parent.parent
TEXT = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为65.8%。"


def check(app: AppTest, words: str, lang: Lang = "zh") -> AppTest:
    """Paste a text and press the button."""
    app.text_area(key=entry.PASTED).set_value(words)
    label = text(lang, "check.go")
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception, app.exception[0].message
    return app


@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_is_in_the_visitors_language(lang: Lang) -> None:
    """It counts the verdicts."""
    words = written(check(visit(page("check"), lang=lang), TEXT, lang))
    assert f"{text(lang, 'verdict.wrong')}\u00a01" in words


def test_two_visitors_have_two_desks() -> None:
    """What one has pasted is nowhere in the session or on the page of the other."""
    one, other = (visit(page("check")) for _ in range(2))
    check(one, f"甲的秘密。{TEXT}")
    check(other, f"乙的秘密。{TEXT}")
    for app, own, foreign in ((one, "甲的秘密", "乙的秘密"), (other, "乙的秘密", "甲的秘密")):
        reading = app.session_state[desk.KEY].reading
        assert own in reading.clean.raw
        assert foreign not in reading.clean.raw
        assert foreign not in str(app.get("bidi_component")) + written(app)


def test_nothing_of_a_visitor_is_cached_logged_or_written() -> None:
    """No module that sees a visitor's text has a shared cache, a log or a file to write to."""
    paths = [*ROOT.glob("indicators/ui/check/*.py"), *ROOT.glob("indicators/documents/*.py")]
    paths += [ROOT / "indicators" / name for name in ("jobs.py", "reading.py", "suggestions.py")]
    paths += [ROOT / "indicators" / "ui" / name for name in ("reader.py", "reader_data.py")]
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, (ast.Attribute, ast.Name))
    }
    forbidden = {"cache", "lru_cache", "cache_data", "cache_resource", "logging", "print"}
    forbidden |= {"write_text", "write_bytes", "tempfile", "NamedTemporaryFile", "query_params"}
    assert not names & forbidden


def test_markup_in_a_text_is_never_markup_on_the_page() -> None:
    """Neither in the text, nor in the list, nor in the revised copy."""
    app = check(visit(page("check")), f"<img src=x onerror=alert(1)>{TEXT}<b>x</b>")
    assert "<img" not in written(app)


def test_a_long_list_is_shown_a_hundred_at_a_time() -> None:
    """Its next part is a click away, and the text keeps all of its figures."""
    app = check(visit(page("check")), f"{TEXT}\n" * 60)
    assert text("zh", "check.part", first=1, last=100) in written(app)
    assert app.button(key="check_before").disabled
    app.button(key="check_behind").click().run()
    assert text("zh", "check.part", first=101, last=120) in written(app)
    assert len(app.session_state[desk.KEY].reading.findings) == 120


def test_the_list_turns_to_a_figure_that_is_picked_in_the_text() -> None:
    """Wherever the list stood before."""
    app = check(visit(page("check")), f"{TEXT}\n" * 60)
    mine = app.session_state[desk.KEY]
    mine.select(mine.reading.findings[110].claim)
    app.run()
    assert text("zh", "check.part", first=101, last=120) in written(app)


def test_the_revised_copy_is_drawn_when_it_is_opened() -> None:
    """A long text is not sent a second time before anybody asks for it."""
    app = check(visit(page("check")), TEXT)
    assert "<ins>" not in written(app)
    app.session_state["check_revised"] = True
    app.run()
    assert "<ins>55.8%</ins>" in written(app)
