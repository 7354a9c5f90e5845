// The comparison: on paper, and who is in it stays chosen in the list that it came from.
"use strict";

document.getElementById("print")?.addEventListener("click", () => window.print());

const shelf = `chosen-${location.pathname.replace(/\/compare$/, "")}`;
if (sessionStorage.getItem(shelf)) {
  sessionStorage.setItem(shelf, JSON.stringify(new URLSearchParams(location.search).getAll("with")));
}
