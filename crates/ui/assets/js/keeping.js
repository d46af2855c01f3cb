// @ts-check
// Keeps an exercise while one types: one save at a time, each naming what the page showed. Without script there is a button.

const PAUSE = 1500;

/** @param {HTMLFormElement} form */
function keepForm(form) {
  const url = form.dataset.keeping ?? "";
  const said = form.querySelector("[data-keeping-said]");
  const urgent = form.querySelector("[data-urgent]");
  let timer = 0;
  let kept = written(form);
  let sending = false;
  let leaving = false;

  /** @param {string | undefined} text */
  const say = (text) => {
    if (said) said.textContent = text ?? "";
  };

  async function send() {
    clearTimeout(timer);
    const now = written(form);
    if (now === kept || sending) return;
    sending = true;
    try {
      const answer = await fetch(url, { method: "POST", body: fields(form), redirect: "error" });
      if (urgent instanceof HTMLElement && answer.headers.get("x-urgent-help")) urgent.hidden = false;
      if (!answer.ok) throw new Error("not kept");
      const revision = await answer.text();
      kept = now;
      if (!leaving) show(form, revision);
      say(written(form) === now ? form.dataset.kept : "");
    } catch {
      // Offline, or busy: what is typed stays on the page, and it is tried again.
      say(form.dataset.unkept);
    } finally {
      sending = false;
      if (!leaving && written(form) !== kept) timer = window.setTimeout(send, 3 * PAUSE);
    }
  }

  form.addEventListener("input", () => {
    say("");
    clearTimeout(timer);
    timer = window.setTimeout(send, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    leaving = true;
  });
  window.addEventListener("online", () => void send());
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && written(form) !== kept) event.preventDefault();
  });
}

/**
 * What is filled in, without what the page adds.
 * @param {HTMLFormElement} form
 */
function written(form) {
  const body = fields(form);
  for (const name of ["from", "hand", "reader", "sharing"]) body.delete(name);
  return body.toString();
}

/**
 * The form's fields; no button is among them.
 * @param {HTMLFormElement} form
 */
function fields(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  return body;
}

/**
 * The next save goes on from what was kept.
 * @param {HTMLFormElement} form
 * @param {string} revision
 */
function show(form, revision) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "from";
  field.value = revision;
  for (const old of form.querySelectorAll('input[name="from"]')) old.remove();
  form.append(field);
}

for (const form of document.querySelectorAll("form[data-keeping]")) {
  if (form instanceof HTMLFormElement) keepForm(form);
}
