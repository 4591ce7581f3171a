// On the review page: the text and the events point at each other, by pointer and by focus.

export function pointAtEachOther(root) {
  for (const [kind, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
    root.addEventListener(kind, ({ target }) => {
      const part = target.closest("[data-event], [data-events]");
      if (part) mark(part, on);
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

function mark(part, on) {
  for (const id of (part.dataset.event ?? part.dataset.events).split(" ")) {
    const parts = document.querySelectorAll(`[data-event="${id}"], [data-events~="${id}"]`);
    for (const one of parts) one.classList.toggle("is-linked", on);
  }
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
