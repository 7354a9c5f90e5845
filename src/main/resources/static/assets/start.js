// Collects dropped and chosen files, sends them in handfuls and shows how far it is.
"use strict";

(() => {
  const HANDFUL_FILES = 200;
  const HANDFUL_BYTES = 64 * 1024 * 1024;

  const form = document.getElementById("begin");
  const drop = document.getElementById("drop");
  const pickers = [document.getElementById("files"), document.getElementById("folder")];
  const trouble = document.getElementById("trouble");
  const sending = document.getElementById("sending");
  const screen = document.getElementById("screen");
  const limit = Number(form.dataset.limit);
  let chosen = [];

  // choosing

  pickers[0].hidden = true;
  for (const [index, id] of ["pick-files", "pick-folder"].entries()) {
    const button = document.getElementById(id);
    button.hidden = false;
    button.addEventListener("click", () => pickers[index].click());
    pickers[index].addEventListener("change", () => {
      add([...pickers[index].files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      pickers[index].value = "";
    });
  }
  document.getElementById("chosen-clear").addEventListener("click", () => { chosen = []; list(); });

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

  function add(more) {
    const known = new Set(chosen.map(identity));
    chosen.push(...more.filter((one) => !known.has(identity(one))));
    trouble.hidden = true;
    list();
  }

  const identity = ({ file, path }) => `${path} ${file.size} ${file.lastModified}`;
  const total = () => chosen.reduce((sum, { file }) => sum + file.size, 0);
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  function size(bytes) {
    const units = ["bytes", "kB", "MB", "GB"];
    let value = bytes;
    while (value >= 1024 && units.length > 1) { value /= 1024; units.shift(); }
    return `${value.toFixed(1).replace(/\.0$/, "")} ${units[0]}`;
  }

  function list() {
    const SHOWN = 300;
    document.getElementById("chosen").hidden = !chosen.length;
    document.getElementById("chosen-count").textContent = `${count(chosen.length, "file")}, ${size(total())}`;
    const rows = chosen.slice(0, SHOWN).map(({ file, path }) => row(path, size(file.size)));
    if (chosen.length > SHOWN) rows.push(row(`and ${count(chosen.length - SHOWN, "more file")}`, ""));
    document.getElementById("chosen-list").replaceChildren(...rows);
  }

  function row(name, note) {
    const item = document.createElement("li");
    for (const text of [name, note]) item.appendChild(document.createElement("span")).textContent = text;
    return item;
  }

  // sending

  function job() {
    const from = new FormData(form).get("from");
    if (from === "file") {
      const file = document.getElementById("jobDescriptionFile").files[0];
      return file && { name: "jobDescriptionFile", value: file };
    }
    const field = document.getElementById(from === "saved" ? "jobDescription" : "jobDescriptionText");
    return field.value.trim() && { name: field.name, value: field.value };
  }

  function complain(title, detail) {
    sending.hidden = true;
    screen.disabled = false;
    const [head, body] = trouble.children;
    head.firstElementChild.textContent = title;
    body.textContent = detail;
    trouble.hidden = false;
    trouble.focus();
  }

  function handfuls() {
    const all = [];
    let bytes = Infinity;
    for (const one of chosen) {
      if (bytes + one.file.size > HANDFUL_BYTES || all.at(-1).length >= HANDFUL_FILES) { all.push([]); bytes = 0; }
      all.at(-1).push(one);
      bytes += one.file.size;
    }
    return all;
  }

  function send(address, body, progress) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.responseType = "json";
      request.upload.onprogress = (event) => progress(event.loaded / event.total);
      request.onload = () => (request.status < 300 ? done(request.response) : failed(request.response || {}));
      request.onerror = () => failed({ title: "The connection was lost", detail: "Nothing that was uploaded is lost. Check that the server is running and press Screen again: files sent twice are read once." });
      request.send(body);
    });
  }

  function filled(handful) {
    const body = new FormData();
    for (const { file, path } of handful) body.append("files", file, path);
    return body;
  }

  // Where a broken upload goes on.
  let started = null;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    const asked = job();
    if (!chosen.length) return complain("No CVs yet", "Drop files, a folder or a ZIP into the first field, or choose them.");
    if (!asked) return complain("No job description yet", "Paste its text, choose a file, or take one used before.");
    const tooLarge = chosen.find(({ file }) => file.size > limit);
    if (tooLarge) return complain("A file is larger than the limit", `${tooLarge.path} has ${size(tooLarge.file.size)}; one upload takes ${size(limit)}. Send it in parts.`);

    screen.disabled = true;
    sending.hidden = false;
    sending.scrollIntoView({ block: "nearest" });
    const all = handfuls();
    const bytes = total() || 1;
    let sent = 0;
    try {
      for (const [index, handful] of all.entries()) {
        const weight = handful.reduce((sum, { file }) => sum + file.size, 0);
        if (started && index < started.done) { sent += weight; continue; }
        const body = filled(handful);
        if (!started) {
          body.append(asked.name, asked.value);
          body.append("title", form.elements.title.value);
        }
        const address = started ? `/api/v1/screenings/${started.id}/files` : "/api/v1/screenings";
        const answer = await send(address, body, (share) => tell((sent + weight * share) / bytes, index, all.length));
        started = { ...(started || answer), done: index + 1 };
        sent += weight;
      }
      location.assign(`/screenings/${started.number}`);
    } catch (problem) {
      complain(problem.title || "The upload failed", problem.detail || "Try again; the server's log says more.");
    }
  });

  function tell(share, index, handfulCount) {
    document.getElementById("sending-bar").value = share;
    document.getElementById("sending-what").textContent = share < 1 ? "Uploading" : "Taking the files in";
    document.getElementById("sending-detail").textContent =
      `${Math.round(share * 100)} % of ${size(total())}` + (handfulCount > 1 ? `, part ${index + 1} of ${handfulCount}` : "");
  }

  // The browser's back button may bring the page back as it was left.
  window.addEventListener("pageshow", () => { screen.disabled = false; sending.hidden = true; started = null; });
})();
