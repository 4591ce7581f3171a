// Light or dark by the reader's own choice, kept in this browser. It runs before the first paint (a
// small script in the head), so that no page flashes in the other scheme; without JavaScript the
// system's scheme holds.

const KEY = "scheme";
const SYSTEM = "screen and (prefers-color-scheme: dark)";
const MEDIA = { light: "not all", dark: "screen" };
const system = window.matchMedia(SYSTEM);

function chosen() {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null; // Storage is forbidden in this browser: the choice lasts until the next page.
  }
}

function remember(scheme) {
  try {
    window.localStorage.setItem(KEY, scheme);
  } catch {
    // As above.
  }
}

function apply(scheme) {
  document.getElementById("dark-scheme").media = MEDIA[scheme] ?? SYSTEM;
  document.documentElement.dataset.scheme = current(scheme);
  document.dispatchEvent(new Event("schemechange"));
}

function current(scheme) {
  return scheme in MEDIA ? scheme : system.matches ? "dark" : "light";
}

// The button is named for the scheme that it leads to.
function offer(button) {
  const other = () => (document.documentElement.dataset.scheme === "dark" ? "light" : "dark");
  const name = () => {
    button.textContent = button.dataset[other()];
  };
  button.addEventListener("click", () => {
    remember(other());
    apply(other());
  });
  document.addEventListener("schemechange", name);
  name();
  button.hidden = false;
}

apply(chosen());
system.addEventListener("change", () => apply(chosen()));
document.addEventListener("DOMContentLoaded", () => offer(document.getElementById("scheme")));
