// A kept job description: its card is changed in place and saved as the next version.
"use strict";

(() => {
  const form = document.getElementById("job");
  const trouble = document.getElementById("trouble");
  const save = document.getElementById("save");
  const note = document.getElementById("save-note");
  const card = window.requirementsCard(document.getElementById("card"), () => ({}));
  const first = card.fields().toString();
  const isChanged = () => card.fields().toString() !== first;

  card.whenChanged(() => { note.textContent = isChanged() ? note.dataset.changed : ""; });
  card.lookAtPool();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    await card.settled();
    if (!isChanged() && !form.dataset.onto) {
      note.textContent = note.dataset.same;
      return;
    }
    save.disabled = true;
    const body = card.fields();
    if (form.dataset.onto) body.set("onto", form.dataset.onto);
    try {
      const answer = await fetch("/job-descriptions", { method: "POST", body });
      const kept = await answer.json();
      if (!answer.ok) throw new Error(kept.detail);
      location.assign(`/job-descriptions/${form.dataset.number}`);
    } catch (problem) {
      save.disabled = false;
      trouble.firstElementChild.textContent = problem instanceof TypeError || problem instanceof SyntaxError ? document.getElementById("card").dataset.trouble : problem.message;
      trouble.hidden = false;
      trouble.focus();
    }
  });

  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
