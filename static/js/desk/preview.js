// Beside the form of a timeline its page follows what is written there, field by field.

const SHOWN = ['title', 'introduction', 'credits', 'language', 'lanes'];

export function previewWhatIsWritten(root) {
  const button = root.getElementById('preview-again');
  button?.form.addEventListener('change', ({ target }) => {
    if (SHOWN.includes(target.name)) button.form.requestSubmit(button);
  });
}
