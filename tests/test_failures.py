"""A page that fails: words in the visitor's language, and Streamlit's own are kept back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app import app
from indicators.strings import LANGS, Lang, text
from indicators.ui import failures


def _failed() -> None:
    """A script at the moment when one of its parts has failed."""
    from indicators.ui import failures

    assert failures.tell(ValueError("秘密的话"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_failure_is_told_in_the_language_of_the_address(lang: Lang) -> None:
    """One sentence and the way to the start; nothing of what the exception said."""
    shown = AppTest.from_function(_failed, default_timeout=60)
    shown.query_params["lang"] = lang
    shown.run()
    (words,) = [element.value for element in shown.get("html")]
    assert text(lang, "app.failed") in words
    assert f'href="./{"" if lang == "zh" else "?lang=en"}"' in words
    assert "秘密" not in words
    assert not shown.exception


def test_the_app_tells_failures_so() -> None:
    """What Streamlit calls when a page or a callback fails."""
    assert app._on_script_error is failures.tell
