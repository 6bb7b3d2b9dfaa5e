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
  const silence = sayIn(data.told)
  // Before any handler of a component; the same function is only ever added once.
  document.addEventListener("click", follow, true)
  addEventListener("beforeprint", measure)
  addEventListener("afterprint", forget)
  document.addEventListener("scroll", carry, { capture: true, passive: true })
  return () => {
    watch.disconnect()
    silence()
    document.removeEventListener("scroll", carry, { capture: true })
  }
}
