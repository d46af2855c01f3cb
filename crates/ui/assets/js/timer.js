// @ts-check
// Lets the words of a timer come by themselves. Without script they stand there as a list, with their times.

/** @param {HTMLElement} list */
function runTimer(list) {
  const cues = [...list.querySelectorAll("[data-at]")].filter((cue) => cue instanceof HTMLElement);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  list.before(button, said);
  let timers = /** @type {number[]} */ ([]);

  const rest = () => {
    timers.forEach((timer) => clearTimeout(timer));
    timers = [];
    said.textContent = "";
    button.textContent = list.dataset.timer ?? "";
    list.hidden = false;
  };

  button.addEventListener("click", () => {
    if (timers.length > 0) return rest();
    button.textContent = list.dataset.stop ?? "";
    list.hidden = true;
    timers = cues.map((cue) =>
      window.setTimeout(() => {
        said.textContent = cue.lastElementChild?.textContent ?? "";
      }, Number(cue.dataset.at) * 1000),
    );
  });
  rest();
}

for (const list of document.querySelectorAll("[data-timer]")) {
  if (list instanceof HTMLElement) runTimer(list);
}
