// How wide a text is, asked without having the browser lay out the page for it.

const ruler = document.createElement("canvas").getContext("2d");

// `font` is written as in CSS.
export function measured(text, font) {
  if (ruler.font !== font) ruler.font = font;
  return ruler.measureText(text).width;
}

export function fontOf(node) {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(node);
  return `${fontWeight} ${fontSize} ${fontFamily}`;
}
