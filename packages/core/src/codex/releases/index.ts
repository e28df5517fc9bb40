export {
  hasBedrockRuntime,
  hasProfileFiles,
  ignoresOpenAiBaseUrl,
  keepsFlagsBeforeExec,
  knowsIgnoreUserConfig,
  readsOpenAiBaseUrlKey,
  readsProviderAuth,
  readsSelectionBeforeExec,
  rejectsReservedProviders,
  requiresProviderNames,
  usesBlankBaseUrl,
  usesWebsocketsByDefault,
} from "./changes.js";
export { exactVersion } from "./exact-version.js";
export { possibleReleases } from "./possible-releases.js";
export { PUBLISHED_RELEASES } from "./published.js";
export { type ResolvedVersion, resolveVersion } from "./resolve-version.js";
export { codexRelease, hasChange, isAtLeast } from "./release.js";
export { namesModel } from "./specifier.js";
