// The demo server, as a visitor starts it: a fresh folder, a free port.
import { spawn } from "node:child_process";
import { request } from "node:http";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = process.env.TROTH_TEST_PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/troth");

/** Starts the demo and waits until it says where it listens. */
export async function startDemo() {
  if (!existsSync(program)) throw new Error(`there is no ${program}; run: cargo build --workspace`);
  const folder = mkdtempSync(join(tmpdir(), "troth-demo-"));
  const child = spawn(program, ["demo", "--port", "0", "--data", join(folder, "data")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  // Whatever becomes of the test, its demo does not stay behind.
  const end = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  const leave = () => process.exit(1);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, leave);
  let said = "";
  const port = await new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`the demo does not answer; it said:\n${said}`)), 180_000);
    const listen = (chunk) => {
      said += chunk;
      const found = /https?:\/\/[\w.-]*localhost:(\d+)/.exec(said);
      if (found) {
        clearTimeout(patience);
        resolve(Number(found[1]));
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => {
      clearTimeout(patience);
      reject(new Error(`the demo ended with ${code}; it said:\n${said}`));
    });
  });
  return {
    port,
    folder: join(folder, "data"),
    /** The demo's own pages. */
    home: `http://localhost:${port}`,
    /** An organisation's host. */
    at: (organisation) => `http://${organisation}.localhost:${port}`,
    /** Posts an empty form, with headers of one's own; answers with the status. */
    post: (organisation, path, headers) =>
      new Promise((resolve, reject) => {
        const host = `${organisation}.localhost:${port}`;
        const kind = "application/x-www-form-urlencoded";
        const options = { host: "127.0.0.1", port, path, method: "POST", headers: { ...headers, Host: host, "Content-Type": kind } };
        request(options, (answer) => resolve(answer.resume().statusCode)).on("error", reject).end();
      }),
    /** Everything that it wrote to its terminal. */
    said: () => said,
    pid: child.pid,
    async stop() {
      child.removeAllListeners("exit");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000))]);
      process.removeListener("exit", end);
      for (const signal of ["SIGINT", "SIGTERM"]) process.removeListener(signal, leave);
      end();
    },
  };
}
