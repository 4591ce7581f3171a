// What is slow to come, or does not come and can be asked for again.

export const SLOW = 300; // ms that a reader waits before there is a sign that something is on its way

export function button(words, onPress) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = words ?? "";
  made.addEventListener("click", onPress);
  return made;
}
