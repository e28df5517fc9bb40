import type { RuleInfo } from "../analysis/rules.js";
import { button, element } from "./element.js";

/** A switch for each rule. */
export interface RuleSwitches {
  /** Shows the rules, and enables those of a link, or else those of `recommended`. */
  show(rules: readonly RuleInfo[]): void;
  /** Enables only these rules, or those of `recommended`. Before the rules are known, remembers the choice. */
  readonly set: (names: readonly string[] | undefined) => void;
  /** The names of the enabled rules; `undefined` before the rules are known. */
  readonly enabled: () => readonly string[] | undefined;
}

/**
 * Creates the switches in `parent`, and buttons for configurations in `presets`. `changed` is called when the user uses one
 * of them.
 */
export function createRuleSwitches(
  presets: HTMLElement,
  parent: HTMLElement,
  changed: () => void,
): RuleSwitches {
  let boxes: ReadonlyMap<string, HTMLInputElement> | undefined;
  let configurations: readonly Configuration[] = [];
  let wanted: readonly string[] | undefined;

  const enabled = (): readonly string[] | undefined =>
    boxes && [...boxes].flatMap(([name, { checked }]) => (checked ? [name] : []));

  function press(): void {
    const names = enabled()?.join();
    for (const { made, rules } of configurations)
      made.setAttribute("aria-pressed", String(rules.join() === names));
  }

  function set(names: readonly string[] | undefined): void {
    wanted = names;
    const on = names ?? configurations[0]?.rules ?? [];
    for (const [name, box] of boxes ?? []) box.checked = on.includes(name);
    press();
  }

  function configuration(label: string, infos: readonly RuleInfo[]): Configuration {
    const rules = infos.map(({ name }) => name);
    const made = button(
      { class: "small", "aria-pressed": "false" },
      () => {
        set(rules);
        changed();
      },
      label,
    );
    return { made, rules };
  }

  return {
    set,
    enabled,
    show(rules) {
      if (boxes) return;
      boxes = new Map(
        rules.map(({ name }) => [name, element("input", { type: "checkbox", id: `rule-${name}` })]),
      );
      for (const box of boxes.values()) {
        box.addEventListener("change", () => {
          press();
          changed();
        });
      }
      configurations = [
        configuration(
          "Recommended",
          rules.filter((rule) => rule.recommended),
        ),
        configuration("Strict", rules),
      ];
      presets.replaceChildren(...configurations.map(({ made }) => made));
      parent.replaceChildren(
        element("ul", { class: "rules" }, ...rules.map((rule) => ruleItem(rule, boxes?.get(rule.name)))),
      );
      set(wanted);
    },
  };
}

/** A button that enables some rules and disables all others. */
interface Configuration {
  readonly made: HTMLButtonElement;
  readonly rules: readonly string[];
}

function ruleItem({ name, description, url }: RuleInfo, box: HTMLInputElement | undefined): HTMLElement {
  return element(
    "li",
    {},
    box ?? "",
    element(
      "label",
      { for: `rule-${name}` },
      element("code", {}, name),
      " ",
      element("span", {}, ...plain(description)),
    ),
    element("a", { href: url, target: "_blank", rel: "noreferrer", "aria-label": `About ${name}` }, "about"),
  );
}

function plain(text: string): readonly string[] {
  return [text.replaceAll("`", "")];
}
