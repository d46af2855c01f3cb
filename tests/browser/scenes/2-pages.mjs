// Every page, role, language and theme, on a phone and on a desk: no violation that axe-core knows, nothing that
// sticks out of a narrow screen; and a picture of each for people to look through.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser, person } from "../house/browser.mjs";
import { startDemo } from "../house/demo.mjs";
import { ORGANISATIONS, signInAs } from "../house/people.mjs";
import { walk } from "../house/pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const gallery = process.env.TROTH_TEST_GALLERY;
const SIZES = { phone: { width: 320, height: 640 }, desk: { width: 1280, height: 900 } };
const pictures = [];
const looked = { pages: 0, checks: 0 };

let demo, browser;
before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  if (gallery) {
    rmSync(gallery, { recursive: true, force: true });
    mkdirSync(gallery, { recursive: true });
  }
});
after(async () => {
  await browser?.close();
  await demo?.stop();
  if (gallery) writeFileSync(join(gallery, "index.html"), index());
  console.log(`${looked.pages} pages, ${looked.checks} checks of accessibility`);
});

/** Looks at one page in one language, in both themes and both sizes. */
async function look(page, name, faults) {
  looked.pages += 1;
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      const where = `${name}, ${theme}, ${size}`;
      const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (width > 0) faults.push(`${where}: sticks out by ${width} px: ${await widest(page)}`);
      faults.push(...(await violations(page)).map((one) => `${where}: ${one}`));
      // A picture of every page; in the other languages one is enough to see what long words do.
      const worthwhile = !/ (nl|sv)$/.test(name) || (theme === "light" && size === "phone");
      if (gallery && worthwhile) await picture(page, `${name} ${theme} ${size}`);
    }
  }
}

async function violations(page) {
  looked.checks += 1;
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    }),
  );
  return found.violations.map((one) => {
    const nodes = one.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim() ?? ""})`);
    return `${one.id}: ${nodes.join("; ")}`;
  });
}

function widest(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > edge + 1);
    return out.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`).join(", ");
  });
}

async function picture(page, name) {
  const file = `${name.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "")}.jpeg`;
  await page.screenshot({ path: join(gallery, file), type: "jpeg", quality: 60, fullPage: true });
  pictures.push([name, file]);
}

function index() {
  const figures = pictures.map(([name, file]) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${name}</figcaption></figure>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>body{font:14px system-ui;display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem}figure{margin:0}img{width:100%;border:1px solid #ccc;max-height:24rem;object-fit:cover;object-position:top}</style>${figures.join("\n")}</html>`;
}

/** Tells each fault once, with how often and where first. */
function report(faults) {
  const kinds = new Map();
  for (const fault of faults) {
    const [where, ...what] = fault.split(": ");
    const told = what.join(": ");
    kinds.set(told, { where, count: (kinds.get(told)?.count ?? 0) + 1 });
  }
  const lines = [...kinds].map(([what, { where, count }]) => `${count} times, last at ${where}: ${what}`);
  assert.equal(faults.length, 0, `${faults.length} faults\n${lines.slice(0, 40).join("\n")}`);
}

for (const role of ["manager", "coach", "participant"]) {
  test(`a ${role} finds every page whole`, async () => {
    const member = await person(browser);
    await signInAs(member, demo, role);
    const faults = [];
    const seen = await walk(member, [`${demo.at("campus")}/`], {
      visit: async (page, url, what) => {
        for (const language of ["en", "nl", "sv"]) {
          const address = new URL(url);
          address.searchParams.set("lang", language);
          await page.goto(address.href);
          assert.equal(await member.language(), language, `${url} is not in ${language}`);
          await look(page, `${role} ${what} ${language}`, faults);
        }
        await page.goto(url);
      },
    });
    assert.ok(seen.length >= 4, `only ${seen.join(", ")}`);
    console.log(`${role}: ${seen.join(" ")}`);
    await member.leave();
    report(faults);
  });
}

test("a guest finds every public page whole, of each organisation", async () => {
  const faults = [];
  for (const organisation of ORGANISATIONS) {
    const guest = await person(browser);
    const origin = demo.at(organisation);
    const seen = await walk(guest, [`${origin}/`, `${origin}/privacy`], {
      visit: async (page, url, what) => {
        // Each organisation offers languages of its own.
        const offered = await page.locator("a[hreflang]").evaluateAll((all) => all.map((one) => [one.hreflang, one.href]));
        for (const [language, href] of offered.length > 0 ? offered : [["only", url]]) {
          await page.goto(href);
          await look(page, `${organisation} ${what} ${language}`, faults);
        }
        await page.goto(url);
      },
    });
    console.log(`${organisation}: ${seen.join(" ")}`);
    await guest.leave();
  }
  report(faults);
});

test("the demo's own pages are whole", async () => {
  const faults = [];
  const guest = await person(browser);
  for (const path of ["/_demo", "/_demo/mail", "/_demo/clock", "/_gallery"]) {
    for (const language of ["en", "nl", "sv"]) {
      await guest.goto(`${demo.home}${path}?lang=${language}`);
      await look(guest.page, `demo ${path} ${language}`, faults);
    }
  }
  await guest.leave();
  report(faults);
});
