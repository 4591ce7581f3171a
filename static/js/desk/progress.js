// Bulk work that goes on is looked at anew: what has come of it takes the place of what was shown,
// and the page of work that is done opens.

const EVERY_MS = 5000;

export function showProgress(root) {
  if (root.querySelector(".run-progress[data-goes-on]")) setTimeout(lookAgain, EVERY_MS);
}

async function lookAgain() {
  try {
    const response = await fetch(location.href);
    if (response.status >= 500) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector(".run-progress");
    if (!now?.matches("[data-goes-on]")) return location.reload();
    takePlace(document.querySelector(".run-progress"), now);
  } catch {
    // Without a connection, or a server behind it, it stays as it was, until the next time.
  }
  showProgress(document);
}

// What had the focus has it again.
function takePlace(before, now) {
  const held = before.contains(document.activeElement) && document.activeElement.value;
  before.replaceWith(now);
  if (held) now.querySelector(`button[value="${held}"]`)?.focus();
}
