// The chart as a picture to keep: what Plotly has drawn, the words that lie over it as elements of the
// page, and what a picture needs that has left its page: the title, the address and the day.

import { digitsOf } from "../timeline/days.js";
import { fitted, lines, rect, stretched, words } from "./svg.js";

const SHARP = 2; // pixels of the file for one of the screen
const PAD = 12;
const TITLE = 22;
const SMALL = 12;
const LEADING = 1.35;
const BARS = ".strip-bars, .counted-bars";
const WORDS = ".chart-texts span, .lane-names bdi";
const PATIENCE = 60_000; // ms after which the browser has surely read the file

// Saves the chart as it is seen, in the format that the button names ("png" or "svg").
export async function picture(button, chart, language) {
  const { picture: ending, failed } = button.dataset;
  const status = button.parentElement.querySelector('[role="status"]');
  status.textContent = "";
  try {
    const drawing = await drawn(chart, language);
    save(ending === "png" ? await pixels(drawing) : file(drawing), ending);
  } catch {
    status.textContent = failed;
  }
}

async function drawn(chart, language) {
  const { width, height } = chart.element.getBoundingClientRect();
  const address = await window.Plotly.toImage(chart.element, { format: "svg", width, height });
  const plot = decodeURIComponent(address.slice(address.indexOf(",") + 1));
  const head = title(width);
  const foot = footer(width, height, language);
  // Whole pixels, but for the drawing: laid out for another size, it would be another one.
  const size = { width: Math.ceil(width), height: Math.ceil(height) + head.height + foot.height };
  const paper = { x: 0, y: -head.height, ...size };
  const view = Object.values(paper).join(" ");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" `,
    `width="${paper.width}" height="${paper.height}" viewBox="${view}">`,
    rect(paper, { fill: ofPage("--paper") }),
    plot.slice(plot.indexOf(">") + 1, plot.lastIndexOf("</svg>")),
    ...seenBars(chart),
    seenWindow(chart),
    ...seenWords(chart),
    head.svg,
    foot.svg,
    "</svg>",
  ];
  return { svg: svg.join(""), width: paper.width, height: paper.height };
}

// Over the drawing, whose top is at 0.
function title(width) {
  const heading = document.querySelector("h1");
  const { fontFamily, direction, color } = getComputedStyle(heading);
  const style = { size: TITLE, weight: 700, family: fontFamily, direction, fill: color };
  const rows = lines(heading.textContent.trim(), width - 2 * PAD, style);
  const height = Math.ceil(rows.length * TITLE * LEADING + 2 * PAD);
  return { height, svg: block(rows, style, width, TITLE + PAD - height) };
}

function footer(width, top, language) {
  const style = { size: SMALL, weight: 400, family: getComputedStyle(document.body).fontFamily, direction: "ltr" };
  const address = fitted([here(true), here(false)], width - 2 * PAD, style);
  const muted = { ...style, fill: ofPage("--muted") };
  const first = top + PAD + SMALL * LEADING;
  const day = { ...muted, direction: document.dir };
  const svg = block([address], muted, width, first) + block([today(language)], day, width, first + SMALL * LEADING);
  return { height: Math.ceil(2 * PAD + 2 * SMALL * LEADING), svg };
}

// Lines at the side where the page begins, in whatever direction they are written.
function block(rows, style, width, y) {
  const x = document.dir === "rtl" ? width - PAD : PAD;
  const end = style.direction !== document.dir;
  return rows.map((line, at) => words(line, { ...style, x, y: y + at * style.size * LEADING, end })).join("");
}

// As the pages write a day: in English the day comes first.
function today(language) {
  const locale = language === "en" ? "en-GB" : `${language}-u-ca-gregory-nu-${digitsOf(language)}`;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format();
}

function here(withQuery) {
  return decodeURI(location.origin + location.pathname) + (withQuery ? location.search : "");
}

// Drawn as paths of the page's own.
function seenBars({ overlay, element }) {
  return [...overlay.querySelectorAll(BARS)].map((bars) => {
    const paths = [...bars.querySelectorAll("path")].map((path) => {
      const { fill, fillOpacity } = getComputedStyle(path);
      return { d: path.getAttribute("d"), fill, "fill-opacity": fillOpacity };
    });
    return stretched(within(bars, element), bars.getAttribute("viewBox"), paths);
  });
}

function seenWindow({ overlay, element }) {
  const box = overlay.querySelector(".strip-window");
  const accent = ofPage("--accent");
  return box ? rect(within(box, element), { fill: accent, "fill-opacity": 0.08, stroke: accent }) : "";
}

function seenWords({ overlay, element }) {
  const seen = [...overlay.querySelectorAll(WORDS)].filter(isSeen);
  return seen.map((node) => {
    const { fontFamily, fontSize, fontWeight, color, direction } = getComputedStyle(node);
    const box = within(node, element);
    const size = Number.parseFloat(fontSize);
    const style = { size, weight: fontWeight, family: fontFamily, fill: color, direction };
    const text = fitted([node.textContent], box.width + 1, style);
    const x = direction === "rtl" ? box.x + box.width : box.x;
    // The lines of the grid stop before words, as on the page.
    const ground = node.matches(".chart-label:not(.is-inside)");
    const behind = ground ? rect(box, { fill: ofPage("--paper"), "fill-opacity": 0.85 }) : "";
    return behind + words(text, { ...style, x, y: box.y + box.height / 2 + size * 0.35 });
  });
}

// Words beyond the drawing's edge wait there for the view to come.
function isSeen(node) {
  const { left, right } = node.parentElement.getBoundingClientRect();
  const box = node.getBoundingClientRect();
  if (box.right <= left || box.left >= right) return false;
  return node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function within(node, element) {
  const box = node.getBoundingClientRect();
  const ground = element.getBoundingClientRect();
  return { x: box.x - ground.x, y: box.y - ground.y, width: box.width, height: box.height };
}

function ofPage(property) {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}

function file({ svg }) {
  return new Blob([svg], { type: "image/svg+xml" });
}

async function pixels(drawing) {
  const address = URL.createObjectURL(file(drawing));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = drawing.width * SHARP;
    canvas.height = drawing.height * SHARP;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((resolve) => {
      canvas.toBlob(resolve, "image/png");
    });
    if (!made) throw new Error("The canvas is too large.");
    return made;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1))}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}
