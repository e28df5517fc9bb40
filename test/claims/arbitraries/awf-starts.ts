import fc from "fast-check";
import { oneOf, several, sometimes, quoted, template } from "./template.js";
import { file, folder, word } from "./words.js";

const awf = oneOf(
  "awf",
  "awf",
  "sudo -E awf",
  "sudo -E awf",
  "sudo awf",
  "sudo --preserve-env=CODEX_HOME,A awf",
  "sudo -E env EXTRA=x awf",
  "env -u A awf",
  'env -i PATH="$PATH" A=kept awf',
  "A=prefixed awf",
  '"${AWF:-awf}"',
  "timeout 50 awf",
  "nice awf",
);

const option = oneOf(
  "--env-all",
  "--exclude-env A",
  "--exclude-env OPENAI_API_KEY",
  "--exclude-env CODEX_HOME",
  '--env "A=$B"',
  "-e B=option",
  "--env CODEX_HOME=/tmp/dir",
  '-e "CODEX_HOME=$CODEX_HOME"',
  "--env-file /tmp/variables",
  "--allow-domains api.openai.com",
  "--log-level info",
  '--container-workdir "$GITHUB_WORKSPACE"',
);

const options = fc
  .tuple(
    sometimes("--enable-api-proxy ", { oneIn: 2 }),
    fc.oneof({ arbitrary: fc.constant("--env-all "), weight: 3 }, { arbitrary: fc.constant(""), weight: 1 }),
    several(option, { from: 0, to: 2, between: " " }),
  )
  // Replaces the tag by the one that the workflow uses everywhere.
  .map((parts) => `IMAGE_TAG ${parts.join("").trim()}`);

const flags = oneOf(
  "",
  "",
  "--skip-git-repo-check ",
  '-c model="$A" ',
  "--model m ",
  "-c 'model_provider=\"x\"' ",
  '${MODE:+-c mode="$MODE"} ',
  "${EMPTY:+--never} ",
  '"${LIST[@]}" ',
);

const prompt = oneOf(
  '"say hi"',
  "hi",
  '"$A"',
  "'it costs $5'",
  '"$(cat /tmp/a 2> /dev/null)"',
  '"${{ inputs.mode }}"',
  word,
);
const codex = template`codex ${oneOf("", "", "-c a=b ")}exec ${flags}${prompt}`;

/** The command in the container. */
const inner = fc.oneof(
  { arbitrary: codex, weight: 4 },
  { arbitrary: template`/bin/bash -c ${codex.map(quoted)}`, weight: 3 },
  { arbitrary: template`bash -c ${template`export A=${word} && ${codex}`.map(quoted)}`, weight: 1 },
  {
    arbitrary: template`bash -c ${template`mkdir -p ${folder}; export CODEX_HOME=${folder}; ${codex}`.map(quoted)}`,
    weight: 1,
  },
  {
    arbitrary: template`bash -c ${template`cd ${oneOf("/tmp/dir", "/tmp", '"$GITHUB_WORKSPACE"', "..")} && ${codex}`.map(quoted)}`,
    weight: 1,
  },
  { arbitrary: template`bash -c ${template`echo ${word} >> ${file}; ${codex}`.map(quoted)}`, weight: 1 },
  {
    arbitrary: template`bash -c ${template`if [ -n "$A" ]; then ${codex}; else codex exec other; fi`.map(quoted)}`,
    weight: 1,
  },
  { arbitrary: template`${template`true && ${codex}`.map(quoted)}`, weight: 1 },
  { arbitrary: template`env A=inside ${codex}`, weight: 1 },
  { arbitrary: fc.constant("npx -y @openai/codex@0.121.0 exec hi"), weight: 1 },
  { arbitrary: fc.constant("npx codex exec hi"), weight: 1 },
);

/** A command that starts AWF with Codex. */
const plain = fc
  .tuple(awf, options, fc.constantFrom(" -- ", " -- ", " \\\n  -- "), inner)
  .map(
    ([program, given, separator, started]) =>
      `${program}${given === "" ? "" : ` ${given}`}${separator}${started}`,
  );

const wrapper = fc
  .tuple(
    plain,
    oneOf("bash /tmp/run.sh", "/tmp/run.sh arg", "source /tmp/run.sh", "sudo -E bash /tmp/run.sh"),
  )
  .map(
    ([start, call]) =>
      `cat > /tmp/run.sh << 'RUN'\n#!/bin/bash\n${start}\nRUN\nchmod +x /tmp/run.sh\n${call}\n`,
  );

const innerWrapper = fc
  .tuple(awf, options, codex)
  .map(
    ([program, given, start]) =>
      `printf '%s\\n' '#!/bin/bash' ${quoted(start)} > /tmp/inner.sh\nchmod +x /tmp/inner.sh\n${program} ${given} -- /tmp/inner.sh\n`,
  );

/** Lines of a script that start Codex in AWF. */
export const awfStart: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: template`${plain}\n`, weight: 8 },
  { arbitrary: template`${plain} 2>&1 | tee /tmp/log\n`, weight: 2 },
  { arbitrary: template`${plain} || echo failed >> /tmp/a\n`, weight: 1 },
  { arbitrary: template`if ${plain}; then echo ok >> /tmp/a; fi\n`, weight: 1 },
  { arbitrary: template`run() {\n${plain}\n}\nrun\n`, weight: 1 },
  { arbitrary: template`output=$(${plain})\n`, weight: 1 },
  { arbitrary: template`trap ${plain.map(quoted)} EXIT\n`, weight: 1 },
  { arbitrary: template`setsid -w ${plain}\n`, weight: 1 },
  { arbitrary: template`script -qec ${plain.map(quoted)} /dev/null\n`, weight: 1 },
  { arbitrary: template`for attempt in 1 2; do\n${plain} && break\ndone\n`, weight: 1 },
  { arbitrary: template`(${plain}) &\nwait\n`, weight: 1 },
  { arbitrary: template`AWF=awf\n$AWF ${options} -- ${inner}\n`, weight: 1 },
  { arbitrary: template`args=(${options})\nawf "\${args[@]}" -- ${inner}\n`, weight: 1 },
  { arbitrary: template`eval ${plain.map(quoted)}\n`, weight: 1 },
  { arbitrary: wrapper, weight: 2 },
  { arbitrary: innerWrapper, weight: 2 },
);
