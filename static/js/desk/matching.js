// Beside the filter of a timeline: how many events match what is chosen, asked of the server.

const PAUSE_MS = 300;

export function showHowManyMatch(root) {
  const output = root.getElementById("matching");
  const form = output?.closest("form");
  if (!form || !form.elements.by_filter) return;
  let timer = 0;
  let last = 0;

  async function ask() {
    const address = new URL(output.dataset.ask, location.href);
    for (const field of output.closest("fieldset").querySelectorAll("[name]")) {
      if (field.type === "checkbox" && !field.checked) continue;
      const values = field.multiple ? [...field.selectedOptions].map((one) => one.value) : [field.value];
      for (const value of values) address.searchParams.append(field.name, value);
    }
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return { isRight: response.ok, ...(await response.json()) };
  }

  async function show() {
    const asked = (last += 1);
    // A lost connection says nothing: the form is checked again when it is saved.
    const answer = await ask().catch(() => null);
    if (asked !== last) return; // A slow answer to what has changed since.
    output.textContent = answer?.sentence ?? answer?.error ?? "";
    if (!answer) return;
    output.classList.toggle("is-error", !answer.isRight);
    form.elements.draft_filter.value = answer.draft ?? "";
    form.dispatchEvent(new Event("filter-asked"));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_MS);
  }

  output.closest("fieldset").addEventListener("input", soon);
  // The box that searches for names tells its changes by jQuery alone.
  window.django?.jQuery(output.closest("fieldset")).on("change", soon);
}
