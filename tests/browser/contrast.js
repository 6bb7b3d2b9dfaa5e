// The contrast of every text in the page's Plotly charts, which axe does not see.
// A text's ground is what lies under it: the page, the chart's paper, the boxes drawn before it.
() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a),
    g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a),
    a: 1,
  });
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ancestors = (element) => {
    const chain = [];
    for (let at = element; at; at = at.parentElement) chain.push(at);
    return chain;
  };
  const fill = (shape) => {
    const style = getComputedStyle(shape);
    const colour = parse(style.fill);
    const opacity = ancestors(shape).reduce((all, at) => all * getComputedStyle(at).opacity, 1);
    return { ...colour, a: colour.a * style.fillOpacity * opacity };
  };
  const holds = (box, { x, y }) =>
    box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;

  const ground = (text, chart, centre) => {
    const page = ancestors(chart).map((at) => parse(getComputedStyle(at).backgroundColor));
    const papers = [...chart.querySelectorAll(".main-svg")].slice(0, 1);
    const boxes = [...chart.querySelectorAll("rect.bg, .hovertext path")].filter(
      (box) =>
        box.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING &&
        holds(box.getBoundingClientRect(), centre),
    );
    return [
      ...page.reverse(),
      ...papers.map((paper) => parse(getComputedStyle(paper).backgroundColor)),
      ...boxes.map(fill),
    ].reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };

  const found = [];
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    for (const text of chart.querySelectorAll("svg text")) {
      const box = text.getBoundingClientRect();
      const ink = fill(text);
      if (!text.textContent.trim() || !box.width || !ink.a) continue;
      if (getComputedStyle(text).visibility === "hidden") continue;
      const under = ground(text, chart, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
      found.push({ text: text.textContent, ratio: ratio(over(ink, under), under) });
    }
  }
  return found;
};
