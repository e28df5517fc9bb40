export { runGateway } from "./gateway.js";
export { runProviderFilter } from "./provider-filter.js";
