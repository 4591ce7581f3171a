// The timeline's page: ties the view, the figures, the drawing, the card and the address together.

import * as address from "./address.js";
import { Approach } from "./approach.js";
import { Card } from "./card.js";
import { Chart } from "./chart.js";
import { Figures } from "./figures.js";
import { Filters } from "./filters.js";
import { Finds } from "./finds.js";
import { nextFrame } from "./frames.js";
import { gestures } from "./gestures.js";
import { Held } from "./held.js";
import { help } from "./help.js";
import { Jump } from "./jump.js";
import { keys } from "./keys.js";
import { foldedIn, Lanes } from "./lanes.js";
import { Marks } from "./marks.js";
import { Opening } from "./opening.js";
import { onSchemeChange } from "./paint.js";
import { Status } from "./status.js";
import { Strip } from "./strip.js";
import { Ring, Tip } from "./tip.js";
import { View } from "./view.js";
import { Visit } from "./visit.js";
import { plotly, whenIdle } from "./waiting.js";

const PHONE = window.matchMedia("(max-width: 40rem)"); // as in timeline.css

class Timeline {
  view = null;
  marks = null;
  plotted = null;

  constructor(section, Opener) {
    const { dataset } = section;
    this.plotly = dataset.plotly;
    this.language = dataset.language || "en";
    this.texts = JSON.parse(document.getElementById("timeline-texts")?.textContent ?? "{}");
    this.element = document.getElementById("chart");
    this.frame = this.element.parentElement;
    this.select = document.getElementById("lanes");
    this.days = [dataset.first, dataset.last].map(Number);
    this.around = dataset.from ? [Number(dataset.from), Number(dataset.to) + 1] : null;
    this.status = new Status(this);
    this.lanes = null;
    this.figures = new Figures({
      url: dataset.figureUrl,
      version: dataset.version,
      language: this.language,
      lanes: dataset.lanes,
    });
    this.finds = new Finds(this.figures);
    this.opening = new Opening();
    new Filters({ texts: this.texts, onFound: (page) => this.#found(page) });
    this.chart = new Chart(this.element);
    this.held = new Held(this.chart, this.figures, {
      onFigure: (loaded) => this.#another(loaded),
      onDrawn: () => this.#overlay(),
      onRest: () => this.approach.goOn(),
      onSlow: () => this.#wait(),
      onFail: () => this.#fail(),
    });
    this.card = new Opener({
      urlTemplate: dataset.eventUrlTemplate,
      texts: this.texts,
      onOpen: (id, from) => this.#opened(id, from),
      onClose: () => this.#closed(),
    });
    this.card.query = this.finds.query;
    this.approach = new Approach(this);
    window.addEventListener("popstate", () => this.#back());
  }

  async start() {
    const { query, range = this.#days(query) } = address.read();
    this.card.id = this.card.read(query);
    this.lanes = query.get("lanes");
    this.figures.folded = foldedIn(query);
    // On phones the list leads, and the chart over it stays low.
    if (!this.lanes && PHONE.matches) this.figures.lanes = this.select.value = "one";
    const figure = await this.held.load(range);
    if (!figure || this.view) return; // whoever is impatient asks twice
    const { domain } = figure.figure.layout.meta;
    this.view = new View(domain, {
      onStart: (target) => this.#begin(target),
      onMove: (days) => this.#move(days),
      onFollow: () => this.held.askSoon(),
      onSettle: () => this.#settle(),
    });
    this.view.home = this.#home;
    this.view.range = this.view.within(range ?? domain);
    this.held.view = this.view;
    this.#equip();
    await this.#show(figure);
    this.plotted = this.#plot();
    this.#listen();
    this.#leadToCard();
    this.held.ask();
  }

  // Plotly's first drawing is a long frame: not while the reader moves.
  async #plot() {
    await onScreen("timeline drawn");
    whenIdle(() => this.#say());
    if (!(await plotly(this.plotly))) return;
    while (this.view.moving) await nextFrame();
    await this.chart.drawWithPlotly();
    await onScreen("timeline plotted");
  }

  get #home() {
    return this.opening.home(this.finds.days) ?? this.view.domain;
  }

  // The days to show where the address names none; null for all.
  #days(query) {
    const open = this.card.read(query);
    return this.around ?? this.opening.home(this.finds.days, open && this.card.days(open));
  }

  #equip() {
    const { overlay } = this.chart;
    this.ring = new Ring(overlay);
    this.tip = new Tip(overlay, this.texts);
    this.strip = new Strip(overlay, this.chart, this.view, this);
    this.names = new Lanes(overlay, {
      name: this.texts.lanes,
      folded: this.figures.folded,
      onFold: (keys) => this.#fold(keys),
    });
    this.element.setAttribute("role", "application");
    this.element.tabIndex = 0;
    if (location.hash === "#chart") this.element.focus();
  }

  // On phones the card stands below the chart: who follows a link to an open event looks for it. By the
  // frame's own scrolling, which leaves a page around it where it is.
  #leadToCard() {
    const card = document.querySelector("#card:not([hidden])");
    if (!card || !PHONE.matches || scrollY || location.hash) return;
    scrollTo({ top: card.getBoundingClientRect().top, behavior: "instant" }); // as a page opens at a hash
  }

  #listen() {
    const parts = {
      chart: () => this.chart,
      view: () => this.view,
      marks: () => this.marks,
      card: () => this.card,
      focus: () => this.approach.focus,
      show: (event) => this.approach.show(event),
    };
    gestures(this.element, {
      ...parts,
      onPoint: (point, pointer) => this.#point(point, pointer),
      onPress: (point, pointer) => this.#press(point, pointer),
    });
    keys(this.element, parts);
    this.#buttons();
    this.opening.listen((days) => this.view.go(days ?? this.view.domain));
    new Jump(this);
    help();
    document.addEventListener("click", ({ target }) => this.#picture(target.closest?.("[data-picture]")));
    onSchemeChange(() => this.chart.redraw());
    window.addEventListener("beforeprint", () => this.chart.drawForPaper());
    window.addEventListener("afterprint", () => this.chart.redraw());
    new ResizeObserver(() => this.#resize()).observe(this.element);
  }

  #buttons() {
    const { view } = this;
    const actions = {
      "zoom-in": () => view.zoom(0.5, this.approach.focus),
      "zoom-out": () => view.zoom(2, this.approach.focus),
      "pan-back": () => view.pan(-0.6),
      "pan-forward": () => view.pan(0.6),
      fit: () => view.domain,
    };
    for (const [id, action] of Object.entries(actions)) {
      document.getElementById(id)?.addEventListener("click", () => view.go(action()));
    }
    this.select.addEventListener("change", () => this.#arrange(this.select.value));
  }

  // Only readers who ask for a picture need its script; it takes what Plotly has drawn.
  async #picture(button) {
    if (!button) return;
    await this.plotted;
    (await import("../picture/picture.js")).picture(button, this.chart, this.language);
  }

  #arrange(lanes) {
    this.lanes = lanes;
    this.figures.lanes = lanes;
    this.names.fold([]);
  }

  #fold(keys) {
    this.figures.folded = keys;
    this.element.style.minHeight = "";
    this.#write();
    this.held.ask();
  }

  async #show({ figure, address: shown }) {
    this.marks = new Marks(figure);
    await this.chart.show(figure, shown, this.view.range);
    this.names.update(this.chart);
    this.#overlay();
    // Heard, not seen: words for it can wait until the drawing is there.
    whenIdle(() => this.status.summarise(this.chart.meta));
  }

  #overlay() {
    this.strip.update();
    this.opening.update(this.view.range, this.finds.query);
    this.ring.update(this.chart, this.marks.byId.get(this.card.id));
  }

  #move(days) {
    this.chart.move(days);
    this.tip.hide();
    this.#overlay();
  }

  // The view rests: a figure that is held is drawn truly, another one comes drawn for it.
  #settle() {
    this.#write();
    this.#say();
    this.held.ask();
  }

  // A movement that knows where it ends asks for that figure before it sets out.
  #begin(target) {
    this.held.busy(true);
    if (!target) this.approach.seek(null);
    else this.figures.load(target, this.chart.width).catch(() => {});
  }

  #say() {
    this.status.say(this.view.range, this.marks, this.finds.button((days) => this.view.go(days)));
  }

  // Other filters: days that the reader chose stay in view, the lanes take the height that they need.
  #found(page) {
    const before = this.finds.query;
    this.finds.read(page);
    this.element.setAttribute("aria-label", page.getElementById("chart").getAttribute("aria-label"));
    this.card.query = this.finds.query;
    if (!this.view) return;
    // The same filters, with more to choose from: the figure that is on its way is wanted still.
    if (before !== this.finds.query) this.figures.cancel();
    this.element.style.minHeight = "";
    const { isHome } = this.view;
    this.view.home = this.#home;
    if (isHome && !this.view.isHome) this.view.go(this.view.home);
    else this.held.ask();
  }

  async #another(loaded) {
    await this.#show(loaded);
    this.#say();
  }

  #wait() {
    this.status.loading();
    if (this.chart.figure) this.chart.settle();
  }

  // The sentence stands below the chart: where there is none, the room kept for it would hide that.
  #fail() {
    if (!this.view) this.element.replaceChildren();
    this.status.failed(() => (this.view ? this.held.ask() : this.start()));
  }

  #point(point, pointer) {
    const thing = point && this.marks.at(this.chart, point.x, point.y, pointer);
    this.element.classList.toggle("is-over", Boolean(thing));
    if (thing) this.tip.show(thing, point);
    else this.tip.hide();
  }

  #press(point, pointer) {
    const thing = this.marks.at(this.chart, point.x, point.y, pointer);
    this.tip.hide();
    if (!thing) return;
    if (thing.id !== undefined) {
      this.card.open(thing.id);
      return;
    }
    const air = (thing.end - thing.start) * 0.5;
    this.view.go([thing.start - air, thing.end + air]);
  }

  // An event can be opened and closed, and the way back taken, before the first figure is there.
  #opened(id, from) {
    const isNew = from !== "history"; // whose address says which days are shown
    if (this.view && isNew) this.#comeTo(id, from);
    if (this.view) this.#overlay();
    address.write(this.#state(), isNew);
  }

  #comeTo(id, from) {
    const drawn = this.marks.byId.get(id);
    const days = drawn ?? this.card.days(id);
    if (id === null) this.view.go(this.view.home);
    this.approach.seek(drawn ? null : id);
    if (days && from !== "chart") this.approach.show(days, !drawn);
    if (from === "list") this.frame.scrollIntoView({ block: "nearest" });
  }

  #closed() {
    if (this.view) this.#overlay();
    this.#write();
    this.element.focus({ preventScroll: true });
  }

  #back() {
    const { query, range = this.#days(query) } = address.read();
    this.view?.go(range ?? this.view.domain);
    const id = this.card.read(query);
    if (id === this.card.id) return;
    if (id === null) this.card.close();
    else this.card.open(id, { from: "history" });
  }

  #state() {
    return { view: this.view, params: { ...this.card.params, lanes: this.lanes, ...this.names?.params } };
  }

  #write() {
    address.write(this.#state());
  }

  #resize() {
    if (window.matchMedia("print").matches) return;
    this.chart.measure();
    if (Math.abs(this.chart.width - this.chart.figure.layout.width) < 1) return;
    this.chart.redraw().then(() => this.#overlay());
    this.held.askSoon();
  }
}

// What opens an event: the slides of a story, whose script only its pages need; on the page of an event
// a visit to that of another; else the card beside the chart.
async function openerFor(section) {
  if (document.getElementById("story")) return (await import("../story/story.js")).Story;
  return section.dataset.event ? Visit : Card;
}

// The end of a wait, in the browser's own list of timings: what was drawn is on the screen two frames later.
async function onScreen(name) {
  await nextFrame();
  await nextFrame();
  performance.mark(name);
}

const section = document.getElementById("timeline");
if (section) new Timeline(section, await openerFor(section)).start();
