// A screening: filters without a new page, decisions by button, key and drag, more CVs by drop.
"use strict";

(() => {
  const live = () => document.getElementById("live");
  const byId = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll("#live li.ranked[data-id]")];
  const chosen = new Set();
  let everybody = false;
  let last = null; // the row a range of selected ones begins at
  let current = null; // the row keys are about

  // words about what was done

  const toast = byId("toast");
  let undo = null;
  function tell(word) {
    toast.firstElementChild.textContent = word.text;
    toast.classList.toggle("poor", !word.done);
    undo = word.undo;
    byId("toast-undo").hidden = !undo;
    toast.hidden = false;
  }
  byId("toast-close").addEventListener("click", () => { toast.hidden = true; });
  byId("toast-undo").addEventListener("click", takeBack);
  function takeBack() {
    if (!undo) return;
    const [path, query] = undo.split("?");
    undo = null;
    send(path, new URLSearchParams(query));
  }

  // parts of the page

  const part = (address) => address.replace(/^([^?]*)/, (path) => `${path.replace(/\/$/, "")}/live`);

  async function show(address, { push = true, up = false } = {}) {
    const answer = await window.shortlist.load(part(address));
    if (!answer) { if (navigator.onLine) location.assign(address); return; }
    if (push) history.pushState(null, "", address);
    if (up) byId("ranking")?.scrollIntoView({ block: "start" });
    clearChosen();
  }

  // Sends a form's values to `path` for the list that is shown, and tells what came of it.
  async function send(path, values) {
    const before = rows();
    const at = before.findIndex((row) => row.contains(document.activeElement));
    const answer = await window.shortlist.load(path.split("?")[0] + location.search, { method: "POST", body: values });
    const said = answer?.headers.get("X-Shortlist-Said");
    if (!said) return null;
    const word = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(said), (char) => char.charCodeAt(0))));
    tell(word);
    // The row may have left the list: the next one takes its place.
    if (at >= 0 && !document.activeElement?.closest("#live")) focus(rows()[Math.min(at, rows().length - 1)]);
    return word;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-soft]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    link.closest("details.menu")?.removeAttribute("open");
    show(link.getAttribute("href"), { up: "up" in link.dataset });
  });

  const address = (form) => {
    const values = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    return values.size ? `${form.getAttribute("action")}?${values}` : form.getAttribute("action");
  };
  let typing = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[method=get][data-soft]");
    if (!form) return;
    clearTimeout(typing);
    typing = setTimeout(() => form.reportValidity() && show(address(form)), event.target.nodeName === "SELECT" ? 0 : 250);
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.classList.contains("verdicts")) {
      event.preventDefault();
      decide([form.elements.application.value], event.submitter.value);
    } else if (form.matches("[data-soft]")) {
      event.preventDefault();
      clearTimeout(typing);
      if (form.method === "get") { show(address(form)); return; }
      const ask = form.dataset.confirm && byId(form.dataset.confirm);
      if (ask && !(await answered(ask))) return;
      form.closest("details.menu")?.removeAttribute("open");
      const values = new URLSearchParams(new FormData(form, event.submitter));
      form.classList.add("busy");
      await send(form.getAttribute("action"), values);
      form.classList.remove("busy");
      if (form.classList.contains("keep")) form.reset();
    }
  });

  // Resolves to whether a dialog was answered with its first button.
  function answered(dialog) {
    return new Promise((done) => {
      dialog.returnValue = "";
      dialog.addEventListener("close", () => done(dialog.returnValue === "do"), { once: true });
      dialog.showModal();
    });
  }

  window.addEventListener("popstate", async () => {
    await show(location.pathname + location.search, { push: false });
    for (const field of document.querySelectorAll("form[method=get][data-soft] :is(input, select)")) {
      if (field.nodeName === "SELECT") field.value = field.querySelector("[selected]")?.value ?? "";
      else field.value = field.getAttribute("value") ?? "";
    }
  });

  // While somebody works in the list, rows keep their places: what is new waits for a click.
  let holds = true;
  const isBusy = () => {
    const list = byId("rows");
    return list && holds && (chosen.size > 0 || list.matches(":hover") || list.contains(document.activeElement)
      || list.getBoundingClientRect().top < 0);
  };
  window.shortlist.settle = (wanted) => {
    const list = byId("rows");
    const fresh = wanted.querySelector("#rows");
    if (!list || !fresh || !isBusy()) return;
    const ids = (of) => [...of.children].filter((row) => row.dataset.id).map((row) => row.id);
    const now = ids(list);
    if (now.length === 0 || now.join() === ids(fresh).join()) return;
    const kept = [...list.children].map((row) =>
      (row.id && wanted.querySelector(`#${CSS.escape(row.id)}`)) || row.cloneNode(true));
    fresh.replaceChildren(...kept);
    const pill = wanted.querySelector("#fresh");
    if (pill) pill.hidden = false;
  };
  document.addEventListener("click", async (event) => {
    if (event.target.id !== "fresh") return;
    holds = false;
    await window.shortlist.load(live().dataset.part);
    holds = true;
    byId("ranking").scrollIntoView({ block: "start" });
  });

  // choosing

  const bulk = byId("bulk");
  const MOST_COMPARED = 5;
  // Whoever comes back, as from a comparison, has those chosen before; whoever comes anew has none.
  const shelf = `chosen-${live().dataset.page}`;
  const comesBack = performance.getEntriesByType("navigation")[0]?.type !== "navigate"
    || document.referrer.startsWith(`${location.origin}${live().dataset.page}/`);
  if (comesBack) for (const id of JSON.parse(sessionStorage.getItem(shelf) ?? "[]")) chosen.add(id);
  function clearChosen() {
    chosen.clear();
    everybody = false;
    last = null;
    mark();
  }
  function mark() {
    const shown = rows();
    const ids = new Set(shown.map((row) => row.dataset.id));
    for (const id of chosen) if (!ids.has(id)) chosen.delete(id);
    for (const row of shown) {
      const box = row.querySelector(".pick input");
      if (box) box.checked = everybody || chosen.has(row.dataset.id);
      row.classList.toggle("picked", everybody || chosen.has(row.dataset.id));
    }
    const page = byId("pick-page");
    if (page) {
      page.checked = shown.length > 0 && shown.every((row) => chosen.has(row.dataset.id));
      page.indeterminate = chosen.size > 0 && !page.checked;
    }
    if (!bulk) return;
    const found = Number(byId("rows")?.dataset.found ?? 0);
    sessionStorage.setItem(shelf, JSON.stringify([...chosen]));
    bulk.hidden = chosen.size === 0;
    document.body.classList.toggle("choosing", chosen.size > 0);
    const count = byId("bulk-count");
    const said = everybody ? count.dataset.all.replace("#", found) : chosen.size === 1 ? count.dataset.one : count.dataset.many.replace("#", chosen.size);
    if (count.textContent !== said) count.textContent = said;
    byId("compare").hidden = everybody || chosen.size < 2 || chosen.size > MOST_COMPARED;
    const all = byId("bulk-all");
    all.hidden = everybody || found <= chosen.size || !page?.checked;
    all.textContent = all.dataset.text.replace("#", found);
  }
  function pick(row, on, range) {
    const all = rows();
    const from = range && last ? all.findIndex((one) => one.dataset.id === last) : -1;
    const to = all.indexOf(row);
    everybody = false;
    for (const one of from < 0 ? [row] : all.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (on) chosen.add(one.dataset.id);
      else chosen.delete(one.dataset.id);
    }
    last = row.dataset.id;
    mark();
  }
  document.addEventListener("click", (event) => {
    const box = event.target.closest(".pick input");
    if (box) pick(box.closest("li.ranked"), box.checked, event.shiftKey);
  });
  document.addEventListener("change", (event) => {
    if (event.target.id !== "pick-page") return;
    everybody = false;
    for (const row of rows()) {
      if (event.target.checked) chosen.add(row.dataset.id);
      else chosen.delete(row.dataset.id);
    }
    mark();
  });
  // Text is not selected by clicks that select rows.
  document.addEventListener("mousedown", (event) => { if (event.shiftKey && event.target.closest(".pick")) event.preventDefault(); });
  document.addEventListener("shortlist:shown", mark);
  if (bulk) {
    byId("bulk-clear").addEventListener("click", clearChosen);
    byId("compare").addEventListener("click", () => {
      const query = new URLSearchParams([...chosen].map((id) => ["with", id]));
      if (location.search) query.set("list", location.search.slice(1));
      location.assign(`${byId("compare").dataset.address}?${query}`);
    });
    byId("bulk-all").addEventListener("click", () => { everybody = true; mark(); byId("bulk-clear").focus(); });
    for (const button of bulk.querySelectorAll("[data-decide]")) {
      button.addEventListener("click", () => decide([...chosen], button.dataset.decide));
    }
  }

  // deciding

  const dialog = byId("reason-dialog");
  const text = byId("reason-text");
  const listed = () => dialog.querySelector("[name=listed]:checked");

  function reason(kind, who) {
    for (const id of ["reason-head", "reason-do"]) byId(id).textContent = byId(id).dataset[kind];
    byId("reason-who").textContent = who;
    byId("reasons").hidden = kind !== "reject";
    byId("reason-trouble").textContent = "";
    text.value = "";
    if (listed()) listed().checked = false;
    return answered(dialog).then((done) =>
      done ? [kind === "reject" ? listed()?.value : "", text.value.trim()].filter(Boolean).join(": ") : null);
  }
  byId("reason-do")?.addEventListener("click", (event) => {
    if (text.value.trim() || (!byId("reasons").hidden && listed())) return;
    event.preventDefault();
    byId("reason-trouble").textContent = byId("reason-trouble").dataset.text;
  });

  const who = (ids) => ids.length === 1 ? byId(`a-${ids[0]}`)?.querySelector(".who a")?.textContent ?? "" : byId("bulk-count")?.textContent ?? "";

  async function decide(ids, to) {
    if (!bulk || !ids.length) return;
    const all = everybody;
    const opposed = ids.some((id) => /NO$/.test(byId(`a-${id}`)?.dataset.band ?? ""));
    let why = "";
    if (to === "REJECTED" || (to === "SHORTLISTED" && opposed)) {
      why = await reason(to === "REJECTED" ? "reject" : "against", who(ids));
      if (why === null) return;
    }
    const values = new URLSearchParams({ reason: why });
    if (to) values.set("to", to);
    if (all) values.set("all", "true");
    else for (const id of ids) values.append("application", id);
    const path = `${live().dataset.page}/decisions`;
    let word = await send(path, values);
    // Among those not on this page may be one the decision goes against.
    if (word?.reason) {
      why = await reason("against", word.text);
      if (why === null) return;
      values.set("reason", why);
      word = await send(path, values);
    }
    if (word?.done) clearChosen();
  }

  // dragging on the board

  let dragged = null;
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.(".tile") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.id);
    dragged.classList.add("dragged");
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = null;
    for (const column of document.querySelectorAll(".column.over")) column.classList.remove("over");
  });
  document.addEventListener("dragover", (event) => {
    if (!dragged) return;
    const over = event.target.closest(".column");
    for (const column of document.querySelectorAll(".column")) column.classList.toggle("over", column === over);
    if (over) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const column = dragged && event.target.closest(".column");
    if (!column) return;
    event.preventDefault();
    if (column.dataset.verdict !== dragged.dataset.verdict) decide([dragged.dataset.id], column.dataset.verdict);
  });

  // keys

  const keys = byId("keys-on");
  keys.checked = localStorage.getItem("shortlist.keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("shortlist.keys", keys.checked ? "on" : "off"));
  const help = () => byId("help-dialog").showModal();
  document.addEventListener("click", (event) => { if (event.target.closest("#help")) help(); });

  function focus(row) {
    const link = row?.querySelector(".who a");
    if (!link) return;
    current = row.dataset.id;
    link.focus();
    row.scrollIntoView({ block: "nearest" });
  }
  function here() {
    const focused = document.activeElement?.closest?.("li.ranked[data-id]");
    return focused ?? rows().find((row) => row.dataset.id === current) ?? null;
  }
  function move(step) {
    const all = rows();
    const at = all.indexOf(here());
    const to = at < 0 ? 0 : at + step;
    if (to < 0) { byId("page-before")?.click(); return; }
    if (to >= all.length) { byId("page-after")?.click(); return; }
    focus(all[to]);
  }
  const verdicts = { s: "SHORTLISTED", h: "ON_HOLD", r: "REJECTED" };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const menu of document.querySelectorAll("details.menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
      if (!document.querySelector("dialog[open]")) clearChosen();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "?") { event.preventDefault(); help(); return; }
    if (!keys.checked) return;
    const key = event.key.toLowerCase();
    if (key === "/") { event.preventDefault(); byId("q")?.focus(); byId("q")?.select(); }
    else if (key === "j") move(1);
    else if (key === "k") move(-1);
    else if (key === "x" && here()) pick(here(), event.shiftKey || !chosen.has(here().dataset.id), event.shiftKey);
    else if (key === "u") takeBack();
    else if (verdicts[key]) {
      const ids = chosen.size ? [...chosen] : here() ? [here().dataset.id] : [];
      decide(ids, verdicts[key]);
    }
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("li.ranked[data-id]");
    if (row) current = row.dataset.id;
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  // more CVs

  const adding = byId("adding");
  const HANDFUL_FILES = 200;
  const HANDFUL_BYTES = 64 * 1024 * 1024;

  function ready() {
    const button = byId("add");
    if (button) button.hidden = false;
    if (byId("help")) byId("help").hidden = false;
  }
  document.addEventListener("shortlist:shown", ready);
  document.addEventListener("click", (event) => { if (event.target.closest("#add")) byId("add-files").click(); });
  document.addEventListener("change", (event) => {
    if (event.target.id !== "add-files") return;
    add([...event.target.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
    event.target.value = "";
  });

  const bears = (event) => !dragged && [...event.dataTransfer.types].includes("Files");
  let depth = 0;
  document.addEventListener("dragenter", (event) => {
    if (!bears(event)) return;
    depth++;
    byId("dropping").hidden = !live().dataset.add;
  });
  document.addEventListener("dragleave", (event) => { if (bears(event) && --depth <= 0) byId("dropping").hidden = true; });
  // A file dropped beside it would else replace the page.
  document.addEventListener("dragover", (event) => { if (bears(event)) event.preventDefault(); });
  document.addEventListener("drop", async (event) => {
    if (!bears(event)) return;
    event.preventDefault();
    depth = 0;
    byId("dropping").hidden = true;
    if (!live().dataset.add) return;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files].map((file) => ({ file, path: file.name }));
    add(entries.length ? (await Promise.all(entries.map(walk))).flat() : plain);
  });
  async function walk(entry) {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      return [{ file, path: entry.fullPath.replace(/^\//, "") }];
    }
    const reader = entry.createReader();
    const found = [];
    // A folder gives its entries in pieces until it gives none.
    for (;;) {
      const piece = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!piece.length) return (await Promise.all(found.map(walk))).flat();
      found.push(...piece);
    }
  }

  function upload(body, progress) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open("POST", live().dataset.add);
      request.responseType = "json";
      request.upload.onprogress = (event) => progress(event.loaded / event.total);
      request.onload = () => (request.status < 300 ? done(request.response) : failed(request.response || {}));
      request.onerror = () => failed({});
      request.send(body);
    });
  }

  async function add(files) {
    if (!files.length || !live().dataset.add) return;
    const what = byId("adding-what");
    const bar = byId("adding-bar");
    const list = byId("adding-list");
    what.textContent = what.dataset.sending;
    adding.classList.remove("poor");
    bar.value = 0;
    list.replaceChildren();
    adding.hidden = false;
    const counts = { accepted: 0, duplicate: 0, refused: 0, ignored: 0 };
    const handfuls = [];
    let bytes = Infinity;
    for (const one of files) {
      if (bytes + one.file.size > HANDFUL_BYTES || handfuls.at(-1).length >= HANDFUL_FILES) { handfuls.push([]); bytes = 0; }
      handfuls.at(-1).push(one);
      bytes += one.file.size;
    }
    try {
      for (const [index, handful] of handfuls.entries()) {
        const body = new FormData();
        for (const { file, path } of handful) body.append("files", file, path);
        const receipt = await upload(body, (share) => { bar.value = (index + share) / handfuls.length; });
        counts.accepted += receipt.accepted;
        counts.duplicate += receipt.duplicates;
        counts.refused += receipt.refused;
        counts.ignored += receipt.ignored;
      }
      what.textContent = what.dataset.done;
    } catch (problem) {
      what.textContent = `${what.dataset.trouble}. ${problem.detail ?? problem.title ?? ""}`;
      adding.classList.add("poor");
    }
    bar.value = 1;
    for (const [outcome, count] of Object.entries(counts)) {
      if (count) list.appendChild(document.createElement("li")).textContent = list.dataset[outcome].replace("#", count);
    }
    window.shortlist.ask();
  }
  byId("adding-close").addEventListener("click", () => { adding.hidden = true; });

  ready();
  mark();
  // Whoever comes back from a candidate goes on there.
  if (location.hash.startsWith("#a-")) current = location.hash.slice(3);
})();
