// @ts-check
// Where programmes are written: a fault leads to its line in the text. Without script the link leads to the text.

/** @param {MouseEvent} event */
function showPlace(event) {
  const link = event.target instanceof Element ? event.target.closest("a[data-line]") : null;
  const area = document.getElementById("text");
  if (!(link instanceof HTMLAnchorElement) || !(area instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const lines = area.value.split("\n");
  const line = Math.min(Number(link.dataset.line), lines.length) - 1;
  const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const signs = [...(lines[line] ?? "")];
  const column = Number(link.dataset.column) - 1;
  const from = before + signs.slice(0, column).join("").length;
  const chosen = signs.slice(column, column + Number(link.dataset.length)).join("").length;
  area.focus();
  area.setSelectionRange(from, from + chosen);
  area.scrollTop = (area.scrollHeight * line) / lines.length - area.clientHeight / 3;
}

/** Those who do not see the page hear how the text stands, and not all of how it looks. */
function tellVerdict() {
  const [findings, verdict] = ["findings", "verdict"].map((id) => document.getElementById(id));
  if (!findings || !verdict) return;
  const tell = () => {
    verdict.textContent = (findings.querySelector(".notice-title") ?? findings).textContent;
  };
  new MutationObserver(tell).observe(findings, { childList: true });
}

document.addEventListener("click", showPlace);
tellVerdict();
