import { home, runnerTemp, toolCache, workspace } from "../sandbox/index.js";
import type { Contexts } from "./expressions.js";
import type { WorkflowFile } from "./workflow-file.js";

/** The event that starts the workflow. */
export interface Event {
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** `workflow_dispatch` if the workflow has it, else its first event; with the inputs' defaults. */
export function eventOf({ events }: WorkflowFile, wanted?: string, given: Event["inputs"] = {}): Event {
  const names = Object.keys(events);
  const name = wanted ?? (names.includes("workflow_dispatch") ? "workflow_dispatch" : (names[0] ?? "push"));
  const inputs: Record<string, unknown> = {};
  for (const [input, definition] of Object.entries(inputsOf(events[name]))) {
    inputs[input] = given[input] ?? defaultOf(definition);
  }
  return { name, inputs: { ...inputs, ...given } };
}

function inputsOf(event: unknown): Readonly<Record<string, unknown>> {
  const inputs = (event as { inputs?: Record<string, unknown> } | null | undefined)?.inputs;
  return inputs ?? {};
}

/** GitHub's value for an input without a value. */
function defaultOf(definition: unknown): unknown {
  const {
    default: value,
    type,
    options,
  } = (definition ?? {}) as {
    default?: unknown;
    type?: string;
    options?: readonly unknown[];
  };
  if (value !== undefined && value !== null)
    return type === "boolean" ? value === true || value === "true" : value;
  if (type === "boolean") return false;
  return type === "choice" ? (options?.[0] ?? "") : "";
}

/** A runner's own variables, which the workflow's variables override. */
export function processEnvironment(): Readonly<Record<string, string>> {
  return {
    CI: "true",
    HOME: home,
    LANG: "C.UTF-8",
    PATH: `${home}/.local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    SHELL: "/bin/bash",
    USER: "runner",
    XDG_CONFIG_HOME: `${home}/.config`,
  };
}

/** Variables that GitHub sets for every step and that a workflow cannot override. */
export function defaultVariables(
  workflow: WorkflowFile,
  event: Event,
  job: string,
): Readonly<Record<string, string>> {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "octocat",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_BASE_REF: "",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: "/runner/control/event.json",
    GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
    GITHUB_HEAD_REF: "",
    GITHUB_JOB: job,
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: "owner/repository",
    GITHUB_REPOSITORY_OWNER: "owner",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_TRIGGERING_ACTOR: "octocat",
    GITHUB_WORKFLOW: workflow.name,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "GitHub Actions 1",
    RUNNER_OS: "Linux",
    RUNNER_TEMP: runnerTemp,
    RUNNER_TOOL_CACHE: toolCache,
    RUNNER_WORKSPACE: workspace.slice(0, workspace.lastIndexOf("/")),
  };
}

/** The contexts that are the same for all steps of a job. */
export function jobContexts(
  variables: Readonly<Record<string, string>>,
  event: Event,
  text: string,
): Contexts {
  // The event has texts, the context `inputs` keeps the types.
  const inputs = Object.fromEntries(
    Object.entries(event.inputs).map(([name, value]) => [name, String(value)]),
  );
  const github: Record<string, unknown> = { token: "placeholder", event: { inputs } };
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith("GITHUB_")) github[name.slice("GITHUB_".length).toLowerCase()] = value;
  }
  return {
    github,
    inputs: event.inputs,
    runner: {
      arch: "X64",
      environment: "github-hosted",
      name: variables.RUNNER_NAME,
      os: "Linux",
      temp: runnerTemp,
      tool_cache: toolCache,
    },
    secrets: secretsNamedIn(text),
  };
}

/** Sets every secret that the workflow names. */
function secretsNamedIn(text: string): Readonly<Record<string, string>> {
  const names = [...text.matchAll(/\bsecrets(?:\.|\['?)([A-Za-z_]\w*)/g)].map(([, name]) => name ?? "");
  return Object.fromEntries(["GITHUB_TOKEN", ...names].map((name) => [name, "placeholder"]));
}
