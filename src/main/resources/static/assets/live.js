// What every page does: keeps what is on screen in place while it changes, follows a screening that
// runs, and says when the connection is lost.
"use strict";

(() => {
  const key = (node) => (node.nodeType === Node.ELEMENT_NODE && node.id) || null;
  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && key(a) === key(b);

  // Makes `from` look like `to` with as few changes as possible, so that focus, selection, scroll
  // position and running transitions stay. Elements with an id are recognised wherever they move.
  function morph(from, to) {
    if (from.nodeType === Node.TEXT_NODE) {
      if (from.data !== to.data) from.data = to.data;
      return;
    }
    if (from.nodeType !== Node.ELEMENT_NODE) return;
    // What a person opened stays open.
    const isKept = (name) => name === "open" && /^(DETAILS|DIALOG)$/.test(from.nodeName);
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !isKept(name)) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value && !isKept(name)) from.setAttribute(name, value);
    }
    const known = new Map();
    for (const child of from.children) if (child.id) known.set(child.id, child);
    let at = from.firstChild;
    for (const wanted of [...to.childNodes]) {
      const kept = key(wanted) && known.get(wanted.id);
      if (kept && alike(kept, wanted)) {
        if (kept === at) at = at.nextSibling;
        else from.insertBefore(kept, at);
        morph(kept, wanted);
      } else if (at && alike(at, wanted)) {
        const next = at.nextSibling;
        morph(at, wanted);
        at = next;
      } else {
        from.insertBefore(wanted, at);
      }
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  htmx.defineExtension("morph", {
    isInlineSwap: (style) => style === "morph",
    handleSwap: (style, target, fragment) => {
      if (style !== "morph") return false;
      const wanted = fragment.querySelector(`#${CSS.escape(target.id)}`);
      if (wanted) morph(target, wanted);
      return [target];
    },
  });

  const lost = document.getElementById("lost");
  const live = () => document.getElementById("live");

  // Parts of the page from the server. An answer that was overtaken by a later one is not shown.
  let asked = 0;
  let shown = 0;

  // Asks `address` for `#live`, puts it into the page, and gives the answer's response. `settle` may
  // change what came before it is shown.
  async function load(address, options = {}, settle = () => {}) {
    const number = ++asked;
    let response;
    let text;
    try {
      response = await fetch(address, { ...options, headers: { "X-Shortlist-Part": "live" }, signal: AbortSignal.timeout(15000) });
      if (response.redirected || response.status === 401) return location.reload(); // signed out meanwhile
      text = await response.text();
    } catch {
      lost.hidden = false;
      askEachSecond(true);
      return null;
    }
    lost.hidden = response.ok;
    if (!response.ok) return null;
    if (isToldNews()) askEachSecond(false);
    const wanted = new DOMParser().parseFromString(text, "text/html").getElementById("live");
    if (wanted && live() && number > shown) {
      shown = number;
      settle(wanted);
      morph(live(), wanted);
      document.dispatchEvent(new CustomEvent("shortlist:shown"));
      follow();
    }
    return response;
  }

  // The server tells that something changed, and the page asks what. Without that, and while the
  // line is cut, it asks each second; the line comes back by itself, and whatever was missed is seen,
  // as the page always asks for all of it.
  let source = null;
  let asking = 0;
  let pending = false;
  let again = false;
  let wanted = 0; // what a person asked for and does not see yet
  async function ask() {
    // What is told while an answer is on its way may not be in it. And the page still names what it
    // shows, so asking now would bring that back over what the person asked for.
    again = pending || wanted > 0;
    if (again || !live()) return;
    pending = true;
    await load(live().dataset.part, {}, window.shortlist.settle);
    pending = false;
    if (again) ask();
  }
  function askEachSecond(on) {
    clearInterval(asking);
    asking = on && live()?.dataset.events ? setInterval(ask, 1000) : 0;
  }
  const isToldNews = () => source !== null && source.readyState === EventSource.OPEN;

  function follow() {
    // A page nobody looks at gives its line back: browsers open six to a server, for all pages.
    const address = document.hidden ? null : live()?.dataset.events;
    if (!address) {
      source?.close();
      source = null;
      askEachSecond(false);
    } else if (!window.EventSource) {
      if (!asking) askEachSecond(true);
    } else if (source === null) {
      source = new EventSource(address);
      source.addEventListener("progress", ask);
      source.addEventListener("open", () => { if (asking) ask(); askEachSecond(false); });
      source.addEventListener("error", () => askEachSecond(true));
    }
  }

  // Tabs that do not fit move, so that the one that is open is seen.
  for (const tab of document.querySelectorAll(".tabs [aria-current='page'], .tabs [aria-current='true']")) {
    const bar = tab.closest(".tabs");
    bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
  }

  // What a person asked for and is not answered within a tenth of a second shows that it is worked on.
  let late = 0;
  const mark = () => document.documentElement.classList.toggle("working", late > 0);
  async function working(answer) {
    let isLate = 0;
    const timer = setTimeout(() => { isLate = 1; late++; mark(); }, 100);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      late -= isLate;
      mark();
    }
  }
  document.addEventListener("submit", (event) => {
    setTimeout(() => { if (!event.defaultPrevented) document.documentElement.classList.add("working"); }, 100);
  });
  window.addEventListener("pagehide", () => document.documentElement.classList.remove("working"));

  async function show(...address) {
    wanted++;
    try {
      return await working(load(...address));
    } finally {
      wanted--;
      if (again) ask();
    }
  }
  window.shortlist = { ask, load: show, working, settle: () => {} };
  document.addEventListener("visibilitychange", follow); // the first event follows at once
  window.addEventListener("pagehide", () => source?.close());
  follow();
})();
