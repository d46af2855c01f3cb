// @ts-check
// A fault that names a line leads to that line in the text. Without script the link leads to the text.

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

document.addEventListener("click", showPlace);
