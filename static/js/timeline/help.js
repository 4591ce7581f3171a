// The list of keys, in a dialog that `?` and a button open; the browser gives the focus back.

const TYPED_IN = "input, select, textarea, [contenteditable], dialog, [popover]";

export function help() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  const open = () => dialog.open || dialog.showModal();
  document.getElementById("keys-open")?.addEventListener("click", open);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.(TYPED_IN) || document.querySelector(":popover-open, dialog[open]")) return;
    event.preventDefault();
    open();
  });
}
