import fc from "fast-check";
import { oneOf, several } from "./template.js";

const line = oneOf(
  'model_provider = "openai-proxy"',
  "[model_providers.openai-proxy]",
  'name = "$A"',
  "base_url = 'http://172.30.0.30:10000'",
  'env_key = "OPENAI_API_KEY"',
  "supports_websockets = false",
  "# ${B:-none} ${UNSET:-unset}",
  "# \\$A \\\\ \\` \\x",
  "# $(echo sub) `echo back` $((N + 1))",
  "# ${{ env.A }} ${{ inputs.mode }}",
  "  indented = 1",
  "",
  "model = \"${{ env.NONE || 'gpt-5' }}\"",
  '# it\'s "quoted"',
  "[history]",
);

/** The text after a command, and the lines that follow the command's line. */
export interface HereDocument {
  readonly redirection: string;
  /** The lines after the command's line. */
  readonly rest: string;
}

/** A here-document with any operator and delimiter that people use. */
export const hereDocument: fc.Arbitrary<HereDocument> = fc
  .record({
    operator: fc.constantFrom("<<", "<<", "<< ", "<<-"),
    delimiter: fc.constantFrom("EOF", "'EOF'", '"EOF"', "'END_OF_FILE'", "TOML"),
    body: several(line, { from: 0, to: 4, between: "\n" }),
  })
  .map(({ operator, delimiter, body }) => {
    const lines = body === "" ? [] : body.split("\n");
    const tab = operator === "<<-" ? "\t" : "";
    const end = delimiter.replace(/['"]/g, "");
    return {
      redirection: `${operator}${delimiter}`,
      rest: `\n${[...lines, end].map((text) => `${tab}${text}\n`).join("")}`,
    };
  });
