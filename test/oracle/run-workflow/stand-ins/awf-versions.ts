import { gt, gte, valid } from "semver";

/** Up to this version, AWF's container has no placeholders for the keys (gh-aw-firewall #3232, #3234). */
const LAST_WITHOUT_PLACEHOLDERS = "0.25.26";

/** Up to this version, the address that AWF gives to Codex ends in `/v1` (gh-aw-firewall #2080). */
const LAST_WITH_V1 = "0.25.24";

/** From this version on, the API proxy is always on (gh-aw-firewall #6209). */
const FIRST_WITH_PROXY_ALWAYS = "0.27.32";

/** A version that is not a number (`latest`, a branch) means the newest. */
function number(version: string): string {
  return valid(version) ?? "999.0.0";
}

/** Whether AWF's container has placeholders for the keys. */
export function givesPlaceholders(version: string): boolean {
  return gt(number(version), LAST_WITHOUT_PLACEHOLDERS);
}

/** Whether the address of the API proxy ends in `/v1`. */
export function addressEndsInV1(version: string): boolean {
  return !gt(number(version), LAST_WITH_V1);
}

/** Whether the API proxy is on without an option. */
export function hasProxyAlways(version: string): boolean {
  return gte(number(version), FIRST_WITH_PROXY_ALWAYS);
}
