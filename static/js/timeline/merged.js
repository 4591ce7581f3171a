// The server's traces have one style each, for whoever reads a figure. Plotly takes longer for a trace
// than for a dozen marks: those of a kind are drawn as one, with a style for each mark.

// What a trace says once for all its marks, and what Plotly takes for each of them, too.
const STYLES = {
  bar: ["width", "base", "marker.color", "marker.line.color", "marker.line.width"],
  scatter: [
    "marker.symbol",
    "marker.size",
    "marker.opacity",
    "marker.color",
    "marker.line.color",
    "marker.line.width",
  ],
};
const LISTS = ["x", "y", "customdata"];

export function merged(traces) {
  return [...Map.groupBy(traces, kind).values()].map((group) => (group.length > 1 ? joined(group) : group[0]));
}

// Patterns stay alone: Plotly pales them where they have several colours.
function kind(trace) {
  return trace.marker.pattern ? trace : `${trace.type} ${trace.orientation} ${trace.meta.role}`;
}

function joined(group) {
  const [first] = group;
  const whole = { ...first, marker: { ...first.marker, line: { ...first.marker.line } } };
  for (const name of LISTS) {
    if (first[name]) whole[name] = group.flatMap((trace) => trace[name]);
  }
  for (const path of STYLES[first.type]) write(whole, path, group.flatMap((trace) => spread(trace, path)));
  return whole;
}

function spread(trace, path) {
  const value = path.split(".").reduce((part, name) => part?.[name], trace);
  return Array.isArray(value) ? value : trace.y.map(() => value);
}

function write(trace, path, values) {
  const names = path.split(".");
  const last = names.pop();
  const part = names.reduce((whole, name) => whole[name], trace);
  // What is the same for all stays said once: marks of many sizes Plotly pales and outlines.
  if (part === trace || values.some((value) => value !== values[0])) part[last] = values;
}
