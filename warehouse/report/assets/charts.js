// Draws the pictures with Observable Plot from the JSON beside them. Colours are CSS variables, so that light, dark
// and print need no second drawing.
"use strict";

(() => {
  const COLOURS = ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7", "--c8"].map((name) => `var(${name})`);
  const WIDEST = 1200;
  const STYLE = { background: "transparent", color: "var(--ink)", fontFamily: "var(--sans)", fontSize: "13px", overflow: "visible" };
  const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "wye", "cross", "circle"];

  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 6 });
  const words = (value) => (Math.abs(value) >= 1e4 ? compact.format(value) : value.toLocaleString("en", { maximumSignificantDigits: 6 }));
  const finite = (values) => values.filter((value) => value !== null && Number.isFinite(value));

  const rough = (value) => words(Number(value.toPrecision(3)));

  // An interval's ends; an open one goes to the edge of the picture.
  function domainOf(values, share) {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const room = (high - low || Math.abs(high) || 1) * share;
    return [low - room, high + room];
  }

  function intervals(data, width) {
    const rows = data.rows.map((row, at) => ({ ...row, key: String(at) }));
    const [low, high] = domainOf(finite(rows.flatMap((row) => [...row.stated, ...row.read])), 0.12);
    const ends = ([from, to]) => [from ?? low, to ?? high];
    const colour = (row) => (row.side === "computed" ? "var(--c2)" : "var(--c1)");
    const middle = (row) => { const [from, to] = ends(row.read); return (from + to) / 2; };
    const marks = [];
    if (data.gap) {
      marks.push(Plot.rectX([data.gap], { x1: "0", x2: "1", fill: "var(--bad)", fillOpacity: 0.1, }));
      marks.push(Plot.ruleX(data.gap, { stroke: "var(--bad)", strokeDasharray: "3,3" }));
      marks.push(Plot.text([data.gap], { x: (gap) => (gap[0] + gap[1]) / 2, frameAnchor: "top", dy: -14, fill: "var(--bad)", text: (gap) => `gap ${rough(gap[1] - gap[0])}` }));
    }
    marks.push(
      Plot.ruleY(rows, { y: "key", x1: (row) => ends(row.stated)[0], x2: (row) => ends(row.stated)[1], stroke: colour, strokeWidth: 2, dy: 9 }),
      Plot.ruleY(rows, { y: "key", x1: (row) => ends(row.read)[0], x2: (row) => ends(row.read)[1], stroke: colour, strokeWidth: 9, dy: 9 }),
      // Narrow intervals are thinner than a pixel in a wide picture; the dot keeps them in sight.
      Plot.dot(rows, { y: "key", x: middle, r: 4.5, fill: colour, dy: 9 }),
      Plot.text(rows, { y: "key", text: (row) => (row.where ? `${row.label} (${row.where})` : row.label), frameAnchor: "left", dy: -9, textAnchor: "start", textOverflow: "ellipsis", lineWidth: (width - 30) / 14, fill: "var(--ink)" }),
    );
    return Plot.plot({
      width, height: 62 + rows.length * 46, marginLeft: 12, marginRight: 16, marginTop: 28, marginBottom: 40, style: STYLE,
      x: { domain: [low, high], label: data.unit || null, labelArrow: "none", labelOffset: 34, tickFormat: words, ticks: Math.max(width / 130, 2), grid: true },
      y: { axis: null, domain: rows.map((row) => row.key), type: "band" },
      marks,
    });
  }

  function line(data, width) {
    const points = data.points.map((point) => ({ ...point, start: new Date(point.start), end: new Date(point.end) }));
    const sources = [...new Set(points.map((point) => point.source))];
    const place = (point) => Math.min(sources.indexOf(point.source), COLOURS.length - 1);
    const values = finite(points.flatMap((point) => [...point.read, ...point.stated, point.value]));
    const [low, high] = domainOf(values, 0.08);
    const bottom = low < 0 && Math.min(...values) >= 0 ? 0 : low;
    const day = 864e5;
    const from = Math.min(...points.map((point) => +point.start));
    const to = Math.max(...points.map((point) => +point.end));
    const room = Math.max((to - from) * 0.04, 2 * day);
    const middle = (point) => new Date((+point.start + +point.end) / 2);
    const value = (point) => point.value ?? ((point.read[0] ?? bottom) + (point.read[1] ?? high)) / 2;
    const colour = (point) => COLOURS[place(point)];
    const plot = Plot.plot({
      width, height: Math.round(Math.min(Math.max(width * 0.5, 260), 430)), marginLeft: 64, marginRight: 16, marginTop: 24, marginBottom: 36, style: STYLE,
      x: { type: "utc", domain: [new Date(from - room), new Date(to + room)], label: null, ticks: Math.max(width / 110, 2) },
      y: { domain: [bottom, high], label: data.unit || null, tickFormat: words, grid: true, ticks: 6 },
      marks: [
        Plot.ruleY(points, { y: value, x1: "start", x2: "end", stroke: colour, strokeWidth: 1.5, strokeOpacity: 0.55 }),
        Plot.ruleX(points, { x: middle, y1: (point) => point.read[0] ?? bottom, y2: (point) => point.read[1] ?? high, stroke: colour, strokeWidth: 5, strokeOpacity: 0.4 }),
        Plot.dot(points.filter((point) => point.disputed), { x: middle, y: value, r: 9, stroke: "var(--bad)", strokeWidth: 2 }),
        Plot.dot(points, { x: middle, y: value, r: 4.5, fill: colour, symbol: (point) => SYMBOLS[place(point)] }),
        Plot.tip(points, Plot.pointer({ x: middle, y: value, title: "words", fill: "var(--raised)", stroke: "var(--line)" })),
      ],
      symbol: { type: "identity" },
    });
    return [legend(sources, points.some((point) => point.disputed)), plot];
  }

  function legend(sources, isDisputed) {
    const list = document.createElement("ul");
    list.className = "legend";
    const named = sources.slice(0, COLOURS.length - (sources.length > COLOURS.length ? 1 : 0));
    named.forEach((source, at) => list.append(entry(source, COLOURS[at])));
    if (sources.length > named.length) list.append(entry(`${sources.length - named.length} more sources`, COLOURS.at(-1)));
    if (isDisputed) list.append(entry("ringed in red: disputed", "transparent", "2px solid var(--bad)"));
    return list;
  }

  function entry(words, colour, ring) {
    const made = document.createElement("li");
    const swatch = document.createElement("i");
    swatch.style.setProperty("--swatch", colour);
    if (ring) swatch.style.border = ring;
    const name = document.createElement("bdi");
    name.textContent = words;
    made.append(swatch, name);
    return made;
  }

  function draw(figure) {
    const data = JSON.parse(figure.nextElementSibling.textContent);
    const width = Math.min(figure.clientWidth, WIDEST);
    const drawn = [figure.dataset.chart === "line" ? line(data, width) : intervals(data, width)].flat();
    const svg = drawn.at(-1);
    // To a screen reader the picture is one thing with a name; its numbers are in the table.
    const picture = document.createElement("div");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", figure.dataset.label);
    svg.setAttribute("aria-hidden", "true");
    picture.append(svg);
    figure.replaceChildren(...drawn.slice(0, -1), picture);
    figure.dataset.width = width;
  }

  const figures = [...document.querySelectorAll(".chart")];
  figures.forEach(draw);
  let timer = 0;
  window.addEventListener("resize", () => {
    clearTimeout(timer);
    timer = setTimeout(() => figures.filter((one) => Math.min(one.clientWidth, WIDEST) !== Number(one.dataset.width)).forEach(draw), 150);
  });
})();
