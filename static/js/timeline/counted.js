// The counted bars of the lanes, drawn as one path for each lane. There are hundreds of them, and as bars
// of Plotly they would take longer than all marks together.

const SVG = "http://www.w3.org/2000/svg";
const ROUND = 2; // pixels: the corners at the top, as `cornerradius` of chart/histograms.py
const COLOUR = /^(#.{6})(..)?$/;

export const isCounted = ({ meta }) => meta.role === "counts";

export class Counted {
  constructor(chart) {
    this.element = document.createElementNS(SVG, "svg");
    this.element.classList.add("counted-bars");
    this.element.setAttribute("aria-hidden", "true");
    this.layer = this.element.appendChild(document.createElementNS(SVG, "g"));
    chart.after(this.element);
  }

  // Lays out painted traces of bars for a view, and gives back what shows them: each is for another frame.
  laid(traces, { plot, figure, meta }, view) {
    const { left, top, width } = plot;
    const height = figure.layout.height - top;
    const scale = width / (view[1] - view[0]);
    const along = (day) => (meta.rightToLeft ? view[1] - day : day - view[0]) * scale;
    const paths = traces.map((trace) => path(trace, along, scale));
    return () => {
      this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
      Object.assign(this.element.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      this.layer.replaceChildren(...paths);
    };
  }
}

function path({ x, y, base, width, marker }, along, scale) {
  const drawn = document.createElementNS(SVG, "path");
  const wide = width * scale;
  drawn.setAttribute("d", x.map((day, at) => bar(along(day) - wide / 2, wide, base, -y[at])).join(""));
  // Programs that open a picture do not all know a colour with its opacity.
  const [, colour, opacity = "ff"] = COLOUR.exec(marker.color);
  drawn.setAttribute("fill", colour);
  drawn.setAttribute("fill-opacity", (Number.parseInt(opacity, 16) / 255).toFixed(3));
  return drawn;
}

function bar(left, width, bottom, height) {
  const round = Math.min(ROUND, width / 2, height);
  const up = (height - round).toFixed(1);
  const across = (width - 2 * round).toFixed(1);
  const corners = [`q0-${round} ${round}-${round}`, `q${round} 0 ${round} ${round}`];
  return `M${left.toFixed(1)} ${bottom}v-${up}${corners[0]}h${across}${corners[1]}v${up}z`;
}
