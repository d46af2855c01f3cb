// @ts-check
// Keeps a text as a draft while one types. Without script a draft goes along with its form.

const PAUSE = 1200;

/** @param {HTMLTextAreaElement} area */
function keep(area) {
  const url = area.dataset.draftUrl;
  const note = document.querySelector(`[data-draft-for="${CSS.escape(area.name)}"]`);
  if (!url) return;
  let kept = area.value;
  let timer = 0;
  let sending = false;

  /** @param {boolean} leaving */
  async function send(leaving) {
    clearTimeout(timer);
    if (area.value === kept || (sending && !leaving)) return;
    const text = area.value;
    sending = true;
    try {
      const answer = await fetch(/** @type {string} */ (url), { method: "POST", body: fields(area), keepalive: leaving && text.length < 20000, redirect: "manual" });
      const done = answer.ok || answer.type === "opaqueredirect";
      if (done) kept = text;
      if (note) note.textContent = done && area.value === text ? (area.dataset.draftSaved ?? "") : "";
    } catch {
      // Offline: the text stays in the page, and the next pause tries again.
      if (note) note.textContent = "";
    } finally {
      sending = false;
      if (!leaving && area.value !== kept) timer = window.setTimeout(send, 4 * PAUSE, false);
    }
  }

  area.addEventListener("input", () => {
    if (note) note.textContent = "";
    clearTimeout(timer);
    timer = window.setTimeout(send, PAUSE, false);
  });
  area.form?.addEventListener("submit", () => {
    clearTimeout(timer);
    kept = area.value;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void send(true);
  });
}

/**
 * The text and its form's hidden fields.
 * @param {HTMLTextAreaElement} area
 */
function fields(area) {
  const body = new URLSearchParams();
  for (const hidden of area.form?.querySelectorAll("input[type=hidden][name]") ?? []) {
    if (hidden instanceof HTMLInputElement) body.append(hidden.name, hidden.value);
  }
  body.append(area.name, area.value);
  return body;
}

for (const area of document.querySelectorAll("textarea[data-draft-url]")) {
  if (area instanceof HTMLTextAreaElement) keep(area);
}
