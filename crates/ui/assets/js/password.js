// @ts-check
// Shows a password on request and says how strong a new one is. Nothing leaves the page.

/** @param {HTMLElement} box */
function reveal(box) {
  const input = box.querySelector("input");
  if (!input) return;
  const { show = "", hide = "", shown = "", hidden = "" } = box.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = show;
  button.setAttribute("aria-controls", input.id);
  const news = document.createElement("span");
  news.className = "unseen";
  news.setAttribute("role", "status");
  button.addEventListener("click", () => {
    const visible = input.type === "password";
    input.type = visible ? "text" : "password";
    button.textContent = visible ? hide : show;
    news.textContent = visible ? shown : hidden;
  });
  input.form?.addEventListener("submit", () => {
    input.type = "password";
  });
  box.append(button, news);
  if (box.dataset.min) strength(box, input);
}

/**
 * @param {HTMLElement} box
 * @param {HTMLInputElement} input
 */
function strength(box, input) {
  const least = Number(box.dataset.min);
  const line = document.createElement("p");
  line.className = "strength";
  line.setAttribute("role", "status");
  line.hidden = true;
  box.after(line);
  input.addEventListener("input", () => {
    const level = measure(input.value, least);
    line.hidden = input.value === "";
    line.dataset.level = level;
    line.textContent = box.dataset[level] ?? "";
  });
}

/**
 * Length and variety; a hint, not a rule. The server decides.
 * @param {string} password
 * @param {number} least
 * @returns {"short" | "fair" | "good"}
 */
function measure(password, least) {
  const letters = [...password];
  if (letters.length < least) return "short";
  const different = new Set(letters.map((letter) => letter.toLowerCase())).size;
  return letters.length >= 16 && different >= 8 ? "good" : "fair";
}

for (const box of document.querySelectorAll("[data-password]")) {
  if (box instanceof HTMLElement && !box.dataset.ready) {
    box.dataset.ready = "yes";
    reveal(box);
  }
}
