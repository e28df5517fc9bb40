import { fileText } from "../text/index.js";
import { readEnvironment } from "./environment.js";
import { readJobs } from "./job.js";
import { readLockHeader } from "./lock-header.js";
import { readRunDefaults } from "./run-defaults.js";
import { readTriggers } from "./triggers.js";
import type { Workflow } from "./workflow.js";
import { entry } from "../yaml/index.js";
import { parseYaml } from "../yaml/index.js";

/** A workflow of which all is parsed, however it is laid out. */
export function parseWholeWorkflow(text: string): Workflow {
  const file = fileText(text);
  const yaml = parseYaml(text);
  const entries = yaml.root?.kind === "mapping" ? yaml.root.entries() : [];
  return {
    text,
    header: readLockHeader(text),
    triggers: readTriggers(entry(entries, "on")?.value),
    env: readEnvironment(file, entry(entries, "env")?.value),
    defaults: readRunDefaults(entries),
    jobs: readJobs(file, entry(entries, "jobs")?.value, yaml.hasAliases),
    problems: yaml.problems,
  };
}
