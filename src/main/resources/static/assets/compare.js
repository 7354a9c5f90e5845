// The comparison, on paper.
"use strict";

document.getElementById("print")?.addEventListener("click", () => window.print());
