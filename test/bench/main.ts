// npm run bench [-- --quick] [a b c d e f]: what linting costs, as ratios measured in one run.
import type { Part, Row } from "./row.js";
import { compareWithActionlint } from "./sections/actionlint.js";
import { compareWithEmptyProcessor } from "./sections/empty-processor.js";
import { measureGrowth } from "./sections/growth.js";
import { measureImport } from "./sections/import-time.js";
import { measureMemory } from "./sections/memory.js";
import { compareWithParser } from "./sections/parser.js";
import { compareWithReading } from "./sections/reading.js";
import { compareWithYmlPlugin } from "./sections/yml-plugin.js";
import { parseArguments, type Settings } from "./settings.js";
import { formatTable } from "./table.js";

type Section = (settings: Settings) => readonly Row[] | Promise<readonly Row[]>;

const sections: Readonly<Record<Part, readonly Section[]>> = {
  a: [compareWithEmptyProcessor, measureImport],
  b: [compareWithYmlPlugin],
  c: [compareWithActionlint],
  d: [compareWithParser],
  e: [compareWithReading],
  f: [measureGrowth, measureMemory],
};

const settings = parseArguments(process.argv.slice(2));
const rows: Row[] = [];
for (const part of settings.parts) {
  console.error(`Measuring (${part}) ...`);
  for (const section of sections[part]) rows.push(...(await section(settings)));
}
console.log(formatTable(rows));
