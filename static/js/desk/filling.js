// Cards far down the page come short. They are filled when they come near the window.

// A window's height on either side; a moment, so that a long jump asks for what it passes only once.
const NEAR = "100% 0px";
const PAUSE_MS = 60;
const AT_ONCE = 40;

export class Filling {
  #near = new Set();
  #timer = 0;

  constructor(review) {
    this.review = review;
    this.queue = new URLSearchParams(location.search).get("queue");
    this.observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEAR });
    this.watch(document);
  }

  watch(root) {
    for (const card of root.querySelectorAll(".is-short")) this.observer.observe(card);
  }

  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
    this.#soon();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fill(), PAUSE_MS);
  }

  async #fill() {
    const near = [...this.#near].filter((card) => card.isConnected);
    const cards = near.slice(0, AT_ONCE);
    this.#near = new Set(near.slice(AT_ONCE));
    if (!cards.length) return;
    for (const card of cards) this.observer.unobserve(card);
    if (this.#near.size) this.#soon();
    try {
      const query = new URLSearchParams({ cards: cards.map((card) => card.dataset.event) });
      if (this.queue) query.set("queue", this.queue);
      await this.review.show(`?${query}`);
    } catch {
      // Without a connection they stay short until it is back; all that can be done to them can be
      // done there.
      window.addEventListener("online", () => this.watch(document), { once: true });
    }
  }
}
