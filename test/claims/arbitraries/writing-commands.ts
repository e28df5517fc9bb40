import fc from "fast-check";
import { hereDocument } from "./here-documents.js";
import { oneOf, sometimes, template } from "./template.js";
import { file, folder, variable, word, words } from "./words.js";

const redirection = oneOf(">", ">", ">>", ">>", ">|");
const quiet = sometimes(" 2> /dev/null", { oneIn: 4 });

const document = fc
  .tuple(oneOf("cat", "cat", "sudo tee", "tee -a", "tee"), redirection, file, hereDocument)
  .map(([program, operator, to, { redirection, rest }]) =>
    program === "cat"
      ? `cat ${operator} ${to} ${redirection}${rest}`
      : `${program} ${to} ${redirection} > /dev/null${rest}`,
  );

const piped = fc
  .tuple(
    oneOf("sed 's/a/A/g'", "tr a-z A-Z", "grep -v model", "head -n 1", "sort", "cat"),
    file,
    hereDocument,
  )
  .map(([program, to, { redirection, rest }]) => `cat ${redirection} | ${program} > ${to}${rest}`);

const substituted = fc
  .tuple(variable, hereDocument)
  .map(([name, { redirection, rest }]) => `${name}=$(cat ${redirection}${rest})\n`);

/** Commands that make files. */
export const writing: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: document, weight: 5 },
  { arbitrary: piped, weight: 1 },
  { arbitrary: substituted, weight: 1 },
  { arbitrary: template`echo ${words} ${redirection} ${file}\n`, weight: 4 },
  { arbitrary: template`echo -n ${words} ${redirection} ${file}\n`, weight: 1 },
  { arbitrary: template`echo -e 'a\\nb' ${word} ${redirection} ${file}\n`, weight: 1 },
  { arbitrary: template`printf '%s\\n' ${words} ${redirection} ${file}\n`, weight: 3 },
  { arbitrary: template`printf '%s = "%s"\\n' ${word} ${word} >> ${file}\n`, weight: 1 },
  { arbitrary: template`printf '%b' ${word} > ${file}\n`, weight: 1 },
  { arbitrary: template`echo ${words} | tee ${oneOf("", "-a ")}${file} > /dev/null\n`, weight: 2 },
  { arbitrary: template`echo ${words} | sudo tee ${oneOf("", "-a ")}${file} > /dev/null\n`, weight: 1 },
  { arbitrary: template`cat <<< ${word} >> ${file}\n`, weight: 1 },
  { arbitrary: template`{ echo ${word}; echo ${word}; } ${redirection} ${file}\n`, weight: 1 },
);

/** Commands that change files and folders that are there. Many fail where one is not. */
export const moving: fc.Arbitrary<string> = oneOf(
  template`cp ${oneOf("", "-f ", "-n ", "-p ", "-r ")}${file} ${file}${quiet}\n`,
  template`cp ${file} ${folder}${quiet}\n`,
  template`cp -r ${folder} /tmp/copy${quiet}\n`,
  template`cp -t ${folder} ${file}${quiet}\n`,
  template`mv ${oneOf("", "-f ", "-n ")}${file} ${file}${quiet}\n`,
  template`mv ${file} ${folder}${quiet}\n`,
  template`install -D -m 600 ${file} ${file}${quiet}\n`,
  template`install -m 644 ${file} ${folder}${quiet}\n`,
  template`ln -s ${oneOf("", "-f ")}${file} ${file}${quiet}\n`,
  template`ln -sfn ${folder} /tmp/link${quiet}\n`,
  template`echo ${word} > /tmp/link/k${quiet}\n`,
  template`rm ${oneOf("", "-f ", "-rf ")}${file}${quiet}\n`,
  template`rm -rf ${oneOf("/tmp/dir", "sub", "/tmp/copy", "/tmp/dir/*", "/tmp/*.toml")}\n`,
  template`find ${oneOf("/tmp/dir", "/tmp", '"$CODEX_HOME"')} -name '*.toml' -delete${quiet}\n`,
  template`mkdir ${oneOf("-p ", "-p ", "")}${folder}${quiet}\n`,
  template`touch ${file}${quiet}\n`,
  template`cat ${file} ${file} > ${file}${quiet}\n`,
  template`cat ${file} >> ${file}${quiet}\n`,
  template`sed -i ${oneOf("'s/alpha/beta/'", '"s|one|$A|g"', "'/model/d'", "-e 's/^/# /'", "'1d'", "'$a last = 1'")} ${file}${quiet}\n`,
  template`sed ${oneOf("'s/a/b/'", "-n '1p'", "'s/x/y/g; 2d'")} ${file} > /tmp/sed-out${quiet}\n`,
  template`grep -v ${oneOf("model", "'^#'", "one")} ${file} > /tmp/grep-out${quiet}\n`,
  template`t=$(mktemp); echo ${word} > "$t"; cat "$t" >> ${file}; rm -f "$t"\n`,
  template`t=$(mktemp -d); echo ${word} > "$t/f"; mv "$t/f" ${file}\n`,
  template`awk ${oneOf("'{print $2}'", "-F= 'NR==1{print $1}'", "'!seen[$0]++'", "'/a/ && NR>1'", '\'$1 == "alpha" {next} {print NR, $NF} END{print "end"}\'')} ${file} > /tmp/awk-out${quiet}\n`,
  template`perl -pi -e ${oneOf("'s/a/A/'", "'s/^(\\w+) *=/$1:/; s/\\s+$/\\n/'", "'s|o|0|g'")} ${file}${quiet}\n`,
  template`sed 'y/abc/xyz/' ${file} > /tmp/sed-out${quiet}\n`,
  template`: > ${file}\n`,
  template`mkdir -p /tmp/packed; tar c${oneOf("z", "")}f /tmp/packed/p.tar -C ${folder} . && tar xf /tmp/packed/p.tar -C ${folder}${quiet}\n`,
  template`tar -c -C ${folder} .${quiet} | tar -x -C ${oneOf("/tmp/dir", "sub", '"$CODEX_HOME"')}${quiet}\n`,
  template`chmod 600 ${file}${quiet}\n`,
);
