// @ts-check
// Whoever signs out is told when something waits on this device that could not be sent.

async function tellUnsent() {
  const box = document.querySelector("[data-unsent]");
  if (!(box instanceof HTMLElement) || !globalThis.indexedDB) return;
  box.hidden = (await tidyRecords()).length === 0;
}

void tellUnsent().catch(() => {});
