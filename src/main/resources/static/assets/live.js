// What every page does: keeps what is on screen in place while it changes, and says when the
// connection is lost.
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
  const show = (isLost) => () => { lost.hidden = !isLost; };
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.body.addEventListener(name, show(true));
  }
  document.body.addEventListener("htmx:afterOnLoad", show(false));
})();
