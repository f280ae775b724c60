// Draws the pictures from the JSON beside them. Colours are CSS variables, so that light, dark and print need no
// second drawing.
"use strict";

(() => {
  const COLOURS = ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7", "--c8"].map((name) => `var(${name})`);
  const WIDEST = 1200;
  const STYLE = { background: "transparent", color: "var(--ink)", fontFamily: "var(--sans)", fontSize: "13px", overflow: "visible" };

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

  const NAMESPACE = "http://www.w3.org/2000/svg";

  function add(parent, tag, attributes, text) {
    const made = document.createElementNS(NAMESPACE, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  }

  function canvas(width, height) {
    const svg = document.createElementNS(NAMESPACE, "svg");
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    Object.assign(svg.style, STYLE);
    return svg;
  }

  const scale = ([low, high], [start, end]) => (value) => start + ((value - low) / (high - low)) * (end - start);

  // Round numbers, 1, 2 or 5 times a power of ten apart.
  function ticks([low, high], wanted) {
    const rough = (high - low) / Math.max(wanted, 1);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough * 0.999);
    const found = [];
    for (let at = Math.ceil(low / step); at * step <= high; at += 1) found.push(Number((at * step).toPrecision(12)));
    return found;
  }

  function intervals(data, width) {
    const height = 62 + data.rows.length * 46;
    const domain = domainOf(finite(data.rows.flatMap((row) => [...row.stated, ...row.read])), 0.12);
    const x = scale(domain, [12, width - 16]);
    const ends = ([from, to]) => [x(from ?? domain[0]), x(to ?? domain[1])];
    const svg = canvas(width, height);
    const bottom = height - 40;
    for (const tick of ticks(domain, Math.max(width / 130, 2))) {
      add(svg, "line", { x1: x(tick), x2: x(tick), y1: 28, y2: bottom, stroke: "currentColor", "stroke-opacity": 0.1 });
      add(svg, "text", { x: x(tick), y: bottom + 18, "text-anchor": "middle", fill: "currentColor" }, words(tick));
    }
    if (data.unit) add(svg, "text", { x: width - 2, y: height - 4, "text-anchor": "end", fill: "currentColor" }, data.unit);
    if (data.gap) {
      const [from, to] = ends(data.gap);
      add(svg, "rect", { x: from, y: 28, width: Math.max(to - from, 0), height: bottom - 28, fill: "var(--bad)", "fill-opacity": 0.1 });
      for (const at of [from, to]) add(svg, "line", { x1: at, x2: at, y1: 28, y2: bottom, stroke: "var(--bad)", "stroke-dasharray": "3,3" });
      add(svg, "text", { x: (from + to) / 2, y: 18, "text-anchor": "middle", fill: "var(--bad)" }, `gap ${rough(data.gap[1] - data.gap[0])}`);
    }
    const dots = add(svg, "g", { "aria-label": "dot" });
    data.rows.forEach((row, at) => {
      const y = 28 + at * ((bottom - 28) / data.rows.length) + 34;
      const colour = row.side === "computed" ? "var(--c2)" : "var(--c1)";
      const [from, to] = ends(row.stated);
      const [near, far] = ends(row.read);
      add(svg, "line", { x1: from, x2: to, y1: y, y2: y, stroke: colour, "stroke-width": 2 });
      add(svg, "line", { x1: near, x2: far, y1: y, y2: y, stroke: colour, "stroke-width": 9 });
      // Narrow intervals are thinner than a pixel in a wide picture; the dot keeps them in sight.
      add(dots, "circle", { cx: (near + far) / 2, cy: y, r: 4.5, fill: colour });
      const label = row.where ? `${row.label} (${row.where})` : row.label;
      const room = Math.max(Math.floor((width - 30) / 7), 8);
      add(svg, "text", { x: 12, y: y - 14, fill: "currentColor" }, label.length > room ? `${label.slice(0, room - 1)}…` : label);
    });
    return svg;
  }

  function line(data, width) {
    const height = Math.round(Math.min(Math.max(width * 0.5, 260), 430));
    const points = data.points.map((point) => ({ ...point, start: +new Date(point.start), end: +new Date(point.end) }));
    const sources = [...new Set(points.map((point) => point.source))];
    const values = finite(points.flatMap((point) => [...point.read, ...point.stated, point.value]));
    const [low, high] = domainOf(values, 0.08);
    const bottom = low < 0 && Math.min(...values) >= 0 ? 0 : low;
    const from = Math.min(...points.map((point) => point.start));
    const to = Math.max(...points.map((point) => point.end));
    const room = Math.max((to - from) * 0.04, 2 * 864e5);
    const x = scale([from - room, to + room], [64, width - 16]);
    const y = scale([bottom, high], [height - 36, 24]);
    const svg = canvas(width, height);
    for (const tick of ticks([bottom, high], 6)) {
      add(svg, "line", { x1: 64, x2: width - 16, y1: y(tick), y2: y(tick), stroke: "currentColor", "stroke-opacity": 0.1 });
      add(svg, "text", { x: 56, y: y(tick) + 4, "text-anchor": "end", fill: "currentColor" }, words(tick));
    }
    const shown = Math.max(Math.floor(width / 130), 2);
    for (let at = 0; at < shown; at += 1) {
      const when = from + ((to - from) * at) / (shown - 1);
      add(svg, "text", { x: x(when), y: height - 14, "text-anchor": "middle", fill: "currentColor" }, new Date(when).toISOString().slice(0, 7));
    }
    if (data.unit) add(svg, "text", { x: 2, y: 14, fill: "currentColor" }, data.unit);
    const dots = add(svg, "g", { "aria-label": "dot" });
    for (const point of points) {
      const colour = COLOURS[Math.min(sources.indexOf(point.source), COLOURS.length - 1)];
      const middle = x((point.start + point.end) / 2);
      const least = point.read[0] ?? bottom;
      const most = point.read[1] ?? high;
      const at = y(point.value ?? (least + most) / 2);
      add(svg, "line", { x1: x(point.start), x2: x(point.end), y1: at, y2: at, stroke: colour, "stroke-width": 1.5, "stroke-opacity": 0.55 });
      add(svg, "line", { x1: middle, x2: middle, y1: y(least), y2: y(most), stroke: colour, "stroke-width": 5, "stroke-opacity": 0.4 });
      if (point.disputed) add(dots, "circle", { cx: middle, cy: at, r: 9, fill: "none", stroke: "var(--bad)", "stroke-width": 2 });
      add(add(dots, "circle", { cx: middle, cy: at, r: 4.5, fill: colour }), "title", {}, point.words);
    }
    return [legend(sources, points.some((point) => point.disputed)), svg];
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
