// Two scanners for known weaknesses over the demo, as somebody of each role of each organisation: every page that can be
// reached, every form on it. A door is attacked as the first role that reaches it; whoever comes to it later comes to the same
// code. `cargo xtask scan` runs it; with names of roles, for these alone; `selfhelp/coach` is a role of another organisation than
// the campus, and `+coach` one that is only led round: what it reaches was attacked before.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { person, startBrowser } from "../house/browser.mjs";
import { startDemo } from "../house/demo.mjs";
import { ORGANISATIONS, signInAs } from "../house/people.mjs";
import { kind, startProxy } from "./proxy.mjs";

/** Whose roles are meant where no organisation is named. */
const ORGANISATION = "campus";
// Left out: what asks a server on the internet (ssrf, xxe), what guesses names of files (buster, nikto), and what cannot be
// told here: a forged request, since the proxy gives each the marks of our own pages, and the transport, which is plain on
// one's own machine.
const MODULES = "sql,blindsql,xss,permanentxss,exec,file,redirect,crlf,shellshock,methods,htaccess,backup,csp";

/** Doors to which "/" leads, or that no page links to. */
const STARTS = ["/privacy", "/sign-in", "/check-receipt"];

/** Runs a scanner; answers with what it said. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 1 << 28 }, (error, said, more) => {
      if (error?.code === "ENOENT") reject(new Error(`${program} is not installed: apt-get install wapiti sqlmap`));
      else resolve(`${said}${more}`);
    });
  });
}

/** Runs it over what one role reaches. */
function scanned(proxy, host, folder, role, more) {
  // Language and colours change every page alike: one role tries them.
  const once = role === "nobody" ? [] : ["-r", "lang", "-r", "theme"];
  return run("wapiti", [
    "-u", `http://${host}/`, ...STARTS.flatMap((path) => ["-s", `http://${host}${path}`]), ...once,
    "-p", proxy.address, "--scope", "folder", "-d", "12", "-S", "normal",
    "--max-scan-time", "240", "--max-attack-time", "240", "-f", "json", "-o", join(folder, "wapiti.json"), "--no-bugreport",
    "--store-session", folder, "-t", "20", ...more,
  ]);
}

/** Goes round, and attacks nothing. */
const crawl = (proxy, host, folder, role) => scanned(proxy, host, folder, role, ["-m", "", "--flush-session"]);

/** Goes round; then attacks what is not known yet. What was found, a line each. */
async function wapiti(proxy, host, folder, role, known) {
  await crawl(proxy, host, folder, role);
  if ((await forget(folder, known)) === 0) return [];
  await scanned(proxy, host, folder, role, ["-m", MODULES, "--skip-crawl"]);
  const report = join(folder, "wapiti.json");
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, "utf8"));
  return Object.entries({ ...vulnerabilities, ...anomalies })
    .flatMap(([name, found]) => found.map((one) => `${name}: ${one.method} ${one.path} ${one.parameter ?? ""} ${one.info}`));
}

/** Takes what is known out of what the crawl has written down; answers with how much is left. */
async function forget(folder, known) {
  const file = readdirSync(folder).find((name) => name.endsWith(".db"));
  const base = (text, ...more) => run("python3", ["-c", `import json, sqlite3, sys\nbase = sqlite3.connect(sys.argv[1])\n${text}\nbase.commit()`, join(folder, file), ...more]);
  const found = JSON.parse(await base(
    'print(json.dumps([[*row, [name for name, in base.execute("SELECT name FROM params WHERE path_id = ? AND type <> \'FILE\'", row[:1])]] for row in base.execute("SELECT path_id, method, path FROM paths")]))',
  ));
  const old = found.filter(([, method, path, names]) => known.has(kind(method, path, new URLSearchParams(names.map((name) => [name, ""])).toString())));
  await base('for id in json.loads(sys.argv[2]):\n    base.execute("DELETE FROM params WHERE path_id = ?", [id])\n    base.execute("DELETE FROM paths WHERE path_id = ?", [id])', JSON.stringify(old.map(([id]) => id)));
  return found.length - old.length;
}

/** Tries each kind of request that the crawl found, with every value and header of it. What was found, a line each. */
async function sqlmap(proxy, host, cookie, folder, known) {
  const log = join(folder, "requests.txt");
  const bar = "=".repeat(54);
  const fresh = [...proxy.kinds].filter(([kind]) => !known.has(kind)).map(([, one]) => one);
  const requests = fresh.filter((one) => one.method === "POST" || /[?]|[0-9a-f]{8}-/.test(one.path));
  const written = requests.map(({ method, path, body, kind }) => {
    const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, `Cookie: ${cookie}`, "User-Agent: scan", "Referer: x"];
    if (kind) head.push(`Content-Type: ${kind}`);
    return `${bar}\n12:00:00  http://${host}\n${bar}\n${head.join("\n")}\n\n${body}\n${bar}\n\n`;
  });
  writeFileSync(log, written.join(""));
  const said = await run("sqlmap", [
    "-l", log, "--batch", "--level", "5", "--risk", "2", "--smart", "--threads", "4", "--proxy", proxy.address,
    "--output-dir", join(folder, "sqlmap"), "--flush-session", "--disable-coloring", "--ignore-code", "*", "--skip-waf", "--ignore-stdin",
  ]);
  writeFileSync(join(folder, "sqlmap.txt"), said);
  const tried = said.split("\n").filter((line) => /testing URL/.test(line)).length;
  const found = said.split("\n").filter((line) => /is vulnerable|appears to be .*injectable|Type: /.test(line) && !/false positive/.test(line));
  return { tried, found };
}

/** Everybody whom the demo has made up, and nobody. */
async function everybody(browser) {
  const [demo, who] = [await startDemo(), await person(browser)];
  await who.goto(`${demo.home}/_demo`);
  const all = [];
  for (const organisation of [ORGANISATION, ...ORGANISATIONS.filter((one) => one !== ORGANISATION)]) {
    const roles = await who.page.locator(`[data-people="${organisation}"] [data-role]`).evaluateAll((found) => found.map((one) => one.dataset.role));
    all.push(...["nobody", ...new Set(roles)].map((role) => `${organisation}/${role}`));
  }
  await who.leave();
  await demo.stop();
  return all;
}

const browser = await startBrowser();
const roles = process.argv.length > 2 ? process.argv.slice(2) : await everybody(browser);
const known = new Set();
let bad = 0;
for (const named of roles) {
  const isKnown = named.startsWith("+");
  const [role, organisation = ORGANISATION] = named.replace("+", "").split("/").reverse();
  const demo = await startDemo();
  const folder = mkdtempSync(join(tmpdir(), "troth-scan-"));
  const host = `${organisation}.localhost:${demo.port}`;
  const who = await person(browser);
  if (role !== "nobody") await signInAs(who, demo, role, organisation);
  const cookie = (await who.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await who.leave();
  const proxy = await startProxy(demo.port, host, cookie);
  if (isKnown) await crawl(proxy, host, folder, role);
  const found = isKnown ? [] : await wapiti(proxy, host, folder, role, known);
  const fresh = [...proxy.kinds.keys()].filter((kind) => !known.has(kind)).length;
  const { tried, found: more } = isKnown ? { tried: 0, found: [] } : await sqlmap(proxy, host, cookie, folder, known);
  for (const kind of proxy.kinds.keys()) known.add(kind);
  const all = [...found, ...more, ...new Set(proxy.faults)];
  console.log(`${organisation}/${role}: ${proxy.count()} requests, ${proxy.kinds.size} kinds that were answered, ${fresh} of them new, ${tried} tried by sqlmap, ${all.length} findings`);
  for (const line of all) console.log(`    ${line}`);
  bad += all.length;
  if (process.env.TROTH_SCAN_KEEP) {
    writeFileSync(join(folder, "kinds.txt"), [...proxy.kinds.keys()].sort().join("\n"));
    console.log(`    see ${folder}`);
  } else {
    rmSync(folder, { recursive: true, force: true });
  }
  await proxy.stop();
  await demo.stop();
}
await browser.close();
process.exit(bad > 0 ? 1 : 0);
