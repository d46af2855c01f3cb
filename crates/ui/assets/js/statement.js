// @ts-check
// Checks a statement while one types, and keeps it. Without script the button does both.

const CALM = 900;

/** @param {HTMLFormElement} form */
function check(form) {
  const area = form.querySelector("textarea");
  const findings = document.getElementById(form.dataset.statement ?? "");
  if (!area || !findings) return;
  let timer = 0;
  let kept = area.value;
  let sending = false;

  function send() {
    clearTimeout(timer);
    if (!area || !findings || area.value === kept) return;
    if (sending) {
      timer = window.setTimeout(send, CALM);
      return;
    }
    const text = area.value;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) body.append(name, String(value));
    body.append("fragment", "yes");
    // The browser reads the answer as a document: no text is ever made into a page here.
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.addEventListener("loadend", () => {
      // Offline: the text stays in the page, and the next change tries again.
      sending = false;
      if (request.status === 409) findings.textContent = form.dataset.changed ?? "";
      if (request.status !== 200 || !request.responseXML) return;
      kept = text;
      renumber(request.getResponseHeader("x-edition"));
      findings.replaceChildren(...request.responseXML.body.childNodes);
    });
    sending = true;
    request.send(body);
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(send, CALM);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}

/**
 * What is written on from here.
 * @param {string | null} edition
 */
function renumber(edition) {
  if (edition === null) return;
  for (const field of document.querySelectorAll("input[name=edition]")) {
    if (field instanceof HTMLInputElement) field.value = edition;
  }
}

for (const form of document.querySelectorAll("form[data-statement]")) {
  if (form instanceof HTMLFormElement) check(form);
}
