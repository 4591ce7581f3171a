// Buttons that copy: the words of an element (`data-copy`, a selector) or their own (`data-copy-text`).

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("button[data-copy], button[data-copy-text]");
  if (!button) return;
  const source = button.dataset.copy && document.querySelector(button.dataset.copy);
  const status = button.parentElement.querySelector('[role="status"]');
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(source ? source.textContent.trim() : button.dataset.copyText);
    status.textContent = button.dataset.copied;
  } catch {
    // Browsers let only pages over HTTPS write there: what can be selected is left selected.
    const shown = source ?? document.querySelector("#citation");
    if (shown) getSelection().selectAllChildren(shown);
  }
});
