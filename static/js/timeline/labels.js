// Labels: those inside long bars stay in sight, and those that would touch another are dropped. The
// server packs by estimated widths; only the browser knows the true ones.

const PAD = 6; // pixels, as `INSIDE_PAD` of chart/layout.py
const APART = 3;
const TEXTS = new Set(["labels", "numbers"]);
const AROUND = 0.3; // of the view on either side: texts there are drawn, too

// The traces, those of texts without what lies far from the view: a text costs as much to draw as ten
// marks, and a figure holds three times what is seen. They come when the view comes to rest.
export function textsNear(data, [first, last]) {
  const air = (last - first) * AROUND;
  return data.map((trace) => {
    if (!TEXTS.has(trace.meta.role)) return trace;
    const near = [...trace.x.keys()].filter((at) => trace.x[at] >= first - air && trace.x[at] <= last + air);
    const of = (values) => values && near.map((at) => values[at]);
    return { ...trace, x: of(trace.x), y: of(trace.y), text: of(trace.text), customdata: of(trace.customdata) };
  });
}

// Labels inside bars start where their bar comes into view.
export function keepLabelsInSight(chart) {
  const trace = chart.figure.data.find(({ meta }) => meta.side === "inside");
  if (!trace) return;
  const pad = PAD / chart.pixelsPerDay;
  trace.x = trace.customdata.map(([, start, end, width]) => {
    const latest = end - width / chart.pixelsPerDay - pad;
    return Math.max(start + pad, Math.min(chart.view[0] + pad, latest));
  });
}

// Of two labels in one row that touch, the one that was laid out first (the more important) stays; one
// that the edge of the drawing would cut goes too.
export function separateLabels({ element, plot }) {
  const left = element.getBoundingClientRect().left + plot.left - APART;
  const right = left + plot.width + 2 * APART;
  const labels = [...element.querySelectorAll(".textpoint text")];
  for (const label of labels) label.style.visibility = "";
  const rows = new Map();
  const boxes = labels.map((label) => label.getBoundingClientRect());
  labels.forEach((label, at) => {
    const row = Math.round(boxes[at].top + boxes[at].height / 2);
    const neighbours = rows.get(row) ?? [];
    const cut = boxes[at].left < left || boxes[at].right > right;
    if (cut || neighbours.some((other) => touch(boxes[at], other))) label.style.visibility = "hidden";
    else rows.set(row, [...neighbours, boxes[at]]);
  });
}

function touch(one, other) {
  return one.left < other.right + APART && other.left < one.right + APART;
}
