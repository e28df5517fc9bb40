import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import type { Finding } from "../analysis/finding.js";
import { prose } from "../page/prose.js";

/** Shows findings in the gutter and below the text. */
export function showDiagnostics(view: EditorView, findings: readonly Finding[]): void {
  const { length } = view.state.doc;
  view.dispatch(
    setDiagnostics(
      view.state,
      findings.flatMap((finding) => [diagnosticOf(finding, length), ...relatedDiagnostic(finding, length)]),
    ),
  );
}

/** Highlights the cause of a finding if it is on a later line. */
function relatedDiagnostic({ related, line, rule }: Finding, length: number): readonly Diagnostic[] {
  if (!related) return [];
  return [
    {
      from: Math.min(related.start, length),
      to: Math.min(related.end, length),
      severity: "info",
      markClass: "cm-related",
      message: `The finding on line ${line} is about this.`,
      ...(rule !== undefined && { source: rule }),
    },
  ];
}

/** The text may have become shorter since it was linted. */
function diagnosticOf({ start, end, severity, rule, message }: Finding, length: number): Diagnostic {
  return {
    from: Math.min(start, length),
    to: Math.min(end, length),
    severity,
    message,
    ...(rule !== undefined && { source: rule }),
    renderMessage: () => {
      const text = document.createElement("span");
      text.append(...prose(message));
      return text;
    },
  };
}
