// A real browser, and people who use it: with a mouse, with the keyboard alone, or without script.
import { chromium } from "playwright-core";
import { says, mentions } from "./words.mjs";

/** Starts Chromium with nothing but itself: no extension, no update, no report. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.TROTH_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.localhost 127.0.0.1",
    ],
  });
}

/**
 * A person at a browser of their own.
 * @param {import("playwright-core").Browser} browser
 * @param {{ keyboard?: boolean, script?: boolean, locale?: string, options?: object }} how
 */
export async function person(browser, { keyboard = false, script = true, locale = "en-GB", options = {} } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, locale, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return new Person(context, page, keyboard);
}

export class Person {
  constructor(context, page, keyboard) {
    Object.assign(this, { context, page, keyboard });
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

  /** Uses a button or link: with a click, or by Tab and Enter. */
  async activate(target) {
    await target.waitFor();
    if (this.keyboard) {
      await this.reach(target);
      const turned = this.page.waitForEvent("framenavigated", { timeout: 10_000 }).catch(() => null);
      await this.page.keyboard.press("Enter");
      await turned;
    } else await target.click();
    await this.page.waitForLoadState();
  }

  /** Writes into a field. */
  async write(target, text) {
    await target.waitFor();
    if (this.keyboard) {
      await this.reach(target);
      await this.page.keyboard.press("Control+A");
      await this.page.keyboard.type(text);
    } else await target.fill(text);
  }

  /** Chooses an option of a list by its value. */
  async choose(target, value) {
    await target.waitFor();
    if (!this.keyboard) return void (await target.selectOption(value));
    await this.reach(target);
    const values = await target.locator("option").evaluateAll((options) => options.map((option) => option.value));
    await this.page.keyboard.press("Home");
    for (let step = 0; step < values.length && (await target.inputValue()) !== value; step += 1) {
      await this.page.keyboard.press("ArrowDown");
    }
  }

  /** Ticks a box or a choice. */
  async tick(target) {
    await target.waitFor({ state: "attached" });
    if (this.keyboard) {
      await this.reach(target);
      await this.page.keyboard.press("Space");
    } else await target.check();
  }

  /** Moves the focus to a thing with Tab alone, and looks that the focus can be seen. */
  async reach(target) {
    const element = await target.elementHandle();
    const here = () => element.evaluate((one) => one === document.activeElement);
    const group = await element.evaluate((one) => (one.type === "radio" ? one.name : ""));
    for (let step = 0; step < 250; step += 1) {
      if (await here()) {
        const seen = await element.evaluate((one) => {
          const style = getComputedStyle(one);
          return style.outlineStyle !== "none" || style.boxShadow !== "none";
        });
        if (!seen) throw new Error(`the focus cannot be seen on ${await element.evaluate((one) => one.outerHTML.slice(0, 200))}`);
        return;
      }
      const inGroup = group && (await this.page.evaluate((name) => document.activeElement?.name === name, group));
      await this.page.keyboard.press(inGroup ? "ArrowDown" : "Tab");
    }
    throw new Error(`the keyboard does not reach ${await element.evaluate((one) => one.outerHTML.slice(0, 200))}`);
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
