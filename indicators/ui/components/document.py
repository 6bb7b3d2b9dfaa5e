"""The document around the pages: its language, its mode, and links that keep the session.

Assistive software and the choice of Han glyphs need the document's language. A plain link would
load the whole page anew, and turning the page from Python (st.switch_page with parameters) leaves
two entries in the browser's history, so that the back button seems not to work. So a click on one
of our links (they begin with "./") moves the browser's own history by one step and lets Streamlit
follow it, as it does for the back button. Streamlit does not say when the visitor turns to dark or
light, and charts are drawn in Python, so the document says it; charts are scaled for paper. Where
the connection is back after a break, the visit may be with another server that has never drawn the
page and would take the next click for nothing: the document asks for the page anew.
"""

from __future__ import annotations

import streamlit as st

from indicators.theme import Mode

KEY = "document"
_document = st.components.v2.component(
    "zhibiao.document",
    js="""
const ours = (part) => part.matches?.('a[href^="./"]')

function follow(event) {
  const link = event.composedPath().find(ours)
  const aside = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (!link || aside) return
  event.preventDefault()
  event.stopImmediatePropagation()
  // Whoever drew the link may first note in the address where the visitor was.
  link.dispatchEvent(new CustomEvent("leaving", { bubbles: true, composed: true }))
  history.pushState(null, "", link.href)
  dispatchEvent(new PopStateEvent("popstate"))
}

function shown(app) {
  return getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light"
}

const charts = () => document.querySelectorAll(".js-plotly-plot .main-svg")

// Paper is narrower than a window: to be scaled, a chart must know the size it was drawn in.
function measure() {
  for (const chart of charts()) {
    const { width, height } = chart
    chart.setAttribute("viewBox", `0 0 ${width.baseVal.value} ${height.baseVal.value}`)
  }
}

function forget() {
  for (const chart of charts()) chart.removeAttribute("viewBox")
}

export default function ({ data: [data], setStateValue, setTriggerValue }) {
  document.documentElement.lang = data.lang
  const app = document.querySelector(".stApp")
  const tell = () => {
    if (!app || matchMedia("print").matches) return
    document.documentElement.dataset.mode = shown(app)
    if (shown(app) !== data.mode) setStateValue("mode", shown(app))
  }
  // The menu lies above the page: it goes with the page instead of covering what is read.
  const carry = (event) => {
    const header = document.querySelector('[data-testid="stHeader"]')
    if (header && event.target.dataset?.testid === "stMain") {
      header.style.translate = `0 ${-event.target.scrollTop}px`
    }
  }
  const connected = () => app?.dataset.testConnectionState === "CONNECTED"
  let broken = !connected()
  const returned = () => {
    if (broken && connected()) setTriggerValue("returned", true)
    broken = !connected()
  }
  const watch = new MutationObserver(() => (returned(), tell()))
  const watched = ["class", "style", "data-test-connection-state"]
  if (app) watch.observe(app, { attributes: true, attributeFilter: watched })
  tell()
  // Before any handler of a component; the same function is only ever added once.
  document.addEventListener("click", follow, true)
  addEventListener("beforeprint", measure)
  addEventListener("afterprint", forget)
  document.addEventListener("scroll", carry, { capture: true, passive: true })
  return () => {
    watch.disconnect()
    document.removeEventListener("scroll", carry, { capture: true })
  }
}
""",
)


def describe_document(lang: str) -> None:
    """Set the document's language (a tag such as zh-CN), follow links, watch the mode."""
    _document(
        data=[{"lang": lang, "mode": mode()}],
        key=KEY,
        on_mode_change=lambda: None,
        on_returned_change=lambda: None,
    )


def mode() -> Mode:
    """Light or dark, as the visitor's browser shows the page now."""
    told = st.session_state.get(KEY)
    seen = told.get("mode") if told else None
    return "dark" if (seen or st.context.theme.type) == "dark" else "light"
