// Beads as rows of the page. Text only ever becomes text nodes.

export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// A number of things, told as people do.
export function count(number, one) {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}

const MARKS = { reviewed: "✓", doubtful: "?", sure: "" };

function kind(row) {
  if (!row.target.length) return "omission";
  if (!row.source.length) return "addition";
  return `${row.source.length}-${row.target.length}`;
}

function sentences(row, side, lang) {
  const cell = make("div", { className: `cell ${side}`, lang });
  cell.setAttribute("role", "gridcell");
  const block = make("div", { dir: "auto" }); // its sentences bear no dir, so that they tell it
  cell.append(block);
  const list = row[side].map((sentence) => sentence.plain ?? sentence);
  list.forEach((text, at) => {
    const span = make("span", { className: "sentence" }, text);
    Object.assign(span.dataset, { side, at });
    block.append(span, " ");
  });
  if (!list.length) {
    const told = side === "source" ? "not in the original" : "not translated";
    block.append(make("span", { className: "none", lang: "en" }, told));
  }
  return cell;
}

function note(name, text) {
  return make("p", { className: "note", lang: "en" }, make("b", {}, `${name}: `), make("span", { dir: "auto" }, text));
}

function finding(found) {
  const item = make("li", { className: found.severity, lang: "en" });
  item.append(make("b", {}, found.check), " ", make("span", { dir: "auto" }, found.message));
  if (found.fix !== null) {
    const told = found.old ? `“${found.old}” → “${found.fix}”` : `insert “${found.fix}”`;
    const button = make("button", { type: "button", className: "fix", tabIndex: -1 }, told);
    button.dataset.finding = found.id;
    button.setAttribute("aria-label", `Apply: ${told}`);
    item.append(" ", button);
  }
  return item;
}

// Draws what tells of a row's state, in place of what did. The state takes no line of its own:
// a decision never makes a row higher or lower.
export function drawMark(row) {
  const mark = make("div", { className: "mark" });
  mark.setAttribute("role", "rowheader");
  row.number = make("span", { className: "number" }, row.number?.textContent ?? "");
  const sign = make("span", { className: "sign" }, MARKS[row.state]);
  sign.setAttribute("role", "img");
  sign.setAttribute("aria-label", row.state);
  const odd = [kind(row) !== "1-1" && kind(row), row.moved && "moved"].filter(Boolean).join(", ");
  const sure = row.state === "reviewed" ? "" : `${row.confidence} %`;
  mark.append(row.number, make("span", { className: "confidence" }, sure), sign);
  if (odd) mark.append(make("span", { className: "odd" }, odd));
  row.element.dataset.state = row.state;
  row.element.querySelector(".mark")?.remove();
  row.element.prepend(mark);
}

// Fills a row's element; what it had is replaced.
export function draw(row, languages) {
  const target = sentences(row, "target", languages[1]);
  if (row.previous) target.append(note("The original was", row.previous));
  if (row.wording) target.append(note("The catalogue says", row.wording));
  if (row.comment) target.append(note("Comment", row.comment));
  if (row.findings?.length) target.append(make("ul", { className: "findings" }, ...row.findings.map(finding)));
  row.element.classList.toggle("null", !row.source.length || !row.target.length);
  row.element.classList.toggle("moved", Boolean(row.moved));
  row.element.replaceChildren(sentences(row, "source", languages[0]), target);
  drawMark(row);
}

// Rows stand in groups, which the browser lays out and paints apart: what changes in one row
// costs the time of a group, not that of all.
const GROUP = 48;

function nextRow(element, grid) {
  if (!element) return grid.firstChild?.firstChild;
  return element.nextSibling ?? element.parentNode.nextSibling?.firstChild;
}

export function removeRow({ element }) {
  const group = element.parentNode;
  element.remove();
  if (!group.firstChild) group.remove();
}

// Puts a row behind another, or first, unless it stands there already.
export function placeRow({ element }, before, grid) {
  if (nextRow(before, grid) === element) return;
  const left = element.parentNode;
  const group = before ? before.parentNode : grid.firstChild;
  if (before?.nextSibling || (group && group.childElementCount < GROUP)) {
    if (before) before.after(element);
    else group.prepend(element);
  } else {
    const fresh = make("div", { className: "group" }, element);
    fresh.setAttribute("role", "rowgroup");
    if (before) group.after(fresh);
    else grid.prepend(fresh);
  }
  if (left && !left.firstChild) left.remove();
}

export function makeElement(row) {
  row.element = make("div", { className: "row", tabIndex: -1 });
  row.element.setAttribute("role", "row");
  row.element.row = row;
}

// The form that edits a bead's translation, a field a sentence.
export function makeEditor(row, language, save, cancel) {
  const fields = row.target.map((sentence, at) => {
    const text = sentence.text ?? sentence.plain;
    const field = make("textarea", { value: text, defaultValue: text, lang: language, dir: "auto", rows: 1 + Math.ceil(text.length / 60) });
    field.setAttribute("aria-label", `Translation, sentence ${at + 1} of ${row.target.length}`);
    return field;
  });
  const buttons = make("p", {},
    make("button", { type: "button", onclick: () => save() }, "Save (Enter)"), " ",
    make("button", { type: "button", onclick: () => cancel() }, "Cancel (Esc)"));
  const form = make("div", { className: "editor" }, ...fields, buttons);
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && event.target.tagName === "TEXTAREA") {
      event.preventDefault();
      save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      cancel();
    }
  });
  form.wordings = () => Object.fromEntries(fields.map((field, at) => [at, field])
    .filter(([, field]) => field.value !== field.defaultValue)
    .map(([at, field]) => [at, field.value]));
  return form;
}
