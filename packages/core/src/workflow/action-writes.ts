import { substituteText, type Contexts, type Value } from "./expressions/index.js";
import type { Step } from "./workflow.js";

/** Where an action may write files that a later step reads. */
export type ActionWrites =
  | { readonly kind: "nowhere" }
  /** Below these folders. Their paths are relative to the workspace; `~` is the home directory. */
  | {
      readonly kind: "folders";
      readonly folders: readonly Value[];
      /** Whether the folders certainly exist afterwards. */
      readonly areMade: boolean;
    }
  /** The action is not known, or runs code of the repository. */
  | { readonly kind: "anywhere" };

const NOWHERE: ActionWrites = { kind: "nowhere" };
const ANYWHERE: ActionWrites = { kind: "anywhere" };

/**
 * Actions, of any version, that write only to the tool cache, the temporary folder, GitHub, and files of their own tools,
 * such as credentials. They set no variables but those of these tools.
 */
const WRITING_NOWHERE: ReadonlySet<string> = new Set([
  "actions/add-to-project",
  "actions/attest",
  "actions/attest-build-provenance",
  "actions/attest-sbom",
  "actions/cache/save",
  "actions/configure-pages",
  "actions/create-github-app-token",
  "actions/create-release",
  "actions/dependency-review-action",
  "actions/deploy-pages",
  "actions/first-interaction",
  "actions/labeler",
  "actions/setup-dotnet",
  "actions/setup-go",
  "actions/setup-java",
  "actions/setup-node",
  "actions/setup-python",
  "actions/stale",
  "actions/upload-artifact",
  "actions/upload-pages-artifact",
  "astral-sh/setup-uv",
  "aws-actions/amazon-ecr-login",
  "aws-actions/configure-aws-credentials",
  "azure/login",
  "azure/setup-helm",
  "azure/setup-kubectl",
  "denoland/setup-deno",
  "docker/login-action",
  "docker/metadata-action",
  "docker/setup-buildx-action",
  "docker/setup-qemu-action",
  "dorny/paths-filter",
  "dtolnay/rust-toolchain",
  "erlef/setup-beam",
  "extractions/setup-just",
  "github/codeql-action/upload-sarif",
  "github/gh-aw-firewall",
  "githubnext/gh-aw-firewall",
  "google-github-actions/auth",
  "google-github-actions/setup-gcloud",
  "gradle/actions/setup-gradle",
  "hashicorp/setup-packer",
  "hashicorp/setup-terraform",
  "marocchino/sticky-pull-request-comment",
  "oven-sh/setup-bun",
  "peter-evans/create-or-update-comment",
  "peter-evans/find-comment",
  "peter-evans/repository-dispatch",
  "pnpm/action-setup",
  "ruby/setup-ruby",
  "shivammathur/setup-php",
  "sigstore/cosign-installer",
  "slackapi/slack-github-action",
  "softprops/action-gh-release",
  "step-security/harden-runner",
  "taiki-e/install-action",
  "tibdex/github-app-token",
  "webfactory/ssh-agent",
]);

const OF_COMPILED_FILES: ReadonlySet<string> = new Set([
  "./actions/setup",
  "actions/download-artifact",
  "actions/github-script",
]);

/** gh-aw's own actions: they write below `${RUNNER_TEMP}/gh-aw` and `/tmp/gh-aw`, but no configuration of Codex. */
const GH_AW_SETUP = /^(?:github|githubnext)\/gh-aw(?:-actions)?\/(?:actions\/)?setup(?:-cli)?$/;

/**
 * Where the action of a step may write. A step without `uses` writes nowhere by an action. In a file that gh-aw
 * compiled, its scripts, its own action and the artifacts of its own jobs hold no configuration of Codex.
 */
export function actionWrites(step: Step, contexts: Contexts, isCompiled: boolean): ActionWrites {
  const { uses } = step;
  if (uses === undefined) return NOWHERE;
  const [action = ""] = uses.split("@", 1);
  const name = action.toLowerCase();
  if (isCompiled && OF_COMPILED_FILES.has(name)) return NOWHERE;
  switch (name) {
    case "actions/checkout":
    case "actions/download-artifact":
      return below(inputOf(step, "path"), ["."], contexts, true);
    case "actions/cache":
    case "actions/cache/restore":
      return below(inputOf(step, "path"), [], contexts, false);
    case "actions/github-script":
      return mayWrite(inputOf(step, "script") ?? "") ? ANYWHERE : NOWHERE;
    default:
      if (runsByInput(step, name)) return ANYWHERE;
      return WRITING_NOWHERE.has(name) || GH_AW_SETUP.test(name) ? NOWHERE : ANYWHERE;
  }
}

/** An input with which an action installs packages or runs code of the repository. */
interface RunningInput {
  readonly name: string;
  /** The values with which it does so. */
  readonly values: RegExp;
}

const OTHER_THAN_FALSE = /^(?!(?:false|null)?$)/;

/**
 * `bundle install` runs the Gemfile. Like `pip install` in a script, `pip-install` runs only the `setup.py` of folders, such
 * as `-e .`; packages of a registry are assumed to write no files that matter here.
 */
const RUNNING_INPUTS: ReadonlyMap<string, RunningInput> = new Map([
  [
    "actions/setup-python",
    { name: "pip-install", values: /\$\{\{|(?:^|[\s=])(?:\.{1,2}(?=[/[\s]|$)|[/~]|file:)/ },
  ],
  ["gradle/actions/setup-gradle", { name: "arguments", values: OTHER_THAN_FALSE }],
  ["pnpm/action-setup", { name: "run_install", values: OTHER_THAN_FALSE }],
  ["ruby/setup-ruby", { name: "bundler-cache", values: OTHER_THAN_FALSE }],
]);

function runsByInput(step: Step, action: string): boolean {
  const input = RUNNING_INPUTS.get(action);
  return input?.values.test(inputOf(step, input.name)?.trim() ?? "") === true;
}

function below(
  paths: string | undefined,
  missing: readonly string[],
  contexts: Contexts,
  areMade: boolean,
): ActionWrites {
  const written = paths === undefined || paths.trim() === "" ? missing : paths.split("\n");
  const folders = written.map((path) => path.trim()).filter((path) => path !== "" && !path.startsWith("!"));
  return { kind: "folders", folders: folders.map((path) => substituteText(path, contexts)), areMade };
}

/** An input of a step's action. GitHub ignores the case of input names. */
export function inputOf(step: Step, name: string): string | undefined {
  for (const [key, { value }] of step.with) if (key.toLowerCase() === name) return value;
  return undefined;
}

/** Whether a script for Node can do more than call GitHub's API and set outputs. */
function mayWrite(script: string): boolean {
  return /\b(?:require|import|exec|io|glob|process|exportVariable|addPath)\b/.test(script);
}
