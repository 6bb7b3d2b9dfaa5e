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

// Wherever Streamlit writes its own words from now on, once before each frame that is painted; what is
// returned ends it.
function sayIn(told) {
  if (told.help[0] === told.help[1]) return () => {}
  let waiting = 0
  const watch = new MutationObserver(() => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0
      say(told)
    })
  })
  watch.observe(document.body, { childList: true, subtree: true })
  say(told)
  return () => {
    watch.disconnect()
    cancelAnimationFrame(waiting)
  }
}
