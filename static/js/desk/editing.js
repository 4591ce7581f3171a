// The form of an event opens in its card at once, with or without a connection: the page has it
// ready, and the card what it is filled with.

// As in the form that the page has ready.
const ID = "__event__";

export function mayEdit(card) {
  return "before" in card.dataset;
}

// The form in the card, a new one where there is none.
export function formIn(card) {
  const form = card.querySelector(".edit") ?? newForm(card.dataset.event);
  if (form.isConnected) return form;
  fill(form, { ...asStored(card), seen: card.dataset.seen });
  put(form, card);
  return form;
}

export function asStored(card) {
  return JSON.parse(card.dataset.before);
}

// Forms that are open in cards go on with the new ones, unless those bring forms of their own.
export function keepOpen(shown, made) {
  for (const form of shown.querySelectorAll(".edit:not([data-sent])")) {
    const before = form.closest(".review-event");
    const card = made.id === before.id ? made : made.querySelector(`#${before.id}`);
    if (card?.dataset.before && !card.querySelector(".edit")) moveOn(form, before, card);
  }
}

// What was written stays, what was not is as it is stored now. Where both are changes of the same
// field the server will ask: the form is still about the version before.
function moveOn(form, before, card) {
  const [was, is] = [before, card].map(asStored);
  const untouched = Object.keys(is).filter((name) => form.elements[name].value === was[name]);
  fill(form, Object.fromEntries(untouched.map((name) => [name, is[name]])));
  const apart = Object.keys(is).every((name) => untouched.includes(name) || was[name] === is[name]);
  if (apart) fill(form, { seen: card.dataset.seen });
  put(form, card);
}

// Below what it corrects; a short card has its title without a header.
function put(form, card) {
  const title = card.querySelector("h3");
  (title.closest("header") ?? title).after(form);
}

function newForm(id) {
  const made = document.createElement("template");
  made.innerHTML = document.getElementById("edit-form").innerHTML.replaceAll(ID, id);
  return made.content.firstElementChild;
}

function fill(form, values) {
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
}
