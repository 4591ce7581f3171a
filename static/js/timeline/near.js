// What lies around the days in view. A figure holds three times what is seen, and drawing it takes time
// for each of its marks: those far off come when the view comes to rest near them.

export const AROUND = 0.3; // of the view, on either side
const MOVING = new Set(["marks", "points", "arrows", "disputed", "featured", "counts"]);

export function reaches([first, last], start, end, around) {
  const air = (last - first) * around;
  return end >= first - air && start <= last + air;
}

// The traces with their marks around a view alone; without those that have none there.
export function nearby(data, view) {
  const found = data.map((trace) => (MOVING.has(trace.meta.role) ? thinned(trace, view) : trace));
  return found.filter(({ y }) => y.length);
}

function thinned(trace, view) {
  const near = [...trace.y.keys()].filter((at) => reaches(view, ...stretch(trace, at), AROUND));
  if (near.length === trace.y.length) return trace;
  const of = (values) => (Array.isArray(values) ? near.map((at) => values[at]) : values);
  return { ...trace, x: of(trace.x), y: of(trace.y), base: of(trace.base), customdata: of(trace.customdata) };
}

// Bars that lie start at their base; those that stand, and points, are at a day.
function stretch({ orientation, base, x }, at) {
  return orientation === "h" ? [base[at], base[at] + x[at]] : [x[at], x[at]];
}
