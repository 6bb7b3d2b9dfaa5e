// Texts in blocks, each with a button that copies it and says so in its own words; the blocks of a
// style fold away under its name, and one style is open at a time.
function block(name, words, told) {
  const made = document.createElement("div")
  made.className = "block"
  const shown = document.createElement("pre")
  shown.textContent = words
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = told.copy
  button.onclick = async () => {
    try {
      await copy(words)
      button.textContent = told.copied
      setTimeout(() => (button.textContent = told.copy), 2_000)
    } catch {
      getSelection().selectAllChildren(shown)
    }
  }
  made.append(shown, button)
  if (!name) return [made]
  const title = document.createElement("p")
  title.textContent = name
  return [title, made]
}

function style({ name, texts }, told) {
  const made = document.createElement("details")
  made.name = "style"
  const summary = document.createElement("summary")
  summary.textContent = name
  made.append(summary, ...texts.flatMap(([of, words]) => block(of, words, told)))
  for (const button of made.querySelectorAll("button")) {
    const of = button.closest(".block").previousElementSibling
    of.id = `${name}-${of.textContent}`
    button.setAttribute("aria-describedby", of.id)
  }
  return made
}

export default function ({ data: [data], parentElement }) {
  const root = parentElement.querySelector(".copying")
  const content = JSON.stringify(data)
  if (root.dataset.content === content) return
  root.dataset.content = content
  const chosen = [...root.children].findIndex((one) => one.open)
  root.replaceChildren(...data.styles.map((one) => style(one, data.told)))
  root.children[Math.max(0, chosen)].open = true
}
