// Pieces of an SVG file, as text: a document in the page would have its styles refused by the policy.

const ESCAPED = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
// What XML 1.0 cannot hold.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ruler = document.createElement("canvas").getContext("2d");

export function rect(box, paint) {
  return `<rect${attributes({ ...box, ...paint })}/>`;
}

// A path in coordinates of its own, stretched into the box.
export function stretched(box, viewBox, path) {
  return `<svg${attributes({ ...box, viewBox, preserveAspectRatio: "none" })}><path${attributes(path)}/></svg>`;
}

// `x` is where the text starts in its direction, or ends (`end`); `y` is its baseline.
export function words(text, { x, y, size, weight, family, fill, direction, end = false }) {
  const font = { "font-size": size, "font-weight": weight, "font-family": family, fill, direction };
  return `<text${attributes({ x, y, ...font, "text-anchor": end ? "end" : "start" })}>${escaped(text)}</text>`;
}

function attributes(values) {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

function escaped(text) {
  return text.replace(UNWRITABLE, "\ufffd").replace(/[<>&"]/g, (sign) => ESCAPED[sign]);
}

function measured(text, { size, weight, family }) {
  ruler.font = `${weight} ${size}px ${family}`;
  return ruler.measureText(text).width;
}

// The first of some texts that is no wider than `width`, or as much of the last as is.
export function fitted(texts, width, style) {
  const found = texts.find((text) => measured(text, style) <= width);
  if (found !== undefined) return found;
  const signs = [...texts.at(-1)];
  while (signs.length && measured(`${signs.join("")}…`, style) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

// A text in lines that are no wider than `width`, but for single words that are.
export function lines(text, width, style) {
  const told = [];
  for (const word of text.split(/\s+/)) {
    const longer = told.length ? `${told.at(-1)} ${word}` : word;
    if (told.length && measured(longer, style) <= width) told[told.length - 1] = longer;
    else told.push(word);
  }
  return told;
}
