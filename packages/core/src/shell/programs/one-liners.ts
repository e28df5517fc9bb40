import type { CallWord, CommandCall } from "../command-call.js";

/** Whether a Python or Node program given on the command line only reads and prints. */
export function printsOnly({ name, words }: CommandCall): boolean {
  const [option, code] = words.slice(1);
  if (option?.isKnown !== true || words.some(({ isKnown }, index) => index < 3 && !isKnown)) return false;
  if (name.startsWith("python")) {
    if (option.value === "-m")
      return PRINTING_MODULES.has(code?.value ?? "") && !hasOutputFile(words.slice(3));
    return option.value === "-c" && code !== undefined && pythonOnlyPrints(code.value);
  }
  return /^(?:-e|-p|-pe|--eval|--print)$/.test(option.value) && nodeOnlyPrints(code?.value ?? "");
}

/** `json.tool in out` writes its second operand. */
function hasOutputFile(args: readonly CallWord[]): boolean {
  return args.filter(({ value }) => !value.startsWith("-")).length > 1;
}

const PRINTING_MODULES: ReadonlySet<string> = new Set([
  "http.server",
  "json.tool",
  "platform",
  "site",
  "sysconfig",
]);

/** Python modules that cannot write files. */
const READING_MODULES =
  /^(?:base64|collections|datetime|hashlib|itertools|json|math|os|platform|random|re|string|sys|textwrap|time|tomllib|urllib\.parse|uuid)$/;

function pythonOnlyPrints(code: string): boolean {
  const imports = [...code.matchAll(/\bimport\s+([\w., ]+)/g)].flatMap(([, names = ""]) => names.split(","));
  return (
    !/\bfrom\b.*\bimport\b/.test(code) &&
    imports.every((name) => READING_MODULES.test(name.trim())) &&
    !/__|\b(?:exec|eval|compile|getattr|setattr|globals|locals|vars|breakpoint|modules)\b/.test(code) &&
    !/\bos\.(?!environ\b|getenv\b|path\.|getcwd\b|cpu_count\b|name\b|sep\b)/.test(code) &&
    !/\bopen\s*\((?![^,()]*(?:,\s*["']rb?["']\s*)?\))/.test(code)
  );
}

function nodeOnlyPrints(code: string): boolean {
  const withoutData = code.replace(
    /\brequire\(\s*["'](?:[\w./@-]+\.json|node:os|os|node:path|path)["']\s*\)/g,
    "",
  );
  return (
    !/\b(?:require|import|eval|Function|constructor|global|globalThis|binding|mainModule|dlopen|kill|chdir|getBuiltinModule)\b/.test(
      withoutData,
    ) && !/\[\s*["'`]/.test(withoutData)
  );
}
