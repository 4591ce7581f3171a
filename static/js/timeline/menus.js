// The menus of the filters: one open at a time (they share a `name`), closed from outside and by
// Escape. On phones they lie in a sheet, which the browser itself opens and closes.

const UNCOUNTED = ".menu-ask";
const BAR = window.matchMedia("(min-width: 60.01rem)"); // as in menus.css

// `onAsk` is called when a menu is opened whose choices were not counted yet.
export function onMenus(form, onAsk) {
  const sheet = document.getElementById("filter-menus");
  const ask = (uncounted) => {
    uncounted.setAttribute("aria-busy", "true");
    onAsk();
  };
  form.addEventListener(
    "toggle",
    ({ target }) => {
      const uncounted = target.open && target.querySelector(UNCOUNTED);
      if (uncounted) ask(uncounted);
    },
    true,
  );
  form.addEventListener("click", (event) => {
    const uncounted = event.target.closest(UNCOUNTED);
    if (!uncounted) return;
    event.preventDefault();
    ask(uncounted);
  });
  form.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && BAR.matches && openMenu(form);
    if (!menu) return;
    event.preventDefault();
    close(menu);
    menu.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => {
    const menu = BAR.matches && openMenu(form);
    if (menu && !menu.contains(event.target)) close(menu);
  });
  BAR.addEventListener("change", () => sheet.matches(":popover-open") && sheet.hidePopover());
}

// Choices that did not come can be asked for again.
export function failMenus(form) {
  for (const uncounted of form.querySelectorAll(UNCOUNTED)) uncounted.removeAttribute("aria-busy");
}

function openMenu(form) {
  return form.querySelector("details[open]");
}

function close(menu) {
  menu.open = false;
}
