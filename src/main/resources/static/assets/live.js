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
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name)) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value) from.setAttribute(name, value);
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

  // A screening that runs: the server tells that something changed, and the page asks what. Without
  // that, and while the line is cut, it asks each second; the line comes back by itself, and whatever
  // was missed is seen, as the page always asks for all of it.
  let source = null;
  let asking = 0;
  const ask = () => { if (live()?.dataset.events) htmx.trigger(live(), "news"); };
  const askEachSecond = (on) => {
    clearInterval(asking);
    asking = on ? setInterval(ask, 1000) : 0;
  };
  const isToldNews = () => source !== null && source.readyState === EventSource.OPEN;

  function follow() {
    // A page nobody looks at gives its line back: browsers open six to a server, for all pages.
    const address = document.hidden ? null : live()?.dataset.events;
    if (!address) {
      source?.close();
      source = null;
      askEachSecond(false);
    } else if (!window.EventSource) {
      askEachSecond(true);
    } else if (source === null) {
      source = new EventSource(address);
      source.addEventListener("progress", ask);
      source.addEventListener("open", () => askEachSecond(false));
      source.addEventListener("error", () => askEachSecond(true));
    }
  }

  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.body.addEventListener(name, () => {
      lost.hidden = false;
      if (live()?.dataset.events) askEachSecond(true);
    });
  }
  document.body.addEventListener("htmx:afterOnLoad", () => {
    lost.hidden = true;
    if (isToldNews()) askEachSecond(false);
  });
  document.body.addEventListener("htmx:afterSettle", follow);
  document.addEventListener("visibilitychange", follow); // the first event follows at once
  window.addEventListener("pagehide", () => source?.close());
  follow();
})();
