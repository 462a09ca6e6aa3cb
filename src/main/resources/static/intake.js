// The operator's desk without a mouse: keys with Alt, and values that are taken over. Every act works without it.
(() => {
  "use strict";
  const put = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const key = event.code.replace(/^(Key|Digit)/, "").toLowerCase();
    const at = key.length === 1 && document.querySelector(`[data-alt="${CSS.escape(key)}"]`);
    if (!at) return;
    event.preventDefault();
    if (at.type === "radio" && at.checked) {
      document.querySelector('input[name=tie][value=""]')?.click();
    } else {
      at.click();
    }
  });

  document.addEventListener("click", (event) => {
    const taking = event.target.closest("[data-fills]");
    const going = event.target.closest("[data-focus]");
    if (taking) {
      const input = document.getElementById(taking.dataset.fills);
      const here = document.activeElement;
      put(input, taking.dataset.value);
      input.dispatchEvent(new Event("blur"));
      if (here === taking) input.focus();
    }
    if (going) document.getElementById(going.dataset.focus)?.focus();
  });

  // A tie once chosen stays chosen when what is beside is listed anew.
  let tie = "";
  document.addEventListener("change", (event) => { if (event.target.name === "tie") tie = event.target.value; });
  document.addEventListener("htmx:afterSettle", () => {
    const again = tie && document.querySelector(`input[name=tie][value="${CSS.escape(tie)}"]`);
    if (again) again.checked = true;
  });

  // Words that are ready go into their field as long as nobody wrote other ones there.
  document.addEventListener("htmx:afterSettle", () => {
    document.querySelectorAll("#beside [data-fill]").forEach((offer) => {
      const input = document.getElementById(offer.dataset.fill);
      if (!input || (input.value && input.value !== input.dataset.filled)) return;
      if (input.value === offer.textContent) return;
      input.value = input.dataset.filled = offer.textContent;
    });
  });
})();
