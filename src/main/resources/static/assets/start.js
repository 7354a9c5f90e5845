// Where a screening begins: files go up while the person is still at the job description.
"use strict";

(() => {
  const HANDFUL_FILES = 25;
  const HANDFUL_BYTES = 12 * 1024 * 1024;
  const PIECE = 8 * 1024 * 1024;
  const LANES = 2;
  const SHOWN = 200;

  const at = (id) => document.getElementById(id);
  const form = at("begin");
  const says = at("says").dataset;
  const trouble = at("trouble");
  const screen = at("screen");
  const list = at("chosen-list");
  const limit = Number(form.dataset.limit);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  // { file, path, size, sent, state: waiting | sending | done | failed, outcomes: [], row }
  let files = [];
  let draft = form.dataset.draft ? { id: form.dataset.draftId, number: form.dataset.draft } : null;
  let round = 0; // what belongs to a round that was discarded is dropped

  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, index) => values[index]);
  const fileCount = (number) => fill(number === 1 ? says.fileOne : says.fileMany, numbers.format(number));
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

  function size(bytes) {
    const units = ["B", "kB", "MB", "GB"];
    let value = bytes;
    while (value >= 1024 && units.length > 1) { value /= 1024; units.shift(); }
    return `${numbers.format(Number(value.toFixed(value < 10 ? 1 : 0)))} ${units[0]}`;
  }

  // choosing

  for (const [button, picker] of [["pick-files", "files"], ["pick-folder", "folder"]]) {
    at(button).addEventListener("click", () => at(picker).click());
    at(picker).addEventListener("change", () => {
      add([...at(picker).files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      at(picker).value = "";
    });
  }
  const drop = at("drop");
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.remove("over"); });
  }
  // A file dropped beside the frame would else replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  drop.addEventListener("drop", async (event) => {
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    add(entries.length ? (await Promise.all(entries.map(walk))).flat() : plain.map((file) => ({ file, path: file.name })));
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

  const identity = ({ file, path }) => `${path} ${file.size} ${file.lastModified}`;

  function add(more) {
    const known = new Set(files.filter((one) => one.file).map(identity));
    for (const one of more.filter((each) => !known.has(identity(each)))) {
      files.push({ ...one, size: one.file.size, sent: 0, state: "waiting", outcomes: [] });
    }
    trouble.hidden = true;
    tell();
    for (let lane = 0; lane < LANES; lane++) pump(round);
  }

  at("chosen-clear").addEventListener("click", () => {
    round++;
    if (draft) fetch(`/start/${draft.number}/discard`, { method: "POST" }).catch(() => {});
    files = [];
    forget();
    tell();
    at("pick-files").focus();
  });

  function forget() {
    draft = null;
    history.replaceState(null, "", "/");
  }

  // uploading

  let beginning = null;
  let lanes = 0;

  function begun() {
    beginning ||= call("/start", { method: "POST", body: new URLSearchParams({ files: files.length }) }).then((answer) => {
      draft = answer;
      history.replaceState(null, "", `/?draft=${draft.number}`);
    }).finally(() => { beginning = null; });
    return draft ? Promise.resolve() : beginning;
  }

  async function pump(mine) {
    if (lanes >= LANES) return;
    lanes++;
    try {
      for (let next = handful(); next.length && mine === round; next = handful()) {
        for (const one of next) one.state = "sending";
        await upload(next, mine);
        tell();
      }
    } finally {
      lanes--;
      tell();
    }
  }

  /// Small files go together, a big one in pieces by itself.
  function handful() {
    const waiting = files.filter((one) => one.state === "waiting");
    const taken = [];
    let bytes = 0;
    for (const one of waiting) {
      if (one.size > PIECE) {
        if (!taken.length) return [one];
        continue;
      }
      if (taken.length === HANDFUL_FILES || bytes + one.size > HANDFUL_BYTES) break;
      taken.push(one);
      bytes += one.size;
    }
    return taken;
  }

  async function upload(handful, mine) {
    for (let wait = 1; mine === round; wait = Math.min(10, wait * 2)) {
      try {
        await begun();
        const outcomes = handful[0].size > PIECE ? await pieces(handful[0], mine) : await send(handful);
        at("cut-off").hidden = true;
        if (mine === round) settle(handful, outcomes);
        return;
      } catch (problem) {
        if (problem.lost || problem.status === 429 || problem.status === 503) {
          at("cut-off").hidden = !problem.lost;
          for (const one of handful) one.sent = one.resumed || 0;
          tell();
          await pause(problem.retryAfter || wait);
        } else {
          for (const one of handful) {
            one.state = "failed";
            one.outcomes = [{ path: one.path, kind: "failed", word: says.wordFailed, detail: problem.detail || says.failed }];
          }
          return;
        }
      }
    }
  }

  function settle(handful, outcomes) {
    for (const one of handful) {
      one.state = "done";
      one.sent = one.size;
      // Browsers write these characters of a file's name in their own way.
      const name = one.path.replaceAll('"', "%22").replaceAll("\n", "%0A").replaceAll("\r", "%0D");
      one.outcomes = outcomes
        .filter(({ path }) => path === name || path === one.path || path.startsWith(`${name}/`))
        .map((outcome) => (outcome.path === name ? { ...outcome, path: one.path } : outcome));
    }
  }

  /// One request; what went wrong has `lost` when the server was not reached.
  async function call(address, options) {
    let answer;
    try {
      answer = await fetch(address, options);
    } catch {
      throw { lost: true };
    }
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) return body;
    throw { ...body, status: answer.status, retryAfter: Number(answer.headers.get("Retry-After")) || 0 };
  }

  const send = (handful) =>
    new Promise((done, failed) => {
      const body = new FormData();
      for (const { file, path } of handful) body.append("files", file, path);
      const request = new XMLHttpRequest();
      request.open("POST", `/start/${draft.number}/files`);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded }) => {
        let left = loaded;
        for (const one of handful) {
          one.sent = Math.min(one.size, left);
          left -= one.sent;
        }
        tell();
      };
      request.onload = () =>
        request.status < 300
          ? done(request.response)
          : failed({ ...request.response, status: request.status, retryAfter: Number(request.getResponseHeader("Retry-After")) || 0, detail: request.response?.detail || (request.status === 413 ? fill(says.tooLarge, size(limit)) : "") });
      request.onerror = () => failed({ lost: true });
      request.send(body);
    });

  /// A big file goes on where it was cut off, also after the page was loaded anew.
  async function pieces(one, mine) {
    const key = `upload ${identity(one)}`;
    const known = localStorage.getItem(key);
    let upload = known && (await call(`/api/v1/uploads/${known}`).catch((problem) => { if (problem.lost) throw problem; return null; }));
    if (!upload) {
      upload = await call("/api/v1/uploads", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ name: one.path, bytes: one.size }),
      });
      localStorage.setItem(key, upload.id);
    }
    for (let offset = upload.offset; offset < one.size && mine === round; offset = upload.offset) {
      one.sent = one.resumed = offset;
      tell();
      upload = await call(`/api/v1/uploads/${upload.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/octet-stream", "Upload-Offset": String(offset) },
        body: one.file.slice(offset, offset + PIECE),
      });
    }
    if (mine !== round) return [];
    one.sent = one.size;
    tell();
    await call(`/api/v1/uploads/${upload.id}/finish`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ screening: draft.id }),
    });
    localStorage.removeItem(key);
    return call(`/start/${draft.number}/files`);
  }

  // telling

  const isBusy = () => files.some((one) => one.state === "waiting" || one.state === "sending");
  const outcomes = () => files.flatMap((one) => one.outcomes);
  const counted = (kind) => outcomes().filter((one) => one.kind === kind).length;
  let telling = 0;

  function tell() {
    telling ||= requestAnimationFrame(() => { telling = 0; draw(); });
  }

  function draw() {
    at("chosen").hidden = !files.length;
    drop.classList.toggle("slim", files.length > 0);
    const bytes = files.reduce((sum, one) => sum + one.size, 0);
    const sent = files.reduce((sum, one) => sum + one.sent, 0);
    const parts = [];
    for (const [kind, text] of [["taken", says.taken], ["duplicate", says.duplicate], ["refused", says.refused], ["ignored", says.ignored]]) {
      if (counted(kind)) parts.push(fill(text, numbers.format(counted(kind))));
    }
    const head = `${fileCount(files.length)}${bytes ? `, ${size(bytes)}` : ""}`;
    const line = [head, ...parts].join(" · ");
    if (at("chosen-count").textContent !== line) at("chosen-count").textContent = line;
    const bar = at("chosen-bar");
    bar.hidden = !isBusy();
    bar.value = bytes ? sent / bytes : 0;
    rows();
  }

  function rows() {
    const shown = files.slice(0, SHOWN);
    const wanted = [];
    for (const one of shown) wanted.push(row(one), ...inside(one));
    for (const one of files.slice(SHOWN)) wanted.push(...inside(one));
    if (files.length > SHOWN) wanted.push(simple(fill(says.more, numbers.format(files.length - SHOWN)), "", "", ""));
    if (wanted.length !== list.children.length || wanted.some((item, index) => item !== list.children[index])) list.replaceChildren(...wanted);
  }

  function row(one) {
    const own = one.outcomes.find(({ path }) => path === one.path);
    const zipped = one.outcomes.length && !own ? fill(says.taken, numbers.format(one.outcomes.filter(({ kind }) => kind === "taken").length)) : "";
    const face =
      one.state === "sending" ? `sending ${Math.floor((100 * one.sent) / (one.size || 1))}`
      : one.state === "waiting" ? "waiting"
      : `${own?.kind || "taken"} ${zipped} ${own?.detail || ""}`;
    if (one.face === face) return one.row;
    one.face = face;
    one.row =
      one.state === "sending" ? simple(one.path, fill(says.sending, Math.floor((100 * one.sent) / (one.size || 1))), "sending", "")
      : one.state === "waiting" ? simple(one.path, says.waiting, "waiting", "")
      : simple(one.path, own?.word || zipped || says.wordTaken, own?.kind || "taken", own?.detail || "");
    return one.row;
  }

  /// What a ZIP held that was not simply taken, and what was not among the first.
  function inside(one) {
    if (one.state !== "done") return [];
    one.inside ||= one.outcomes
      .filter(({ path, kind }) => path !== one.path && kind !== "taken")
      .map(({ path, word, kind, detail }) => simple(path, word, kind, detail));
    return one.inside;
  }

  function simple(name, word, kind, detail) {
    const item = document.createElement("li");
    item.className = kind;
    const texts = [["path", name], ["word", word], ["why", detail]];
    for (const [style, text] of texts.filter(([, content]) => content)) {
      const span = item.appendChild(document.createElement("span"));
      span.className = style;
      span.textContent = text;
      if (style === "path") span.title = name;
    }
    return item;
  }

  // the job description

  const section = at("card-section");
  const text = at("text");
  const card = window.requirementsCard(at("card"), () => ({ text: text.value }));
  const from = () => new FormData(form).get("from");
  let typing = 0; // the text was changed and is not read yet

  async function read() {
    clearTimeout(typing);
    typing = 0;
    at("job-trouble").hidden = true;
    at("text-full").textContent = text.value.length < text.maxLength ? "" : at("text-full").dataset.text;
    const way = from();
    const saved = at("saved")?.value;
    const data = way === "saved" ? saved && { base: saved } : text.value.trim() && { text: text.value };
    if (!data) {
      section.hidden = true;
      return card.clear();
    }
    section.hidden = false;
    if (card.isEmpty()) at("card").replaceChildren(Object.assign(document.createElement("p"), { className: "soft pulse", textContent: says.reading }));
    await card.show(data);
  }

  text.addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(read, event.inputType === "insertFromPaste" ? 0 : 600);
  });
  for (const way of form.querySelectorAll("[name=from]")) way.addEventListener("change", read);
  at("saved")?.addEventListener("change", read);
  at("job-file").addEventListener("change", async () => {
    const body = new FormData();
    body.append("file", at("job-file").files[0]);
    try {
      const answer = await fetch("/job-descriptions/text", { method: "POST", body });
      const words = await answer.text();
      if (!answer.ok) throw new Error(answer.status === 422 ? words : says.failed);
      text.value = words;
      form.querySelector("[name=from][value=text]").checked = true;
      await read();
    } catch (problem) {
      at("job-trouble").firstElementChild.textContent = problem instanceof TypeError ? says.failed : problem.message;
      at("job-trouble").hidden = false;
    }
  });

  // screening

  function complain(title, detail) {
    screen.disabled = false;
    screen.textContent = says.screen;
    trouble.children[0].firstElementChild.textContent = title;
    trouble.children[1].textContent = detail;
    trouble.hidden = false;
    trouble.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    if (!files.length) return complain(says.emptyTitle, says.empty);
    if (typing || card.isEmpty()) await read();
    await card.settled();
    if (section.hidden) return complain(says.noJobTitle, says.noJob);
    if (!card.asks()) return complain(says.asksNothingTitle, says.asksNothing);
    screen.disabled = true;
    screen.textContent = says.starting;
    try {
      while (isBusy() && !counted("taken")) await pause(0.1);
      if (!counted("taken")) {
        const why = outcomes().filter(({ kind }) => kind !== "taken").slice(0, 3);
        return complain(says.noneTitle, why.map(({ path, word, detail }) => `${path}: ${detail || word}`).join(" "));
      }
      const kept = await call("/job-descriptions", { method: "POST", body: card.fields() });
      const body = new URLSearchParams({ jobDescription: kept.id, title: at("screening-title").value });
      const begun = await call(`/start/${draft.number}/screen`, { method: "POST", body });
      while (isBusy()) await pause(0.1);
      location.assign(`/screenings/${begun.number}`);
    } catch (problem) {
      complain(says.failedTitle, problem.detail || says.failed);
    }
  });

  // What was uploaded before the page was loaded anew is still there.
  for (const item of document.querySelectorAll("#draft-files li")) {
    const { kind, word, detail } = item.dataset;
    files.push({ file: null, path: item.textContent, size: 0, sent: 0, state: "done", outcomes: [{ path: item.textContent, kind, word, detail }] });
  }
  if (files.length) tell();
  else if (form.dataset.draft && !document.querySelector("#draft-files")) forget();
  window.addEventListener("beforeunload", (event) => { if (isBusy() && !screen.disabled) event.preventDefault(); });
  // The browser's back button may bring the page back as it was left, and its fields as they were.
  window.addEventListener("pageshow", (event) => {
    screen.disabled = false;
    screen.textContent = says.screen;
    if (event.persisted) location.reload();
    else if (text.value.trim() || at("saved")?.value) read();
  });
})();
