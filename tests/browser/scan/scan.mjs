// Two scanners for known weaknesses over the demo, as somebody of each role: every page that can be reached, every form on
// it. `cargo xtask scan` runs it; with names of roles, for these alone; `selfhelp/coach` is a role of another organisation.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { person, startBrowser } from "../house/browser.mjs";
import { startDemo } from "../house/demo.mjs";
import { signInAs } from "../house/people.mjs";
import { startProxy } from "./proxy.mjs";

const ROLES = ["nobody", "participant", "coach", "manager", "officer", "technician"];
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

/** Crawls and attacks. What was found, a line each. */
async function wapiti(proxy, host, folder, role) {
  // Language and colours change every page alike: one role tries them.
  const once = role === "nobody" ? [] : ["-r", "lang", "-r", "theme"];
  const report = join(folder, "wapiti.json");
  await run("wapiti", [
    "-u", `http://${host}/`, ...STARTS.flatMap((path) => ["-s", `http://${host}${path}`]), ...once,
    "-p", proxy.address, "-m", MODULES, "--scope", "folder", "-d", "12", "-S", "normal",
    "--max-scan-time", "240", "--max-attack-time", "240", "--flush-session", "-f", "json", "-o", report, "--no-bugreport",
    "--store-session", folder, "-t", "20",
  ]);
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, "utf8"));
  return Object.entries({ ...vulnerabilities, ...anomalies })
    .flatMap(([name, found]) => found.map((one) => `${name}: ${one.method} ${one.path} ${one.parameter ?? ""} ${one.info}`));
}

/** Tries each kind of request that the crawl found, with every value and header of it. What was found, a line each. */
async function sqlmap(proxy, host, cookie, folder) {
  const log = join(folder, "requests.txt");
  const bar = "=".repeat(54);
  const requests = [...proxy.kinds.values()].filter((one) => one.method === "POST" || /[?]|[0-9a-f]{8}-/.test(one.path));
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

const wanted = process.argv.slice(2);
const roles = wanted.length > 0 ? wanted : ROLES;
const browser = await startBrowser();
let bad = 0;
for (const named of roles) {
  const [role, organisation = ORGANISATION] = named.split("/").reverse();
  const demo = await startDemo();
  const folder = mkdtempSync(join(tmpdir(), "troth-scan-"));
  const host = `${organisation}.localhost:${demo.port}`;
  const who = await person(browser);
  if (role !== "nobody") await signInAs(who, demo, role, organisation);
  const cookie = (await who.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await who.leave();
  const proxy = await startProxy(demo.port, host, cookie);
  const found = await wapiti(proxy, host, folder, role);
  const { tried, found: more } = await sqlmap(proxy, host, cookie, folder);
  const all = [...found, ...more, ...new Set(proxy.faults)];
  console.log(`${organisation}/${role}: ${proxy.count()} requests, ${proxy.kinds.size} kinds that were answered, ${tried} of them tried by sqlmap, ${all.length} findings`);
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
