import { examples, type Example } from "virtual:examples";
import { element } from "./element.js";

/** Fills the menu; `chosen` hears which example was taken. */
export function fillExampleMenu(menu: HTMLSelectElement, chosen: (example: Example) => void): void {
  const groups = [...new Set(examples.map(({ group }) => group))];
  menu.append(
    ...groups.map((group) =>
      element(
        "optgroup",
        { label: group },
        ...examples.flatMap((example, index) =>
          example.group === group ? [element("option", { value: String(index) }, example.title)] : [],
        ),
      ),
    ),
  );
  menu.addEventListener("change", () => {
    const example = examples[Number(menu.value)];
    if (menu.value !== "" && example) chosen(example);
    // So that the same example can be taken again.
    menu.value = "";
  });
}

/** What the page shows at first. */
export function firstExample(): Example | undefined {
  return examples.find(({ files }) => files[0]?.name.startsWith("missing-provider") === true) ?? examples[0];
}
