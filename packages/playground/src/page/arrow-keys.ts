/** Lets the arrow keys, Home and End move between the buttons of a list. With `one`, Tab stops at only one of them. */
export function moveByArrowKeys(list: HTMLElement, selector: string, one: boolean): void {
  const items = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>(selector)];

  function keepOneStop(current: HTMLElement | undefined): void {
    if (!one) return;
    for (const item of items()) item.tabIndex = item === current ? 0 : -1;
  }

  keepOneStop(items()[0]);
  list.addEventListener("focusin", ({ target }) => {
    const item = items().find((other) => other === target);
    if (item) keepOneStop(item);
  });
  list.addEventListener("keydown", (event) => {
    const all = items();
    const index = all.findIndex((item) => item === event.target);
    const next = index === -1 ? undefined : all[target(event.key, index, all.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** The index to move to; -1 for a key that does not move. */
function target(key: string, index: number, length: number): number {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return Math.min(index + 1, length - 1);
    case "ArrowUp":
    case "ArrowLeft":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return -1;
  }
}
