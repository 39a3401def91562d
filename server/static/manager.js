// Small comforts of the manager's pages; every page works without them.

(() => {
  "use strict";

  // One menu at a time; Escape and a press elsewhere close it, and focus goes back.
  const openMenus = () => document.querySelectorAll("details.menu[open]");

  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // What went wrong is read first; its links put the cursor where it is to be put right.
  document.querySelector("#errors")?.focus();

  // A password may be looked at while it is typed.
  for (const button of document.querySelectorAll("[data-shows]")) {
    const field = document.getElementById(button.dataset.shows);
    const show = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      const hidden = field.type === "password";
      field.type = hidden ? "text" : "password";
      button.textContent = hidden ? button.dataset.hide : show;
    });
  }

  // A preview shows what is being typed.
  for (const shown of document.querySelectorAll("[data-shows-typed]")) {
    const field = document.querySelector(`[data-shown="${shown.dataset.showsTyped}"]`);
    const before = shown.textContent;
    field?.addEventListener("input", () => (shown.textContent = field.value || before));
  }

  // A new branch is mostly where this computer is.
  for (const field of document.querySelectorAll("[data-zone]")) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && field.value === field.dataset.zone) field.value = zone;
  }

  // What comes by itself is looked for again every so many seconds, unless somebody is in the middle of something there.
  const again = document.querySelector("[data-again]");
  if (again) {
    setInterval(async () => {
      const now = document.querySelector("[data-again]");
      if (document.hidden || now.contains(document.activeElement)) return;
      const answer = await fetch(location.href).catch(() => undefined);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const then = page.querySelector("[data-again]");
      // Each drawing has a seal of its own in its forms, which is no news.
      const plain = (part) => part.innerHTML.replace(/name="csrf" value="[^"]*"/g, "");
      if (then && plain(then) !== plain(now)) now.replaceWith(then);
    }, again.dataset.again * 1000);
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // What was just done is said once, not again at each reload.
  if (document.querySelector(".toast") && location.search) history.replaceState(null, "", location.pathname);

  // What can be taken back for some seconds only says for how many; then it is gone.
  const undo = document.querySelector(".toast [data-seconds]");
  if (undo) {
    const left = undo.querySelector(".left");
    const phrase = left.textContent;
    const end = performance.now() + undo.dataset.seconds * 1000;
    const written = new Intl.NumberFormat(document.documentElement.dataset.numbers);
    const first = written.format(undo.dataset.seconds);
    const count = setInterval(() => {
      const seconds = Math.ceil((end - performance.now()) / 1000);
      if (seconds > 0) {
        left.textContent = phrase.replace(first, written.format(seconds));
        return;
      }
      clearInterval(count);
      undo.closest(".toast").remove();
    }, 250);
  }
})();
