// Stands in for AWF's API proxy and for the internet, inside a sandbox that has no network:
//   http  172.30.0.30:10000   the API proxy: answers `POST .../responses` as the Responses API does, and rejects WebSockets
//                             with 426, as AWF's proxy does
//   https 127.0.0.1:443       api.openai.com, chatgpt.com and all other hosts: 401, as for a placeholder key
//   udp   127.0.0.1:53        DNS: 127.0.0.1 for every name, except those of AWF's network
// The API proxy answers only while the file `LOG.proxy` exists.
// Usage: internet.mjs LOG CERTIFICATES [NAME=ADDRESS]...  Appends a line of JSON to LOG for each event.
// @ts-check
import { createSocket } from "node:dgram";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer, STATUS_CODES } from "node:http";
import { createServer as createSecureServer } from "node:https";

const [log = "", certificates = "", ...known] = process.argv.slice(2);
const addresses = new Map(known.map((pair) => /** @type {[string, string]} */ (pair.split("="))));

/** @param {Record<string, unknown>} event */
const note = (event) => {
  appendFileSync(log, `${JSON.stringify(event)}\n`);
};

/**
 * @param {string} place
 * @param {string} kind
 * @param {import("node:http").IncomingMessage} request
 */
const see = (place, kind, { method, headers, url }) => {
  note({ place, kind, method, host: headers.host, path: url });
};

/** @param {import("node:stream").Duplex} socket @param {number} status */
const refuse = (socket, status) => {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}`,
  );
};

const usage = {
  input_tokens: 1,
  input_tokens_details: null,
  output_tokens: 1,
  output_tokens_details: null,
  total_tokens: 2,
};
const message = {
  type: "message",
  role: "assistant",
  id: "m",
  content: [{ type: "output_text", text: "Hello." }],
};
const completion = [
  { type: "response.created", response: { id: "r" } },
  { type: "response.output_item.done", item: message },
  { type: "response.completed", response: { id: "r", usage } },
]
  .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  .join("");

const proxy = createServer((request, response) => {
  request.resume().on("end", () => {
    see("proxy", "http", request);
    const path = request.url?.split("?")[0] ?? "";
    if (request.method === "POST" && path.endsWith("/responses")) {
      response.writeHead(200, { "content-type": "text/event-stream" }).end(completion);
    } else if (request.method === "GET" && path.endsWith("/models")) {
      response.writeHead(200, { "content-type": "application/json" }).end('{"object":"list","data":[]}');
    } else {
      response
        .writeHead(404, { "content-type": "application/json" })
        .end('{"error":{"message":"not found"}}');
    }
  });
});
proxy.on("connection", (socket) => {
  if (!existsSync(`${log}.proxy`)) socket.destroy();
});
proxy.on("upgrade", (request, socket) => {
  see("proxy", "websocket", request);
  refuse(socket, 426);
});

const unauthorized = JSON.stringify({
  error: { message: "Incorrect API key provided.", type: "invalid_request_error", code: "invalid_api_key" },
});
const key = readFileSync(`${certificates}/server.key`);
const cert = readFileSync(`${certificates}/server.crt`);
const internet = createSecureServer({ key, cert, ALPNProtocols: ["http/1.1"] }, (request, response) => {
  request.resume().on("end", () => {
    see("internet", "http", request);
    response.writeHead(401, { "content-type": "application/json" }).end(unauthorized);
  });
});
internet.on("upgrade", (request, socket) => {
  see("internet", "websocket", request);
  refuse(socket, 401);
});
internet.on("tlsClientError", ({ message: error }) => {
  note({ place: "internet", kind: "TLS error", error });
});

const names = createSocket("udp4");
names.on("message", (query, { port, address }) => {
  const labels = [];
  let end = 12;
  while (query[end]) {
    const next = end + (query[end] ?? 0) + 1;
    labels.push(query.toString("latin1", end + 1, next));
    end = next;
  }
  const numbers = (addresses.get(labels.join(".")) ?? "127.0.0.1").split(".").map(Number);
  const isAddress = query.readUInt16BE(end + 1) === 1;
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(isAddress ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...numbers]);
  names.send(
    Buffer.concat([head, query.subarray(12, end + 5), ...(isAddress ? [answer] : [])]),
    port,
    address,
  );
});

await Promise.all([
  new Promise((resolve) =>
    proxy.listen(10_000, "172.30.0.30", () => {
      resolve(undefined);
    }),
  ),
  new Promise((resolve) =>
    internet.listen(443, "127.0.0.1", () => {
      resolve(undefined);
    }),
  ),
  new Promise((resolve) =>
    names.bind(53, "127.0.0.1", () => {
      resolve(undefined);
    }),
  ),
]);
note({ place: "here", kind: "ready" });
