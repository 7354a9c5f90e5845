// Sliders of weights: the ranking follows at once, and the address says what was moved.
"use strict";

(() => {
  const form = document.getElementById("tune");
  const apply = document.getElementById("apply");
  const discard = document.getElementById("discard");
  let asking = null;
  let again = false;

  function wanted() {
    const data = new URLSearchParams();
    for (const field of form.querySelectorAll("input[name]")) {
      if (field.value !== field.closest(".tuned").dataset.was) data.set(field.name, field.value);
    }
    return data;
  }

  function mark() {
    for (const line of form.querySelectorAll(".tuned")) {
      line.classList.toggle("changed", line.querySelector("input[name]").value !== line.dataset.was);
    }
    const moved = form.querySelector(".tuned.changed") !== null;
    apply.disabled = !moved;
    discard.hidden = !moved;
  }

  // One request at a time: while it is on its way the slider moves on, and the last place counts.
  async function ask() {
    if (asking) {
      again = true;
      return;
    }
    asking = window.shortlist.working(fetch(`${form.dataset.page}/ranking?${wanted()}`));
    try {
      const answer = await asking;
      if (answer.ok) show(await answer.text());
    } catch {
      document.getElementById("lost").hidden = false;
      setTimeout(ask, 1000);
    } finally {
      asking = null;
    }
    if (again) {
      again = false;
      ask();
    }
  }

  function show(html) {
    document.getElementById("lost").hidden = true;
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("moved");
    const before = new Map([...document.querySelectorAll(".moves li")].map((line) => [line.id, line.getBoundingClientRect().top]));
    document.getElementById("moved").replaceWith(next);
    history.replaceState(null, "", next.dataset.address);
    putBack(new URL(next.dataset.address, location.href).searchParams);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const line of next.querySelectorAll(".moves li")) {
      const shift = before.has(line.id) ? before.get(line.id) - line.getBoundingClientRect().top : 0;
      if (shift && Math.abs(shift) < 2000) line.animate([{ transform: `translateY(${shift}px)` }, { transform: "none" }], { duration: 220, easing: "ease-out" });
    }
  }

  // The last requirement of a part is not left out: its slider goes back.
  function putBack(taken) {
    for (const field of form.querySelectorAll("input[name^='r.']")) {
      if (field.value === "0" && !taken.has(field.name) && document.activeElement !== field) {
        field.value = field.closest(".tuned").dataset.was;
        field.parentElement.querySelector(".amount").value = field.value;
      }
    }
    mark();
  }

  form.addEventListener("input", () => { mark(); ask(); });
  window.addEventListener("pageshow", () => {
    mark();
    if (new URLSearchParams(location.search).size !== wanted().size) ask();
  });
  mark();
})();
