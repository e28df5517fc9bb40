import { add, convert, memberOf, merge, parseJson, withValue, type Json } from "./jq-values.js";

/** What a filter of `jq` finds in an input; `undefined` if it fails, or prints another number of values than one. */
export type Filter = (input: Json) => Json | undefined;

/** What a filter may read in addition to its input. */
export interface FilterContext {
  /** The values of `--arg` and `--argjson`. */
  readonly variables: ReadonlyMap<string, Json>;
  /** An exported variable; `undefined` if its value is not known. */
  readonly environment: (name: string) => Json | undefined;
}

/** Parses a filter; `undefined` if a part of it is not modelled. */
export function parseFilter(source: string, context: FilterContext): Filter | undefined {
  const reader: Reader = { source, index: 0, context };
  const filter = pipe(reader);
  return filter && take(reader, /^$/) !== undefined ? filter : undefined;
}

interface Reader {
  readonly source: string;
  index: number;
  readonly context: FilterContext;
}

/** Reads a token after spaces and comments; `undefined` if another one follows. */
function take(reader: Reader, token: RegExp): string | undefined {
  const rest = reader.source.slice(reader.index);
  const start = /^(?:\s+|#[^\n]*(?:\n|$))*/.exec(rest)?.[0].length ?? 0;
  const found = token.exec(rest.slice(start))?.[0];
  if (found !== undefined) reader.index += start + found.length;
  return found;
}

type Part = (reader: Reader) => Filter | undefined;

/** Operands of equal rank, from left to right. */
function chain(
  operand: Part,
  operator: RegExp,
  combine: (left: Filter, right: Filter, operator: string) => Filter,
): Part {
  return (reader) => {
    let left = operand(reader);
    while (left) {
      const found = take(reader, operator);
      if (found === undefined) return left;
      const right = operand(reader);
      left = right && combine(left, right, found);
    }
    return undefined;
  };
}

const product = chain(postfix, /^\*(?!=)/, (left, right) => both(left, right, merge));
const sum = chain(product, /^\+(?!=)/, (left, right) => both(left, right, add));
const alternative = chain(sum, /^\/\/(?!=)/, (left, right) => (input) => {
  const value = left(input);
  return value === undefined ? undefined : value === null || value === false ? right(input) : value;
});
const pipe = chain(assignment, /^\|(?!=)/, (left, right) => (input) => {
  const value = left(input);
  return value === undefined ? undefined : right(value);
});

function both(left: Filter, right: Filter, apply: (left: Json, right: Json) => Json | undefined): Filter {
  return (input) => {
    const [first, second] = [left(input), right(input)];
    return first === undefined || second === undefined ? undefined : apply(first, second);
  };
}

/** `.a.b = value`, or a filter without assignment. */
function assignment(reader: Reader): Filter | undefined {
  const start = reader.index;
  const path = take(reader, /^(?:\.[A-Za-z_]\w*)+[ ]?=(?!=)/);
  if (path === undefined) {
    reader.index = start;
    return alternative(reader);
  }
  const value = alternative(reader);
  const keys = path.slice(1).replace(/ ?=$/, "").split(".");
  return (
    value &&
    ((input) => {
      const assigned = value(input);
      return assigned === undefined ? undefined : withValue(input, keys, assigned);
    })
  );
}

/** A term with `.name`, `."name"`, `["name"]` and `[0]` after it. */
function postfix(reader: Reader): Filter | undefined {
  let filter = term(reader);
  while (filter) {
    const before = filter;
    const name = take(reader, /^\.?\[\s*(?:"\w+"|\d+)\s*\]|^\.(?:"[\w-]+"|[A-Za-z_]\w*)/);
    if (name === undefined) return filter;
    const key = name.replace(/[^\w-]/g, "");
    const isIndex = /^\.?\[\s*\d/.test(name);
    filter = (input) => {
      const value = before(input);
      return value === undefined ? undefined : memberOf(value, isIndex ? Number(key) : key);
    };
  }
  return undefined;
}

function term(reader: Reader): Filter | undefined {
  const literal = take(reader, /^(?:true|false|null)\b|^\d{1,15}(?![\w.])/);
  if (literal !== undefined) return () => parseJson(literal);
  if (take(reader, /^"/) !== undefined) return text(reader);
  if (take(reader, /^\{/) !== undefined) return object(reader);
  if (take(reader, /^\(/) !== undefined) {
    const inner = pipe(reader);
    return take(reader, /^\)/) === undefined ? undefined : inner;
  }
  if (take(reader, /^\[/) !== undefined) return array(reader);
  const variable = take(reader, /^(?:\$ENV|env)\.\w+|^\$\w+/);
  if (variable !== undefined) {
    const [name = "", member] = variable.replace("$", "").split(".");
    const { environment, variables } = reader.context;
    return () => (member === undefined ? variables.get(name) : environment(member));
  }
  const conversion = take(reader, /^(?:@json|@text|tojson|tostring|fromjson)\b/);
  if (conversion !== undefined) return (input) => convert(input, conversion);
  const member = take(reader, /^\.(?:"[\w-]+"|[A-Za-z_]\w*)/);
  if (member !== undefined) return (input) => memberOf(input, member.replace(/[^\w-]/g, ""));
  return take(reader, /^\.(?!\.)/) === undefined ? undefined : (input) => input;
}

/** A string after its opening quote, with `\(filter)` in it. */
function text(reader: Reader): Filter | undefined {
  const parts: Filter[] = [];
  for (;;) {
    const plain = /^(?:[^"\\]|\\["\\/bfnrt])*/.exec(reader.source.slice(reader.index))?.[0] ?? "";
    reader.index += plain.length;
    const literal = parseJson(
      `"${plain.replace(/[\n\t]/g, (character) => JSON.stringify(character).slice(1, -1))}"`,
    );
    if (literal === undefined) return undefined;
    parts.push(() => literal);
    const next = reader.source.slice(reader.index, reader.index + 2);
    if (next.startsWith('"')) break;
    if (next !== "\\(") return undefined;
    reader.index += 2;
    const inner = pipe(reader);
    if (!inner || take(reader, /^\)/) === undefined) return undefined;
    parts.push((input) => {
      const value = inner(input);
      return value === undefined ? undefined : convert(value, "tostring");
    });
  }
  reader.index += 1;
  return (input) => {
    const values = parts.map((part) => part(input));
    return values.every((value) => typeof value === "string") ? values.join("") : undefined;
  };
}

function array(reader: Reader): Filter | undefined {
  const items: Filter[] = [];
  while (take(reader, /^\]/) === undefined) {
    if (items.length > 0 && take(reader, /^,/) === undefined) return undefined;
    const item = alternative(reader);
    if (!item) return undefined;
    items.push(item);
  }
  return (input) => {
    const values = items.flatMap((item) => item(input) ?? []);
    return values.length === items.length ? values : undefined;
  };
}

function object(reader: Reader): Filter | undefined {
  const members: (readonly [string, Filter])[] = [];
  while (take(reader, /^\}/) === undefined) {
    if (members.length > 0 && take(reader, /^,/) === undefined) return undefined;
    const key = take(reader, /^(?:"[\w./-]+"|[A-Za-z_]\w*|\$\w+)/);
    if (key === undefined) return undefined;
    const name = key.replace(/^[$"]|"$/g, "");
    const hasValue = take(reader, /^:/) !== undefined;
    if (!hasValue && key.startsWith('"')) return undefined;
    const value = hasValue ? alternative(reader) : shorthand(key, name, reader);
    if (!value || name === "__proto__") return undefined;
    members.push([name, value]);
  }
  return (input) => {
    const entries = members.flatMap(([name, filter]) => {
      const value = filter(input);
      return value === undefined ? [] : [[name, value] as const];
    });
    return entries.length === members.length ? Object.fromEntries(entries) : undefined;
  };
}

/** `{$name}` and `{name}`. */
function shorthand(key: string, name: string, { context }: Reader): Filter {
  return (input) => (key.startsWith("$") ? context.variables.get(name) : memberOf(input, name));
}
