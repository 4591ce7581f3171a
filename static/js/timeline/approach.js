// Coming to an event: into view, and as close as it takes until the bar that counts it opens.

const CLOSER = 8; // times, for one step towards an event that is still counted in a bar
const ROOM = 1.6; // lengths of an event that it gets at least
const AIR = 0.1; // of the view: so near to its end, an event is not in view

export class Approach {
  #sought = null;

  // `timeline` has the view, the marks that are drawn and the card.
  constructor(timeline) {
    this.timeline = timeline;
  }

  // The day that zooming keeps in its place: the open event's, where it is in view.
  get focus() {
    const { marks, card, view } = this.timeline;
    const open = marks.byId.get(card.id);
    const day = open && (open.start + open.end) / 2;
    const [first, last] = view.range;
    return day > first && day < last ? day : undefined;
  }

  // The id of an event to come closer to whenever the view rests; null for none.
  seek(id) {
    this.#sought = id;
  }

  // The open event is still counted in a bar: come closer again, as far as there are whole days.
  goOn() {
    const { marks, card, view } = this.timeline;
    const isCounted = card.id === this.#sought && view.span > 1 && !marks.byId.has(card.id);
    const days = isCounted && card.days(card.id);
    if (days) this.show(days, true);
    else this.seek(null);
  }

  // An event that is not drawn as a mark is counted in a bar: come closer until it opens.
  show({ start, end }, closer = false) {
    const { view } = this.timeline;
    const [first, last] = view.range;
    const air = view.span * AIR;
    const known = [Math.max(start, view.domain[0]), Math.min(end, view.domain[1])];
    const middle = (known[0] + known[1]) / 2;
    const span = Math.max(closer ? view.span / CLOSER : view.span, (known[1] - known[0]) * ROOM);
    if (!closer && middle >= first + air && middle <= last - air) return;
    view.go([middle - span / 2, middle + span / 2]);
  }
}
