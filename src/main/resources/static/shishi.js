// Makes the desk quicker; every act works without it.
(() => {
  "use strict";
  document.documentElement.classList.add("scripts");
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 8000);
  });

  let row = -1;
  const rows = () => [...document.querySelectorAll("table.work tbody tr")];
  const go = (step) => {
    const all = rows();
    if (!all.length) return;
    row = Math.min(Math.max(row + step, 0), all.length - 1);
    all.forEach((each, i) => each.classList.toggle("at", i === row));
    const link = all[row].querySelector("a");
    link.focus({ preventScroll: true });
    all[row].scrollIntoView({ block: "nearest" });
  };

  // Ticked lines are acted on together; how many they are is said beside the buttons.
  const boxes = () => [...document.querySelectorAll("form.together input[name=number]")];
  const count = () => {
    const said = document.querySelector("[data-ticked]");
    if (!said) return 0;
    const ticked = boxes().filter((box) => box.checked).length;
    said.dataset.hint ??= said.textContent;
    said.textContent = ticked ? said.dataset.ticked.replace("{0}", ticked) : said.dataset.hint;
    document.querySelectorAll("[data-together]").forEach((button) => { button.disabled = !ticked; });
    return ticked;
  };
  const tick = (event) => {
    const all = boxes();
    if (event.shiftKey) {
      const on = all.some((box) => !box.checked);
      all.forEach((box) => { box.checked = on; });
    } else if (row >= 0) {
      const box = rows()[row].querySelector("input[name=number]");
      if (box) box.checked = !box.checked;
    }
    count();
  };
  document.addEventListener("change", count);
  addEventListener("pageshow", count);

  const press = (key) => {
    const named = CSS.escape(key);
    const here = row >= 0 && !count() ? rows()[row].querySelector(`[data-row-key="${named}"]`) : null;
    return here || document.querySelector(`[data-key="${named}"]:not([disabled])`);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form.act");
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.target.type !== "checkbox")) return;
    const key = event.key.toLowerCase();
    if (key === "/") { event.preventDefault(); document.getElementById("find")?.focus(); return; }
    if (key === "j" || key === "arrowdown") { if (rows().length) { event.preventDefault(); go(1); } return; }
    if (key === "k" || key === "arrowup") { if (rows().length) { event.preventDefault(); go(-1); } return; }
    if (key === "x" && boxes().length) { event.preventDefault(); tick(event); return; }
    const button = press(key);
    if (button) { event.preventDefault(); button.click(); }
  });

  const first = document.querySelector(".field.wrong input, .field.wrong select, .field.wrong textarea")
    || document.querySelector("form.act textarea, form.act input:not([type=hidden]), form.act select");
  if (first) first.focus();
})();
