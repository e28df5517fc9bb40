export { type ApiProxy, apiProxyOf } from "./api-proxy.js";
export { type AwfCall, readAwfCall } from "./awf-call.js";
