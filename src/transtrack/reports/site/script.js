"use strict";
(() => {
  const root = document.documentElement;
  const memory = {  // a browser may forbid to remember
    read(key) { try { return localStorage.getItem(`transtrack-${key}`); } catch { return null; } },
    write(key, value) { try { localStorage.setItem(`transtrack-${key}`, value); } catch { /* then not */ } },
  };
  const theme = memory.read("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  root.classList.add("script");

  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  function switchTheme(button) {
    root.dataset.theme = isDark() ? "light" : "dark";
    memory.write("theme", root.dataset.theme);
    nameTheme(button);
  }

  function nameTheme(button) { button.textContent = isDark() ? "Light mode" : "Dark mode"; }

  function setUpFilters() {
    const body = document.querySelector("[data-rows]");
    const filters = all("[data-filter]");
    if (!body || !filters.length) return;
    const rows = [...body.children];
    const texts = rows.map((row) => {
      const plain = row.cloneNode(true); // without the numbers of findings, which part words
      for (const item of all(".ref", plain)) item.remove();
      return plain.textContent.toLowerCase();
    });
    const count = document.querySelector(".count");
    const apply = () => {
      const value = Object.fromEntries(filters.map((item) => [item.dataset.filter, item.value]));
      const text = value.text.trim().toLowerCase();
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !(matches(row, value) && texts[at].includes(text));
        shown += row.hidden ? 0 : 1;
      });
      for (const note of all(".note[data-check]", body)) note.hidden = !accepts(note, value);
      for (const item of all("mark, .ref", body)) {
        const ids = item.dataset.findings.split(" ");
        item.classList.toggle("off", ids.every((id) => document.getElementById(`f${id}`).hidden));
      }
      count.textContent = shown === rows.length ? `${shown} shown` : `${shown} of ${rows.length} shown`;
    };
    for (const item of filters) item.addEventListener("input", apply);
    apply();
  }

  const accepts = (note, value) => (!value.check || note.dataset.check === value.check)
    && (!value.severity || note.classList.contains(value.severity));

  function matches(row, value) {
    const notes = all(".note[data-check]", row);
    const kinds = row.classList;
    const wanted = value.show === "note" ? notes.length > 0 : !value.show || kinds.contains(value.show);
    if (row.tagName === "TR") return wanted && (!value.severity || kinds.contains(value.severity));
    const narrow = value.check || value.severity;
    return wanted && (!narrow || notes.some((note) => accepts(note, value)));
  }

  function setUpSorting() {
    const heads = all("[data-sort]");
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => sortBy(heads, head, column));
    });
  }

  function sortBy(heads, head, column) {
    const down = head.ariaSort ? head.ariaSort === "ascending" : head.dataset.sort === "number";
    const body = document.querySelector("tbody[data-rows]");
    const read = (row) => head.dataset.sort === "number"
      ? Number(row.cells[column].dataset.value) : row.cells[column].textContent;
    const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
    const rows = [...body.rows].map((row) => [read(row), row]);
    rows.sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]));
    body.append(...rows.map((pair) => pair[1]));
    for (const other of heads) other.removeAttribute("aria-sort");
    head.ariaSort = down ? "descending" : "ascending";
  }

  let lit = [];  // what is lit up at present

  function light(event) {
    const item = event.target.closest?.("mark, .ref, .note[data-check]");
    for (const other of lit) other.classList.remove("lit");
    lit = [];
    if (!item) return;
    const ids = item.dataset.findings?.split(" ") ?? [item.id.slice(1)];
    lit = all("mark, .note[data-check]", item.closest(".bead")).filter((other) => {
      const own = other.dataset.findings?.split(" ") ?? [other.id.slice(1)];
      return own.some((id) => ids.includes(id));
    });
    for (const other of lit) other.classList.add("lit");
  }

  function go(selector, step) {
    const items = all(selector).filter((item) => !item.closest("[hidden]"));
    if (!items.length) return;
    const here = document.activeElement;
    const line = here?.closest("[data-rows] > *") ? here : null;
    const after = (item) => line.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING;
    const before = (item) => line.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_PRECEDING && !item.contains(line);
    let next;
    if (line) next = step > 0 ? items.find(after) : items.findLast(before);
    next ??= step > 0 ? items[0] : items.at(-1);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  const help = () => document.querySelector("dialog");

  function showHelp() {
    help().showModal();
    help().querySelector("[data-act=close]").focus();  // autofocus would reach for it at once
  }

  const keys = {
    j: () => go(".note[data-check], .articles tbody a", 1),
    k: () => go(".note[data-check], .articles tbody a", -1),
    d: () => go(".bead.doubtful", 1),
    "/": () => document.querySelector("[data-filter=text]")?.focus(),
    "?": showHelp,
  };

  function press(event) {
    const typing = event.target.matches?.("input, select, textarea");
    if (event.key === "Escape" && typing) event.target.blur();
    const off = memory.read("keys") === "off" || event.ctrlKey || event.altKey || event.metaKey;
    if (typing || off || help().open || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const acts = { theme: switchTheme, help: showHelp, close: () => help().close() };
    for (const button of all("[data-act]")) {
      button.addEventListener("click", () => acts[button.dataset.act](button));
      if (button.dataset.act === "theme") nameTheme(button);
    }
    const box = document.getElementById("keys");
    box.checked = memory.read("keys") !== "off";
    box.addEventListener("change", () => memory.write("keys", box.checked ? "on" : "off"));
    setUpSorting();
    setUpFilters();
    document.addEventListener("keydown", press);
    for (const name of ["mouseover", "focusin"]) document.addEventListener(name, light);
  });
})();
