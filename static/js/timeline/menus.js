// The menus of the filters: one open at a time (they share a `name`), closed from outside and by
// Escape. On phones they lie in a sheet, which the browser itself opens and closes.

const UNCOUNTED = ".menu-ask";
const BAR = window.matchMedia("(min-width: 60.01rem)"); // as in menus.css

// `onAsk` is called when a menu is opened whose choices were not counted yet.
export function onMenus(form, onAsk) {
  const sheet = document.getElementById("filter-menus");
  form.addEventListener(
    "toggle",
    ({ target }) => target.open && target.querySelector(UNCOUNTED) && onAsk(),
    true,
  );
  form.addEventListener("click", (event) => {
    if (!event.target.closest(UNCOUNTED)) return;
    event.preventDefault();
    onAsk();
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

function openMenu(form) {
  return form.querySelector("details[open]");
}

function close(menu) {
  menu.open = false;
}
