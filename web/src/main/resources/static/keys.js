"use strict";
// Keys for those who read much: every page works without them.
(() => {
  const sheet = document.getElementById("keys");
  const opener = document.getElementById("keys-open");
  const places = { a: "/", d: "/decisions", r: "/references", t: "/trade-offs", u: "/upload", c: "/charter" };
  let afterG = false;

  if (sheet && opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => sheet.showModal());
  }

  // On a narrow window the ways to narrow a search would push the results out of sight.
  const facets = document.querySelector("details.facets");
  if (facets && matchMedia("(max-width: 60rem)").matches) facets.open = false;

  const typing = target => target.closest("input, select, textarea, [contenteditable]") !== null;

  const steps = () => [...document.querySelectorAll(".step")];

  const focusable = step => (step.matches("a, button") ? step : step.querySelector("a"));

  // Where the reader is: the step that holds the focus, else the first one below the top of the window.
  const place = all => {
    const focused = all.findIndex(step => step === document.activeElement || step.contains(document.activeElement));
    if (focused >= 0) return focused;
    const below = all.findIndex(step => step.getBoundingClientRect().top > 0);
    return below < 0 ? all.length : below - 1;
  };

  const step = by => {
    const all = steps();
    if (all.length === 0) return;
    const next = all[Math.max(0, Math.min(all.length - 1, place(all) + by))];
    const target = focusable(next);
    if (!target) return;
    target.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: "auto" });
  };

  const noteOf = element => {
    const number = element.closest("a.reference");
    return number ? document.getElementById(number.hash.slice(1)) : null;
  };

  const open = () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return;
    const note = noteOf(focused);
    if (note) note.open = !note.open;
    else if (focused.matches("a")) focused.click();
  };

  // A link to a note, from the text or from elsewhere, shows its reasons.
  const unfold = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target) || sheet?.open) return;
    if (afterG) {
      afterG = false;
      if (places[event.key]) {
        event.preventDefault();
        location.assign(places[event.key]);
      }
      return;
    }
    switch (event.key) {
      case "?":
        sheet?.showModal();
        break;
      case "/": {
        const box = document.querySelector("input[type=search]");
        event.preventDefault();
        if (box) box.focus();
        else location.assign("/search");
        break;
      }
      case "j":
        step(1);
        break;
      case "k":
        step(-1);
        break;
      case "o":
        open();
        break;
      case "g":
        afterG = true;
        break;
      default:
        break;
    }
  });
})();
