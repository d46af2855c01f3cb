// Every page that a person can reach by following links.

/** A path with its ids taken out, so that one page stands for its kind. */
export function kind(url) {
  const { pathname } = new URL(url);
  return pathname
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "{id}")
    .replace(/\/[\w-]{20,}(?=\/|$)/g, "/{link}");
}

/**
 * Follows links from a first page; visits at most `each` pages of one kind.
 * @param {import("./browser.mjs").Person} who
 * @param {string[]} first
 * @param {{ each?: number, visit: (page: import("playwright-core").Page, url: string, kind: string) => Promise<void> }} how
 */
export async function walk(who, first, { each = 1, visit }) {
  const origin = new URL(first[0]).origin;
  const open = [...first];
  const met = new Map();
  while (open.length > 0) {
    const url = open.shift();
    const what = kind(url);
    if ((met.get(what) ?? 0) >= each) continue;
    met.set(what, (met.get(what) ?? 0) + 1);
    const response = await who.page.goto(url).catch((error) => {
      // What is handed over as a file is no page.
      if (/Download is starting|ERR_ABORTED/.test(String(error))) return null;
      throw error;
    });
    if (!response || !(response.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    // What is hidden is followed by nobody: the way to sign in again stands on each page until the session ends.
    const links = await who.page
      .locator("a[href]:not([download])")
      .evaluateAll((all) => all.filter((one) => !one.closest("[hidden]")).map((one) => one.href));
    await visit(who.page, url, what, response);
    for (const link of links) {
      const next = new URL(link);
      next.hash = "";
      if (next.origin !== origin || /[?&](lang|theme)=/.test(next.search)) continue;
      open.push(next.href);
    }
  }
  return [...met.keys()];
}
