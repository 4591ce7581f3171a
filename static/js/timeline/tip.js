// What lies under the pointer, in words beside it; and a ring around the event that is open.

const GAP = 14;
const AROUND = { point: 9, bar: 4 }; // pixels; a label begins 6 after its bar

export class Tip {
  constructor(frame, { disagree = "", featured = "" }) {
    Object.assign(this, { frame, disagree, featured });
    this.element = document.createElement("div");
    this.element.className = "chart-tip";
    this.element.hidden = true;
    this.element.setAttribute("aria-hidden", "true");
    this.date = document.createElement("span");
    this.title = document.createElement("strong");
    this.title.dir = "auto";
    this.note = document.createElement("span");
    this.element.append(this.date, this.title, this.note);
    frame.append(this.element);
  }

  show(thing, { x, y }) {
    this.date.textContent = thing.words;
    this.title.textContent = thing.title;
    const notes = [thing.featured && `★ ${this.featured}`, thing.disputed && `≠ ${this.disagree}`];
    this.note.textContent = notes.filter(Boolean).join(" · ");
    this.element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = Math.min(Math.max(x - width / 2, 0), this.frame.clientWidth - width);
    const above = y - height - GAP;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${above < 0 ? y + GAP + 6 : above}px`;
  }

  hide() {
    this.element.hidden = true;
  }
}

export class Ring {
  constructor(frame) {
    this.element = document.createElement("div");
    this.element.className = "chart-ring";
    this.element.hidden = true;
    frame.append(this.element);
  }

  // Around a mark, as far as it is in view; nothing for one that is not.
  update(chart, mark) {
    const { plot } = chart;
    const ends = mark ? [chart.pixelOf(mark.start), chart.pixelOf(mark.end)] : [];
    const air = mark?.start === mark?.end ? AROUND.point : AROUND.bar;
    const left = Math.max(Math.min(...ends) - air, plot.left - 4);
    const right = Math.min(Math.max(...ends) + air, plot.left + plot.width + 4);
    this.element.hidden = !mark || right - left < AROUND.bar;
    if (this.element.hidden) return;
    Object.assign(this.element.style, {
      left: `${left}px`,
      width: `${right - left}px`,
      top: `${plot.top + mark.y - 10}px`,
    });
  }
}
