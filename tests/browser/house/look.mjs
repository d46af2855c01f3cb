// Looking at a page: with axe-core, at both sizes and in both themes; where TROTH_TEST_GALLERY names a folder, with a
// picture kept there for people to look through.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const gallery = process.env.TROTH_TEST_GALLERY;
const SIZES = { phone: { width: 320, height: 640 }, desk: { width: 1280, height: 900 } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Between themes nothing changes but colours: in the dark, what is asked of colours is asked again. */
const RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"];
const looked = { pages: 0, checks: 0 };

/**
 * In English a page is looked at in both themes and sizes. In other languages where their longer words would show: on a
 * phone; colours have no language.
 */
export function asIn(language) {
  return ["nl", "sv"].includes(language) ? { themes: ["light"], sizes: ["phone"], colours: false } : {};
}

/** Looks at one page in one language, in both themes and both sizes unless told otherwise. */
export async function look(page, name, faults, { themes = ["light", "dark"], sizes = Object.keys(SIZES), colours = true } = {}) {
  looked.pages += 1;
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (width > 0) faults.push(`${name}, ${size}: sticks out by ${width} px: ${await widest(page)}`);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      const runOnly = theme === "light" ? RULES : RULES_OF_COLOURS;
      const found = await violations(page, { runOnly, rules: colours ? {} : off(RULES_OF_COLOURS) });
      faults.push(...found.map((one) => `${name}, ${theme}, ${size}: ${one}`));
      // A picture of every page; in the other languages one is enough to see what long words do.
      const worthwhile = !/ (nl|sv)$/.test(name) || (theme === "light" && size === "phone");
      if (gallery && worthwhile) await picture(page, `${name} ${theme} ${size}`);
    }
  }
}

function off(rules) {
  return Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
}

async function violations(page, asked) {
  looked.checks += 1;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(
    (asked) => window.axe.run(document, { ...asked, resultTypes: ["violations"] }),
    asked,
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
  if (!existsSync(gallery)) mkdirSync(gallery, { recursive: true });
  const file = `${name.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "")}.jpeg`;
  await page.screenshot({ path: join(gallery, file), type: "jpeg", quality: 60, fullPage: true });
}

/** Writes the gallery's index over all pictures so far, and tells how much was looked at. */
export function close() {
  console.log(`${looked.pages} pages, ${looked.checks} checks of accessibility`);
  if (!gallery || !existsSync(gallery)) return;
  const files = readdirSync(gallery).filter((file) => file.endsWith(".jpeg")).sort();
  const figures = files.map((file) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file.replace(/-|\.jpeg/g, " ")}</figcaption></figure>`);
  const style = "body{font:14px system-ui;display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem}figure{margin:0}img{width:100%;border:1px solid #ccc;max-height:24rem;object-fit:cover;object-position:top}";
  writeFileSync(join(gallery, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${figures.join("\n")}</html>`);
}

/** Tells each fault once, with how often and where first. */
export function report(faults) {
  const kinds = new Map();
  for (const fault of faults) {
    const [where, ...what] = fault.split(": ");
    const told = what.join(": ");
    kinds.set(told, { where, count: (kinds.get(told)?.count ?? 0) + 1 });
  }
  const lines = [...kinds].map(([what, { where, count }]) => `${count} times, last at ${where}: ${what}`);
  assert.equal(faults.length, 0, `${faults.length} faults\n${lines.slice(0, 40).join("\n")}`);
}
