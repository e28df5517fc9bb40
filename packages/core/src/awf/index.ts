export { type ApiProxy, apiProxyOf } from "./api-proxy.js";
export { type AwfConfiguration, readConfiguration, withConfiguration } from "./configuration.js";
export { type AwfCredentials, type Machine, readCredentials, servesPort } from "./credentials.js";
export { COPILOT_PORT, OPENAI_PORT, type ProxyPort, proxyPortAt } from "./proxy-ports.js";
export { awfChanges, lacksChange } from "./releases.js";
export { type AwfCall, type AwfStart, readAwfCall } from "./awf-call.js";
export {
  type EnvironmentOptions,
  type HostEnvironment,
  ALWAYS_PASSED,
  containerEnvironment,
  mayPass,
} from "./container-environment.js";
export {
  type EnvironmentWords,
  type NamedVariable,
  readEnvFileLine,
  readEnvironmentWords,
  type OptionWord,
} from "./environment-options.js";
