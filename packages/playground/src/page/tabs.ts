import type { SlotReport } from "../analysis/messages.js";
import type { Slot, SlotText } from "../analysis/slots.js";
import { moveByArrowKeys } from "./arrow-keys.js";
import { button, element } from "./element.js";
import type { FileNames } from "./file-names.js";

/** The tabs of the texts. */
export interface Tabs {
  show(texts: readonly SlotText[], shown: Slot, reports: readonly SlotReport[], names: FileNames): void;
}

/** `chosen` is called with the text to show in the editor. */
export function createTabs(parent: HTMLElement, chosen: (slot: Slot) => void): Tabs {
  moveByArrowKeys(parent, "[role=tab]", true);
  return {
    show(texts, shown, reports, names) {
      const hadFocus = parent.contains(document.activeElement);
      const tabs = texts.map(({ slot, text }) => {
        const isShown = slot === shown;
        const findings = reports.find((report) => report.slot === slot)?.findings ?? [];
        return button(
          {
            role: "tab",
            "aria-selected": String(isShown),
            "aria-controls": "editor",
            tabindex: isShown ? "0" : "-1",
            title: text === "" ? undefined : names.nameOf(slot),
            class: text === "" ? "empty-tab" : undefined,
          },
          () => {
            chosen(slot);
          },
          titleOf(slot),
          ...(findings.length === 0
            ? []
            : [
                " ",
                element("span", { class: `tab-count ${worst(findings)}` }, String(findings.length)),
                element("span", { class: "visually-hidden" }, ` finding${findings.length === 1 ? "" : "s"}`),
              ]),
        );
      });
      parent.replaceChildren(...tabs);
      if (hadFocus) tabs.find((tab) => tab.getAttribute("aria-selected") === "true")?.focus();
    },
  };
}

/** The name of a text on the page. */
export function titleOf(slot: Slot): string {
  switch (slot) {
    case "lock":
      return "Lock file";
    case "source":
      return "Source";
    case "log":
      return "Log";
    default:
      return slot;
  }
}

function worst(findings: SlotReport["findings"]): "error" | "warning" {
  return findings.some(({ severity }) => severity === "error") ? "error" : "warning";
}
