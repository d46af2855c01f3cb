// Somebody who has a keyboard and nothing else: Tab, Shift+Tab, Enter, Space, the arrows, and typing. On the way each
// thing that has the focus must show it, and stand where it can be seen.
import assert from "node:assert/strict";
import { Person } from "./browser.mjs";

/** The most presses of Tab from one thing to the next that a person should need, once past the navigation. */
const MOST_TABS = 40;

/** What has the focus, and how it shows: looked at in the page. */
function focused(target) {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const bare = one === document.body || one === document.documentElement;
  const main = document.querySelector("main");
  return {
    bare,
    here: one === target,
    skip: one.matches(".skip"),
    inMain: main?.contains(one) ?? false,
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    group: one.type === "radio" && target?.type === "radio" && one.name === target.name,
    told: one.outerHTML.slice(0, 160),
  };
}

export class KeyboardPerson extends Person {
  /** How many keys were pressed to get somewhere, typing left out. */
  keys = 0;
  /** The longest way from one thing to the next. */
  longest = { tabs: 0, to: "" };

  async key(name) {
    this.keys += 1;
    await this.page.keyboard.press(name);
  }

  async activate(target) {
    await this.reach(target);
    const turned = this.page.waitForEvent("framenavigated", { timeout: 20_000 }).catch(() => null);
    await this.key("Enter");
    if (!(await turned)) throw new Error(`Enter on ${await said(target)} leads nowhere`);
    await this.page.waitForLoadState();
    await this.landed();
  }

  async unfold(summary) {
    await this.reach(summary);
    await this.key("Enter");
  }

  async write(target, text) {
    await this.reach(target);
    await this.key("Control+A");
    await this.page.keyboard.type(text);
  }

  async choose(target, value) {
    await this.reach(target);
    const values = await target.locator("option").evaluateAll((options) => options.map((option) => option.value));
    await this.key("Home");
    for (let step = 0; step < values.length && (await target.inputValue()) !== value; step += 1) await this.key("ArrowDown");
    assert.equal(await target.inputValue(), value, "the arrows reach the choice");
  }

  async tick(target) {
    await this.reach(target);
    if (!(await target.isChecked())) await this.key("Space");
  }

  /**
   * Where a new page puts somebody: at its beginning, where the first Tab offers the way past the navigation; at what
   * is wrong with a form; or at the part that the address names, where Tab goes on from there.
   */
  async landed() {
    const state = await this.page.evaluate(focused);
    const part = await this.page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
    if (await this.page.locator("#faults").count()) {
      assert.ok(await this.page.evaluate(() => document.activeElement?.id === "faults"), "the focus is at what is wrong");
      return;
    }
    assert.ok(state.bare || state.inMain, `a new page begins at its beginning, not at ${state.told}`);
    await this.tab("Tab");
    const first = await this.page.evaluate((part) => {
      const one = document.activeElement;
      const target = part ? document.getElementById(part) : null;
      const after = target && (target.contains(one) || target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
      return { skip: one.matches(".skip"), after: Boolean(after), told: one.outerHTML.slice(0, 160) };
    }, part);
    if (part) assert.ok(first.after, `Tab goes on from #${part}, not at ${first.told}`);
    else assert.ok(first.skip, `the first Tab offers to skip to the content, not ${first.told}`);
  }

  /** Moves the focus to a thing: past the navigation by the skip link, on with Tab, back with Shift+Tab. */
  async reach(target) {
    await target.waitFor();
    const element = await target.elementHandle();
    const inMain = await element.evaluate((one) => document.querySelector("main")?.contains(one) ?? false);
    let state = await this.page.evaluate(focused, element);
    if (state.bare && !(await this.page.evaluate(() => location.hash))) state = await this.tab("Tab", element);
    if (state.skip && inMain) {
      await this.key("Enter");
      state = await this.tab("Tab", element);
      assert.ok(state.inMain, `the skip link leads into the content, not to ${state.told}`);
    }
    const back = await element.evaluate((one) => Boolean(document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING));
    let tabs = 0;
    while (!state.here) {
      if (tabs >= MOST_TABS) throw new Error(`after ${tabs} Tabs the keyboard has not reached ${await said(target)}; it is at ${state.told}`);
      const arrow = state.group && !(await element.evaluate((one) => one.checked));
      state = await this.tab(arrow ? "ArrowDown" : back ? "Shift+Tab" : "Tab", element);
      tabs += 1;
    }
    if (tabs > this.longest.tabs) this.longest = { tabs, to: `${new URL(this.page.url()).pathname} ${await said(target)}` };
  }

  /** One press; what has the focus then must show it. */
  async tab(key, element = null) {
    await this.key(key);
    const state = await this.page.evaluate(focused, element);
    if (state.bare) return state;
    assert.ok(state.ring >= 3, `the focus shows by a ring of ${state.ring} px on ${state.told}`);
    assert.ok(state.seen, `the focus is out of sight on ${state.told}`);
    return state;
  }
}

function said(target) {
  return target.evaluate((one) => one.outerHTML.slice(0, 200));
}
