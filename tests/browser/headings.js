// The level of every heading that can be seen, in the order of the page, shadow trees included.
() => {
  const all = (root) =>
    [...root.querySelectorAll("*")].flatMap((at) => [at, ...(at.shadowRoot ? all(at.shadowRoot) : [])]);
  return all(document)
    .filter((at) => /^H[1-6]$/.test(at.tagName) && at.checkVisibility())
    .map((at) => Number(at.tagName[1]));
}
