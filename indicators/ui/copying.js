// Copies the text beside a button, which says so in its own words.
async function take(button) {
  const shown = button.previousElementSibling
  const [words, name] = [button.textContent, button.getAttribute("aria-label")]
  try {
    await copy(shown.textContent)
  } catch {
    getSelection().selectAllChildren(shown)
    return
  }
  button.textContent = button.dataset.copied
  button.setAttribute("aria-label", button.dataset.copied)
  setTimeout(() => {
    button.textContent = words
    button.setAttribute("aria-label", name)
  }, 2_000)
}

// The style that a visitor has chosen stays open where the references are written anew.
let chosen = 0
const styles = () => [...document.querySelectorAll("details.copying")]

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copied]")
  if (button && button.textContent !== button.dataset.copied) take(button)
  const style = target.closest("details.copying > summary")?.parentElement
  if (style) chosen = style.open ? -1 : styles().indexOf(style)
})
document.addEventListener("toggle", ({ target }) => {
  const all = target.matches("details.copying") ? styles() : []
  if (all[chosen] && all[chosen] !== target && target.open) all[chosen].open = true
}, true)
