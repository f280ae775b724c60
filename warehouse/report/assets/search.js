// Searches figures in the browser. The figures come as scripts, which a page from a disk may load; every shard calls
// crossfootSearch.add with its articles: [article, title, publisher, day, [[number, quote, about, disputed], ...]].
"use strict";

const crossfootSearch = (() => {
  const SHOWN = 100;
  const form = document.getElementById("search");
  const query = document.getElementById("query");
  const disputed = document.getElementById("disputed");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const shards = Number(form.dataset.shards);
  const entries = [];
  let loaded = 0;
  let timer = 0;

  // Without case and accents; a comma between digits is no word's end.
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function add(articles) {
    for (const [article, title, publisher, day, figures] of articles) {
      const common = folded(`${title} ${publisher} ${day}`);
      for (const [number, quote, about, isDisputed] of figures) {
        entries.push({ article, title, publisher, day, number, quote, about, isDisputed, words: `${folded(`${quote} ${about}`)} ${common}` });
      }
    }
    loaded += 1;
    if (loaded < shards) load(loaded + 1);
    show();
  }

  function load(number) {
    const script = document.createElement("script");
    script.src = `search/${number}.js`;
    document.head.append(script);
  }

  function show() {
    const terms = folded(query.value).split(/\s+/).filter(Boolean);
    const found = [];
    let total = 0;
    if (terms.length || disputed.checked) {
      for (const entry of entries) {
        if (disputed.checked && !entry.isDisputed) continue;
        if (!terms.every((term) => entry.words.includes(term))) continue;
        total += 1;
        if (found.length < SHOWN) found.push(entry);
      }
    }
    results.replaceChildren(...found.map(item));
    count.textContent = message(terms, total);
  }

  function message(terms, total) {
    const reading = loaded < shards ? `, still reading ${Math.round((100 * loaded) / shards)}%` : "";
    if (!terms.length && !disputed.checked) return reading ? "Reading the figures…" : `${entries.length.toLocaleString("en")} figures`;
    const cut = total > SHOWN ? `, the first ${SHOWN} shown` : "";
    return `${total.toLocaleString("en")} ${total === 1 ? "figure" : "figures"}${cut}${reading}`;
  }

  function item(entry) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = `articles/${encodeURIComponent(entry.article)}.html#f${entry.number}`;
    link.append(isolated(entry.quote));
    made.append(link);
    if (entry.isDisputed) {
      const tag = document.createElement("span");
      tag.className = "tag contradiction";
      tag.textContent = "disputed";
      made.append(" ", tag);
    }
    made.append(line(entry.about), line([entry.title, entry.publisher, entry.day].filter(Boolean).join(" · ")));
    return made;
  }

  function line(text) {
    const made = document.createElement("span");
    made.className = "quiet";
    made.append(isolated(text));
    return made;
  }

  function isolated(text) {
    const made = document.createElement("bdi");
    made.textContent = text;
    return made;
  }

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      show();
      const asked = new URLSearchParams();
      if (query.value) asked.set("q", query.value);
      if (disputed.checked) asked.set("disputed", "1");
      // Some browsers refuse to change the address of a page from a disk; the search works without.
      try { history.replaceState(null, "", `?${asked}`); } catch { /* the address stays */ }
    }, 120);
  }

  const asked = new URLSearchParams(location.search);
  query.value = asked.get("q") || "";
  disputed.checked = asked.has("disputed");
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  query.addEventListener("input", changed);
  disputed.addEventListener("change", changed);
  if (shards) load(1);
  show();
  query.focus({ preventScroll: true });
  return { add };
})();
