// The bars of the overview, taken out of the figure and drawn as one path: as a second plot they would
// take Plotly as long as half of the chart does.

const SVG = "http://www.w3.org/2000/svg";
const HIGHEST = 0.95; // of the room

export class Overview {
  #bars = [];

  constructor(overlay) {
    this.element = document.createElementNS(SVG, "svg");
    this.element.classList.add("strip-bars");
    this.element.setAttribute("aria-hidden", "true");
    this.element.setAttribute("preserveAspectRatio", "none");
    this.path = this.element.appendChild(document.createElementNS(SVG, "path"));
    overlay.append(this.element);
  }

  // What is left in the figure is all that Plotly draws.
  take(figure) {
    const { data, layout } = figure;
    const strip = data.find(({ meta }) => meta.role === "strip");
    figure.data = data.filter((trace) => trace !== strip);
    delete layout.xaxis2;
    delete layout.yaxis2;
    const { x, y, width } = strip;
    const most = Math.max(...y) / HIGHEST;
    this.#bars = x.map((day, at) => ({ start: day - width / 2, width, height: y[at] / most }));
  }

  // The path counts days from the timeline's first one: coordinates are kept with seven digits.
  draw({ plot, meta }) {
    const [first, last] = meta.domain;
    Object.assign(this.element.style, {
      top: `${meta.strip.top}px`,
      height: `${meta.strip.height}px`,
      left: `${plot.left}px`,
      width: `${plot.width}px`,
    });
    this.element.setAttribute("viewBox", `0 0 ${last - first} 1`);
    const along = ({ start, width }) => (meta.rightToLeft ? last - start - width : start - first);
    const bars = this.#bars.map((bar) => `M${along(bar)} 1v${-bar.height}h${bar.width}v${bar.height}z`);
    this.path.setAttribute("d", bars.join(""));
  }
}
