// A form left by accident is not lost: what was written is kept in this browser until it is saved.

import { owner } from "./owner.js";

const PREFIX = `dateline-draft:${owner()}:`;
const KEPT = [
  ...["article", "event", "timeline", "telling", "entity", "category", "feed"].map((model) => `#${model}_form`),
  "form[data-draft]",
];
const NEVER = new Set(["csrfmiddlewaretoken", "password"]);

// Which event and timeline a form of a telling is for stands in the query of its address alone.
function keyOf(form) {
  const asked = form.id === "telling_form" ? location.search : "";
  return `${PREFIX}${location.pathname}#${form.dataset.draft ?? form.id}${asked}`;
}

// The row that the others of an inline are copied from is none itself.
function fieldsOf(form) {
  return [...form.elements].filter(
    (field) =>
      field.name &&
      !NEVER.has(field.name) &&
      !field.name.includes("__prefix__") &&
      !["hidden", "file", "password", "submit"].includes(field.type),
  );
}

// Choices with their words: a box that searches the server knows none but those that were chosen.
function valueOf(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked;
  if (field.type === "select-multiple") return [...field.selectedOptions].map((option) => [option.value, option.text]);
  return field.value;
}

function choose(field, chosen) {
  for (const option of field.options) option.selected = false;
  for (const [value, text] of chosen) {
    const known = [...field.options].find((option) => option.value === value);
    if (known) known.selected = true;
    else field.add(new Option(text, value, true, true));
  }
}

function setValue(field, value) {
  if (field.type === "checkbox" || field.type === "radio") field.checked = value;
  else if (field.type === "select-multiple") choose(field, value);
  else field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

// Fields of one name (radio buttons, rows of checkboxes) are told apart by their order.
function snapshot(form) {
  return fieldsOf(form).map((field) => [field.name, valueOf(field)]);
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

function store(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; the form itself goes on working.
  }
}

function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// Rows that were added to an inline ("media-0-url") are added again.
function addRow(form, name) {
  const [, inline] = /^(.+)-\d+-/.exec(name) ?? [];
  if (inline) form.querySelector(`#${CSS.escape(inline)}-group .add-row a`)?.click();
}

function restore(form, draft) {
  const seen = {};
  for (const [name, value] of draft.fields) {
    const named = () => fieldsOf(form).filter((field) => field.name === name);
    if (!named().length) addRow(form, name);
    const field = named()[(seen[name] = (seen[name] ?? -1) + 1)];
    if (!field || same(valueOf(field), value)) continue;
    setValue(field, value);
    field.closest("details")?.setAttribute("open", "");
  }
}

function offer(form, key, draft) {
  const template = document.getElementById("draft-notice");
  if (!template) return;
  const notice = template.content.cloneNode(true).firstElementChild;
  notice.querySelector("[data-restore]").addEventListener("click", () => {
    restore(form, draft);
    notice.remove();
  });
  notice.querySelector("[data-discard]").addEventListener("click", () => {
    store(key, null);
    notice.remove();
  });
  form.prepend(notice);
}

function forget(path, which = () => true) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${PREFIX}${path}#`) && which(stored(key))) store(key, null);
  }
}

// The page that a saved form leads to was reached from the form's own page: its draft has done. The
// login that comes between has saved nothing.
function forgetSaved() {
  if (document.querySelector("#login-form, [data-unsent]")) return;
  const from = document.referrer ? new URL(document.referrer) : null;
  if (from?.origin !== location.origin || from.pathname === location.pathname) return;
  forget(from.pathname, (draft) => draft?.submitted);
}

// What the desk itself gives back after a login is kept by that page, and sent by it.
function forgetGivenBack(form) {
  const done = () => forget(new URL(form.action).pathname);
  form.addEventListener("submit", done);
  form.querySelector("[data-discard]").addEventListener("click", done);
}

function keep(form) {
  const key = keyOf(form);
  const untouched = snapshot(form);
  const draft = stored(key);
  if (draft?.submitted && same(draft.fields, untouched)) store(key, null);
  else if (draft && !same(draft.fields, untouched)) offer(form, key, draft);
  let sent = false;
  const remember = () => store(key, { fields: snapshot(form) });
  form.addEventListener("input", () => {
    sent = false;
    remember();
  });
  // Boxes that search, and rows that are added, say nothing when they change.
  window.addEventListener("pagehide", () => {
    if (form.isConnected && !sent && !same(snapshot(form), untouched)) remember();
  });
  form.addEventListener("submit", ({ submitter }) => {
    if (submitter?.formTarget) return; // to be looked at, not saved
    sent = true;
    const fields = snapshot(form);
    if (!same(fields, untouched)) store(key, { fields, submitted: true });
  });
}

export function keepDrafts(root) {
  forgetSaved();
  root.querySelectorAll("form[data-unsent]").forEach(forgetGivenBack);
  root.querySelectorAll(KEPT).forEach(keep);
}
