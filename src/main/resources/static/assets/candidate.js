// Click a part of the score: the lines that earned it light up. Click marked words: the parts they
// earned light up.
"use strict";

(() => {
  const buttons = [...document.querySelectorAll("button.part")];
  const marks = [...document.querySelectorAll("mark[data-parts]")];
  const sheet = document.getElementById("sheet");
  const partsOf = (mark) => mark.dataset.parts.split(" ");

  function light(parts) {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(parts.includes(button.dataset.part)));
    }
    for (const mark of marks) {
      mark.classList.toggle("lit", partsOf(mark).some((part) => parts.includes(part)));
    }
  }

  function bring(element, frame) {
    if (!element) return;
    const scrolls = frame && frame.scrollHeight > frame.clientHeight + 4;
    if (scrolls) {
      const shift = element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
      frame.scrollTo({ top: frame.scrollTop + shift - frame.clientHeight / 3 });
    } else {
      element.scrollIntoView({ block: "center" });
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") === "true";
      light(pressed ? [] : [button.dataset.part]);
      if (!pressed) bring(document.querySelector("mark.lit"), sheet);
    });
  }
  for (const mark of marks) {
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    const choose = () => {
      const parts = partsOf(mark);
      light(parts);
      bring(document.getElementById(parts[0]), null);
    };
    mark.addEventListener("click", choose);
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light([]);
  });
})();
