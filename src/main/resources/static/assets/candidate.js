// Click a part of the score: the lines that earned it light up. Click marked words: the parts they
// earned light up. And the keys of the candidate's page.
"use strict";

(() => {
  const root = document.getElementById("candidate");
  if (!root) return;
  const buttons = [...document.querySelectorAll("button.part")];
  const spots = () => [...document.querySelectorAll("#sheet [data-parts]")];
  const partsOf = (spot) => spot.dataset.parts.split(" ");
  const frame = () => document.querySelector("#sheet .pages");

  function light(parts) {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(parts.includes(button.dataset.part)));
    }
    for (const spot of spots()) {
      spot.classList.toggle("lit", partsOf(spot).some((part) => parts.includes(part)));
    }
  }

  function bring(element, within) {
    if (!element) return;
    if (within && within.scrollHeight > within.clientHeight + 4) {
      const shift = element.getBoundingClientRect().top - within.getBoundingClientRect().top;
      within.scrollTo({ top: within.scrollTop + shift - within.clientHeight / 3 });
    } else {
      element.scrollIntoView({ block: "center" });
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") === "true";
      light(pressed ? [] : [button.dataset.part]);
      if (!pressed) bring(document.querySelector("#sheet .lit"), frame());
    });
  }

  // The CV comes later when its pages have to be painted first.
  function prepare() {
    for (const spot of spots()) {
      spot.setAttribute("tabindex", "0");
      spot.setAttribute("role", "button");
    }
    const pressed = buttons.filter((button) => button.getAttribute("aria-pressed") === "true");
    if (pressed.length) light(pressed.map((button) => button.dataset.part));
  }
  function choose(spot) {
    const parts = partsOf(spot);
    light(parts);
    bring(document.getElementById(parts[0]), null);
  }
  document.addEventListener("click", (event) => {
    const spot = event.target.closest?.("#sheet [data-parts]");
    if (spot) choose(spot);
  });

  // Words looked for in the CV.
  function find(words) {
    const wanted = words.trim().toLowerCase();
    let first = null;
    let count = 0;
    for (const line of document.querySelectorAll("#sheet .cv-words, #sheet .cv-line")) {
      const has = wanted !== "" && line.textContent.toLowerCase().includes(wanted);
      line.classList.toggle("found", has);
      if (has) {
        count++;
        first ??= line;
      }
    }
    document.getElementById("found").textContent = wanted === "" ? "" : String(count);
    bring(first, frame());
  }
  document.addEventListener("input", (event) => {
    if (event.target.id === "find") find(event.target.value);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id === "find-form") event.preventDefault();
  });

  // Whom one wants to compare: kept for this screening as long as the window is open.
  const pick = document.getElementById("pick");
  const compare = document.getElementById("compare");
  const MOST = 5;
  const shelf = `picked-${root.dataset.screening}`;
  const picked = () => JSON.parse(sessionStorage.getItem(shelf) ?? "[]");
  function showPicked() {
    const ids = picked();
    pick.checked = ids.includes(root.dataset.application);
    compare.hidden = ids.length < 2;
    document.getElementById("picked").textContent = `(${ids.length})`;
    const query = new URLSearchParams(ids.map((id) => ["with", id]));
    const list = new URLSearchParams(location.search).get("list");
    if (list) query.set("list", list);
    compare.href = `/screenings/${root.dataset.screening}/compare?${query}`;
  }
  pick.addEventListener("change", () => {
    const others = picked().filter((id) => id !== root.dataset.application);
    const now = pick.checked ? [...others, root.dataset.application].slice(-MOST) : others;
    sessionStorage.setItem(shelf, JSON.stringify(now));
    showPicked();
  });

  // Rejecting without a word opens the reason; the server asks for it in any case.
  const reason = document.getElementById("reason");
  const box = document.getElementById("reason-box");
  const ask = () => {
    box.open = true;
    reason.focus();
  };
  document.getElementById("decide").addEventListener("submit", (event) => {
    if (event.submitter?.value === "REJECTED" && reason.value.trim() === "") {
      event.preventDefault();
      ask();
    }
  });
  if (box.querySelector("[role=alert]")) ask();
  // A sentence and Ctrl+Enter: the keys of who rejects many.
  reason.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      document.getElementById("do-reject").click();
    }
  });

  const help = document.getElementById("help");
  document.getElementById("help-open").addEventListener("click", () => help.showModal());

  const follow = (selector) => document.querySelector(selector)?.click();
  const focus = (id, event) => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  const keys = {
    j: () => follow("a[rel=next]"),
    k: () => follow("a[rel=prev]"),
    s: () => follow("#do-shortlist"),
    h: () => follow("#do-hold"),
    r: (event) => {
      event.preventDefault();
      follow("#do-reject");
    },
    u: () => follow("#do-undo"),
    x: () => pick.click(),
    n: (event) => focus("note", event),
    "/": (event) => focus("find", event),
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const spot = event.target.closest?.("#sheet [data-parts]");
    if (spot && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(spot);
      return;
    }
    if (event.key === "Escape") {
      light([]);
      if (event.target.matches?.("input, textarea")) event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.matches?.("input:not([type=checkbox]), textarea, select")) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) act(event);
  });

  document.body.addEventListener("htmx:afterSettle", prepare);
  prepare();
  showPicked();
})();
