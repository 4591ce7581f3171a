// Beside the form of a timeline its page follows what is written there, field by field, and the
// filter as soon as the server has read it.

const SHOWN = ["title", "introduction", "credits", "language", "lanes"];

export function previewWhatIsWritten(root) {
  const button = root.getElementById("preview-again");
  if (!button) return;
  const again = () => button.form.requestSubmit(button);
  button.form.addEventListener("change", ({ target }) => {
    if (SHOWN.includes(target.name) || target.name?.startsWith("cover-0-")) again();
  });
  button.form.addEventListener("filter-asked", again);
}
