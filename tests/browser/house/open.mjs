// A demo and a browser for the scene that imports this: there before its first test, gone after its last.
import { after, before } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";

export let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});
