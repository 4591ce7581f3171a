// On the review page: the text and the events point at each other, by pointer and by focus.

function partsOf(root, id) {
  return [
    ...root.querySelectorAll(`[data-event="${id}"]`),
    ...root.querySelectorAll(`[data-events~="${id}"]`),
  ];
}

function mark(root, ids, on) {
  for (const id of ids) {
    for (const part of partsOf(root, id)) part.classList.toggle('is-linked', on);
  }
}

function idsOf(element) {
  return (element.dataset.event ?? element.dataset.events).split(' ');
}

function openEvent(root, id) {
  const event = root.getElementById(`event-${id}`);
  event.scrollIntoView({ block: 'nearest' });
  event.focus({ preventScroll: true });
}

export function linkTextAndEvents(root) {
  for (const element of root.querySelectorAll('.review [data-event], .review [data-events]')) {
    const ids = idsOf(element);
    for (const kind of ['pointerenter', 'focusin']) element.addEventListener(kind, () => mark(root, ids, true));
    for (const kind of ['pointerleave', 'focusout']) element.addEventListener(kind, () => mark(root, ids, false));
    if (element.dataset.events) element.addEventListener('click', () => openEvent(root, ids[0]));
  }
}
