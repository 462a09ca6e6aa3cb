// A field that is typed into and found by any part of its words. Without scripts its datalist does the same, plainer.
(() => {
  "use strict";
  const AT_MOST = 60;
  const small = (text) => text.toLowerCase().trim();

  /** Names that begin with what is typed, then names that hold it, then those it belongs to (a unit). */
  const found = (options, typed) => {
    const words = small(typed).split(/\s+/).filter(Boolean);
    if (!words.length) return options;
    const rank = (option) => {
      const name = small(option.name);
      if (words.every((word) => name.includes(word))) return name.startsWith(words[0]) || name.includes(" " + words[0]) ? 0 : 1;
      return words.every((word) => (name + " " + small(option.under)).includes(word)) ? 2 : 3;
    };
    return options.map((option) => [rank(option), option]).filter(([at]) => at < 3).sort((a, b) => a[0] - b[0]).map(([, option]) => option);
  };

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const dress = (input) => {
    const listed = document.getElementById(input.getAttribute("list"));
    if (!listed) return;
    const options = [...listed.options].map((option) => ({ name: option.value, under: option.textContent }));
    const list = element("ul", { className: "sought", id: input.id + "-found", hidden: true, role: "listbox" });
    list.setAttribute("aria-label", input.labels[0]?.textContent.trim() || "");
    input.removeAttribute("list");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
    input.after(list);
    let shown = [], at = -1;

    const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const mark = (next) => {
      at = next;
      [...list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === at)));
      const line = list.children[at];
      if (!line) return;
      input.setAttribute("aria-activedescendant", line.id);
      line.scrollIntoView({ block: "nearest" });
    };
    const open = (typed) => {
      shown = found(options, typed).slice(0, AT_MOST);
      if (!shown.length || (shown.length === 1 && shown[0].name === typed.trim())) { close(); return; }
      list.replaceChildren(...shown.map((option, i) => element("li", { id: list.id + i, role: "option" }, option.name, element("small", {}, option.under))));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      mark(typed.trim() ? 0 : -1);
    };
    const take = (i) => {
      input.value = shown[i].name;
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };

    input.addEventListener("input", () => open(input.value));
    input.addEventListener("click", () => { if (list.hidden) open(options.some((option) => option.name === input.value) ? "" : input.value); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) { open(options.some((option) => option.name === input.value) ? "" : input.value); if (at < 0) mark(0); return; }
        mark((at + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length);
      } else if (!list.hidden && at >= 0 && (event.key === "Enter" || event.key === "Tab")) {
        if (event.key === "Enter") event.preventDefault();
        take(at);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const line = event.target.closest("li");
      if (line) take([...list.children].indexOf(line));
    });
  };

  const all = (root) => root.querySelectorAll("input[data-sought][list]").forEach(dress);
  all(document);
  document.addEventListener("htmx:load", (event) => all(event.target));
})();
