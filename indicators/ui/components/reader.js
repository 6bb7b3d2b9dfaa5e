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

const CLOSING = /^[，。、；：！？）〕】》」』”’…,.;:!?)\]]*/

// A sentence is its number, 0 for what stands between two, and its parts: the number of the
// heading they are, or 0, and their runs.
function sentence([number, parts], data) {
  const inside = parts.flatMap(([heading, runs]) => {
    const drawn = cleanRuns(runs, data)
    return heading ? [node("span", { class: "heading", "data-h": heading }, ...drawn)] : drawn
  })
  return number ? [node("span", { "data-s": number }, ...inside)] : inside
}

// A run is a string, or [text, claims, doubtful, hidden lines]. The signs that follow a quote stay
// on its line: behind its icon a browser would break even before a comma.
function cleanRuns(runs, data) {
  const drawn = []
  for (const run of runs) {
    if (typeof run !== "string") {
      drawn.push(marked(run, data))
      continue
    }
    const before = drawn.at(-1)
    const signs = before?.className === "joined" ? run.match(CLOSING)[0] : ""
    if (signs) before.append(signs)
    drawn.push(document.createTextNode(run.slice(signs.length)))
  }
  return drawn
}

function marked([text, claims, doubtful], data) {
  if (!claims.length) return node("span", { class: "doubtful", title: data.words.doubtful }, text)
  const quote = data.quotes[claims[0]]
  const shown = node(
    quote.href ? "a" : quote.pick ? "button" : "span",
    {
      class: "quote" + (doubtful ? " doubtful" : ""),
      href: quote.href,
      type: quote.pick ? "button" : null,
      "data-find": quote.pick ? claims[0] : null,
      "aria-pressed": quote.pick ? "false" : null,
      title: `${quote.word} · ${quote.name}`,
      "data-claims": claims.join(" "),
      "data-verdict": quote.verdict,
    },
    text,
    icon(quote.icon),
    node("span", { class: "unseen" }, ` ${quote.word}`),
  )
  return node("span", { class: "joined" }, shown)
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
  return node(tag, { id, style, class: `level${row.level}` },
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
    { type: "button", class: "find", "data-find": claim, "aria-pressed": "false", "data-verdict": quote.verdict },
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

// A panel beside the text, folded above it where there is no room beside it.
function panel(kind, heading, ...children) {
  return node("details", { class: `panel ${kind}` },
    node("summary", {}, node("h2", {}, heading)), ...children)
}

function quotes(data) {
  const filters = data.filters.map(([verdict, words, href]) =>
    node("a", { href, "data-filter": verdict, "data-verdict": verdict || null }, words))
  return panel("quotes", data.words.quotes,
    filters.length ? node("p", { class: "filters" }, ...filters) : null,
    node("ol", {}, ...data.order.map((claim) => quoteItem(claim, data))))
}

function outline(data) {
  const items = data.outline.map(([level, words, href], at) => {
    const entry = { class: "go", "data-to": at + 1, lang: "zh-CN" }
    return node("li", { class: `level${level}` }, href
      ? node("a", { ...entry, href }, words)
      : node("button", { ...entry, type: "button" }, words))
  })
  const said = data.words.outline_note
  return panel("outline", data.words.outline,
    items.length ? node("ol", {}, ...items) : null,
    said ? node("p", { class: "said" }, said) : null)
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
function remember(figure) {
  const address = new URL(location.href)
  address.searchParams.set("c", figure.dataset.claims.split(" ")[0])
  address.searchParams.delete("s")
  history.replaceState(history.state, "", address)
}

// An entry of the contents leads to its heading at once, and keeps the view it is read in.
function follow(root, link) {
  const [path, query] = link.getAttribute("href").split("?")
  const params = new URLSearchParams(query)
  const view = new URLSearchParams(location.search).get("view")
  if (view) params.set("view", view)
  else params.delete("view")
  link.setAttribute("href", `${path}?${params}`)
  select(root, "", null)
  goTo(root, link.dataset.to)
}

function leaving(event, root) {
  const figure = event.target.closest("[data-claims]")
  if (event.target.dataset.to) follow(root, event.target)
  else if (figure) remember(figure)
}

function received(data) {
  return column("raw", (run) => rawRun(run, data), data)
}

function build(root, data) {
  const shape = data.order.length ? "quoted" : "unquoted"
  const spread = node("div", { class: `spread ${shape}` },
    node("nav", { "aria-label": data.words.outline }, outline(data)),
    data.order.length ? node("aside", { "aria-label": data.words.aside }, quotes(data)) : null,
    node("div", { class: "main" },
      switcher(data),
      node("div", { class: "text" },
        column("clean", (one) => sentence(one, data), data),
        data.apart ? null : received(data))))
  spread.addEventListener("leaving", (event) => leaving(event, root))
  root.replaceChildren(spread, repairs(data))
  root.dataset.drawn = data.drawn
  root.classList.toggle("apart", Boolean(data.apart))
  root.dataset.claim = ""
}

// Panels stand open where they have a column of their own. The window is asked, not the component:
// that may not be laid out yet.
function arrange(root, view) {
  const quoted = root.querySelector("aside")
  const columns = innerWidth >= 1100 ? (quoted && view === "raw" ? 2 : 3) : innerWidth >= 820 ? 2 : 1
  const beside = columns > (quoted ? 2 : 1) && !root.classList.contains("apart")
  root.querySelector(".outline").open = beside
  if (quoted) root.querySelector(".quotes").open = columns > 1
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"
}

// Of thousands of figures only those that change are touched.
function mark(root, name, claims) {
  for (const old of root.querySelectorAll(`.${name}`)) old.classList.remove(name)
  for (const claim of claims) {
    for (const element of root.querySelectorAll(`[data-claims~="${claim}"]`)) element.classList.add(name)
  }
}

function press(root, claim) {
  for (const old of root.querySelectorAll('[data-find][aria-pressed="true"]')) {
    old.setAttribute("aria-pressed", "false")
  }
  for (const button of root.querySelectorAll(`[data-find="${claim}"]`)) {
    button.setAttribute("aria-pressed", "true")
  }
}

function select(root, claim, scroll) {
  root.dataset.claim = claim ?? ""
  mark(root, "selected", claim ? [claim] : [])
  press(root, claim)
  const shown = root.dataset.view === "raw" && getComputedStyle(root.querySelector(".clean")).display === "none"
  const place = root.querySelector(`${shown ? ".raw" : ".clean"} .selected`)
  if (scroll && place) place.scrollIntoView({ block: "center", behavior: scroll })
  reveal(root.querySelector("aside"), root.querySelector("aside li.selected"))
}

// Scrolls the list beside the text, not the page, until an item of it is in sight.
function reveal(list, item) {
  if (!item || list.scrollHeight <= list.clientHeight) return
  const [frame, box] = [list.getBoundingClientRect(), item.getBoundingClientRect()]
  if (box.top < frame.top || box.bottom > frame.bottom) {
    list.scrollTop += box.top - frame.top - (frame.height - box.height) / 2
  }
}

// Shows the quotes of one verdict, or all of them.
function filter(root, verdict) {
  for (const item of root.querySelectorAll(".quotes li")) {
    item.hidden = Boolean(verdict) && item.dataset.verdict !== verdict
  }
  for (const link of root.querySelectorAll("[data-filter]")) {
    if (link.dataset.filter === verdict) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  }
}

// Marks a place of the repaired text and moves the reader there. Where the text as received stands
// alone, the paragraph of the place stands for it.
function stand(root, place, block, behavior) {
  for (const old of root.querySelectorAll(".here")) old.classList.remove("here")
  if (!place) return
  const row = place.closest(".clean > *")
  const received = root.querySelector(`.raw > [style="${row.getAttribute("style")}"]`)
  const seen = place.offsetParent ? place : received ?? place
  seen.classList.add("here")
  seen.tabIndex = -1
  seen.focus({ preventScroll: true })
  seen.scrollIntoView({ block, behavior })
}

function locate(root, number) {
  root.dataset.sentence = number
  stand(root, number && root.querySelector(`[data-s="${number}"]`), "center", "auto")
}

function goTo(root, number) {
  const heading = root.querySelector(`[data-h="${number}"]`)
  root.dataset.sentence = heading.closest("[data-s]").dataset.s
  stand(root, heading, "start", calm())
}

// The entry of the section that is being read: the last heading at the top of the window or above.
function current(root) {
  const line = 100
  let found = ""
  for (const heading of root.querySelectorAll("[data-h]")) {
    if (heading.getBoundingClientRect().top > line) break
    found = heading.dataset.h
  }
  if (root.dataset.section === found) return
  root.dataset.section = found
  for (const entry of root.querySelectorAll("[data-to]")) {
    if (entry.dataset.to === found) entry.setAttribute("aria-current", "true")
    else entry.removeAttribute("aria-current")
  }
  reveal(root.querySelector("nav"), root.querySelector("nav [aria-current]"))
}

// The page scrolls inside Streamlit's own frame: scrolling is heard on its way down.
function watch(root) {
  let waiting = 0
  const later = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0
      current(root)
    })
  }
  document.addEventListener("scroll", later, { capture: true, passive: true })
  later()
  return () => {
    cancelAnimationFrame(waiting)
    document.removeEventListener("scroll", later, { capture: true })
  }
}

function show(root, view, data) {
  if (root.dataset.view !== view) arrange(root, view)
  root.dataset.view = view
  // A long text of a visitor is drawn as received only when they ask for it.
  if (view === "raw" && !root.querySelector(".raw")) {
    root.querySelector(".text").append(received(data))
    mark(root, "selected", root.dataset.claim ? [root.dataset.claim] : [])
  }
  for (const button of root.querySelectorAll("[data-view][type]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view))
  }
}

function clicked(event, root, tell, data) {
  const find = event.target.closest("[data-find]")
  if (find) {
    select(root, find.dataset.find, calm())
    tell("selected", find.dataset.find)
  }
  const view = event.target.closest("button[data-view]")
  if (view) {
    show(root, view.dataset.view, data)
    tell("viewed", view.dataset.view)
  }
  const to = event.target.closest("button[data-to]")
  if (to) goTo(root, to.dataset.to)
  const go = event.target.closest("[data-go]")
  if (go) {
    const row = root.querySelector(`#p${go.dataset.go}`)
    row.scrollIntoView({ block: "start", behavior: calm() })
    row.tabIndex = -1
    row.focus({ preventScroll: true })
  }
}

// A page that opens is laid out bit by bit: the place is found again until the visitor acts.
function settle(root, place) {
  const watcher = new ResizeObserver(place)
  const stop = () => watcher.disconnect()
  watcher.observe(root)
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    document.addEventListener(act, stop, { once: true, capture: true, passive: true })
  }
}

function place(root, data, scroll) {
  select(root, data.claim, scroll)
  locate(root, data.sentence)
}

// Where a component apart holds what is selected, the two speak by events of the document.
function pick(name, claim) {
  if (name === "selected") document.dispatchEvent(new CustomEvent("reader:pick", { detail: claim }))
}

function listen(root) {
  if (!root.heard) {
    const ends = new AbortController()
    root.heard = ({ detail: claim }) => {
      if (!root.isConnected) ends.abort()
      else if (root.dataset.claim !== (claim ?? "")) select(root, claim, calm())
    }
    document.addEventListener("reader:select", root.heard, { signal: ends.signal })
  }
  document.dispatchEvent(new Event("reader:ask"))
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader")
  const fresh = root.dataset.drawn !== data.drawn
  if (fresh) build(root, data)
  if (fresh) delete root.dataset.view
  if (fresh || !data.apart) show(root, data.view, data)
  filter(root, data.verdict)
  if (data.apart) listen(root)
  else {
    const moved = root.dataset.claim !== (data.claim ?? "") || Number(root.dataset.sentence) !== data.sentence
    if (!fresh && moved) place(root, data, calm())
    if (fresh) settle(root, () => place(root, data, "auto"))
  }
  root.leave?.()
  root.leave = watch(root)
  root.onclick = (event) => clicked(event, root, data.apart ? pick : setTriggerValue, data)
  root.onpointerover = root.onfocusin = (event) =>
    mark(root, "near", event.target.closest("[data-claims]")?.dataset.claims.split(" ") ?? [])
  root.onpointerleave = () => mark(root, "near", [])
  return root.leave
}
