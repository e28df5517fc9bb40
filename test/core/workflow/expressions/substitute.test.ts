import { describe, expect, it } from "vitest";
import { applyEdits, fileText, spanInFile } from "../../../../packages/core/src/text/index.js";
import {
  known,
  substituteScript,
  substituteText,
  unknown,
  type Contexts,
} from "../../../../packages/core/src/workflow/expressions/index.js";

const contexts: Contexts = {
  context: (name) => ({
    kind: "object",
    get: (key) => (name === "env" ? known(key === "URL" ? "http://x" : null) : unknown(`${name}.${key}`)),
  }),
  status: () => known(true),
};

const substituted = (script: string): ReturnType<typeof substituteScript> =>
  substituteScript(fileText(script), contexts, {
    standIn: ({ source, truth }) => `<${source}${truth === true ? "!" : ""}>`,
    pick: (_, count) => count - 1,
  });

describe("expressions in a script", () => {
  it.each([
    ["echo ${{ env.URL }}", "echo http://x"],
    ["echo '${{ env.URL }}' \"${{env.URL}}\"", "echo 'http://x' \"http://x\""],
    ["a ${{ env.none }}b", "a b"],
    ["a ${{ secrets.X }}b ${{ env.URL }}", "a <secrets.X>b http://x"],
    ["${{ format('{0}}}', 'a') }}", "a}"],
    ["${{ '}}' }}!", "}}!"],
    ["${{ env.URL", "${{ env.URL"],
    ["${URL} $(x) {{ y }}", "${URL} $(x) {{ y }}"],
    ["${{ github.ref == 'x' }}", "false"],
    ["${{ inputs.x && 'a' || 'b' }}${{ inputs.x && 'a' || 'b' }}", "bb"],
    ["${{ inputs.x || 'text' }}", "<inputs.x || 'text'!>"],
    ["a $B${{ inputs.x }} \\$B${{ inputs.x }}", "a <$B${{ inputs.x }}> \\$B<inputs.x>"],
    ["$B${{ inputs.x && 'a' || 'b' }}", "$Bb"],
    ["${{ inputs.x || '' }}", "<inputs.x || ''>"],
    ["${{ inputs.x && inputs.y || 'b' }}", "<inputs.x && inputs.y || 'b'!>"],
    [
      "${{ inputs.a && 'a' || 'b' }}${{ inputs.c && 'c' || 'd' }}${{ inputs.e && 'e' || '' }}${{ inputs.f && 1 || 2 }}",
      "<inputs.a && 'a' || 'b'!><inputs.c && 'c' || 'd'!><inputs.e && 'e' || ''><inputs.f && 1 || 2!>",
    ],
  ])("are replaced: %s becomes %s", (script, result) => {
    expect(substituted(script).text).toBe(result);
  });

  it("leave the text around them located and editable", () => {
    const script = "a ${{ env.URL }} here";
    const text = substituted(script);
    const start = text.text.indexOf("here");
    expect(spanInFile(text, start, start + 4)).toEqual({ start: 17, end: 21 });
    const inside = text.text.indexOf("//");
    expect(spanInFile(text, inside, inside + 2)).toEqual({ start: 2, end: 16 });
    const edit = text.edit(start, start + 4, "there");
    expect(edit && applyEdits(script, [edit])).toBe("a ${{ env.URL }} there");
    expect(text.edit(start, start + 4, "${{ x }}")).toBeUndefined();
    expect(text.edit(inside, inside + 2, "x")).toBeUndefined();
  });
});

describe("expressions in a string", () => {
  it("are replaced as far as they are known", () => {
    expect(substituteText("a", contexts)).toEqual(known("a"));
    expect(substituteText("${{ env.URL }}/v1", contexts)).toEqual(known("http://x/v1"));
    expect(substituteText("${{ github.workspace }}/x", contexts)).toEqual({
      kind: "text",
      parts: [unknown("github.workspace"), "/x"],
    });
    expect(substituteText("/${{ inputs.x || 'a' }}/v1", contexts)).toEqual({
      kind: "text",
      parts: ["/", unknown("inputs.x || 'a'", true), "/v1"],
    });
    expect(substituteText("v${{ github.ref == 'x' && 1 || 2 }}", contexts)).toEqual({
      kind: "choice",
      values: [known("v1"), known("v2")],
    });
  });
});
