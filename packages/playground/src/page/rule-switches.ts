import type { RuleInfo } from "../analysis/rules.js";
import { button, element } from "./element.js";

/** A switch for each rule. */
export interface RuleSwitches {
  /** Shows the rules, with those on that a link named, or else those of `recommended`. */
  show(rules: readonly RuleInfo[]): void;
  /** Turns these on and all others off; before the rules are known, keeps it for then. */
  readonly set: (names: readonly string[]) => void;
  /** The names of the rules that are on; `undefined` before they are known. */
  enabled(): readonly string[] | undefined;
}

/** Builds the switches inside of `parent`. `changed` hears when the user turns one. */
export function createRuleSwitches(parent: HTMLElement, changed: () => void): RuleSwitches {
  let boxes: ReadonlyMap<string, HTMLInputElement> | undefined;
  let wanted: readonly string[] | undefined;

  function set(names: readonly string[]): void {
    wanted = names;
    for (const [name, box] of boxes ?? []) box.checked = names.includes(name);
  }

  function preset(label: string, rules: readonly RuleInfo[]): HTMLButtonElement {
    return button(
      { class: "small" },
      () => {
        set(rules.map(({ name }) => name));
        changed();
      },
      label,
    );
  }

  return {
    set,
    enabled: () => boxes && [...boxes].flatMap(([name, { checked }]) => (checked ? [name] : [])),
    show(rules) {
      if (boxes) return;
      const recommended = rules.filter((rule) => rule.recommended);
      boxes = new Map(
        rules.map(({ name }) => [name, element("input", { type: "checkbox", id: `rule-${name}` })]),
      );
      for (const box of boxes.values()) box.addEventListener("change", changed);
      parent.replaceChildren(
        element("p", { class: "presets" }, preset("Recommended", recommended), preset("Strict: all", rules)),
        element("ul", { class: "rules" }, ...rules.map((rule) => ruleItem(rule, boxes?.get(rule.name)))),
      );
      set(wanted ?? recommended.map(({ name }) => name));
    },
  };
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
