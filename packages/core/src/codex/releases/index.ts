export {
  hasBedrockRuntime,
  hasProfileFiles,
  ignoresProjectProviders,
  ignoresOpenAiBaseUrl,
  keepsFlagsBeforeExec,
  knowsIgnoreUserConfig,
  knowsSecondWebsocketFlag,
  namesKeyInErrors,
  readsOpenAiBaseUrlKey,
  readsProviderAuth,
  readsSelectionBeforeExec,
  rejectsReservedProviders,
  removesFullAuto,
  requiresProviderNames,
  usesBlankBaseUrl,
  usesWebsocketsByDefault,
} from "./changes.js";
export { type KeyChange, hasKeyChange } from "./key-changes.js";
export { PUBLISHED_RELEASES } from "./published.js";
export { codexRelease, hasChange, isMeasured, possibleReleases } from "./release.js";
export {
  type ResolvedVersion,
  exactVersion,
  isUnknownVersion,
  namesModel,
  resolveVersion,
  UNKNOWN_VERSION,
} from "./specifier.js";
