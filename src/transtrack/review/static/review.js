// The review page: what is shown, which bead is current, what each key does.
import { ask, queue, waiting } from "./wire.js";
import { count, draw, drawMark, make, makeEditor, makeElement, placeRow, removeRow } from "./rows.js";

const $ = (name) => document.querySelector(name);
const base = location.pathname;
const grid = $("#rows");
const POLL = 4000; // ms between looks for changes made elsewhere
const PAUSE = 800; // ms of quiet before the checks run again, more where they take long
const NEAR = Math.ceil(screen.height / 45); // rows that fit a screen: these are drawn at once
const LATER = 40; // ms between the others
const SOME = 50; // of the others at a time

let rows = [];
let state = {};
let keys = new Map();
let current = null;
let chosen = null; // { side, at } of a sentence of the current bead
let linking = null;
let editor = null;
let loads = 0; // how often all rows came anew

// --- what is shown

function say(text) {
  $("#status").textContent = text;
}

function warn(text) {
  $("#notice span").textContent = text;
  $("#notice").hidden = false;
}

function showCounts() {
  $("#bar").max = state.total || 1;
  $("#bar").value = state.reviewed;
  $("#counts").textContent = `${state.reviewed} of ${state.total} reviewed · ${state.doubtful} doubtful`;
  for (const [name, left] of [["undo", state.undo], ["redo", state.redo]]) {
    $(`#tools [data-command=${name}]`).disabled = !left;
  }
}

// Numbers the rows from a place on.
function number(from) {
  rows.forEach((row, at) => { row.at = at; });
  let near = NEAR;
  for (const row of rows.slice(from)) {
    if (!row.number.textContent || (visible(row) && near-- > 0)) label(row);
    else late.add(row);
  }
  grid.setAttribute("aria-rowcount", rows.length);
  soonLate();
}

function label(row) {
  const number = `${row.at + 1}`;
  if (row.number.textContent === number) return;
  row.number.textContent = number;
  row.element.setAttribute("aria-rowindex", number);
}

function isNear(row) {
  return Math.abs(row.at - (current?.at ?? 0)) <= NEAR;
}

// Marks a row's state.
function mark(row) {
  row.unmarked = true;
  if (isNear(row)) return bringUp([row]);
  late.add(row);
  soonLate();
}

// Rows far off whose number or mark is to be drawn when there is time. It is done a few at a
// time, and not while an answer is awaited: no key waits for them.
const late = new Set();
let lateTimer;

function soonLate() {
  if (late.size) lateTimer ??= setTimeout(drawLate, LATER);
}

function drawLate() {
  lateTimer = undefined;
  if (!waiting) steady(() => bringUp([...late].slice(0, SOME)));
  soonLate();
}

function bringUp(some) {
  for (const row of some) {
    if (row.unmarked) drawMark(row);
    row.unmarked = false;
    label(row);
    late.delete(row);
  }
}

// Does something to the rows while the current one stays where it is on the screen.
function steady(change) {
  const before = current?.element.getBoundingClientRect().top;
  change();
  const after = current?.element.isConnected ? current.element.getBoundingClientRect().top : before;
  if (after !== before) scrollBy(0, after - before);
}

function redraw(row) {
  draw(row, state.languages);
  label(row);
  if (row === current) markCurrent();
}

// What a row shows beside its state.
function signature(row) {
  return JSON.stringify([row.source, row.target, row.previous, row.comment, row.wording]);
}

// Puts rows in place of `gone` others. Those that look the same, or are the same bead, keep
// their elements and with them their place, their size and the focus.
function splice(at, gone, fresh) {
  const { top } = current?.element.getBoundingClientRect() ?? {}; // before rows above are marked anew
  const place = current?.at;
  const old = rows.slice(at, at + gone);
  const looks = group(old, (row) => row.look);
  const beads = new Map(old.map((row) => [row.key, row]));
  const made = fresh.map((data) => {
    const look = signature(data);
    const same = beads.get(data.key);
    const known = same?.look === look ? same : looks.get(look)?.find((row) => beads.has(row.key)) ?? same;
    if (known && beads.delete(known.key)) return adopt(known, data, look);
    const row = { findings: [], ...data, look };
    makeElement(row);
    draw(row, state.languages);
    return row;
  });
  const lost = [...beads.values()];
  const focused = grid.contains(document.activeElement);
  for (const row of lost) {
    removeRow(row);
    late.delete(row);
  }
  if (editor && !editor.isConnected) editor = null; // its bead is gone
  let before = rows[at - 1]?.element;
  for (const row of made) {
    placeRow(row, before, grid);
    before = row.element;
  }
  rows.splice(at, gone, ...made);
  number(at);
  if (!current) return;
  if (lost.includes(current)) select(rows[Math.min(Math.max(place, at), rows.length - 1)], { focus: focused, scroll: false });
  scrollBy(0, current.element.getBoundingClientRect().top - top);
  show(current);
}

// The row with what is new about it; `data` has no field that lapsed.
function adopt(row, data, look) {
  const drawn = row.look === look;
  const marked = row.state === data.state && row.confidence === data.confidence && row.moved === data.moved;
  for (const name of ["previous", "comment", "moved", "wording"]) delete row[name];
  Object.assign(row, data, { look });
  if (!drawn) redraw(row);
  else if (!marked) mark(row);
  return row;
}

function fits(row) {
  const view = $("#view").value;
  const word = $("#search").value.trim().toLocaleLowerCase();
  const wanted = {
    all: true,
    doubtful: row.state === "doubtful",
    findings: row.findings.length > 0,
    null: !row.source.length || !row.target.length,
    unreviewed: row.state !== "reviewed",
  }[view];
  if (!wanted || !word) return wanted;
  const texts = [...row.source, ...row.target.map((sentence) => sentence.plain)];
  return texts.join(" ").toLocaleLowerCase().includes(word);
}

function filter() {
  let shown = 0;
  for (const row of rows) {
    const fit = fits(row);
    row.element.hidden = !fit;
    shown += fit;
  }
  $("#empty").hidden = shown > 0;
  const all = shown === rows.length;
  if (!all) say(`${shown} of ${count(rows.length, "bead")} shown`);
  if (current?.element.hidden) {
    const near = rows.slice(current.at).find(visible) ?? rows.find(visible);
    if (near) select(near, { focus: false });
  }
}

const visible = (row) => !row.element.hidden;

// --- the current bead

function markCurrent() {
  const buttons = current.element.querySelectorAll("button");
  for (const button of buttons) button.tabIndex = 0;
  for (const span of current.element.querySelectorAll(".sentence")) {
    span.classList.toggle("chosen", chosen !== null && span.dataset.side === chosen.side && Number(span.dataset.at) === chosen.at);
  }
}

function select(row, { focus = true, scroll = true } = {}) {
  if (!row) return;
  if (current && current !== row) {
    current.element.tabIndex = -1;
    current.element.removeAttribute("aria-selected");
    for (const button of current.element.querySelectorAll("button")) button.tabIndex = -1;
    for (const span of current.element.querySelectorAll(".chosen")) span.classList.remove("chosen");
  }
  if (current !== row) chosen = null;
  current = row;
  if (late.size) bringUp([...late].filter(isNear));
  row.element.tabIndex = 0;
  row.element.setAttribute("aria-selected", "true");
  markCurrent();
  if (focus) row.element.focus({ preventScroll: true });
  if (scroll) show(row);
}

// Scrolls only where a row is not wholly in view: no further than needed, or, to one that lies
// off the screen, so that what stands before and behind it is seen.
function show(row) {
  row.element.scrollIntoView({ block: isOff(row) ? "center" : "nearest" });
}

function isOff(row) {
  const { top, bottom } = row.element.getBoundingClientRect();
  return bottom < 0 || top > innerHeight;
}

function step(by, want = () => true) {
  for (let at = current.at + by; at >= 0 && at < rows.length; at += by) {
    if (visible(rows[at]) && want(rows[at])) return select(rows[at]);
  }
  say(by > 0 ? "No further bead of this kind below." : "No further bead of this kind above.");
}

function choose(by) {
  const places = ["source", "target"].flatMap((side) => current[side].map((_, at) => ({ side, at })));
  const now = chosen ? places.findIndex((place) => place.side === chosen.side && place.at === chosen.at) : by > 0 ? -1 : places.length;
  chosen = places[now + by] ?? null;
  markCurrent();
  if (!chosen) return say("The whole bead.");
  const sentence = current[chosen.side][chosen.at];
  say(`${chosen.side === "source" ? "Original" : "Translation"}, sentence ${chosen.at + 1}: ${sentence.plain ?? sentence}`);
}

// --- actions

function take(answer) {
  const { splice: change, rows: all, ...rest } = answer;
  Object.assign(state, rest);
  if (change) splice(change.at, change.gone, change.rows);
  if (all) splice(0, rows.length, all);
  showCounts();
  if ($("#view").value !== "all" || $("#search").value) keepShown();
  soon();
}

// New rows of a filtered view are shown though they do not fit: nothing vanishes under the hand.
function keepShown() {
  if (current) current.element.hidden = false;
}

async function send(name, details, told) {
  const row = current;
  try {
    const answer = await queue(`${base}/act`, () => ({
      name, bead: row.key, ...details, revision: state.revision, texts: state.texts,
    }));
    take(answer);
    say(`${told}, ${state.doubtful} doubtful left.`);
    return true;
  } catch (error) {
    await fail(error);
    return false;
  }
}

async function fail(error) {
  say(error.message);
  if (!error.conflict) return;
  warn(error.message);
  if (!editor) await load().catch(() => {});
}

// Shows beads as confirmed at once, and takes that back if it is refused.
function settle(name, list, told) {
  const before = list.map((row) => [row, row.state]);
  const draw = ([row, is]) => { row.state = is; mark(row); };
  const seen = loads;
  before.forEach(([row]) => draw([row, "reviewed"]));
  send(name, {}, told).then((done) => done || seen !== loads || before.forEach(draw));
}

function confirm(on) {
  settle("confirm", [current], `Bead ${current.at + 1} confirmed`);
  if (on) step(+1, (other) => other.state === "doubtful");
}

function link() {
  if (!linking || !rows.includes(linking) || linking === current) {
    linking?.element.classList.remove("linking");
    linking = linking === current ? null : current;
    linking?.element.classList.add("linking");
    return say(linking ? "Choose the other bead and press l again." : "Not linking.");
  }
  linking.element.classList.remove("linking");
  const other = current.key;
  current = linking;
  linking = null;
  send("link", { other }, "Linked");
}

function edit() {
  if (editor) return;
  if (!current.target.length) return say("There is no translation to edit here.");
  const row = current;
  const cell = row.element.querySelector(".target");
  const close = () => {
    editor = null;
    if (row.element.isConnected) steady(() => redraw(row));
    current.element.focus({ preventScroll: true });
  };
  const save = async () => {
    const wordings = editor.wordings();
    if (!Object.keys(wordings).length) return close();
    if (await send("edit", { wordings }, `Bead ${row.at + 1} edited`)) close();
  };
  editor = makeEditor(row, state.languages[1], save, () => { close(); say("Nothing changed."); });
  steady(() => cell.replaceChildren(editor));
  editor.querySelector("textarea").focus();
}

function fix(id) {
  const found = current.findings.find((item) => (id ? item.id === id : item.fix !== null));
  if (!found) return say("There is no fix for this bead.");
  send("fix", { finding: found.id }, `Fixed: ${found.fix}`);
}

function accept() {
  const [found] = current.findings;
  if (!found) return say("There is no finding here.");
  send("accept", { check: found.check }, `Accepted: ${found.check}`);
}

const commands = {
  "next": () => step(+1),
  "previous": () => step(-1),
  "next-doubtful": () => step(+1, (row) => row.state === "doubtful"),
  "previous-doubtful": () => step(-1, (row) => row.state === "doubtful"),
  "first": () => select(rows.find(visible)),
  "last": () => select(rows.findLast(visible)),
  "choose-next": () => choose(+1),
  "choose-previous": () => choose(-1),
  "confirm": () => confirm(false),
  "confirm-on": () => confirm(true),
  "confirm-above": () => {
    const sure = rows.slice(0, current.at + 1).filter((row) => row.state === "sure");
    settle("confirm-above", sure, `${count(sure.length, "bead")} confirmed`);
  },
  "link": link,
  "edit": edit,
  "fix": () => fix(),
  "accept": accept,
  "undo": () => send("undo", {}, "Undone"),
  "redo": () => send("redo", {}, "Redone"),
  "search": () => $("#search").focus(),
  "view": () => {
    const view = $("#view");
    view.selectedIndex = (view.selectedIndex + 1) % view.length;
    filter();
    say(`Shown: ${view.selectedOptions[0].text}`);
  },
  "list": () => location.assign("/"),
  "help": () => $("#help").showModal(),
};

function run(key) {
  if (!current) return;
  if (editor) return say("Save or cancel the edit first.");
  const command = commands[key.command];
  if (command) return command();
  const place = chosen && (key.command === "split" || chosen.side === (key.command === "omission" ? "source" : key.side)) ? chosen : { side: key.side };
  send(key.command, { side: place.side, at: place.at ?? null }, `Bead ${current.at + 1}: ${key.label || key.help.replace(/\.$/, "")}`);
}

// --- keys, mouse, changes made elsewhere

document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (event.isComposing || $("#help").open || target.closest("textarea, select")) return;
  if (target.id === "search") {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    if (event.key === "Escape") target.value = "";
    filter();
    event.preventDefault();
    return current?.element.focus({ preventScroll: true });
  }
  if (target !== document.body && !grid.contains(target)) return;
  const ctrl = event.ctrlKey || event.metaKey;
  let name = event.key;
  if (ctrl && name.toLowerCase() === "z") name = event.shiftKey ? "y" : "z";
  else if (ctrl || event.altKey && !event.getModifierState("AltGraph")) return;
  if (target.closest("button") && name === "Enter") return;
  const key = keys.get(name);
  if (!key) return;
  event.preventDefault();
  run(key);
});

grid.addEventListener("click", (event) => {
  const row = event.target.closest(".row")?.row;
  if (!row || event.target.closest(".editor")) return;
  const span = event.target.closest(".sentence");
  const button = event.target.closest("button.fix");
  select(row, { scroll: false });
  chosen = span ? { side: span.dataset.side, at: Number(span.dataset.at) } : null;
  markCurrent();
  if (button) fix(button.dataset.finding);
});
grid.addEventListener("dblclick", (event) => {
  if (event.target.closest(".target .sentence")) edit();
});
grid.addEventListener("focusin", (event) => {
  const row = event.target.closest(".row")?.row;
  if (row && row !== current) select(row, { focus: false, scroll: false });
});
$("#tools").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  current?.element.focus({ preventScroll: true });
  run(keys.get(button.dataset.key));
});
$("#more").addEventListener("click", ({ target }) => {
  const keep = current && !isOff(current) ? steady : (change) => change();
  keep(() => {
    const all = document.documentElement.classList.toggle("all-tools");
    target.setAttribute("aria-expanded", all);
    target.textContent = all ? "less" : "more";
  });
});
$("#view").addEventListener("change", filter);
$("#search").addEventListener("input", filter);
$("#notice button").addEventListener("click", async () => {
  editor = null;
  $("#notice").hidden = true;
  await load().then(() => say("Reloaded; every decision is kept."), fail);
});
$("#help").addEventListener("close", () => current?.element.focus({ preventScroll: true }));
addEventListener("beforeunload", (event) => {
  if (waiting || editor) event.preventDefault();
});

let timer;
let checking = 0; // ms that the checks took
function soon() {
  clearTimeout(timer);
  timer = setTimeout(findFindings, PAUSE + checking);
}

async function findFindings() {
  if (waiting || editor) return soon();
  const began = performance.now();
  const { texts, findings } = await ask(`${base}/findings`);
  checking = performance.now() - began;
  if (texts !== state.texts || editor) return;
  const byBead = group(findings, (found) => found.bead);
  steady(() => {
    for (const row of rows) {
      const found = byBead.get(row.key) ?? [];
      if (JSON.stringify(found.map((f) => f.message)) === JSON.stringify(row.findings.map((f) => f.message))) {
        row.findings = found;
        row.element.querySelectorAll("button.fix").forEach((button, at) => {
          button.dataset.finding = found.filter((f) => f.fix !== null)[at].id;
        });
        continue;
      }
      row.findings = found;
      redraw(row);
    }
  });
  if ($("#view").value === "findings") filter();
  show(current);
}

function group(items, name) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(name(item))) groups.set(name(item), []);
    groups.get(name(item)).push(item);
  }
  return groups;
}

async function watch() {
  if (document.hidden || waiting || editor || !$("#notice").hidden) return;
  const { revision } = await ask(`${base}/revision`).catch(() => state);
  if (waiting || editor || revision <= state.revision) return;
  await load();
  say("Changed elsewhere, and shown as it is now.");
}
setInterval(watch, POLL);
addEventListener("focus", watch);

// --- the start

function makeTools() {
  const buttons = state.keys.filter((key) => key.label).map((key) => {
    const button = make("button", { type: "button", title: key.help }, key.label, " ", make("kbd", {}, key.keys.at(-1)));
    Object.assign(button.dataset, { command: key.command, key: key.keys.at(-1) });
    return button;
  });
  $("#tools").replaceChildren(...buttons);
  $("#help tbody").replaceChildren(...state.keys.map((key) =>
    make("tr", {}, make("th", { scope: "row" }, ...key.names.map((name) => make("kbd", {}, name))), make("td", {}, key.help))));
  keys = new Map(state.keys.flatMap((key) => key.keys.map((name) => [name, key])));
}

async function load() {
  loads += 1;
  const answer = await ask(`${base}/state`);
  state.languages = answer.languages;
  if (!keys.size) {
    Object.assign(state, answer);
    makeTools();
    document.title = `${answer.name} – transtrack review`;
    $("h1").textContent = answer.name;
    $("#list").hidden = answer.articles < 2;
  }
  take(answer);
  grid.setAttribute("aria-busy", "false");
}

try {
  await load();
  select(rows.find((row) => row.state === "doubtful") ?? rows[0]);
  say(`${count(state.total, "bead")}, ${state.doubtful} doubtful. Press ? for the keys.`);
  await findFindings();
} catch (error) {
  say(error.message);
  warn(error.message);
}
