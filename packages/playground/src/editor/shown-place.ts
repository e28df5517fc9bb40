import { StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Place } from "../page/places.js";

const show = StateEffect.define<Place | undefined>();

const line = Decoration.line({ class: "cm-shown-line" });
const exactly = Decoration.mark({ class: "cm-shown-place" });

/** Highlights the location that was shown last, until the text changes. */
export const shownPlace: StateField<DecorationSet> = StateField.define({
  create: () => Decoration.none,
  update(marks, { effects, docChanged, newDoc }) {
    let next = docChanged ? Decoration.none : marks;
    for (const effect of effects)
      if (effect.is(show)) next = effect.value ? marksOf(effect.value, newDoc) : Decoration.none;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Moves to a location and highlights it, with some lines around it in view. */
export function showPlace(view: EditorView, place: Place): void {
  const { doc } = view.state;
  const start = Math.min(place.start, doc.length);
  const { clientHeight } = view.scrollDOM;
  view.dispatch({
    selection: { anchor: start },
    effects: [
      show.of(place),
      place.related
        ? // Near the top, so that the cause on a later line is also visible.
          EditorView.scrollIntoView(start, { y: "start", yMargin: clientHeight / 4 })
        : // Does not scroll if the location is already visible.
          EditorView.scrollIntoView(start, { y: "nearest", yMargin: clientHeight / 3 }),
    ],
  });
}

/** The line of the finding, the line of its cause, and the exact location in that line. */
function marksOf({ start, end, related }: Place, doc: Text): DecorationSet {
  const exact = related ?? { start, end };
  const [from, to] = [Math.min(exact.start, doc.length), Math.min(exact.end, doc.length)];
  const lines = new Set([start, from].map((offset) => doc.lineAt(Math.min(offset, doc.length)).from));
  const marks = [...lines].map((offset) => line.range(offset));
  return Decoration.set(from < to ? [...marks, exactly.range(from, to)] : marks, true);
}
