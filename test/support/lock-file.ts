import { generations, type Compiler, type Generation } from "./generations.js";
import {
  append,
  command,
  configureCodex,
  copy,
  executeCodex,
  hereDocument,
  installAwf,
  installCodex,
  prepareDetectionConfig,
  startMcpGateway,
  type ExecuteCodex,
} from "./steps.js";
import { gatewayServers } from "./toml.js";
import { workflow, type Step } from "./workflow.js";

/** What makes a lock file differ from the usual one of its generation. */
export interface LockFile {
  /** The first gh-aw version of a generation. The options below replace what that generation writes. */
  readonly compiler?: Compiler;
  /** Codex's version; `undefined` leaves out the step that installs it. */
  readonly codex?: string | undefined;
  readonly awf?: string | undefined;
  /** The TOML at the top of the file that Codex reads, if the generation writes such a file. */
  readonly toml?: string;
  /** The same for the detection job. */
  readonly detectionToml?: string;
  /** The object `defaults` of the newest generation's JSON. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly execute?: ExecuteCodex;
  /** `false`: no `# gh-aw-metadata:` comment. */
  readonly header?: boolean;
  /** `false`: only the agent job. */
  readonly detection?: boolean;
}

/** A lock file as a generation of the compiler writes it, reduced to the parts that concern Codex's configuration. */
export function lockFile(options: LockFile = {}): string {
  const { compiler = "v0.69.0", header = true, detection = true } = options;
  const generation: Generation = generations[compiler];
  const agent = agentSteps(generation, options);
  const detectionSteps = detection ? stepsOfDetection(generation, options) : [];
  return workflow({
    header: header && generation.header ? { agent_id: "codex", compiler_version: compiler } : undefined,
    jobs:
      generation.detection.job === "agent"
        ? { agent: [...agent, ...detectionSteps] }
        : { agent, ...(detectionSteps.length > 0 ? { detection: detectionSteps } : {}) },
  });
}

function agentSteps(generation: Generation, options: LockFile): Step[] {
  return [
    ...installation(generation, options),
    ...configuration(generation, options, options.toml),
    executeCodex({ ...generation.execute, awf: awfOf(generation, options), ...options.execute }),
  ];
}

function stepsOfDetection(generation: Generation, options: LockFile): Step[] {
  const { detection } = generation;
  const execute = { ...generation.execute, awf: awfOf(generation, options), ...options.execute };
  switch (detection.config) {
    case "none":
      return [
        ...(detection.job === "agent" ? [] : installation(generation, options)),
        detection.awf ? executeCodex(execute) : { name: "Execute Codex CLI", run: command.plain },
      ];
    case "same":
      return [
        ...installation(generation, options),
        ...configuration(generation, options, options.detectionToml ?? options.toml),
        executeCodex(execute),
      ];
    case "external":
      return [
        ...installation(generation, options),
        prepareDetectionConfig({
          path: `"\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml"`,
          delimiter: "GH_AW_CODEX_DETECTION_CONFIG_6ed41afb06de5aa1_EOF",
          toml: options.detectionToml ?? detection.toml,
        }),
        executeCodex({ ...execute, name: "Execute threat detection with AWF", codex: command.threatDetect }),
      ];
  }
}

function installation(generation: Generation, options: LockFile): Step[] {
  const codex = "codex" in options ? options.codex : generation.codex;
  const awf = "awf" in options ? options.awf : generation.awf;
  return [
    ...(codex === undefined ? [] : [installCodex(codex)]),
    ...(awf === undefined ? [] : [installAwf(awf)]),
  ];
}

function awfOf(generation: Generation, options: LockFile): string {
  return options.awf ?? generation.awf;
}

function configuration(generation: Generation, options: LockFile, toml: string | undefined): Step[] {
  const { config } = generation;
  switch (config.kind) {
    case "gateway":
      return [
        startMcpGateway({
          servers: { path: config.path, delimiter: config.delimiter, toml: toml ?? gatewayServers },
        }),
      ];
    case "synced":
      return [
        startMcpGateway({
          servers: { path: config.path, delimiter: config.delimiter, toml: gatewayServers },
          sync: [
            hereDocument({
              path: `"/tmp/gh-aw/mcp-config/config.toml"`,
              delimiter: "GH_AW_CODEX_SHELL_POLICY_6ca2c660677622ac_EOF",
              toml: toml ?? config.start,
            }) + append[config.append],
            copy[config.copy],
          ],
        }),
      ];
    case "json":
      return [
        configureCodex({ defaults: options.defaults ?? config.defaults }),
        startMcpGateway({ sync: [copy.converted] }),
      ];
  }
}
