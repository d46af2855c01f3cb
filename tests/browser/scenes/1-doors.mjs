// What every answer carries, what no answer carries, and what a first view costs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person } from "../house/browser.mjs";
import { browser, demo } from "../house/open.mjs";
import { ORGANISATIONS, signInAs } from "../house/people.mjs";
import { walk } from "../house/pages.mjs";

const REFUSED = ["unsafe-inline", "unsafe-eval", "unsafe-hashes", "http:", "*"];

/** The headers that every page has. */
function checkHeaders(url, headers) {
  const policy = headers["content-security-policy"] ?? "";
  for (const word of REFUSED) assert.ok(!policy.split(/[\s;]+/).includes(word) && !policy.includes(`'${word}'`), `${url}: ${policy}`);
  assert.match(policy, /default-src '(none|self)'/, url);
  assert.match(policy, /frame-ancestors 'none'/, url);
  assert.equal(headers["x-content-type-options"], "nosniff", url);
  assert.match(headers["referrer-policy"] ?? "", /no-referrer|same-origin/, url);
  assert.match(headers["permissions-policy"] ?? "", /camera=\(\)/, url);
  assert.equal(headers["cross-origin-opener-policy"], "same-origin", url);
  assert.equal(headers["server"], undefined, url);
}

// UC15, I11, SH10
test("public pages set no cookie, and ask nothing of another origin", async () => {
  for (const organisation of ORGANISATIONS) {
    const guest = await person(browser);
    const asked = new Set();
    guest.context.on("request", (request) => asked.add(new URL(request.url()).origin));
    const origin = demo.at(organisation);
    const seen = await walk(guest, [`${origin}/`, `${origin}/privacy`, `${origin}/sign-in`].filter(Boolean), {
      visit: async (page, url, what, response) => {
        checkHeaders(url, response.headers());
        const reasons = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
        assert.deepEqual(reasons, [0, 0], `${url} stores something in the browser`);
      },
    });
    assert.ok(seen.some((what) => what.startsWith("/privacy")), `${organisation}: the statement was not reached`);
    assert.deepEqual(await guest.context.cookies(), [], `${organisation}: a cookie for a guest`);
    const others = [...asked].filter((one) => one !== origin && one !== demo.home);
    assert.deepEqual(others, [], `${organisation}: requests to another origin`);
    await guest.leave();
  }
});

test("inside, too, nothing is asked of another origin, pages are not kept by caches, and both cookies are tight", async () => {
  for (const role of ["manager", "coach", "participant"]) {
    const member = await person(browser);
    const asked = new Set();
    member.context.on("request", (request) => asked.add(new URL(request.url()).origin));
    await signInAs(member, demo, role);
    const origin = demo.at("campus");
    await walk(member, [`${origin}/`], {
      visit: async (_, url, what, response) => {
        checkHeaders(url, response.headers());
        assert.match(response.headers()["cache-control"] ?? "", /no-store/, url);
      },
    });
    const cookies = (await member.context.cookies()).sort((one, other) => (one.name < other.name ? -1 : 1));
    assert.deepEqual(cookies.map((one) => [one.name, one.httpOnly, one.secure, one.path, one.sameSite]), [
      ["__Host-troth", true, true, "/", "Lax"],
      ["__Host-troth-device", true, true, "/", "Lax"],
    ]);
    assert.deepEqual([...asked].filter((one) => one !== origin && one !== demo.home), []);
    await member.leave();
  }
});

test("a form from another site is refused", async () => {
  const member = await person(browser);
  await signInAs(member, demo, "participant");
  const cookie = (await member.context.cookies()).find((one) => one.name === "__Host-troth");
  const headers = { Cookie: `${cookie.name}=${cookie.value}`, Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" };
  const status = await demo.post("campus", "/sign-out", headers);
  assert.equal(status, 403);
  const still = await member.page.goto(`${demo.at("campus")}/my-data`);
  assert.equal(still.status(), 200, "the session lives on");
  await member.leave();
});

test("a first view takes at most 60 KB and 6 requests", async () => {
  for (const path of ["/sign-in", "/privacy"]) {
    const guest = await person(browser);
    const session = await guest.context.newCDPSession(guest.page);
    await session.send("Network.enable");
    let requests = 0;
    let bytes = 0;
    session.on("Network.requestWillBeSent", ({ request }) => (requests += request.url.startsWith("data:") ? 0 : 1));
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await guest.page.goto(demo.at("campus") + path, { waitUntil: "networkidle" });
    console.log(`${path}: ${requests} requests, ${(bytes / 1024).toFixed(1)} KB`);
    assert.ok(requests <= 6, `${path}: ${requests} requests`);
    assert.ok(bytes <= 60 * 1024, `${path}: ${bytes} bytes`);
    await guest.leave();
  }
});
