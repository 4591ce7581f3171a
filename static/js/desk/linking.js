// On the review page: the text and the events point at each other, by pointer and by focus.

const PARTS = "[data-event], [data-events]";

export function pointAtEachOther(root) {
  const pointing = { pointer: null, focus: null };
  // Once for a frame: where the focus goes from a card into its form, nothing is drawn anew.
  const show = onceForAFrame(() => mark(Object.values(pointing).flatMap(idsOf)));
  for (const [kind, by, on] of [
    ["pointerover", "pointer", true],
    ["focusin", "focus", true],
    ["pointerout", "pointer", false],
    ["focusout", "focus", false],
  ]) {
    root.addEventListener(kind, ({ target }) => {
      pointing[by] = on ? target.closest(PARTS) : null;
      show();
    });
  }
  root.addEventListener("focusin", ({ target }) => {
    if (target.matches("[data-event]")) showInText(target.dataset.event);
  });
  root.addEventListener("click", ({ target }) => {
    const quote = target.closest("[data-events]");
    // Who chooses words there wants to stay.
    if (quote && getSelection().isCollapsed) focusOn(document.getElementById(`event-${quote.dataset.events.split(" ")[0]}`));
  });
}

function onceForAFrame(act) {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      act();
    });
  };
}

function idsOf(part) {
  return part ? (part.dataset.event ?? part.dataset.events).split(" ") : [];
}

function mark(ids) {
  const parts = new Set(ids.flatMap((id) => [...document.querySelectorAll(`[data-event="${id}"], [data-events~="${id}"]`)]));
  for (const one of document.querySelectorAll(".is-linked")) if (!parts.has(one)) one.classList.remove("is-linked");
  for (const one of parts) one.classList.add("is-linked");
}

// Where the text scrolls beside the events it follows them.
function showInText(id) {
  const box = document.getElementById("review-text");
  const quote = box.querySelector(`[data-events~="${id}"]`);
  if (!quote || !scrolls(box)) return;
  const [seen, wanted] = [box, quote].map((element) => element.getBoundingClientRect());
  if (wanted.top < seen.top || wanted.bottom > seen.bottom) box.scrollBy({ top: wanted.top - seen.top - seen.height / 3 });
}

export function scrolls(box) {
  return box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === "auto";
}

export function focusOn(event) {
  event.scrollIntoView({ block: "nearest" });
  event.focus({ preventScroll: true });
}
