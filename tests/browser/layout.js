// What does not fit the window: how far anything scrolls sideways, and texts past the right edge.
// A box that a keyboard can scroll by itself may hold a wide table.
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const all = (root) =>
    [...root.querySelectorAll("*")].flatMap((at) => [at, ...(at.shadowRoot ? all(at.shadowRoot) : [])]);
  const parent = (at) => at.parentElement ?? at.getRootNode().host ?? null;
  const scrolls = (at) =>
    at !== null &&
    at !== main &&
    ((/auto|scroll/.test(getComputedStyle(at).overflowX) && at.matches('[tabindex="0"]')) ||
      scrolls(parent(at)));
  const written = (at) => [...at.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return {
    sideways: Math.max(
      ...[document.documentElement, main].map((box) => box.scrollWidth - box.clientWidth),
    ),
    cut: all(main)
      .filter((at) => written(at) && at.checkVisibility())
      .filter((at) => {
        const box = at.getBoundingClientRect();
        return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(at);
      })
      .map((at) => at.textContent.trim().slice(0, 40)),
  };
};
