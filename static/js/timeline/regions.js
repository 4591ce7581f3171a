// Regions of the page that are taken anew from the same page at another address. Whoever reads or types
// loses nothing: neither the focus nor half a word, neither open menus nor their place in a list.

const TEXT_FIELD = 'input[type="text"]';
const SCROLLED = ".choices";

// Puts what `page`, a document, has in the regions with these ids into those of this page.
export function swap(ids, page) {
  const active = document.activeElement;
  const focused = remember(active);
  for (const id of ids) replace(document.getElementById(id), page.getElementById(id));
  if (!active.isConnected) focused.restore();
}

function replace(region, fresh) {
  if (!region || !fresh) return;
  for (const name of Object.keys(region.dataset)) delete region.dataset[name];
  Object.assign(region.dataset, fresh.dataset);
  if (region.innerHTML === fresh.innerHTML) return;
  const places = [...region.querySelectorAll("details[open]")].map((menu) => [menu.id, scrolled(menu)]);
  for (const [id] of places) fresh.querySelector(`#${id}`)?.setAttribute("open", "");
  region.replaceChildren(...fresh.childNodes);
  for (const [id, top] of places) scroll(document.getElementById(id), top);
}

function scrolled(menu) {
  return menu.querySelector(SCROLLED)?.scrollTop ?? 0;
}

function scroll(menu, top) {
  const list = menu?.querySelector(SCROLLED);
  if (list) list.scrollTop = top;
}

function remember(element) {
  const selector = selectorOf(element);
  const typed = element.matches(TEXT_FIELD) && { value: element.value, at: element.selectionStart };
  const place = chips().indexOf(element);
  return {
    restore() {
      const again = selector ? document.querySelector(selector) : place >= 0 && chipAt(place);
      (again || document.getElementById("found"))?.focus({ preventScroll: Boolean(again) });
      if (!again || !typed) return;
      again.value = typed.value;
      again.setSelectionRange(typed.at, typed.at);
    },
  };
}

// Of the filters that were chosen, the one that stands where another was taken back.
function chips() {
  return [...document.querySelectorAll("a.chip")];
}

function chipAt(place) {
  return chips().at(place) ?? chips().at(-1);
}

function selectorOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (!element.name) return null;
  return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
}
