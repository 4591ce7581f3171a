// Beside a date field: how the words are understood, asked of the server while they are written.

// Long enough to finish a word, short enough to feel immediate.
const PAUSE_MS = 250;

// Words that can be two dates: a button for each writes the one that is meant.
function choice(input, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = words;
  button.addEventListener("click", () => {
    input.value = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
  return button;
}

async function ask(input, output) {
  const address = new URL(input.dataset.understand, location.href);
  address.searchParams.set("words", input.value);
  // Until the answer is here, none must stand beside words that it is not about.
  output.textContent = "";
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  const answer = await response.json();
  // A slow answer to words that have changed since is of no use.
  if (address.searchParams.get("words") === input.value) tell(input, output, answer, response.ok);
}

function tell(input, output, { understood, error, readings = [] }, isRight) {
  output.textContent = understood ?? error ?? "";
  output.append(...readings.map((words) => choice(input, words)));
  output.classList.toggle("is-error", !isRight);
  input.setAttribute("aria-invalid", String(!isRight));
}

function watch(input) {
  const output = input.parentElement.querySelector("output.understood");
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (!input.value.trim()) tell(input, output, {}, true);
    // A lost connection says nothing: the form is checked again when it is saved.
    else timer = setTimeout(() => ask(input, output).catch(() => {}), PAUSE_MS);
  });
}

export function showHowDatesAreUnderstood(root) {
  root.querySelectorAll("input[data-understand]").forEach(watch);
}
