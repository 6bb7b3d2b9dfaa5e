// Draws the citing sentences as real buttons. Text enters the page through textContent only.
function node(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function shape(path) {
  const space = "http://www.w3.org/2000/svg"
  const svg = document.createElementNS(space, "svg")
  svg.setAttribute("viewBox", "0 0 16 16")
  svg.setAttribute("aria-hidden", "true")
  const line = document.createElementNS(space, "path")
  line.setAttribute("d", path)
  svg.append(line)
  return svg
}

function sentence(item) {
  const words = node("span", "sentence")
  words.lang = item.lang
  const figure = node("mark", "", item.figure)
  words.append(item.before, figure, item.after)
  return words
}

function verdict(item) {
  const badge = node("span", `verdict ${item.verdict}`)
  badge.append(shape(item.shape), node("span", "", item.word))
  return badge
}

function card(item, tell) {
  const row = node("li")
  const button = node("button")
  button.type = "button"
  button.dataset.claim = item.claim
  button.append(verdict(item), sentence(item), node("span", "from", item.from))
  if (item.reason) button.append(node("span", "reason", item.reason))
  button.onclick = () => tell("selected", item.claim)
  row.append(button)
  if (item.open) {
    const open = node("a", "open", item.open)
    open.href = item.href
    row.append(open)
  }
  return row
}

function build(root, data, tell) {
  const list = node("ul")
  list.setAttribute("aria-label", data.label)
  list.append(...data.items.map((item) => card(item, tell)))
  root.replaceChildren(list)
}

// Scrolls the box that the list scrolls in, never the page: the visitor may be elsewhere on it.
function reveal(button) {
  let box = button
  while (box && !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
    box = box.parentElement ?? box.getRootNode().host ?? null
  }
  if (!box || box.matches('[data-testid="stMain"]')) return
  const [frame, item] = [box.getBoundingClientRect(), button.getBoundingClientRect()]
  if (item.top < frame.top || item.bottom > frame.bottom) box.scrollTop += item.top - frame.top - 8
}

export default function ({ data: [data], setTriggerValue, parentElement }) {
  const root = parentElement.querySelector(".evidence")
  const content = JSON.stringify([data.items, data.label])
  if (root.dataset.content !== content) {
    build(root, data, setTriggerValue)
    root.dataset.content = content
  }
  const news = (root.dataset.selected ?? "") !== (data.selected ?? "")
  root.dataset.selected = data.selected ?? ""
  for (const button of root.querySelectorAll("button")) {
    const on = button.dataset.claim === data.selected
    button.setAttribute("aria-pressed", String(on))
    if (on && news) data.still ? reveal(button) : button.scrollIntoView({ block: "nearest" })
  }
}
