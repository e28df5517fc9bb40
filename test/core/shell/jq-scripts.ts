/** Scripts with `jq` that write files in the current folder. */
export const jqScripts: readonly string[] = [
  String.raw`jq -n '{apiProxy: {enabled: true}, network: {allowDomains: ["github.com", "x.y"]}, "a-b": 1, e: {}, f: []}' > a; jq -nc '{a: "x\ty\"z", b: [1, 2]}' > b; jq -n '"a\nb"' > c; jq -nr '"a\nb"' > e`,
  String.raw`export P=awf U=http://h:1; jq -nr --arg p "$P" --arg u "$U" '"model_provider = \($p | @json)\n[model_providers.\($p)]\nbase_url = \($u | @json)"' > a; jq -n '{$ENV, b: env.P, c: $ENV.U}' > b; jq -n --argjson on true --argjson o '{"k":[1]}' '{on: $on, o: $o, $on}' > c; jq -n 'env.P + "/" + $ENV.U' > e`,
  String.raw`echo '{"codex":{"version":"0.115.0","list":["a","b"]},"x":null}' > f; jq -r .codex.version f > a; jq '.codex.list[1], .x' f > b; jq '.x // "d"' f > c; jq -r '.codex["list"][0]' < f > e`,
  String.raw`echo '{"a":{"b":1},"c":"d"}' > f; jq '.a.b = 2 | .n.m = "k"' f > a; jq '. * {a: {z: 1}}' f > b; jq '. + {a: 3}' f > c; jq '.missing.deep' f > e`,
  String.raw`echo '{"a":1.50,"10":2,"é":"ü"}' > f; jq . f > a; jq '.["é"]' f > b; jq -e .nothing f > c || echo $? > e`,
  String.raw`echo '{"version": "1.2", "n": 12345678901234567890}' > f; jq -r '.version | tojson' f > a; jq .n f > b; jq -r '.version // empty' f > c; jq -r '"v" + .version' f > e`,
  String.raw`echo '[1,{"a":"x"}]' > f; jq '.[1].a' f > a; jq -r '.[0]' f > b; jq -c . f > c; jq '.[].a' f > e`,
  String.raw`echo '"x/y\u007f<"' > f; jq . f > a; echo '"\ud83d\ude00 \u001b"' | jq . > b; echo 'x' | jq . > c; echo $? > e`,
];
