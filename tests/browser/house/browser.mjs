// A real browser, and people who use it: with a mouse, with the keyboard alone, or without script.
import { chromium } from "playwright-core";
import { says, mentions } from "./words.mjs";

/** Chromium with nothing but itself: no extension, no update, no report. */
export function flags() {
  return {
    executablePath: process.env.TROTH_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.localhost 127.0.0.1",
    ],
  };
}

/** Starts it. */
export function startBrowser() {
  return chromium.launch(flags());
}

const DESK = { width: 1280, height: 900 };

/**
 * A person at a browser of their own.
 * @param {import("playwright-core").Browser} browser
 * @param {{ kind?: typeof Person, script?: boolean, locale?: string, viewport?: object, options?: object }} how
 */
export async function person(browser, { kind = Person, script = true, locale = "en-GB", viewport = DESK, options = {} } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, locale, viewport, reducedMotion: "reduce", ...options,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  return new kind(context, page);
}

/** Somebody with a pointer: a mouse or a finger. */
export class Person {
  constructor(context, page) {
    Object.assign(this, { context, page });
  }

  /** Goes to an address, as if it were typed or came from a mail. */
  async goto(url) {
    const response = await this.page.goto(url);
    const status = response?.status() ?? 0;
    if (status >= 400) throw new Error(`${url} answers ${status}: ${await this.heading()}`);
    return this;
  }

  /** The language of the page. */
  language() {
    return this.page.locator("html").getAttribute("lang");
  }

  /** What the page's main heading says. */
  async heading() {
    return (await this.page.locator("h1").first().textContent({ timeout: 3_000 }).catch(() => "")).trim();
  }

  /** A thing on the page by its role and the key of its name. */
  async thing(role, key, within = this.page) {
    return within.getByRole(role, { name: says(await this.language(), key) }).first();
  }

  /** Presses a button or follows a link, named by key. */
  async press(role, key, within) {
    await this.activate(await this.thing(role, key, within));
  }

  /** Goes to a place of the rail, which is the bottom bar on a phone. */
  async go(key) {
    await this.press("link", key, await this.thing("navigation", "ui-navigation"));
  }

  /** Uses a button or link, and waits for the page that it leads to. */
  async activate(target) {
    await target.waitFor();
    await target.click();
    // A form may send what was typed before it goes itself.
    await this.page.locator("form[aria-busy=true]").first().waitFor({ state: "detached" });
    await this.page.waitForLoadState();
  }

  /** Opens or closes what a summary hides. */
  async unfold(summary) {
    await summary.click();
  }

  /** Writes into a field. */
  async write(target, text) {
    await target.waitFor();
    await target.fill(text);
  }

  /** Chooses an option of a list by its value. */
  async choose(target, value) {
    await target.waitFor();
    await target.selectOption(value);
  }

  /** Ticks a box or a choice. */
  async tick(target) {
    await target.waitFor({ state: "attached" });
    await target.check();
  }

  /** Whether the page says what a key says. */
  async sees(key) {
    return mentions(await this.language(), key).test(await this.text());
  }

  /** All the text of the page. */
  async text() {
    return (await this.page.locator("body").innerText()).replace(/\s+/g, " ");
  }

  async leave() {
    await this.context.close();
  }
}
