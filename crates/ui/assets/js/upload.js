// @ts-check
// Says at once when a chosen file is too large. The server checks again.

for (const input of document.querySelectorAll("input[type=file][data-max-bytes]")) {
  if (!(input instanceof HTMLInputElement)) continue;
  const check = () => {
    const most = Number(input.dataset.maxBytes);
    const large = [...(input.files ?? [])].some((file) => file.size > most);
    input.setCustomValidity(large ? (input.dataset.tooLarge ?? "") : "");
    if (large) input.reportValidity();
  };
  input.addEventListener("change", check);
}
