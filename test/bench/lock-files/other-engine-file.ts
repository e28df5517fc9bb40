import { installAwf } from "../../support/steps.js";
import { workflow, type Step } from "../../support/workflow.js";
import { domains, models } from "./domains-and-models.js";
import { padded } from "./padded.js";

/**
 * Where a lock file of another engine names codex. All lock files of the newest compilers do: in the model lists of AWF's
 * configuration, with either kind of quotes, and among the folders of agents.
 */
export type Mention = "models, escaped" | "models, plain" | "prompt" | "none";

const config = JSON.stringify({
  network: { allowDomains: domains },
  apiProxy: { enabled: true, maxRuns: 500, models },
  container: { imageTag: "0.28.4" },
});

/** A lock file of about this size in bytes that does not run Codex. */
export function otherEngineFile(mention: Mention, size: number): string {
  const text = workflow({
    header: { schema_version: "v4", agent_id: "copilot", compiler_version: "v0.87.4" },
    jobs: {
      agent: [...installation, ...folders(mention), ...instructions(mention), execute(mention)],
      detection: [...installation, execute(mention)],
    },
  });
  return padded(text, size);
}

const installation: readonly Step[] = [
  {
    name: "Install GitHub Copilot CLI",
    run: `bash "\${RUNNER_TEMP}/gh-aw/actions/install_copilot_cli.sh" 1.0.34`,
  },
  installAwf("v0.28.4"),
];

function folders(mention: Mention): Step[] {
  if (mention === "none" || mention === "prompt") return [];
  return [
    {
      name: "Save agent config folders for base branch restoration",
      env: { GH_AW_AGENT_FOLDERS: ".agents .antigravity .claude .codex .gemini .github .opencode .pi" },
      run: `bash "\${RUNNER_TEMP}/gh-aw/actions/save_base_github_folders.sh"`,
    },
  ];
}

function instructions(mention: Mention): Step[] {
  if (mention !== "prompt") return [];
  return [
    {
      name: "Create prompt with built-in context",
      run: [
        `cat << 'GH_AW_PROMPT_EOF' > "$GH_AW_PROMPT"`,
        `Compare what the engines copilot, claude and codex wrote about this issue; run \`codex exec\` yourself never.`,
        `GH_AW_PROMPT_EOF`,
      ].join("\n"),
    },
  ];
}

function execute(mention: Mention): Step {
  return {
    name: "Execute GitHub Copilot CLI",
    env: {
      COPILOT_GITHUB_TOKEN: "${{ secrets.COPILOT_GITHUB_TOKEN }}",
      COPILOT_MODEL: "${{ vars.MODEL || 'auto' }}",
    },
    run: [
      `set -o pipefail`,
      `touch /tmp/gh-aw/agent-step-summary.md`,
      ...awfConfig(mention),
      `# shellcheck disable=SC1003`,
      `sudo -E awf --env-all --exclude-env COPILOT_GITHUB_TOKEN --allow-domains '${domains.join(",")}' --log-level info \\`,
      `  -- /bin/bash -c 'export PATH="$(find /opt/hostedtoolcache -name bin | tr '\\''\\n'\\'' '\\'':'\\'')$PATH" && "$GH_AW_NODE_EXEC" \${RUNNER_TEMP}/gh-aw/actions/copilot_harness.cjs copilot --add-dir /tmp/gh-aw/ --log-level all --prompt-file /tmp/gh-aw/aw-prompts/prompt.txt' 2>&1 | tee -a /tmp/gh-aw/agent-stdio.log`,
    ].join("\n"),
  };
}

function awfConfig(mention: Mention): string[] {
  switch (mention) {
    case "models, escaped":
      return [`printf '%s\\n' "${config.replaceAll('"', '\\"')}" > "\${RUNNER_TEMP}/gh-aw/awf-config.json"`];
    case "models, plain":
      return [`printf '%s\\n' '${config}' > "\${RUNNER_TEMP}/gh-aw/awf-config.json"`];
    case "prompt":
    case "none":
      return [];
  }
}
