// A provider that others wrote (`oidc-provider`), and a server that is configured for it, as an operator would.
import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Provider from "oidc-provider";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = process.env.TROTH_TEST_PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/troth");

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The provider, with pairwise numbers, for one site; it signs with RS256, as it does by itself. */
async function startProvider(site, secret) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: "troth",
      client_secret: secret,
      redirect_uris: [`${site}/sign-in/provider/back`],
      post_logout_redirect_uris: [`${site}/sign-in`],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      subject_type: "pairwise",
    }],
    cookies: { keys: [randomBytes(16).toString("hex")] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pairwiseIdentifier: (_, id, client) => createHash("sha256").update(`${client.clientId} ${id}`).digest("hex"),
    pkce: { required: () => true },
    subjectTypes: ["public", "pairwise"],
  });
  const server = createServer(provider.callback());
  await new Promise((resolve) => server.listen(port, "localhost", resolve));
  return { issuer, stop: () => { server.close(); server.closeAllConnections(); } };
}

/** A university whose people sign in with the provider, and the invitation of its first manager. */
export async function startUniversity() {
  const [port, secret] = [await freePort(), randomBytes(24).toString("base64")];
  const site = `http://lectures.localhost:${port}`;
  const provider = await startProvider(site, secret);
  const folder = mkdtempSync(join(tmpdir(), "troth-served-"));
  const data = join(folder, "data");
  const run = (...words) => execFileSync(program, words, { cwd: root, encoding: "utf8" });
  run("init", data);
  const file = join(data, "troth.kdl");
  writeFileSync(file, readFileSync(file, "utf8").replace(/listen ".*"/, `listen "127.0.0.1:${port}"`));
  const said = run(
    "organisation", "add", "lectures", "--data", data, "--statement", "statements/lectures.kdl",
    "--host", "lectures.localhost", "--manager-name", "Ada Example", "--manager-email", "ada@example.org",
  );
  const invitation = /http:\S+\/invitation\/\S+/.exec(said)[0];
  writeFileSync(join(folder, "secret"), `${secret}\n`, { mode: 0o600 });
  const lines = [
    'mail server="smtp://127.0.0.1:9" from="no-reply@example.org"',
    `provider "lectures" issuer="${provider.issuer}" client="troth" secret-file="${join(folder, "secret")}" recipient="campus-sign-in"`,
  ];
  writeFileSync(file, `${readFileSync(file, "utf8")}${lines.join("\n")}\n`);
  const child = spawn(program, ["serve", "--data", data], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const end = () => {
    child.kill("SIGKILL");
    provider.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  await new Promise((resolve, reject) => {
    let told = "";
    child.stderr.on("data", (chunk) => {
      told += chunk;
      if (told.includes("Serving")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}; it said:\n${told}`)));
  });
  return {
    site,
    issuer: provider.issuer,
    invitation,
    async stop() {
      child.removeAllListeners("exit");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000))]);
      process.removeListener("exit", end);
      end();
    },
  };
}
