// Makes the desk quicker; every act works without it.
(() => {
  "use strict";
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

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form.act");
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") { event.preventDefault(); document.getElementById("find")?.focus(); return; }
    if (event.key === "j" || event.key === "ArrowDown") { if (rows().length) { event.preventDefault(); go(1); } return; }
    if (event.key === "k" || event.key === "ArrowUp") { if (rows().length) { event.preventDefault(); go(-1); } return; }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });

  const first = document.querySelector(".field.wrong input, .field.wrong select, .field.wrong textarea")
    || document.querySelector("form.act textarea, form.act input:not([type=hidden]), form.act select");
  if (first) first.focus();
})();
