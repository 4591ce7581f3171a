// Mouse, touch, wheel: one finger or the mouse pans, two fingers zoom, Ctrl or Cmd and the wheel zoom.
// A plain wheel and a vertical swipe scroll the page (`touch-action: pan-y` in the style sheet).

const CLICK = 5; // pixels that a press may move and still be a click
const WHEEL = 0.0022; // zoom per unit of the wheel
const LINE = 16; // pixels of one line of a wheel that counts in lines

export function gestures(element, { chart, view, onPoint, onPress }) {
  const pointers = new Map();
  let start = null;

  function begin() {
    const points = [...pointers.values()];
    start = { points, days: points.map((point) => chart().dayAt(point.x)), moved: start?.moved ?? false };
  }

  function drag() {
    const points = [...pointers.values()];
    const { plot, meta } = chart();
    const along = points.map((point) => share(point.x, plot, meta.rightToLeft));
    if (points.length === 1) {
      const first = start.days[0] - along[0] * view().span;
      return view().follow([first, first + view().span]);
    }
    const apart = along[1] - along[0];
    if (Math.abs(apart) < 0.02) return undefined;
    const span = Math.max((start.days[1] - start.days[0]) / apart, 1e-3);
    const first = start.days[0] - along[0] * span;
    return view().follow([first, first + span]);
  }

  function down(event) {
    if (event.button !== 0 || !chart().figure) return;
    pointers.set(event.pointerId, place(event, element));
    if (pointers.size > 2) return;
    if (pointers.size === 1) start = null;
    begin();
    if (pointers.size === 2) start.moved = true;
  }

  function move(event) {
    const point = place(event, element);
    // Let go beside the chart, where that was not heard.
    if (!event.buttons) pointers.delete(event.pointerId);
    if (!pointers.has(event.pointerId)) return onPoint(point, event.pointerType);
    pointers.set(event.pointerId, point);
    if (!start || pointers.size > 2) return undefined;
    const from = start.points[0];
    if (!start.moved && Math.hypot(point.x - from.x, point.y - from.y) < CLICK) return undefined;
    if (!start.moved) element.setPointerCapture(event.pointerId);
    start.moved = true;
    element.classList.add("is-dragged");
    onPoint(null);
    return drag();
  }

  function up(event) {
    if (!pointers.delete(event.pointerId)) return;
    const cancelled = event.type === "pointercancel";
    if (pointers.size) return begin();
    element.classList.remove("is-dragged");
    if (start?.moved) view().settle();
    else if (!cancelled) onPress(place(event, element), event.pointerType);
    start = null;
  }

  function wheel(event) {
    if (!chart().figure) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    if (event.ctrlKey || event.metaKey) {
      const at = chart().dayAt(place(event, element).x);
      view().follow(view().zoom(Math.exp(event.deltaY * unit * WHEEL), at));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const towards = chart().meta.rightToLeft ? -1 : 1;
      view().follow(view().pan((towards * event.deltaX * unit) / chart().plot.width));
    } else return;
    event.preventDefault();
    settleSoon(view);
  }

  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("pointerleave", () => pointers.size || onPoint(null));
  element.addEventListener("wheel", wheel, { passive: false });
}

let settling = 0;
function settleSoon(view) {
  clearTimeout(settling);
  settling = setTimeout(() => view().settle(), 160);
}

function place(event, element) {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function share(pixel, plot, rightToLeft) {
  const along = (pixel - plot.left) / plot.width;
  return rightToLeft ? 1 - along : along;
}
