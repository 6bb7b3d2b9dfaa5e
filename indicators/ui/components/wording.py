"""Streamlit's own few words, which are English whatever the page: said in the page's language."""

from __future__ import annotations

import streamlit as st

from indicators.strings import Lang, text

_WORDS = (
    "skip", "menu", "system", "light", "dark", "print", "record", "copy", "copied", "upload",
    "clear", "nothing",
)  # fmt: skip
_wording = st.components.v2.component(
    "zhibiao.wording",
    js="""
const PLACES = ["stSkipToContent", "stMainMenuButton", "stMainMenuPopover", "stFileUploader",
  "stMultiSelect", "stElementToolbarButton", "stTooltipContent", "stSelectboxVirtualDropdown"]
const PLACE = [...PLACES.map((id) => `[data-testid="${id}"]`), '[role="listbox"]'].join()

function say(words) {
  for (const place of document.querySelectorAll(PLACE)) {
    for (const at of [place, ...place.querySelectorAll("[aria-label]")]) {
      const name = words[at.getAttribute("aria-label")]
      if (name) at.setAttribute("aria-label", name)
    }
    const written = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
    while (written.nextNode()) {
      const word = words[written.currentNode.data]
      if (word) written.currentNode.data = word
    }
  }
}

export default function ({ data }) {
  const watch = new MutationObserver(() => say(data.words))
  watch.observe(document.body, { childList: true, subtree: true })
  say(data.words)
  return () => watch.disconnect()
}
""",
)


def say_in(lang: Lang) -> None:
    """Put this language in the place of English, where the two differ."""
    words = {text("en", f"streamlit.{word}"): text(lang, f"streamlit.{word}") for word in _WORDS}
    _wording(data={"words": {en: own for en, own in words.items() if own != en}}, key="wording")
