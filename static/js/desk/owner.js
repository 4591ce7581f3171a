// Whose page it is: what one account wrote in this browser is nobody else's.

export function owner() {
  return document.querySelector('input[name="sender"]')?.value ?? '';
}
