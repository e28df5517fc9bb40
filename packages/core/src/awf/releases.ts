import lte from "semver/functions/lte.js";
import { exactVersion } from "../codex/releases/index.js";

/** A change of AWF that matters for Codex. */
export interface AwfChange {
  /** The last release that is known to lack it. */
  readonly lastWithout: string;
  readonly change: string;
  readonly evidence: string;
}

/** All changes of AWF that matter here. */
export const awfChanges: Readonly<
  Record<"versionPath" | "placeholderKeys" | "hostName" | "alwaysOn", AwfChange>
> = {
  versionPath: {
    lastWithout: "0.25.24",
    change: "The API proxy adds `/v1` to the path of requests.",
    evidence: "gh-aw-firewall #2136",
  },
  placeholderKeys: {
    lastWithout: "0.25.26",
    change: "The container has placeholders for the keys that the API proxy has.",
    evidence: "gh-aw-firewall #3232, #3234",
  },
  hostName: {
    lastWithout: "0.25.54",
    change: "`NO_PROXY` includes `api-proxy`, so requests to that host bypass Squid, which rejects them.",
    evidence:
      "gh-aw-firewall #4001, #4003, merged on 2026-05-29: after v0.25.54 (gh-aw #34568, 2026-05-25) and before v0.25.65 (gh-aw #37201, 2026-06-05)",
  },
  alwaysOn: {
    lastWithout: "0.27.31",
    change: "The API proxy always starts, whatever the configuration.",
    evidence: "gh-aw-firewall #6209",
  },
};

/** Whether a version of AWF is known to lack a change. A version that is not exact counts as having it. */
export function lacksChange(awfVersion: string | undefined, change: AwfChange): boolean {
  const version = exactVersion(awfVersion);
  return version !== undefined && lte(version, change.lastWithout);
}
