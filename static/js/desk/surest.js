// Beside the choice of a confidence: how many events would be accepted at once.

export function countTheSurest(root) {
  const choice = root.querySelector("#least");
  const number = root.querySelector("#least-number");
  if (!choice) return;
  const count = () => {
    number.textContent = `(${choice.selectedOptions[0].dataset.number})`;
  };
  choice.addEventListener("input", count);
  count();
}
