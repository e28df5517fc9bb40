import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";

/** Deeper indentation would leave no room on a narrow screen. */
const DEEPEST = 16;

/** Wraps lines with the indentation of the line, because indentation shows the structure of YAML. */
export const wrappedLines: Extension = [
  EditorView.lineWrapping,
  ViewPlugin.define(
    (view) => ({
      decorations: indentations(view),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.decorations = indentations(update.view);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  ),
];

function indentations({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let next = 0;
  for (const { from, to } of visibleRanges)
    for (let offset = Math.max(from, next); offset <= to; offset = next) {
      const line = state.doc.lineAt(offset);
      const width = Math.min(/^ */.exec(line.text)?.[0].length ?? 0, DEEPEST);
      if (width > 0) builder.add(line.from, line.from, indentation(width));
      next = line.to + 1;
    }
  return builder.finish();
}

function indentation(width: number): Decoration {
  // The editor's own padding of a line is 6px.
  const style = `text-indent: -${width}ch; padding-left: calc(${width}ch + 6px)`;
  return Decoration.line({ attributes: { style } });
}
