// @ts-check
// Small comforts on every page. Everything works without them.

const root = document.documentElement;

/**
 * A guest's choice of colours is shown at once, and carried in the page's own links. Nothing is stored.
 * @param {MouseEvent} event
 */
function chooseTheme(event) {
  const target = event.target instanceof Element ? event.target.closest("a[data-theme-choice]") : null;
  if (!(target instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const choice = target.dataset.themeChoice ?? "auto";
  root.dataset.theme = choice;
  for (const link of document.querySelectorAll("a[data-theme-choice]")) {
    if (link === target) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const link of document.querySelectorAll("a[href]:not([data-theme-choice])")) {
    if (link instanceof HTMLAnchorElement) carry(link, choice);
  }
  history.replaceState(history.state, "", target.href);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} choice
 */
function carry(link, choice) {
  const raw = link.getAttribute("href") ?? "";
  if (raw.startsWith("#") || link.origin !== location.origin || link.hasAttribute("download")) return;
  const address = new URL(link.href);
  address.searchParams.set("theme", choice);
  link.href = address.pathname + address.search + address.hash;
}

/** A link to something inside a closed `details` opens it. */
function openTarget() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let part = target?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
}

/**
 * Escape closes the seal in which the focus is.
 * @param {KeyboardEvent} event
 */
function closeSeal(event) {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  const seal = event.target.closest("details.seal[open]");
  if (seal instanceof HTMLDetailsElement) {
    seal.open = false;
    seal.querySelector("summary")?.focus();
  }
}

/** A person's whole statement goes to paper, opened. */
function openForPrint() {
  for (const part of document.querySelectorAll(".statement details")) part.setAttribute("open", "");
}

document.addEventListener("click", chooseTheme);
document.addEventListener("keydown", closeSeal);
addEventListener("hashchange", openTarget);
addEventListener("beforeprint", openForPrint);
openTarget();
document.getElementById("faults")?.focus();
