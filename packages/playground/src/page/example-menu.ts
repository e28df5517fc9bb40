import { examples, type Example } from "virtual:examples";
import { element } from "./element.js";

/** Fills the menu. `chosen` is called with the chosen example. */
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
    // Lets the user choose the same example again.
    menu.value = "";
  });
}

/** The example that the page shows initially. */
export function firstExample(): Example | undefined {
  return examples.find(({ files }) => files[0]?.name.startsWith("missing-provider") === true) ?? examples[0];
}
