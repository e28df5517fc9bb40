import { placeOf, type Configuration } from "../configuration/index.js";
import type { KeyPlace } from "../configuration/index.js";
import type { Profile } from "../configuration/index.js";
import { valueAt } from "../../toml/index.js";
import { isAtLeast } from "../releases/index.js";

/** The flag that lets a release up to 0.115 use WebSockets; from 0.116 none is needed. */
export function websocketFeature(
  configuration: Configuration,
  profile: Profile | undefined,
  release: string,
): (KeyPlace & { readonly feature: string }) | undefined {
  // Measured: 0.98 does not know the second one, 0.99 does.
  const features = isAtLeast(release, "0.99.0")
    ? ["responses_websockets", "responses_websockets_v2"]
    : ["responses_websockets"];
  const tables = profile === undefined ? [["features"]] : [[...profile.path, "features"], ["features"]];
  for (const feature of features) {
    const path = tables
      .map((table) => [...table, feature])
      .find((one) => valueAt(configuration.table, one) !== undefined);
    if (path !== undefined && valueAt(configuration.table, path) === true) {
      return { ...placeOf(configuration, path), feature };
    }
  }
  return undefined;
}
