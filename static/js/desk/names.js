// The boxes that search for names have no label of their own: they get that of their field.

function label(select) {
  const [words] = select.labels;
  const box = select.nextElementSibling?.querySelector('.select2-search__field');
  if (words && box) box.setAttribute('aria-label', words.textContent.replace(/:\s*$/, ''));
}

export function labelSearchBoxes(root) {
  // Django's own script makes the boxes when the page is ready, and registered for that earlier.
  window.django?.jQuery(() => root.querySelectorAll('select.admin-autocomplete').forEach(label));
}
