// Choosing a passage by keyboard, by whole sentences and words: the up and down keys choose a
// sentence (with Shift, one more or less), the others move the beginning by a word, with Shift the
// end. What is chosen is the browser's own selection.

import { scrolls } from "./linking.js";

// UTF-16 units on either side in which the next word is looked for: all words of a long article
// would take a tenth of a second.
const NEAR = 1000;

export class Walk {
  // `text` is the element; its language tells where words and sentences end.
  constructor(text) {
    this.element = text;
    this.lang = text.closest("[lang]").lang;
    this.content = text.textContent;
    this.sentences = pieces(this.content, this.lang, "sentence");
    this.ahead = getComputedStyle(text).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  }

  // Begin at the sentence in which `element` begins, or at the first.
  start(element) {
    const before = document.createRange();
    before.selectNodeContents(this.element);
    if (element) before.setEndBefore(element);
    const at = element ? before.toString().length : 0;
    [this.from, this.to] = this.sentences.find(([, end]) => end > at) ?? this.sentences[0] ?? [0, 0];
    this.#show();
  }

  // Whether the key is one of ours; if so, it has been done.
  pressed({ key, shiftKey }) {
    if (key === "ArrowDown" || key === "ArrowUp") this.#sentence(key === "ArrowDown", shiftKey);
    else if (key === "ArrowLeft" || key === "ArrowRight") this.#word(key === this.ahead, shiftKey);
    else return false;
    this.#show();
    return true;
  }

  #sentence(ahead, end) {
    const at = end ? this.to : this.from;
    const found = ahead
      ? this.sentences.find((one) => (end ? one[1] > at : one[0] > at))
      : this.sentences.findLast((one) => (end ? one[1] < at : one[0] < at));
    if (!found || (end && found[1] <= this.from)) return;
    if (!end) this.from = found[0];
    this.to = found[1];
  }

  #word(ahead, end) {
    const side = end ? 1 : 0;
    const at = end ? this.to : this.from;
    const words = this.#wordsNear(at);
    const found = ahead ? words.find((one) => one[side] > at) : words.findLast((one) => one[side] < at);
    if (!found || (end ? found[1] <= this.from : found[0] >= this.to)) return;
    if (end) [, this.to] = found;
    else [this.from] = found;
  }

  #wordsNear(at) {
    const first = Math.max(0, at - NEAR);
    const near = this.content.slice(first, at + NEAR);
    return pieces(near, this.lang, "word").map(([start, end]) => [start + first, end + first]);
  }

  #show() {
    const range = document.createRange();
    range.setStart(...place(this.element, this.from));
    range.setEnd(...place(this.element, this.to));
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    intoView(range.getBoundingClientRect(), this.element.parentElement);
  }
}

// [start, end] of each piece that has a word in it, without the space around it, in UTF-16 units.
function pieces(content, lang, granularity) {
  const segments = new Intl.Segmenter(lang || undefined, { granularity }).segment(content);
  return [...segments]
    .filter(({ segment, isWordLike }) => isWordLike ?? segment.trim())
    .map(({ segment, index }) => {
      const start = index + segment.length - segment.trimStart().length;
      return [start, start + segment.trim().length];
    });
}

function place(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let node = walker.nextNode();
  while (node && left > node.length) {
    left -= node.length;
    node = walker.nextNode();
  }
  return node ? [node, left] : [element, element.childNodes.length];
}

// A quarter of what is seen of the text is left on the side that it came from.
function intoView({ top, bottom }, box) {
  const inside = scrolls(box);
  const { top: first, height } = inside ? box.getBoundingClientRect() : { top: 0, height: innerHeight };
  if (top >= first + height / 4 && bottom <= first + height * 0.75) return;
  (inside ? box : window).scrollBy({ top: top - first - height / 3 });
}
