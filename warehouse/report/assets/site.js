// What every page does beyond its HTML: a search word that is carried along, and details that open to be printed.
"use strict";

window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});

// A jump from a mark to its row moves the keyboard there too, so that Tab goes on from it.
window.addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  const link = target && (target.matches("a") ? target : target.querySelector("a"));
  if (link) link.focus({ preventScroll: true });
});
