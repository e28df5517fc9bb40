import fc from "fast-check";
import { history, providerBlock, shellPolicy } from "../toml.js";

const id = fc.constantFrom("openai-proxy", "openai-proxy", "other", "openai", '"a b"');

const selection = fc
  .constantFrom("openai-proxy", "openai-proxy", "other", "openai", "missing", "a b", "")
  .map((provider) => `model_provider = "${provider}"\n`);

/** The address of a user's own gateway: nothing shows that AWF's firewall rejects it, so nothing is reported. */
export const ownGateway = "https://gateway.example/v1";

const address = fc.constantFrom(
  "http://172.30.0.30:10000",
  "http://172.30.0.30:10000/v1",
  "http://172.30.0.30",
  "http://172.30.0.31:1",
  "https://api.openai.com/v1",
  ownGateway,
  "http://localhost:8080",
  "",
);

const field = fc.oneof(
  address.map((url) => `base_url = "${url}"`),
  fc
    .constantFrom("OPENAI_API_KEY", "CODEX_API_KEY", "UNSET_KEY", "$OPENAI_API_KEY")
    .map((key) => `env_key = "${key}"`),
  fc.constantFrom("false", "true", '"false"').map((value) => `supports_websockets = ${value}`),
  fc.constantFrom("Proxy", "", "é 😀").map((name) => `name = "${name}"`),
  fc.constantFrom("chat", "responses").map((api) => `wire_api = "${api}"`),
  fc.constantFrom("# a comment", "requires_openai_auth = true", "base_urls = 1", ""),
);

const providerTable = fc
  .tuple(
    id,
    fc.uniqueArray(field, { maxLength: 5, selector: (line) => line.slice(0, line.indexOf("=")) }),
    fc.constantFrom("", "  "),
  )
  .map(([name, fields, indentation]) =>
    [`[model_providers.${name}]`, ...fields.map((line) => indentation + line), ""].join("\n"),
  );

const dottedProvider = fc
  .tuple(id, address)
  .map(
    ([name, url]) =>
      `model_providers.${name} = { name = "X", base_url = "${url}", supports_websockets = false }\n`,
  );

const other = fc.constantFrom(
  history,
  shellPolicy,
  "# why\n",
  "\n",
  'model = "gpt-5"\n',
  "[features]\nresponses_websockets = true\n",
  "[[a]]\nb = 1\n",
  'notes = """\n[a]\nmodel_provider = "x"\n"""\n',
  "[profiles.p]\n",
  'profile = "p"\n',
  "hide_agent_reasoning = true\n",
  "no toml\n",
);

const statement = fc.oneof(
  { arbitrary: selection, weight: 3 },
  { arbitrary: providerTable, weight: 4 },
  { arbitrary: dottedProvider, weight: 1 },
  { arbitrary: other, weight: 4 },
);

/** A config.toml without faults, with one, or with several; or no file. */
export const codexConfig: fc.Arbitrary<string> = fc.oneof(
  fc.array(statement, { maxLength: 6 }).map((statements) => statements.join("")),
  fc.constantFrom(providerBlock, `${history}\n${providerBlock}`, providerBlock + providerBlock, ""),
);
