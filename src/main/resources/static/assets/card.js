// The requirements card: every change is asked of the server, which answers with the card as it is
// then. Sliders move without asking; how much of the pool meets what is asked comes after the card.
"use strict";

window.requirementsCard = (root, base) => {
  let asked = 0;
  let turns = Promise.resolve(); // changes are asked for one after the other: each is made to the card before it
  let looked = "";
  let wasAt = ""; // id of what had the focus when the card was last replaced
  let changed = () => {};

  const card = () => root.querySelector(".the-card");

  /// All fields of the card, and what it was made from.
  function fields() {
    const data = new URLSearchParams();
    for (const field of root.querySelectorAll("input[name], select[name]")) {
      if (!field.matches(":disabled") && field.name !== "sentence") data.append(field.name, field.value);
    }
    if (!data.get("base")) for (const [name, value] of Object.entries(base())) data.set(name, value);
    return data;
  }

  async function draw(data) {
    const turn = ++asked;
    root.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/job-descriptions/card", { method: "POST", body: data });
      if (!answer.ok) throw new Error(answer.status);
      const html = await answer.text();
      if (turn === asked) replace(html);
      return turn === asked;
    } catch {
      if (turn === asked) complain(root.dataset.trouble);
      return false;
    } finally {
      if (turn === asked) root.removeAttribute("aria-busy");
    }
  }

  function complain(text) {
    const notice = document.createElement("p");
    notice.className = "notice poor";
    notice.setAttribute("role", "alert");
    notice.textContent = text;
    root.querySelector(".the-card > .notice")?.remove();
    (card() || root).prepend(notice);
  }

  // What a person had open, was at and was typing stays open, focused and typed.
  function replace(html) {
    const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.id));
    const typed = root.querySelector("#sentence")?.value ?? "";
    const focus = (wasAt = root.contains(document.activeElement) ? document.activeElement.id : "");
    const before = new Map([...root.querySelectorAll(".ask-pool")].map((one) => [one.id, one]));
    root.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    for (const one of root.querySelectorAll(".ask-pool")) if (before.has(one.id)) one.replaceWith(before.get(one.id));
    if (typed) root.querySelector("#sentence")?.setRangeText(typed, 0, 0, "end");
    if (focus) (document.getElementById(focus) || root.querySelector("#sentence"))?.focus({ preventScroll: true });
    changed();
    lookAtPool();
  }

  async function lookAtPool() {
    const needs = card()?.dataset.needs;
    if (!needs || needs === looked || card().dataset.asks === "0") return;
    looked = needs;
    try {
      const answer = await fetch("/job-descriptions/card/pool", { method: "POST", body: fields() });
      if (!answer.ok || looked !== needs) return;
      const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const one of shown.querySelectorAll("[id]")) document.getElementById(one.id)?.replaceWith(one);
    } catch {
      looked = ""; // asked again with the next change
    }
  }

  const change = (wanted, sentence) =>
    (turns = turns.then(() => {
      const data = fields();
      if (wanted) data.set("do", wanted);
      if (sentence) data.set("sentence", sentence);
      return draw(data);
    }));

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.do === "add") add();
    else if (button.dataset.do) change(button.dataset.do);
    else if (button.dataset.remove) put(button.dataset.remove, false);
    else if (button.dataset.putBack) put(button.dataset.putBack, true);
  });

  async function add() {
    const field = root.querySelector("#sentence");
    const sentence = field.value;
    if (!sentence.trim()) return field.focus();
    field.value = "";
    await change("add", sentence);
    const again = root.querySelector("#sentence");
    if (root.querySelector(".the-card > .notice.poor")) again.value = sentence;
    again.focus({ preventScroll: true });
  }

  // Focus goes to what undoes it, unless the person is somewhere else by then.
  async function put(id, back) {
    const pressed = back ? `back-${id}` : `remove-${id}`;
    await (turns = turns.then(() => {
      const data = fields();
      const kept = data.getAll("keep").filter((one) => one !== id);
      data.delete("keep");
      for (const one of back ? [...kept, id] : kept) data.append("keep", one);
      return draw(data);
    }));
    if (wasAt && wasAt !== pressed) return;
    document.getElementById(back ? `remove-${id}` : `back-${id}`)?.focus({ preventScroll: true });
  }

  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    if (event.target.id === "sentence") add();
    else event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });
  root.addEventListener("change", (event) => {
    if ("redraw" in event.target.dataset) change();
  });
  root.addEventListener("input", () => changed());

  return {
    fields,
    settled: () => turns,
    show: (data) => { looked = ""; return draw(new URLSearchParams(data)); },
    lookAtPool,
    isEmpty: () => !card(),
    asks: () => Number(card()?.dataset.asks || 0),
    clear: () => { asked++; root.replaceChildren(); },
    whenChanged: (listener) => { changed = listener; },
    complain,
  };
};

// A slider and the number beside it are one.
document.addEventListener("input", ({ target }) => {
  if (target.type === "range") {
    const amount = target.parentElement.querySelector(".amount");
    if (amount) amount.value = target.value;
  } else if (target.matches?.(".amount")) {
    const slider = document.getElementById(target.dataset.of);
    slider.value = target.value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
