// Pieces of a page that the server made anew take the place of those shown: elements with an id and
// `data-piece`. A piece in another one comes along with it.

import { keepOpen } from "./editing.js";

const OUTERMOST = "[data-piece]:not([data-piece] [data-piece])";

// Gives the new elements. What `data-fills` a short card comes too late for one that is whole by
// now. Whoever had the focus keeps it, and what was written into fields marked `data-keep` stays.
// `equip` gets each before it is shown.
export function replacePieces(html, equip) {
  const made = new DOMParser().parseFromString(html, "text/html");
  return [...made.querySelectorAll(OUTERMOST)].flatMap((piece) => {
    const shown = document.getElementById(piece.id);
    if (!shown || (piece.matches("[data-fills]") && !shown.matches(".is-short"))) return [];
    equip(piece);
    const focused = shown.contains(document.activeElement) ? document.activeElement : null;
    keepWritten(shown, piece);
    keepOpen(shown, piece);
    shown.replaceWith(piece);
    if (focused) focusAgain(focused);
    return [piece];
  });
}

// Who writes goes on in the same field at the same place; else the nearest piece around it has the
// focus.
function focusAgain(before) {
  const field = before.id && document.getElementById(before.id);
  const again = field || document.getElementById(before.closest("[id][data-piece]")?.id);
  again?.focus({ preventScroll: true });
  if (field && typeof before.selectionStart === "number") field.setSelectionRange(before.selectionStart, before.selectionEnd);
}

function keepWritten(shown, piece) {
  const chosen = shown.matches(".review-event") && shown.querySelector("[name=chosen]")?.checked;
  if (chosen && piece.matches(".review-event")) piece.querySelector("[name=chosen]").checked = true;
  for (const field of shown.querySelectorAll("[data-keep]")) {
    const same = piece.querySelector(`#${field.id}`);
    if (same && (!same.value || offers(same, field.value))) same.value = field.value;
  }
}

function offers(field, value) {
  return [...(field.options ?? [])].some((option) => option.value === value);
}
