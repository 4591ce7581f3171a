// The chart by keyboard: arrows go from event to event, plus and minus zoom, 0 shows all.

const CLOSER = 0.6;

export function keys(element, { view, chart, marks, card, show, focus }) {
  const towards = (later) => (chart().meta.rightToLeft ? -later : later);
  const moves = {
    "+": () => view().go(view().zoom(CLOSER, focus())),
    "=": () => view().go(view().zoom(CLOSER, focus())),
    "-": () => view().go(view().zoom(1 / CLOSER, focus())),
    0: () => view().go(view().domain),
    ArrowRight: () => step(towards(1)),
    ArrowLeft: () => step(towards(-1)),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => select(marks().events[0]),
    End: () => select(marks().events.at(-1)),
    PageUp: () => view().go(view().pan(-0.8)),
    PageDown: () => view().go(view().pan(0.8)),
    Escape: () => card().leave(),
  };

  // The neighbour of the open event, also where it is not drawn; without one, the first event in view.
  function step(by) {
    if (card().step) return card().step(by);
    const { events, byId } = marks();
    const current = byId.get(card().id);
    const inView = events.findIndex((event) => event.end >= view().range[0]);
    const next = current ? events.indexOf(current) + by : by > 0 ? inView : inView - 1;
    const isBeside = current || card().id === null;
    if (isBeside && events[next]) return select(events[next]);
    const beyond = card().neighbour?.(by);
    if (beyond) return card().open(beyond, { from: "keys" });
    return view().go(view().pan(by * 0.8));
  }

  function select(event) {
    if (!event) return;
    show(event);
    card().open(event.id, { from: "keys" });
  }

  element.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move || !chart().figure || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  });
}
