// Finding and filtering on the map of the network; what is chosen and filtered stands in the address.
//
// Needs theme/network.js before it, and from the page `#part.network-controls`: a form with checkboxes named `kind`
// and `relation`, buttons with `data-act`, and a combobox with its listbox. The address reads
// `#at=ID&without-kind=a,b&without-relation=c`.
"use strict";

(() => {
  const map = window.redstring && window.redstring.network;
  const form = document.getElementById("part.network-controls");
  const figure = document.getElementById("part.network-map");
  if (!map || !form || !figure) return;
  const field = form.querySelector("[role=combobox]");
  const list = form.querySelector("[role=listbox]");
  const said = figure.querySelector("[role=status]");

  // ---- Finding -------------------------------------------------------------------------------------------------
  const MOST = 8;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  let names = null; // folded when they are first wanted
  let found = [];
  let at = -1;

  function find(text) {
    const wanted = plain(text.trim());
    if (!wanted) return [];
    names = names || map.names.map(plain);
    const hits = [];
    for (let node = 0; node < names.length; node++) {
      const place = names[node].indexOf(wanted);
      if (place >= 0) hits.push([place === 0 ? 0 : /\s/.test(names[node][place - 1]) ? 1 : 2, -map.degree(node), node]);
    }
    hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return hits.slice(0, MOST).map((hit) => hit[2]);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    at = -1;
  }

  function mark(place) {
    at = place;
    [...list.children].forEach((item, nth) => item.setAttribute("aria-selected", String(nth === at)));
    if (at >= 0) field.setAttribute("aria-activedescendant", list.children[at].id);
    else field.removeAttribute("aria-activedescendant");
  }

  function offer() {
    found = find(field.value);
    list.replaceChildren(...found.map((node, nth) => {
      const item = document.createElement("li");
      item.id = "part.network-found-" + nth;
      item.setAttribute("role", "option");
      item.textContent = map.names[node];
      return item;
    }));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    mark(found.length ? 0 : -1);
    said.textContent = field.value.trim() && !found.length ? figure.dataset.none : "";
  }

  function take(nth) {
    const node = found[nth];
    if (node === undefined) return;
    field.value = map.names[node];
    close();
    map.choose(node);
    map.canvas.focus();
  }

  field.addEventListener("input", offer);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      if (list.hidden) offer();
      else mark((at + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      if (list.hidden) offer();
      else take(Math.max(at, 0));
    } else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // Before the field loses the focus, which closes the list.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take([...list.children].indexOf(event.target.closest("li")));
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  // ---- Filtering -----------------------------------------------------------------------------------------------
  const boxes = (name) => [...form.querySelectorAll("input[name=" + name + "]")];
  const off = (name) => boxes(name).filter((box) => !box.checked).map((box) => box.value);

  function filter() {
    const [kinds, relations] = [new Set(off("kind")), new Set(off("relation"))];
    map.filter((kind) => !kinds.has(kind), (relation) => !relations.has(relation));
    for (const name of ["kind", "relation"]) {
      const all = boxes(name);
      const on = all.filter((box) => box.checked).length;
      form.querySelector("[data-count=" + name + "]").textContent = on === all.length ? on : on + "/" + all.length;
    }
  }

  form.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox") return;
    filter();
    write();
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (!button) return;
    if (button.dataset.act === "all") map.whole();
    else map.zoom(button.dataset.act === "in" ? 1.5 : 1 / 1.5);
  });

  // ---- What is chosen, in words and in the address -------------------------------------------------------------
  let reading = false;
  // A page of the dossier may ask for an entity by `?at=ID`, which leaves room for a fragment that needs no script.
  const asked = new URLSearchParams(window.location.search).get("at") || "";

  function write() {
    if (reading) return;
    const parts = [];
    if (map.chosen() >= 0) parts.push("at=" + encodeURIComponent(map.ids[map.chosen()]));
    for (const name of ["kind", "relation"]) {
      const left = off(name);
      if (left.length) parts.push("without-" + name + "=" + left.map(encodeURIComponent).join(","));
    }
    const hash = parts.length ? "#" + parts.join("&") : "";
    history.replaceState(null, "", window.location.pathname + hash);
  }

  function read() {
    const hash = window.location.hash.slice(1);
    const parts = new Map(hash.split("&").filter((part) => part.includes("=")).map((part) => part.split("=")));
    const decoded = (text) => {
      try {
        return decodeURIComponent(text);
      } catch {
        return text;
      }
    };
    reading = true;
    for (const name of ["kind", "relation"]) {
      const left = new Set((parts.get("without-" + name) || "").split(",").map(decoded));
      for (const box of boxes(name)) box.checked = !left.has(box.value);
    }
    filter();
    const id = decoded(parts.get("at") || "") || asked;
    map.choose(id ? map.ids.indexOf(id) : -1);
    reading = false;
  }

  map.onChoose((node) => {
    said.textContent = node < 0 ? "" : map.inWords(figure.dataset.open, node);
    write();
  });
  window.addEventListener("hashchange", () => {
    // Not where somebody has gone to a place of the page.
    if (window.location.hash.includes("=")) read();
  });

  read();
})();
