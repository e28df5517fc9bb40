import { domains } from "./domains-and-models.js";

/** The text of a step that does not concern an engine; the number makes each step unique. */
type Filler = (number: number) => string;

const script = (name: string): string => `        with:
          script: |
            const path = require('path');
            const actionsDir = path.join(process.env.RUNNER_TEMP, 'gh-aw', 'actions');
            const { setupGlobals } = require(path.join(actionsDir, 'setup_globals.cjs'));
            setupGlobals(core, github, context, exec, io, getOctokit);
            const { main } = require(path.join(actionsDir, '${name}.cjs'));
            await main(core, context);
`;

const githubScript: Filler = (number) => `      - name: Check workflow ${number}
        id: check-${number}
        if: github.event_name == 'issues' || github.event_name == 'issue_comment' && needs.activation.outputs.ok_${number} == 'true'
        uses: actions/github-script@3a2844b7e9c422d3c10d287c895573f7108da1b3 # v9.0.0
        env:
          GH_AW_WORKFLOW_NAME: "Bench ${number}"
          GH_AW_WORKFLOW_SOURCE_URL: "\${{ github.server_url }}/\${{ github.repository }}/blob/main/${number}.md"
          GH_AW_GITHUB_TOKEN: \${{ secrets.GH_AW_GITHUB_TOKEN || secrets.GITHUB_TOKEN }}
${script("check_workflow_timestamp_api")}`;

const upload: Filler = (number) => `      - name: Upload artifacts ${number}
        if: always()
        continue-on-error: true
        uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with:
          name: agent-artifacts-${number}
          path: |
            /tmp/gh-aw/aw-prompts/prompt.txt
            /tmp/gh-aw/sandbox/agent/logs/
            /tmp/gh-aw/agent-stdio.log
            !/tmp/gh-aw/proxy-logs/proxy-tls/
          if-no-files-found: ignore
`;

const information: Filler = (number) => `      - name: Generate agentic run info ${number}
        id: info_${number}
        env:
${informationNames.map((name, index) => `          GH_AW_INFO_${name}: ${informationValues[index % 4] ?? ""}\n`).join("")}        uses: github/gh-aw-actions/setup@ea4b911d44a5336c74325a122a5fd9110b45ff06 # v0.87.4
        with:
          destination: \${{ runner.temp }}/gh-aw/actions
          job-name: \${{ github.job }}
`;

const prose = `Review the changes since the last run, and group them by component. Read "CHANGELOG.md", the open issues and
the discussions; don't repeat what an earlier report says. For each group write: what changed, who is affected
(\`users\`, \`maintainers\`, or both), and what is left to do. Use \${GH_AW_GITHUB_REPOSITORY} for links.

- **Sources**: pull requests, commits, releases & their notes
- **Limits**: at most 10 findings; a table for more than 3 <details> blocks
- **Tone**: calm, exact, helpful
`;

const prompt: Filler = (number) => `      - name: Create prompt ${number}
        env:
          GH_AW_PROMPT: /tmp/gh-aw/aw-prompts/prompt.txt
          GH_AW_GITHUB_REPOSITORY: \${{ github.repository }}
        run: |
          bash "\${RUNNER_TEMP}/gh-aw/actions/create_prompt_first.sh"
          {
          cat << 'GH_AW_PROMPT_${hash(number)}_EOF'
          <system>
          GH_AW_PROMPT_${hash(number)}_EOF
          cat "\${RUNNER_TEMP}/gh-aw/prompts/temp_folder_prompt.md"
          cat << 'GH_AW_PROMPT_${hash(number)}_EOF'
${indent(`# Task ${number}\n\n${prose.repeat(3)}`)}          GH_AW_PROMPT_${hash(number)}_EOF
          } > "$GH_AW_PROMPT"
`;

const safeOutputs: Filler = (number) => `      - name: Write Safe Outputs Config ${number}
        run: |
          mkdir -p "\${RUNNER_TEMP}/gh-aw/safeoutputs" /tmp/gh-aw/mcp-logs/safeoutputs
          cat > "\${RUNNER_TEMP}/gh-aw/safeoutputs/config.json" << 'GH_AW_SAFE_OUTPUTS_CONFIG_${hash(number)}_EOF'
          ${JSON.stringify(safeOutputsConfig(number))}
          GH_AW_SAFE_OUTPUTS_CONFIG_${hash(number)}_EOF
`;

const validation: Filler = (number) => `      - name: Generate Safe Outputs Tools ${number}
        env:
          GH_AW_VALIDATION_JSON: |
${indent(`${JSON.stringify(safeOutputsConfig(number), undefined, 2)}\n`, 12)}        run: |
          node "\${RUNNER_TEMP}/gh-aw/actions/generate_safe_outputs_tools.cjs"
`;

const shell: Filler = (number) => `      - name: Setup agent output ${number}
        id: setup-${number}
        run: |
          set -eo pipefail
          mkdir -p /tmp/gh-aw/ && find "/tmp/gh-aw/" -type f -print
          # Derive the host, so that the command line tool finds the right instance.
          GH_HOST="\${GITHUB_SERVER_URL#https://}"
          GH_HOST="\${GH_HOST#http://}"
          echo "GH_HOST=\${GH_HOST}" >> "$GITHUB_ENV"
          if [ -f "/tmp/gh-aw/agent_output_${number}.json" ]; then
            echo "GH_AW_AGENT_OUTPUT=/tmp/gh-aw/agent_output_${number}.json" >> "$GITHUB_OUTPUT"
          elif [[ "\${DOCKER_HOST:-}" =~ ^tcp:// ]]; then
            export GH_AW_DOCKER_HOST="\${DOCKER_HOST}"
          fi
          for f in /tmp/gh-aw/*.jsonl; do
            [ -e "$f" ] || continue
            wc -l < "$f" | tr -d ' ' >> /tmp/gh-aw/counts-${number}.txt
          done
          (umask 177 && touch /tmp/gh-aw/threat-detection/detection-${number}.log)
`;

const outputs: Filler = (number) => `      - name: Process Safe Outputs ${number}
        uses: actions/github-script@3a2844b7e9c422d3c10d287c895573f7108da1b3 # v9.0.0
        env:
          GH_AW_ALLOWED_DOMAINS: "${domains.join(",")}"
          GH_AW_SAFE_OUTPUT_MESSAGES: ${JSON.stringify(JSON.stringify(messages))}
          GH_AW_SAFE_OUTPUTS_HANDLER_CONFIG: ${JSON.stringify(JSON.stringify(safeOutputsConfig(number)))}
${script("process_safe_outputs")}`;

/** Used in turn. Per kilobyte, they have as many YAML nodes and as much text in scripts as real lock files. */
export const fillers: readonly Filler[] = [
  upload,
  information,
  githubScript,
  information,
  shell,
  information,
  githubScript,
  outputs,
  information,
  upload,
  information,
  shell,
  githubScript,
  information,
  prompt,
  information,
  githubScript,
  upload,
  information,
  safeOutputs,
  information,
  shell,
  information,
  validation,
];

const informationNames = [
  "ENGINE_ID",
  "ENGINE_NAME",
  "MODEL",
  "VERSION",
  "AGENT_VERSION",
  "CLI_VERSION",
  "WORKFLOW_NAME",
  "EXPERIMENTAL",
  "STAGED",
  "ALLOWED_DOMAINS",
  "FIREWALL_ENABLED",
  "AWF_VERSION",
  "RUNTIME",
];
const informationValues = [`"copilot"`, "${{ vars.GH_AW_MODEL || 'auto' }}", `"v0.28.4"`, "true"];

const messages = {
  footer: "> 🔮 *[{workflow_name}]({run_url}) has spoken*",
  runStarted: "🔮 [{workflow_name}]({run_url}) begins …",
};

function safeOutputsConfig(number: number): Readonly<Record<string, unknown>> {
  const field = { required: true, type: "string", sanitize: true, maxLength: 65_000 + number };
  return Object.fromEntries(
    ["add_comment", "add_labels", "create_issue", "hide_comment", "missing_tool", "noop"].map((output) => [
      output,
      {
        defaultMax: 1,
        fields: { body: field, item_number: { issueOrPRNumber: true }, title: { ...field, maxLength: 128 } },
        temporary_id: { type: "string", pattern: "^#?aw_[A-Za-z0-9_]{3,12}$" },
      },
    ]),
  );
}

function indent(text: string, width = 10): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(width));
}

function hash(number: number): string {
  return (number + 0x4d149b386f).toString(16).padStart(16, "0");
}
