// The names of the lanes, beside or over them. Each is a link that folds its lane to a strip of counts
// or opens it again; what is folded stands in the address.

const PARAMETER = "folded";
const HALF = 15; // pixels: half the height of a name, as in lanes.css
const GAP = 10;

export class Lanes {
  #links = new Map();

  // `onFold` gets the keys of all folded lanes.
  constructor(overlay, { name, folded, onFold }) {
    Object.assign(this, { folded, onFold });
    this.element = document.createElement("div");
    this.element.className = "lane-names";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", name);
    overlay.prepend(this.element);
    this.element.addEventListener("click", (event) => this.#follow(event));
  }

  get params() {
    return { [PARAMETER]: this.folded };
  }

  update({ meta, figure, plot }) {
    const { margin } = figure.layout;
    const side = meta.rightToLeft ? margin.r : margin.l;
    const isBeside = side > 2 * GAP;
    this.element.classList.toggle("is-over", !isBeside);
    this.element.style.inlineSize = `${isBeside ? side - GAP : plot.width}px`;
    this.element.style.insetInlineStart = `${isBeside ? 0 : side}px`;
    const links = meta.lanes.map((lane) => this.#link(lane, plot.top + lane.middle - HALF));
    // Those that stay are left in their place: the focus may be on one of them.
    for (const [key, link] of this.#links) if (!links.includes(link)) this.#drop(key, link);
    links.forEach((link, at) => {
      if (this.element.children[at] !== link) this.element.insertBefore(link, this.element.children[at] ?? null);
    });
  }

  #link({ key, name, folded }, top) {
    const link = this.#links.get(key) ?? document.createElement("a");
    this.#links.set(key, link);
    link.dataset.lane = key;
    link.title = name;
    link.style.top = `${top}px`;
    link.setAttribute("aria-expanded", String(!folded));
    link.href = this.#address(this.#toggled(key));
    link.innerHTML ||= '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5.5 8l4.5 4.5L14.5 8"/></svg><bdi></bdi>';
    link.querySelector("bdi").textContent = name;
    return link;
  }

  #drop(key, link) {
    this.#links.delete(key);
    link.remove();
  }

  #toggled(key) {
    return this.folded.includes(key) ? this.folded.filter((one) => one !== key) : [...this.folded, key].sort();
  }

  #address(folded) {
    const address = new URL(location.href);
    address.searchParams.delete(PARAMETER);
    for (const key of folded) address.searchParams.append(PARAMETER, key);
    return address.href;
  }

  #follow(event) {
    const link = event.target.closest("a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.fold(this.#toggled(link.dataset.lane));
  }

  fold(keys) {
    this.folded = keys;
    this.onFold(keys);
  }
}

export function foldedIn(query) {
  return query.getAll(PARAMETER).sort();
}
