// Where a few events lie far from all others the page opens on those others, and says so: how many lie
// before and after them, with the way there and back.

export class Opening {
  #isAll = null;

  constructor() {
    this.element = document.getElementById("opening");
    const { from, to, earlier = -Infinity, later = Infinity } = this.element?.dataset ?? {};
    this.days = this.element && [Number(from), Number(to)];
    this.beyond = [Number(earlier), Number(later)];
  }

  // The days to open on; null for all, as where what filters have found, or an event that is open,
  // lies beyond them.
  home(found, event = null) {
    if (!this.days) return null;
    const [first, last] = this.days;
    const holdsFound = !found || (found[0] >= first && found[1] <= last);
    const showsEvent = !event || (event.start < last && event.end > first);
    return holdsFound && showsEvent ? this.days : null;
  }

  listen(go) {
    this.element?.querySelector("button").addEventListener("click", () => go(this.#isAll ? this.days : null));
  }

  // What to say beside some days.
  update([first, last], query) {
    if (!this.element) return;
    this.element.classList.toggle("is-idle", query !== "");
    const isAll = first <= this.beyond[0] || last > this.beyond[1];
    if (isAll === this.#isAll) return;
    this.#isAll = isAll;
    for (const part of this.element.querySelectorAll("[data-shown]")) {
      part.hidden = (part.dataset.shown === "all") !== isAll;
    }
  }
}
