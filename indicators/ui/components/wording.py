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

function say({ words, help }) {
  const [before, after] = help
  for (const at of document.querySelectorAll(`[aria-label^="${before}"]`)) {
    at.setAttribute("aria-label", after + at.getAttribute("aria-label").slice(before.length))
  }
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

export default function ({ data: [data] }) {
  if (data.help[0] === data.help[1]) return
  const watch = new MutationObserver(() => say(data))
  watch.observe(document.body, { childList: true, subtree: true })
  say(data)
  return () => watch.disconnect()
}
""",
)


def say_in(lang: Lang) -> None:
    """Put this language in the place of English."""
    words = {text("en", f"streamlit.{word}"): text(lang, f"streamlit.{word}") for word in _WORDS}
    help_for = [text(tongue, "streamlit.help") for tongue in ("en", lang)]
    _wording(data=[{"words": words, "help": help_for}], key="wording")
