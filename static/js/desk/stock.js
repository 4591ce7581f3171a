// What the forms and boxes of Django's own admin lack for those who do not see them.

// A head that names no column is none.
function emptyHeads(root) {
  for (const head of root.querySelectorAll(".tabular thead th:empty")) {
    const cell = document.createElement("td");
    cell.className = head.className;
    head.replaceWith(cell);
  }
}

// The boxes that search for names have no label of their own: they get that of their field.
function nameOf(select) {
  return select.labels[0]?.textContent.replace(/:\s*$/, "").trim() ?? "";
}

function label(select) {
  const boxes = '.select2-search__field, .select2-selection--single, .select2-selection--single [role="textbox"]';
  for (const box of select.nextElementSibling?.querySelectorAll(boxes) ?? []) {
    // One that holds a single choice would be called by that, and by nothing where there is none.
    box.removeAttribute("aria-labelledby");
    box.setAttribute("aria-label", nameOf(select));
  }
}

// What opens below a box lies at the end of the page, outside of all that has a name.
function nameWhatOpened({ target }) {
  const results = document.querySelector(".select2-container--open .select2-results__options");
  const region = results?.closest(".select2-container");
  region?.setAttribute("role", "region");
  region?.setAttribute("aria-label", nameOf(target));
  results?.setAttribute("aria-label", nameOf(target));
  region?.querySelector(".select2-search__field")?.setAttribute("aria-label", nameOf(target));
  const box = target.nextElementSibling.querySelector('[role="combobox"]');
  box.setAttribute("aria-controls", results?.id ?? "");
  box.setAttribute("aria-label", nameOf(target));
}

export function completeStockForms(root) {
  emptyHeads(root);
  const boxes = root.querySelectorAll("select.admin-autocomplete");
  // The sign that empties a box would stand in the list of what is chosen and be none of it.
  for (const select of boxes) if (select.multiple) select.dataset.allowClear = "false";
  // Django's own script makes the boxes when the page is ready, and registered for that earlier.
  window.django?.jQuery(() => boxes.forEach(label));
  window.django?.jQuery(root).on("select2:open", nameWhatOpened);
  window.addEventListener("load", () => {
    for (const sign of root.querySelectorAll(".search-label-icon")) sign.setAttribute("role", "img");
  });
}
