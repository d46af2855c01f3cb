// Stands between a scanner and the demo: everything goes to the demo and nowhere else, with the session of whoever is
// signed in and as if it came from one of our own pages. It keeps one request of each kind, and every fault.
import { Agent, createServer, request } from "node:http";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}/g;
/** Ends the session, and with it the scan. */
const SIGN_OUT = "/sign-out";

/** The same for all requests that differ in values only. */
export function kind(method, path, body) {
  const url = new URL(path, "http://demo");
  const names = [...url.searchParams.keys(), ...new URLSearchParams(body).keys()].sort();
  return `${method} ${url.pathname.replace(ID, "{id}")} ${[...new Set(names)].join(",")}`;
}

/**
 * Starts it.
 * @param {number} port where the demo listens
 * @param {string} host the organisation's, with its port
 * @param {string} cookie the session; empty for nobody
 */
export async function startProxy(port, host, cookie) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const kinds = new Map();
  const faults = [];
  let count = 0;
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url, `http://${host}`);
    if (url.host !== host || url.pathname === SIGN_OUT) {
      answer.writeHead(404).end();
      return;
    }
    const path = `${url.pathname}${url.search}`;
    const pieces = [];
    asked.on("data", (piece) => pieces.push(piece));
    asked.on("end", () => {
      count += 1;
      const body = Buffer.concat(pieces);
      const headers = { ...asked.headers, host, "accept-encoding": "identity", origin: `http://${host}`, "sec-fetch-site": "same-origin" };
      delete headers["proxy-connection"];
      headers.cookie ??= cookie;
      const options = { agent, host: "127.0.0.1", port, path, method: asked.method, headers };
      const sent = request(options, (got) => {
        const plain = (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded") ? body.toString() : "";
        const known = kind(asked.method, path, plain);
        const isThere = got.statusCode !== 404 && got.statusCode !== 405 && !path.startsWith("/assets/");
        if (isThere && !kinds.has(known)) kinds.set(known, { method: asked.method, path, body: plain, kind: headers["content-type"] });
        if (got.statusCode >= 500) faults.push(`${got.statusCode} ${known}`);
        answer.writeHead(got.statusCode, got.headers);
        got.pipe(answer);
      });
      sent.on("error", () => answer.writeHead(502).end());
      sent.end(body);
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    kinds,
    faults,
    count: () => count,
    stop: () => new Promise((ended) => {
      agent.destroy();
      server.closeAllConnections();
      server.close(ended);
    }),
  };
}
