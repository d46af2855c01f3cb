// @ts-check
// Tells in time that the session is about to end, so that nothing typed is lost. What other tabs do counts, too.

const NOTICE = 180;
const LOOK = 10_000;

/** @param {HTMLElement} box */
function watch(box) {
  const [ending, over] = box.querySelectorAll("[data-when]");
  const form = box.querySelector("form");
  if (!(ending instanceof HTMLElement) || !(over instanceof HTMLElement) || !form) return;
  let end = 0;
  const others = new BroadcastChannel("session");

  /** @param {number} seconds */
  function begin(seconds) {
    end = Date.now() + seconds * 1000;
    look();
  }

  function look() {
    const left = (end - Date.now()) / 1000;
    box.hidden = left > NOTICE;
    ending.hidden = left <= 0;
    over.hidden = left > 0;
    form?.toggleAttribute("hidden", left <= 0);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, { method: "POST", redirect: "manual" });
      const seconds = answer.ok ? Number(await answer.text()) : 0;
      begin(seconds);
      others.postMessage(seconds);
    } catch {
      // Offline: the button stays, for another try.
    }
  });
  others.addEventListener("message", (event) => begin(Number(event.data)));
  begin(Number(box.dataset.left));
  others.postMessage(Number(box.dataset.left));
  window.setInterval(look, LOOK);
  document.addEventListener("visibilitychange", look);
}

for (const box of document.querySelectorAll("[data-left]")) {
  if (box instanceof HTMLElement) watch(box);
}
