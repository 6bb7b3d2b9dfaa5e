// Draws the reader from plain data: every node is built here and filled with textContent.
// Python sends what to show; the quote or view picked is told back as a trigger.

const SVG = "http://www.w3.org/2000/svg"

function node(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value)
  }
  made.append(...children.filter((child) => child !== null && child !== ""))
  return made
}

function icon(path) {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("viewBox", "0 0 16 16")
  svg.setAttribute("aria-hidden", "true")
  svg.setAttribute("class", "icon")
  const shape = document.createElementNS(SVG, "path")
  shape.setAttribute("d", path)
  svg.append(shape)
  return svg
}

// A sentence is its number, 0 for what stands between two, and its runs.
function sentence([number, runs], data) {
  const inside = runs.map((run) => cleanRun(run, data))
  return number ? [node("span", { "data-s": number }, ...inside)] : inside
}

// A run is a string, or [text, claims, doubtful, hidden lines].
function cleanRun(run, data) {
  if (typeof run === "string") return document.createTextNode(run)
  const [text, claims, doubtful] = run
  if (!claims.length) return node("span", { class: "doubtful", title: data.words.doubtful }, text)
  const quote = data.quotes[claims[0]]
  return node(
    quote.href ? "a" : quote.pick ? "button" : "span",
    {
      class: "quote" + (doubtful ? " doubtful" : ""),
      href: quote.href,
      type: quote.pick ? "button" : null,
      "data-find": quote.pick ? claims[0] : null,
      title: `${quote.word} · ${quote.name}`,
      "data-claims": claims.join(" "),
      "data-verdict": quote.verdict,
    },
    text,
    icon(quote.icon),
    node("span", { class: "unseen" }, ` ${quote.word}`),
  )
}

function rawRun(run, data) {
  if (typeof run === "string") return document.createTextNode(run)
  const [text, claims, doubtful, hidden] = run
  if (hidden) return node("span", { class: "hidden", lang: data.lang }, data.words.hidden[hidden])
  if (!claims.length) return node("span", { class: "doubtful" }, text)
  const verdict = data.quotes[claims[0]].verdict
  return node("mark", { "data-claims": claims.join(" "), "data-verdict": verdict }, text)
}

function paragraph(row, at, side, draw) {
  const tag = side === "clean" && row.level ? `h${Math.min(row.level + 2, 6)}` : "p"
  const style = `grid-row: ${at + 1}`
  const id = side === "clean" ? `p${at}` : null
  return node(tag, { id, style, class: `level${row.level}`, tabindex: row.level && id ? "-1" : null },
    ...row[side].flatMap(draw))
}

function column(side, draw, data) {
  const label = side === "clean" ? data.words.clean : data.words.raw
  const cells = data.rows
    .map((row, at) => (row[side].length ? paragraph(row, at, side, draw) : null))
    .filter(Boolean)
  return node("section", { class: side, lang: "zh-CN", "aria-label": label }, ...cells)
}

function quoteItem(claim, data) {
  const quote = data.quotes[claim]
  const button = node("button",
    { type: "button", class: "find", "data-find": claim, "data-verdict": quote.verdict },
    icon(quote.icon),
    node("span", { class: "figure", lang: "zh-CN" }, quote.surface),
    node("span", { class: "word" }, quote.word))
  const about = node("p", { class: "about" }, quote.about)
  const reason = node("p", { class: "reason" }, quote.reason)
  const more = [quote.reference, quote.inconsistent, quote.uncertain]
    .filter(Boolean)
    .map((words) => node("p", { class: "reference" }, words))
  const link = quote.href
    ? node("a", { href: quote.href, class: "more" }, quote.link)
    : null
  return node("li", { "data-claims": claim, "data-verdict": quote.verdict },
    button, about, reason, ...more, link)
}

function switcher(data) {
  const button = (view) => node("button", { type: "button", "data-view": view }, data.words[view])
  return node("div", { class: "switch", role: "group", "aria-label": data.words.views },
    button("clean"), button("raw"))
}

// A panel beside the text: open where there is room beside it, folded above it on a phone.
function panel(kind, heading, open, ...children) {
  return node("details", { class: `panel ${kind}`, open: open ? "" : null },
    node("summary", {}, node("h2", {}, heading)), ...children)
}

function quotes(data, open) {
  return panel("quotes", data.words.quotes, open,
    node("ol", {}, ...data.order.map((claim) => quoteItem(claim, data))))
}

function outline(data, open) {
  const items = data.outline.map(([at, level, words]) =>
    node("li", { class: `level${level}` },
      node("button", { type: "button", class: "go", "data-go": at, lang: "zh-CN" }, words)))
  return panel("outline", data.words.outline, open, node("ol", {}, ...items))
}

function change(before, after, count) {
  return [
    node("span", { class: "before", lang: "zh-Hant" }, before),
    node("span", { class: "arrow", "aria-hidden": "true" }, "→"),
    node("span", { class: "after", lang: "zh-CN" }, after),
    count > 1 ? node("span", { class: "times" }, `×${count}`) : null,
  ].filter(Boolean)
}

function doubtful(data) {
  const items = data.repairs.doubtful.map(([before, after, left, here, right, at]) =>
    node("li", {}, ...change(before, after || data.words.nothing, 1),
      node("button", { type: "button", class: "go context", "data-go": at, lang: "zh-CN" },
        left, node("strong", {}, here), right)))
  return node("div", { class: "unsure" },
    node("h3", {}, data.words.unsure), node("p", {}, data.words.unsure_note),
    node("ol", {}, ...items))
}

// Thousands of repairs: a group's list is made when it is first opened.
function group([heading, changes]) {
  const details = node("details", {}, node("summary", {}, heading))
  details.ontoggle = () => {
    if (details.open && details.children.length === 1) {
      const list = node("ul", {})
      for (const [before, after, count] of changes) {
        list.append(node("li", {}, ...change(before, after, count)))
      }
      details.append(list)
    }
  }
  return details
}

function repairs(data) {
  return node("section", { class: "repairs", "aria-label": data.words.repairs },
    node("h2", {}, data.words.repairs), node("p", {}, data.words.repaired),
    data.repairs.doubtful.length ? doubtful(data) : null,
    ...data.repairs.groups.map(group))
}

// A visitor who follows a figure comes back to it: the address notes it before they leave.
function remember(event) {
  const claim = event.target.closest("[data-claims]").dataset.claims.split(" ")[0]
  const address = new URL(location.href)
  address.searchParams.set("c", claim)
  address.searchParams.delete("s")
  history.replaceState(history.state, "", address)
}

function build(root, data) {
  // The window, not the component: its own width may not be laid out yet.
  const roomy = innerWidth >= 840
  const parts = [
    data.order.length ? quotes(data, roomy) : null,
    data.outline.length ? outline(data, roomy) : null,
  ].filter(Boolean)
  const spread = node("div", { class: "spread" },
    node("aside", { "aria-label": data.words.aside }, ...parts),
    node("div", {},
      switcher(data),
      node("div", { class: "text" },
        column("clean", (one) => sentence(one, data), data),
        column("raw", (run) => rawRun(run, data), data))))
  spread.addEventListener("leaving", remember)
  root.replaceChildren(spread, repairs(data))
  root.dataset.drawn = data.drawn
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"
}

function holds(element, claim) {
  return element.dataset.claims.split(" ").includes(claim)
}

function select(root, claim, scroll) {
  root.dataset.claim = claim ?? ""
  for (const element of root.querySelectorAll("[data-claims]")) {
    element.classList.toggle("selected", Boolean(claim) && holds(element, claim))
  }
  for (const button of root.querySelectorAll("[data-find]")) {
    button.setAttribute("aria-pressed", String(button.dataset.find === claim))
  }
  const shown = root.dataset.view === "raw" && getComputedStyle(root.querySelector(".clean")).display === "none"
  const place = root.querySelector(`${shown ? ".raw" : ".clean"} .selected`)
  if (scroll && place) place.scrollIntoView({ block: "center", behavior: scroll })
  reveal(root.querySelector("aside"), root.querySelector("aside li.selected"))
}

// Scrolls the list beside the text, not the page, until the selected quote is in sight.
function reveal(aside, item) {
  if (!item || aside.scrollHeight <= aside.clientHeight) return
  const [frame, box] = [aside.getBoundingClientRect(), item.getBoundingClientRect()]
  if (box.top < frame.top || box.bottom > frame.bottom) {
    aside.scrollTop += box.top - frame.top - (frame.height - box.height) / 2
  }
}

// Where the text as received stands alone, the sentence's paragraph in it stands for it.
function locate(root, number) {
  root.dataset.sentence = number
  for (const old of root.querySelectorAll(".here")) old.classList.remove("here")
  const place = number && root.querySelector(`[data-s="${number}"]`)
  if (!place) return
  const row = place.parentElement
  const received = root.querySelector(`.raw > [style="${row.getAttribute("style")}"]`)
  const seen = place.offsetParent ? place : received ?? place
  seen.classList.add("here")
  seen.tabIndex = -1
  seen.focus({ preventScroll: true })
  seen.scrollIntoView({ block: "center" })
}

function show(root, view) {
  root.dataset.view = view
  for (const button of root.querySelectorAll("[data-view][type]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view))
  }
}

function hover(root, claims) {
  for (const element of root.querySelectorAll("[data-claims]")) {
    element.classList.toggle("near", claims.some((claim) => holds(element, claim)))
  }
}

function clicked(event, root, tell) {
  const find = event.target.closest("[data-find]")
  if (find) {
    select(root, find.dataset.find, calm())
    tell("selected", find.dataset.find)
  }
  const view = event.target.closest("button[data-view]")
  if (view) {
    show(root, view.dataset.view)
    tell("viewed", view.dataset.view)
  }
  const go = event.target.closest("[data-go]")
  if (go) {
    const heading = root.querySelector(`#p${go.dataset.go}`)
    heading.scrollIntoView({ block: "start", behavior: calm() })
    heading.focus({ preventScroll: true })
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader")
  const fresh = root.dataset.drawn !== data.drawn
  if (fresh) build(root, data)
  show(root, data.view)
  if (fresh || root.dataset.claim !== (data.claim ?? "")) {
    select(root, data.claim, fresh ? "auto" : calm())
  }
  if (fresh || Number(root.dataset.sentence) !== data.sentence) locate(root, data.sentence)
  root.onclick = (event) => clicked(event, root, setTriggerValue)
  root.onpointerover = root.onfocusin = (event) =>
    hover(root, event.target.closest("[data-claims]")?.dataset.claims.split(" ") ?? [])
  root.onpointerleave = () => hover(root, [])
}
