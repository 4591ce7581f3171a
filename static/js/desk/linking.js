// On the review page: the text and the events point at each other, by pointer and by focus.

export function pointAtEachOther(root) {
  for (const [kind, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
    root.addEventListener(kind, ({ target }) => {
      const part = target.closest("[data-event], [data-events]");
      if (part) mark(part, on);
    });
  }
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

export function focusOn(event) {
  event.scrollIntoView({ block: "nearest" });
  event.focus({ preventScroll: true });
}
