// On the page of an event the chart shows it among its neighbours; pressing another one leads to its page.

export class Visit {
  query = "";

  constructor({ urlTemplate }) {
    this.id = Number(document.getElementById("timeline").dataset.event);
    this.pages = urlTemplate.split("?")[0];
  }

  // The page is about this event, whatever its address says.
  read() {
    return this.id;
  }

  get params() {
    return {};
  }

  // It is in view from the start.
  days() {
    return null;
  }

  // By keyboard one goes on from chart to chart.
  open(id, { from = "chart" } = {}) {
    const page = this.pages.replace("{id}", id);
    if (id !== this.id) location.assign(from === "keys" ? `${page}#chart` : page);
  }

  leave() {}

  close() {}
}
