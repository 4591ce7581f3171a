// Moving what is drawn without drawing it anew: while a finger drags or a zoom runs, points and lines are
// only shifted and the layers of bars are stretched, by the CSS properties `translate` and `scale`,
// which come on top of Plotly's own transforms. A drawing anew would cost ten times as much and miss frames.

const KEEP_SHAPE = [
  ".subplot.xy .scatterlayer .points path",
  ".subplot.xy .gridlayer path.xgrid",
].join(",");
const STRETCH = ".subplot.xy .barlayer, .counted-bars g";
const MOVED = /translate\(\s*(-?[\d.e+-]+)/;

export class Glide {
  #nodes = null;

  constructor(element) {
    this.element = element;
  }

  // Show what was drawn at `from` as it lies in the view `to`: two pairs of days.
  show(from, to, { left, width }, rightToLeft) {
    this.#nodes ??= this.#find(left);
    const zoom = (from[1] - from[0]) / (to[1] - to[0]);
    const along = ((from[0] - to[0]) / (to[1] - to[0])) * width;
    const shift = rightToLeft ? width * (1 - zoom) - along : along;
    for (const { node, x, margin } of this.#nodes.keeping) {
      const now = zoom * x + shift;
      node.style.translate = `${now - x}px`;
      if (margin) node.style.opacity = now < 0 || now > width ? 0 : "";
    }
    const stretch = { translate: `${shift}px`, scale: `${zoom} 1` };
    for (const layer of this.#nodes.layers) Object.assign(layer.style, stretch);
  }

  // After a true drawing: everything as Plotly left it. Not before, or the browser would lay it all out twice.
  end() {
    if (!this.#nodes) return;
    const { keeping, layers } = this.#nodes;
    this.#nodes = null;
    for (const { node, margin } of keeping) {
      node.style.translate = "";
      if (margin) node.style.opacity = "";
    }
    for (const layer of layers) Object.assign(layer.style, { translate: "", scale: "" });
  }

  // Grid lines lie in the coordinates of the whole drawing (`left` off), marks in those of the plot.
  #find(left) {
    const keeping = [...this.element.querySelectorAll(KEEP_SHAPE)].map((node) => {
      const margin = node.closest(".gridlayer") !== null;
      return { node, margin, x: placeOf(node) - (margin ? left : 0) };
    });
    return { keeping, layers: [...this.element.querySelectorAll(STRETCH)] };
  }
}

function placeOf(node) {
  const moved = MOVED.exec(node.getAttribute("transform"));
  return Number(moved?.[1] ?? 0);
}
