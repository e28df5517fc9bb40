import { hasProfileFiles } from "../codex/releases/index.js";
import { SAFE_COMPILER } from "../gh-aw/index.js";
import type { MessageIds, RuleId } from "./message-ids.js";

/** The message for one fault. `{{name}}` is a placeholder for the entry `name` of a finding's data. */
export interface Sentence {
  /** The problem and its effect: at most about 140 characters, so that an editor's list of problems shows all of it. */
  readonly problem: string;
  /** What to do; a record if it depends on the case. */
  readonly remedy: string | Readonly<Record<string, string>>;
}

const codex = "Codex ({{codex}}) in job `{{job}}`";
const provider = "Provider `{{provider}}`";
const undetermined = `The file does not determine whether ${codex} uses AWF's API proxy: that depends on`;
const envKey = "`{{variable}}`, the `env_key` of `{{provider}}`,";
const bypasses = "bypasses AWF's API proxy and gets 401 Unauthorized.";
const stops = `so ${codex} stops.`;
const stopsWith = `so ${codex} stops with "{{codexError}}".`;
const triesWebsocket = `so ${codex} first tries a WebSocket, which AWF's proxy rejects.`;
const forgets = "a `-c` after `exec` discards those before it.";
const moveFlag = "Move the flag after `exec`.";
const mayBreak = "so a new release of Codex can break it, as in April 2026.";

const recompile = `Recompile with gh-aw ${SAFE_COMPILER} or later.`;
const define = 'Define and select a provider such as `{{id}}` with `base_url = "{{proxyUrl}}"`';
const setBaseUrl = "Set `base_url` to AWF's API proxy, `{{proxyUrl}}`.";
const setKey = "set `{{credential}}` in the step's `env`";
const keepKey = `${setKey}, and start AWF with \`sudo -E\``;
const addName = "Add a `name`.";
const pin = "and set `engine.version` in the workflow's source so that it lasts.";
const removeEnvKey = {
  known: 'Set `env_key = "{{name}}"`, or remove it: AWF\'s API proxy sets the key itself.',
  unknown: "Remove `env_key`: AWF's API proxy sets the key itself.",
};

/** What `{{lasting}}` stands for: only a workflow that gh-aw compiled can be recompiled. */
export const lasting: { readonly compiled: string; readonly written: string } = {
  compiled: `, and recompile with gh-aw ${SAFE_COMPILER} or later so that it lasts.`,
  written: ".",
};

/** Every message, by rule id and message id. */
export const sentences: { readonly [Rule in RuleId]: Readonly<Record<MessageIds[Rule], Sentence>> } = {
  "codex-config-refused": {
    invalidToml: {
      problem: `config.toml is not valid TOML ({{message}}), ${stopsWith}`,
      remedy: "Correct the TOML.",
    },
    duplicateKey: {
      problem: `\`{{path}}\` is defined twice in config.toml, ${stopsWith}`,
      remedy: "Remove one of the two.",
    },
    reservedProvider: {
      problem: `\`{{provider}}\` is the id of a built-in provider, ${stopsWith}`,
      remedy: "Use another id for the provider, and select that id.",
    },
    undefinedProvider: {
      problem: `\`model_provider\` selects \`{{provider}}\`, which is not defined, ${stopsWith}`,
      remedy: "Define it, or select a provider that is defined.",
    },
    missingName: { problem: `${provider} has no \`name\`, ${stopsWith}`, remedy: addName },
    emptyName: { problem: `${provider} has an empty \`name\`, ${stopsWith}`, remedy: addName },
    chatWireApi: {
      problem: `${provider} has \`wire_api = "chat"\`, ${stopsWith}`,
      remedy: 'Set `wire_api` to `"responses"`, or remove it.',
    },
    wrongType: {
      problem: `\`{{path}}\` is {{found}} instead of {{expected}}, ${stopsWith}`,
      remedy: "Use {{expected}}.",
    },
    unknownValue: {
      problem: `\`{{value}}\` is not a valid value for \`{{path}}\`, ${stopsWith}`,
      remedy: "Use one of {{choices}}.",
    },
    missingField: {
      problem: `\`{{path}}\` lacks a required key ({{fields}}), ${stops}`,
      remedy: "Add {{choices}}.",
    },
    unsupportedField: {
      problem: `\`{{path}}\` is not allowed here, ${stops}`,
      remedy: { alone: "Remove it.", beside: "Remove it, or `{{other}}`." },
    },
    legacyProfile: {
      problem: `Codex ${hasProfileFiles.since} and later no longer supports \`profile\` in config.toml, ${stopsWith}`,
      remedy: "Move the profile's keys to the top of config.toml.",
    },
    undefinedProfile: {
      problem: `Profile \`{{profile}}\` is selected but not defined, ${stops}`,
      remedy: "Define the profile, or do not select it.",
    },
    localProvider: {
      problem: `\`--oss\` selects a local model server, ${stops}`,
      remedy: "Remove `--oss`: no local model server runs in AWF's container.",
    },
    missingHome: {
      problem: `\`CODEX_HOME\` is \`{{home}}\`, which does not exist, ${stopsWith}`,
      remedy: 'Create the folder before Codex starts: `mkdir -p "$CODEX_HOME"`.',
    },
    invalidArgument: {
      problem: `Codex cannot parse \`{{text}}\` on its command line, ${stops}`,
      remedy: {
        missingEquals: "Write `key=value`.",
        emptyKey: "Write `key=value`.",
        extraOperand: "Codex takes one word as its prompt: put the whole prompt in quotes.",
        unknownOption: "This release has no such option: correct or remove it.",
        rootOption: "Move it before `exec`.",
        execOption: "Move it after `exec`.",
        fullAuto: "Use `--sandbox workspace-write` instead.",
        missingValue: "Give it a value.",
        superfluousValue: "Remove its value.",
        unknownValue: "Use one of {{choices}}.",
        repeatedOption: "Give it once.",
        conflictingOption: "Remove it, or `{{other}}`.",
      },
    },
  },
  "codex-env-key": {
    excludedEnvKey: {
      problem: `AWF {{awf}} excludes ${envKey} ${stopsWith}`,
      remedy: removeEnvKey,
    },
    missingPlaceholder: {
      problem: `AWF has no key and does not set ${envKey} ${stopsWith}`,
      remedy: {
        ...removeEnvKey,
        missingKey: `Give AWF the key: ${setKey}.`,
        lostKey: `Give AWF the key: ${keepKey}.`,
      },
    },
    missingEnvironmentVariable: {
      problem: `Nothing passes ${envKey} to AWF's container, ${stopsWith}`,
      remedy: removeEnvKey,
    },
    expandedEnvKey: {
      problem: `The \`env_key\` of provider \`{{provider}}\` is \`{{variable}}\`, not a variable name, ${stopsWith}`,
      remedy: removeEnvKey,
    },
    emptyEnvKey: {
      problem: `The \`env_key\` of provider \`{{provider}}\` is empty, ${stopsWith}`,
      remedy: removeEnvKey,
    },
  },
  "codex-flag-before-exec": {
    forgottenModel: { problem: `${codex} uses {{used}}, not {{model}}: ${forgets}`, remedy: moveFlag },
    forgottenFlag: { problem: `${codex} ignores \`-c {{key}}=...\`: ${forgets}`, remedy: moveFlag },
  },
  "codex-misplaced-key": {
    misplacedKey: {
      problem: `\`{{key}}\` is in \`[{{table}}]\`, where ${codex} ignores it.`,
      remedy: {
        move: "Move it above the first table.",
        remove: "Remove it: `{{key}}` is already set above the first table.",
      },
    },
    misspelledKey: {
      problem: `${codex} ignores \`{{key}}\` in \`[{{table}}]\`: the key is \`{{spelling}}\`.`,
      remedy: "Rename it to `{{spelling}}`, or remove it.",
    },
  },
  "codex-proxy-address": {
    unusableBaseUrl: {
      problem: `${provider} has \`base_url = "{{baseUrl}}"\`, which {{why}}, so ${codex} fails with "{{codexError}}".`,
      remedy: setBaseUrl,
    },
    wrongPort: {
      problem: `${provider} uses port {{port}}, but {{why}}, so AWF's API proxy does not answer ${codex}.`,
      remedy: setBaseUrl,
    },
    proxyOff: {
      problem: `{{address}} is AWF's API proxy (\`{{baseUrl}}\`), which is off, so ${codex} fails with "{{codexError}}".`,
      remedy: "Start the proxy with `--enable-api-proxy`, or remove the address.",
    },
    missingVersionPath: {
      problem: `The \`base_url\` of provider \`{{provider}}\` lacks \`/v1\`, which AWF {{awf}} does not add, so ${codex} gets no answer.`,
      remedy: setBaseUrl,
    },
    doubledPath: {
      problem: `The \`base_url\` of provider \`{{provider}}\` repeats \`{{doubled}}\`, so ${codex} requests a path that does not exist.`,
      remedy: setBaseUrl,
    },
  },
  "codex-proxy-websocket": {
    supportsWebsockets: {
      problem: `${provider} enables \`supports_websockets\`, ${triesWebsocket}`,
      remedy: "Set `supports_websockets` to `false`.",
    },
    openAiBaseUrlKey: {
      problem: `\`openai_base_url\` leaves WebSockets on, ${triesWebsocket}`,
      remedy: `${define}.`,
    },
    environmentBaseUrl: { problem: `No model provider is selected, ${triesWebsocket}`, remedy: `${define}.` },
    websocketFeature: {
      problem: `Feature \`{{feature}}\` turns WebSockets on, ${triesWebsocket}`,
      remedy: `${define}.`,
    },
  },
  "codex-source": {
    compiledBypass: {
      problem: `Codex ({{codex}}) in {{runs}} ${bypasses}`,
      remedy: { recompile, fixable: `${recompile} {{command}}` },
    },
    importedEngine: {
      problem: `With the \`engine\` from \`{{engine}}\`, Codex ({{codex}}) in {{runs}} ${bypasses}`,
      remedy: { recompile, fixable: `${recompile} {{command}}` },
    },
  },
  "codex-undetermined": {
    undeterminedValue: {
      problem: `${undetermined} {{cause}}.`,
      remedy: {
        value: "Write the value into this file.",
        source: "Write what Codex gets from it into this file.",
      },
    },
    undeterminedFile: {
      problem: `${undetermined} {{cause}}.`,
      remedy: "Write all of config.toml in a step of this job.",
    },
    undeterminedCondition: {
      problem: `${undetermined} {{cause}}.`,
      remedy: "Give Codex the same configuration in each case.",
    },
    undeterminedVersion: {
      problem: `${undetermined} {{cause}}.`,
      remedy: "Install an exact version that this file names.",
    },
    undeterminedProgram: {
      problem:
        "Job `{{job}}` {{preparation}}, but the file does not determine whether {{cause}} starts it, nor with which configuration.",
      remedy:
        "In a step of this job, start `codex exec`, or write a config.toml with a provider for AWF's API proxy.",
    },
    undeterminedProxy: {
      problem: `${undetermined} {{cause}}.`,
      remedy: "Start AWF with `--enable-api-proxy`, or name its version in this file.",
    },
  },
  "codex-unknown-version": {
    modelName: {
      problem:
        "`{{version}}` is a model, not a version of Codex, so npm in job `{{job}}` fails with `ETARGET` and Codex does not run.",
      remedy: "In the workflow's source, set `engine.model` to the model and `engine.version` to a release.",
    },
  },
  "codex-unpinned": {
    noVersion: {
      problem: `Job \`{{job}}\` installs Codex without a version, ${mayBreak}`,
      remedy: {
        compiled: `Pin \`{{pin}}\`, for which the file was compiled, ${pin}`,
        unknown: `Pin a version, ${pin}`,
        written: "Pin a version.",
      },
    },
    floatingVersion: {
      problem: `Job \`{{job}}\` installs Codex \`{{version}}\`, ${mayBreak}`,
      remedy: {
        compiled: `Pin \`{{pin}}\`, for which the file was compiled, ${pin}`,
        unknown: `Pin a version, ${pin}`,
        written: "Pin a version.",
      },
    },
  },
  "codex-websocket-401": {
    noProvider: {
      problem: `${codex} selects no model provider, so it ${bypasses}`,
      remedy: {
        define: `${define}{{lasting}}`,
        missingKey: `${define}, and give AWF its key: ${setKey}.`,
        lostKey: `${define}, and give AWF its key: ${keepKey}.`,
        missingHome: "Set a `CODEX_HOME` for this step with a config.toml that selects `{{id}}`{{lasting}}",
        recompile,
      },
    },
    misplacedSelection: {
      problem: `\`model_provider\` is in \`[{{table}}]\`, so ${codex} ignores it, ${bypasses}`,
      remedy: "Move it above the first table{{lasting}}",
    },
    notSelected: {
      problem: `${provider} is defined but not selected, so ${codex} ${bypasses}`,
      remedy: {
        inFile: 'Put `model_provider = "{{provider}}"` above the first table{{lasting}}',
        onCommandLine: "Select `{{provider}}` on the command line, or remove the selection there.",
      },
    },
    baseUrlMissing: {
      problem: `${provider} has no \`base_url\`, so ${codex} ${bypasses}`,
      remedy: setBaseUrl,
    },
    baseUrlDirect: {
      problem: `${provider} uses \`{{baseUrl}}\`, so ${codex} ${bypasses}`,
      remedy: setBaseUrl,
    },
  },
  "stale-compiler": {
    missingProvider: {
      problem: "gh-aw {{compiler}} writes no model provider for Codex{{effect}}.",
      remedy: recompile,
    },
    misplacedProvider: {
      problem:
        "gh-aw {{compiler}} writes `model_provider` below `[history]` for threat detection, where Codex ignores it{{effect}}.",
      remedy: recompile,
    },
    vendorPort: {
      problem: "gh-aw {{compiler}} wrote another vendor's port into Codex's configuration{{effect}}.",
      remedy: recompile,
    },
  },
  "stale-lock": {
    staleFrontMatter: {
      problem:
        "The front matter of `{{source}}` or an import changed, so runs stop with `ERR_CONFIG: Lock file '{{lock}}' is outdated!`.",
      remedy: "Run `gh aw compile {{name}}`.",
    },
    staleBody: {
      problem:
        "The body of `{{source}}` or an import changed (`stale-check: full`), so runs stop with `ERR_CONFIG: Lock file '{{lock}}' is outdated!`.",
      remedy: "Run `gh aw compile {{name}}`.",
    },
  },
};
