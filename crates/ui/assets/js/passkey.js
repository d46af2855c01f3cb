// @ts-check
// Makes and shows passkeys, on the pages that ask for one. Without script, or in a browser that has none, what asks stays
// hidden, and a line says so.

/** How long a device may take; the challenge lasts as long. */
const PATIENCE = 600_000;
const able = "credentials" in navigator && typeof AuthenticatorAttestationResponse === "function" &&
  "getPublicKey" in AuthenticatorAttestationResponse.prototype;

/** @param {ArrayBuffer | null} part */
function text(part) {
  const letters = Array.from(new Uint8Array(part ?? new ArrayBuffer(0)), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} part */
function bytes(part) {
  return Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

/** @param {DOMStringMap} asked */
async function show({ challenge = "" }) {
  const publicKey = { challenge: new TextEncoder().encode(challenge), userVerification: /** @type {const} */ ("required"), timeout: PATIENCE };
  const shown = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey }));
  const answer = /** @type {AuthenticatorAssertionResponse} */ (shown.response);
  return [shown.rawId, answer.clientDataJSON, answer.authenticatorData, answer.signature, answer.userHandle];
}

/** @param {DOMStringMap} asked */
async function make({ challenge = "", user = "", account = "", known = "", site = "" }) {
  const kind = /** @type {const} */ ("public-key");
  const publicKey = {
    challenge: new TextEncoder().encode(challenge),
    rp: { name: site },
    user: { id: bytes(user), name: account, displayName: account },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: kind, alg })),
    excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: kind, id: bytes(id) })),
    authenticatorSelection: { residentKey: /** @type {const} */ ("required"), requireResidentKey: true, userVerification: /** @type {const} */ ("required") },
    attestation: /** @type {const} */ ("none"),
    timeout: PATIENCE,
  };
  const made = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({ publicKey }));
  const answer = /** @type {AuthenticatorAttestationResponse} */ (made.response);
  return [answer.clientDataJSON, answer.getAuthenticatorData(), answer.getPublicKey()];
}

/** @param {HTMLElement} box */
function offer(box) {
  const [input, button, news] = [box.querySelector("input"), box.querySelector("button"), box.querySelector("[role=status]")];
  if (!input || !button || !news) return;
  box.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    news.textContent = "";
    try {
      const parts = await (box.dataset.passkey === "make" ? make(box.dataset) : show(box.dataset));
      input.value = parts.map(text).join(".");
      // On a form with more to fill in, its own button goes on.
      if (!box.dataset.done) return input.form?.submit();
      news.textContent = box.dataset.done;
    } catch (fault) {
      button.disabled = false;
      const there = fault instanceof DOMException && fault.name === "InvalidStateError" ? box.dataset.there : "";
      news.textContent = there || (box.dataset.failed ?? "");
    }
  });
}

if (able) {
  for (const line of document.querySelectorAll("[data-without-passkey]")) line.setAttribute("hidden", "");
  for (const box of document.querySelectorAll("[data-passkey]")) if (box instanceof HTMLElement) offer(box);
}
