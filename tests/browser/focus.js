// Where the keyboard is: the element with the focus, and whether a ring around it, or around a box
// close around it, is in sight. null where nothing has the focus.
// What is seen is seen after the next frame.
async () => {
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const near = [at];
  while (near.length < 4 && near.at(-1).parentElement) near.push(near.at(-1).parentElement);
  const ringed = near.find((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const box = ringed?.getBoundingClientRect();
  return {
    tag: at.tagName.toLowerCase(),
    name: (at.getAttribute("aria-label") || at.innerText || at.value || "").trim(),
    href: at.getAttribute("href") ?? "",
    claim: at.dataset.claim ?? "",
    seen: Boolean(box) && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
};
