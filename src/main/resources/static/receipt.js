// Verifies a receipt in the browser: nothing but the receipt, the city's key and, for its words, the entry itself.
(() => {
  "use strict";
  const form = document.querySelector("form[data-receipt]");
  if (!form) return;
  const said = form.dataset;
  const shown = document.getElementById("verdict");
  const subtle = globalThis.crypto && crypto.subtle;
  const bytes = (text) => new TextEncoder().encode(text);
  const hex = (array) => [...array].map((each) => each.toString(16).padStart(2, "0")).join("");
  const same = (a, b) => hex(a) === hex(b);
  const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const sha256 = async (array) => new Uint8Array(await subtle.digest("SHA-256", array));

  const base64 = (text) => {
    const raw = atob(text);
    if (btoa(raw) !== text) throw new Error("base64");
    return Uint8Array.from(raw, (each) => each.charCodeAt(0));
  };
  const hash = (text) => {
    const array = base64(text);
    if (array.length !== 32) throw new Error("hash");
    return array;
  };
  const after = (line, beginning) => {
    if (line === undefined || !line.startsWith(beginning)) throw new Error(beginning);
    return line.slice(beginning.length);
  };

  // C2SP tlog-proof, in the one spelling the ledger writes.
  const read = (text) => {
    const blank = text.indexOf("\n\n");
    const lines = text.slice(0, blank).split("\n");
    if (blank < 0 || lines[0] !== "c2sp.org/tlog-proof@v1") throw new Error("receipt");
    const extra = new TextDecoder().decode(base64(after(lines[1], "extra "))).split(" ");
    const index = after(lines[2], "index ");
    if (!/^(0|[1-9]\d{0,17})$/.test(index) || !/^[0-9a-f]{64}$/.test(extra[1])) throw new Error("index");
    const note = text.slice(blank + 2);
    const signed = note.split("\n");
    if (signed.length !== 6 || signed[3] !== "" || signed[5] !== "" || !/^(0|[1-9]\d{0,17})$/.test(signed[1])) throw new Error("note");
    return {
      digest: extra[0],
      leaf: Uint8Array.from(extra[1].match(/../g), (pair) => parseInt(pair, 16)),
      index: BigInt(index),
      siblings: lines.slice(3).map(hash),
      origin: signed[0],
      size: BigInt(signed[1]),
      root: hash(signed[2]),
      note,
      signature: signed[4],
    };
  };

  // C2SP signed-note: name+id+key; the key stands behind a byte that says it is of Ed25519.
  const keyOf = async (vkey) => {
    const [name, id, ...rest] = vkey.split("+");
    const typed = base64(rest.join("+"));
    if (typed.length !== 33 || typed[0] !== 1) throw new Error("key");
    const own = (await sha256(join(bytes(name + "\n"), typed))).slice(0, 4);
    if (hex(own) !== id) throw new Error("key");
    return { name, id: own, raw: typed.slice(1) };
  };

  const isSigned = async (receipt, vkey) => {
    const key = await keyOf(vkey);
    const beginning = "— " + key.name + " ";
    if (receipt.origin !== key.name || !receipt.signature.startsWith(beginning)) return false;
    const identified = base64(receipt.signature.slice(beginning.length));
    if (identified.length !== 68 || !same(identified.slice(0, 4), key.id)) return false;
    const text = bytes(receipt.note.slice(0, receipt.note.indexOf("\n\n") + 1));
    const known = await subtle.importKey("raw", key.raw, { name: "Ed25519" }, false, ["verify"]);
    return subtle.verify({ name: "Ed25519" }, known, identified.slice(4), text);
  };

  const node = (left, right) => sha256(join([1], left, right));
  // RFC 9162, section 2.1.3.2.
  const rootOf = async (receipt) => {
    let at = receipt.index;
    let last = receipt.size - 1n;
    let root = receipt.leaf;
    if (at > last) return new Uint8Array();
    for (const sibling of receipt.siblings) {
      if (last === 0n) return new Uint8Array();
      if ((at & 1n) === 1n || at === last) {
        root = await node(sibling, root);
        while ((at & 1n) === 0n && at !== 0n) { at >>= 1n; last >>= 1n; }
      } else {
        root = await node(root, sibling);
      }
      at >>= 1n;
      last >>= 1n;
    }
    return last === 0n ? root : new Uint8Array();
  };

  const line = (light, text) => {
    const item = document.createElement("li");
    const mark = document.createElement("span");
    mark.className = "light " + light;
    mark.textContent = said[light === "go" ? "right" : light === "late" ? "wrong" : "open"];
    item.append(mark, " " + text);
    return item;
  };
  const tell = (light, text, lines) => {
    const head = document.createElement("p");
    head.className = "big";
    head.textContent = text;
    const list = document.createElement("ul");
    list.className = "plain";
    list.append(...lines);
    shown.replaceChildren(head, list);
    shown.hidden = false;
    shown.dataset.verdict = light;
    shown.scrollIntoView({ block: "nearest" });
  };

  const entry = async (receipt, position) => {
    const answer = await fetch("/log/entry/" + position);
    if (!answer.ok) throw new Error("entry");
    const header = new Uint8Array(await answer.arrayBuffer());
    const fits = same(await sha256(join([0], header)), receipt.leaf);
    return { fits, said: JSON.parse(new TextDecoder().decode(header)) };
  };

  const verify = async (text) => {
    let receipt;
    try {
      receipt = read(text);
    } catch {
      tell("late", said.unfit, [line("late", said.form)]);
      return;
    }
    if (receipt.digest !== "SHA256") { tell("pause", said.sm3, []); return; }
    if (!subtle) { tell("pause", said.insecure, []); return; }
    const lines = [line("go", said.form)];
    let good = true;
    let whole = true;
    const check = async (words, run, onError) => {
      let fits;
      try { fits = await run(); } catch (error) { fits = onError(error); }
      if (fits === null) { whole = false; lines.push(line("pause", words)); return; }
      good = good && fits;
      lines.push(line(fits ? "go" : "late", words));
    };
    const unsupported = (error) => (error.name === "NotSupportedError" ? null : false);
    const position = receipt.index + 1n;
    let words = null;
    await check(said.signature, () => isSigned(receipt, said.key), unsupported);
    await check(said.inclusion, async () => same(await rootOf(receipt), receipt.root), () => false);
    await check(said.entry, async () => {
      const found = await entry(receipt, position);
      words = found.said;
      return found.fits;
    }, () => null);
    if (!good) { tell("late", said.unfit, lines); return; }
    if (lines.some((each) => each.querySelector(".pause")) && !whole && !words) lines.push(line("pause", said.partly));
    const at = words ? new Date(words.recorded).toLocaleString(document.documentElement.lang, { timeZone: "Asia/Shanghai" }) : "—";
    tell(whole ? "go" : "pause", said.proven.replace("{0}", position).replace("{1}", at).replace("{2}", receipt.size), lines);
  };

  const box = form.querySelector("textarea");
  const file = form.querySelector("input[type=file]");
  file.closest("[hidden]").hidden = false;
  file.addEventListener("change", async () => {
    if (!file.files.length || file.files[0].size > 65536) return;
    box.value = await file.files[0].text();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.hasAttribute("data-server")) return;
    event.preventDefault();
    verify(box.value.replace(/\r\n?/g, "\n").trim() + "\n");
  });
})();
