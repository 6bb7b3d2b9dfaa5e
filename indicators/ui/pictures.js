// Makes pictures of the drawn chart, title above and source below, and of a card that is ready.
const SPACE = "http://www.w3.org/2000/svg"
const [EDGE, TITLE, SMALL, LEADING, SHARPNESS] = [24, 20, 13, 1.5, 2]

function node(tag, attributes, words) {
  const made = document.createElementNS(SPACE, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  if (words !== undefined) made.textContent = words
  return made
}

// A line may end after a Han character and the signs that close it, after a word, and inside what
// is too long for a line.
const PIECES = /[\u2e80-\u9fff\uff00-\uffef][，。、；：！？）》」』…]*|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g

function wrapped(words, size, room, font) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = `${size}px ${font}`
  const lines = [""]
  for (const piece of words.match(PIECES) ?? []) {
    const fits = (text) => pen.measureText(text).width <= room
    if (fits(lines.at(-1) + piece)) lines[lines.length - 1] += piece
    else if (fits(piece)) lines.push(piece)
    else for (const sign of piece) fits(lines.at(-1) + sign) ? (lines[lines.length - 1] += sign) : lines.push(sign)
  }
  return lines.filter(Boolean)
}

function block(lines, top, size, colour, weight) {
  return lines.map((line, place) => node("text", {
    x: EDGE, y: top + size + place * size * LEADING, "font-size": size, fill: colour, "font-weight": weight,
  }, line))
}

function layers(plot) {
  const box = plot.getBoundingClientRect()
  return [...plot.querySelectorAll(".main-svg")].map((layer) => {
    const copy = layer.cloneNode(true)
    copy.querySelectorAll(".hoverlayer, .zoomlayer, .modebar-container").forEach((part) => part.replaceChildren())
    // Lines that keep their width whatever the scale would be thin in a sharper picture.
    copy.querySelectorAll('[style*="vector-effect"]').forEach((part) => part.style.removeProperty("vector-effect"))
    copy.setAttribute("x", EDGE)
    copy.setAttribute("width", box.width)
    copy.setAttribute("height", box.height)
    copy.style.background = "none"
    return copy
  })
}

function chartPicture(data) {
  const plot = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`)
  if (!plot) throw new Error("no chart")
  const { width, height } = plot.getBoundingClientRect()
  const { font, paper, ink, muted } = data.look
  const title = wrapped(data.title, TITLE, width, font)
  const footer = [data.source, `${data.site} · ${view()}`].flatMap((line) => wrapped(line, SMALL, width, font))
  const above = EDGE + title.length * TITLE * LEADING + 8
  const below = above + height + 8
  const size = [width + 2 * EDGE, below + footer.length * SMALL * LEADING + EDGE].map(Math.ceil)
  const svg = node("svg", { xmlns: SPACE, width: size[0], height: size[1], viewBox: `0 0 ${size.join(" ")}`, "font-family": font })
  svg.append(node("title", {}, data.title), node("rect", { width: size[0], height: size[1], fill: paper }))
  svg.append(...block(title, EDGE, TITLE, ink, 600))
  for (const layer of layers(plot)) {
    layer.setAttribute("y", above)
    svg.append(layer)
  }
  svg.append(...block(footer, below, SMALL, muted, 400))
  return { markup: new XMLSerializer().serializeToString(svg), width: size[0], height: size[1], scale: SHARPNESS }
}

function cardPicture(data) {
  const card = new DOMParser().parseFromString(data.card, "image/svg+xml").documentElement
  return { markup: data.card, width: +card.getAttribute("width"), height: +card.getAttribute("height"), scale: 1 }
}

function vector(picture) {
  return new Blob([picture.markup], { type: "image/svg+xml;charset=utf-8" })
}

async function pixels(picture) {
  const address = URL.createObjectURL(vector(picture))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement("canvas")
    canvas.width = picture.width * picture.scale
    canvas.height = picture.height * picture.scale
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"))
  } finally {
    URL.revokeObjectURL(address)
  }
}

// On a phone a card goes straight to the apps that can send it, elsewhere into a file.
async function hand(blob, name, share) {
  const file = new File([blob], name, { type: blob.type })
  if (share && matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] })) {
    return navigator.share({ files: [file] }).catch(() => {})
  }
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

// The address of the view for whoever gets it: not as it stands in another site's frame.
function view() {
  const address = new URL(location.href)
  if (address.searchParams.has("embed")) address.searchParams.delete("embed")
  return address.href
}

const MAKERS = {
  png: async (data) => hand(await pixels(chartPicture(data)), `${data.file}.png`),
  svg: async (data) => hand(vector(chartPicture(data)), `${data.file}.svg`),
  card: async (data) => hand(await pixels(cardPicture(data)), `${data.file}_card.png`, true),
  link: async () => copy(view()),
}

// A chart is saved as it is seen: in the colours and the font of the buttons below it.
function look(group) {
  const own = getComputedStyle(group)
  const muted = getComputedStyle(group.querySelector("[role=status]")).color
  return { font: own.fontFamily, paper: own.backgroundColor, ink: own.color, muted }
}

async function make(button) {
  const group = button.closest("[data-offer]")
  const data = { ...JSON.parse(group.dataset.offer), look: look(group) }
  const said = group.querySelector("[role=status]")
  button.setAttribute("aria-busy", "true")
  try {
    await MAKERS[button.dataset.make](data)
    said.textContent = button.dataset.make === "link" ? data.told.copied : data.told.saved
  } catch {
    said.textContent = data.told.failed
  }
  button.removeAttribute("aria-busy")
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-make]")
  if (button) make(button)
})

// A report carries the address of the view as it is when somebody reaches for the link.
function fill({ target }) {
  const link = target.closest?.("[data-report]")
  if (link) link.href = link.dataset.report.replaceAll("{link}", encodeURIComponent(view()))
}

document.addEventListener("pointerover", fill)
document.addEventListener("focusin", fill)
