// Texts in blocks, each with a button that copies it and says so in its own words.
function block({ name, words }, told) {
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
  button.setAttribute("aria-describedby", (title.id = `of-${name}`))
  return [title, made]
}

export default function ({ data: [data], parentElement }) {
  const root = parentElement.querySelector(".copying")
  const content = JSON.stringify(data)
  if (root.dataset.content === content) return
  root.dataset.content = content
  root.replaceChildren(...data.blocks.flatMap((one) => block(one, data.told)))
}
