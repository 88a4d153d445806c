/* How two entities are linked: the reader chooses both by name, and reads the shortest chains of relations between them,
   as sentences with their sources.

   From the page: the form `.chains-form` with two fields and two lists of options, its `data-*` (all words that are said
   here; `{0}` and `{1}` are gaps), `.chains-status` and `.chains-found`. The data are scripts beside it in `chains/`:
   `names.js` when a reader begins to choose, `ties.js` when both are chosen, `said-N.js` for the relations that are
   shown. The search is that of Redstring (link/chains.rs), with the same results in the same order. All text is text. */

(() => {
  "use strict";

  const top = new URL("../", document.currentScript.src).href;
  const form = document.querySelector(".chains-form");
  if (!form) return;
  const found = document.querySelector(".chains-found");
  const status = document.querySelector(".chains-status");
  const words = form.dataset;
  const mostOptions = 30;
  const said = new Map(); // what is to be said of relations, by part
  const chosen = { from: undefined, to: undefined };
  let names;
  let ties;
  let index; // the names as they are searched
  let graph;

  window.redstring = Object.assign(window.redstring ?? {}, {
    chains: {
      names: (value) => (names = value),
      ties: (value) => (ties = value),
      said: ({ part, of }) => said.set(part, of),
    },
  });

  const loading = new Map();
  /** Loads a script of data, once; one that failed is tried again the next time. */
  function load(file) {
    if (!loading.has(file)) {
      loading.set(file, new Promise((done, failed) => {
        const script = Object.assign(document.createElement("script"), { src: `${top}chains/${file}.js`, onload: done });
        script.onerror = () => {
          loading.delete(file);
          failed(new Error(file));
        };
        document.head.append(script);
      }));
    }
    return loading.get(file);
  }

  const fill = (text, ...gaps) => text.replace(/\{(\d)\}/g, (_, nth) => gaps[nth]);
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  // ---- Names ------------------------------------------------------------------------------------------------------

  const idOf = (node) => names.nodes[node][0];
  const titleOf = (node) => names.nodes[node][1];
  const kindOf = (node) => names.kinds[names.nodes[node][2]];
  const isSource = (node) => names.nodes[node][2] === names.source;

  async function needNames() {
    await load("names");
    index ??= names.nodes.map(([, title, , aliases]) => [title, ...(aliases ?? [])].map(fold));
  }

  /** The entities whose names hold these words, the nearest first. */
  function matches(typed) {
    const wanted = fold(typed.trim());
    const ranked = [[], [], []];
    if (wanted) {
      index.forEach((known, node) => {
        if (known.some((name) => name === wanted)) ranked[0].push(node);
        else if (known.some((name) => name.startsWith(wanted) || name.includes(` ${wanted}`))) ranked[1].push(node);
        else if (known.some((name) => name.includes(wanted))) ranked[2].push(node);
      });
    }
    return ranked.flat();
  }

  // ---- Choosing: an editable combobox with a list --------------------------------------------------------------------

  function combobox(end) {
    const input = document.getElementById(`part.${end}`);
    const list = document.getElementById(`part.${end}-list`);
    let active = -1;
    let shown = [];

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const activate = (nth) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = nth;
      const option = list.children[active];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };
    const choose = (node) => {
      input.value = titleOf(node);
      close();
      if (chosen[end] === node) return;
      chosen[end] = node;
      answer();
    };
    const open = async () => {
      try {
        await needNames();
      } catch {
        status.textContent = words.failed;
        return;
      }
      const all = matches(input.value);
      shown = all.slice(0, mostOptions);
      list.replaceChildren(
        ...shown.map((node, nth) => {
          const option = element("li", "", titleOf(node), " ", element("span", "chains-kind", kindOf(node)[2]));
          option.id = `part.${end}-${nth}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          // Pressing must not take the focus from the field.
          option.addEventListener("pointerdown", (event) => event.preventDefault());
          option.addEventListener("click", () => choose(node));
          return option;
        }),
      );
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = shown.length === 0 || document.activeElement !== input;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = input.value.trim() ? `${words.matches} ${all.length}` : "";
    };

    input.addEventListener("focus", () => needNames().catch(() => {}));
    input.addEventListener("input", () => {
      chosen[end] = undefined;
      open();
    });
    input.addEventListener("keydown", async (event) => {
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) await open();
        const step = key === "ArrowDown" ? 1 : -1;
        if (shown.length > 0) activate(active < 0 && step < 0 ? shown.length - 1 : (active + step + shown.length) % shown.length);
      } else if (key === "Enter") {
        event.preventDefault();
        if (!list.hidden && active >= 0) choose(shown[active]);
        else if (!list.hidden && shown.length === 1) choose(shown[0]);
      } else if (key === "Escape") {
        if (list.hidden) input.value = "";
        if (list.hidden) chosen[end] = undefined;
        close();
      }
    });
    input.addEventListener("blur", () => {
      close();
      // A name that was typed to its end is chosen, if only one entity has it.
      const exact = index && chosen[end] === undefined ? matches(input.value).filter((node) => index[node].includes(fold(input.value.trim()))) : [];
      if (exact.length === 1) choose(exact[0]);
    });
    return (node) => {
      input.value = titleOf(node);
      chosen[end] = node;
    };
  }

  // ---- Searching: the same as in link/chains.rs -----------------------------------------------------------------------

  function makeGraph() {
    const edgesAt = names.nodes.map(() => []);
    const mentionsAt = names.nodes.map(() => []);
    for (let edge = 0; edge < ties.edges.length / 3; edge++) {
      edgesAt[ties.edges[3 * edge]].push(edge);
      edgesAt[ties.edges[3 * edge + 1]].push(edge);
    }
    for (let mention = 0; mention < ties.mentions.length / 2; mention++) {
      mentionsAt[ties.mentions[2 * mention]].push(mention);
      mentionsAt[ties.mentions[2 * mention + 1]].push(mention);
    }
    return { edgesAt, mentionsAt };
  }

  const otherEnd = (ends, width, nth, node) => (ends[width * nth] === node ? ends[width * nth + 1] : ends[width * nth]);
  const degree = (node) => graph.edgesAt[node].length;

  function neighbours(node, weak) {
    const all = new Set(graph.edgesAt[node].map((edge) => otherEnd(ties.edges, 3, edge, node)));
    if (weak) for (const mention of graph.mentionsAt[node]) all.add(otherEnd(ties.mentions, 2, mention, node));
    return [...all].sort((a, b) => degree(a) - degree(b) || a - b);
  }

  function chainsBetween(from, to, weak) {
    const mayGoThrough = (node) => weak || !isSource(node);
    const left = new Float64Array(names.nodes.length).fill(Infinity);
    const reached = [to];
    left[to] = 0;
    for (const node of reached) {
      const next = left[node] + 1;
      if (next > left[from] || !(node === to || mayGoThrough(node))) continue;
      for (const other of neighbours(node, weak)) {
        if (left[other] !== Infinity) continue;
        left[other] = next;
        reached.push(other);
      }
    }
    if (from === to || left[from] === Infinity) return { chains: [], total: 0 };
    const nearer = (node) =>
      neighbours(node, weak).filter((next) => left[next] + 1 === left[node] && (next === to || mayGoThrough(next)));
    const counts = new Float64Array(names.nodes.length);
    for (const node of reached) counts[node] = node === to ? 1 : nearer(node).reduce((sum, next) => sum + counts[next], 0);
    const chains = [];
    const chain = [from];
    const ways = [nearer(from)[Symbol.iterator]()];
    while (ways.length > 0 && chains.length < ties.most) {
      const { value: next, done } = ways.at(-1).next();
      if (done) {
        ways.pop();
        chain.pop();
      } else if (next === to) {
        chains.push([...chain, to]);
      } else {
        chain.push(next);
        ways.push(nearer(next)[Symbol.iterator]());
      }
    }
    return { chains, total: counts[from] };
  }

  const edgesBetween = (one, other) => {
    const near = degree(one) <= degree(other) ? one : other;
    return graph.edgesAt[near].filter((edge) => otherEnd(ties.edges, 3, edge, near) === (near === one ? other : one));
  };

  // ---- Saying it ------------------------------------------------------------------------------------------------------

  function linkTo(node, ...content) {
    const [kind, folder] = kindOf(node);
    const link = element("a", "link", ...content);
    link.href = `${top}${encodeURIComponent(folder)}/${encodeURIComponent(idOf(node))}.html`;
    link.dataset.kind = kind;
    return link;
  }

  /** An entity in a chain. A claim is somebody's words, and says how it stands. */
  function nodeIn(node) {
    const link = linkTo(node, titleOf(node));
    if (names.nodes[node][2] !== names.claim) return [link];
    const known = names.statuses[names.nodes[node][4]];
    return [element("q", "", link), ...(known ? [" ", element("span", `status status-${known[0]}`, known[1])] : [])];
  }

  /** A claim never stands without its speaker. */
  function speakerOf(node) {
    const speakers = names.nodes[node][5];
    return speakers ? [" ", element("span", "chain-speaker", fill(words.saidBy, speakers))] : [];
  }

  const parts = (form, ends) => form.flatMap((piece) => (typeof piece === "number" ? nodeIn(ends[piece]) : [piece]));

  /** One relation as a sentence, in the direction in which it was written, with its sources. */
  function sentence(edge, from, sources) {
    const [writer, other, place] = ties.edges.slice(3 * edge, 3 * edge + 3);
    const { form, symmetric } = ties.relations[place];
    const ends = symmetric && writer !== from ? [other, writer] : [writer, other];
    const [note, cited] = said.get(Math.floor(edge / ties.part))?.[edge % ties.part] || ["", []];
    const line = element("p", "", ...parts(form, ends));
    if (note) line.append(" ", element("span", "chain-note", `(${note})`));
    if (cited.length > 0) {
      const marks = element("span", "citations", "[");
      cited.forEach(([source, locator], nth) => {
        if (!sources.includes(source)) sources.push(source);
        const mark = linkTo(source, String(sources.indexOf(source) + 1), locator ? `, ${locator}` : "");
        mark.className = "citation";
        marks.append(nth > 0 ? "; " : "", mark);
      });
      marks.append("]");
      line.append(" ", marks);
    } else if (!isSource(writer) && !isSource(other)) {
      line.append(" ", element("span", "chain-unsourced", `(${words.unsourced})`));
    }
    line.append(words.stop);
    return line;
  }

  function step(one, other, sources) {
    const sentences = edgesBetween(one, other).map((edge) => sentence(edge, one, sources));
    if (sentences.length === 0) {
      for (const mention of graph.mentionsAt[one].filter((mention) => otherEnd(ties.mentions, 2, mention, one) === other)) {
        sentences.push(element("p", "", ...parts(ties.mention, ties.mentions.slice(2 * mention, 2 * mention + 2)), words.stop));
      }
    }
    return element("li", "", ...sentences);
  }

  function chainCard(chain, sources) {
    const card = element("li", "chain-card");
    card.append(element("ol", "chain-nodes", ...chain.map((node) => element("li", "", ...nodeIn(node), ...speakerOf(node)))));
    const steps = chain.slice(1).map((node, nth) => step(chain[nth], node, sources));
    card.append(element("ol", "chain-steps", ...steps));
    for (const node of chain.slice(1, -1).filter((node) => degree(node) >= ties.hub)) {
      card.append(element("p", "chain-hub", fill(words.hub, titleOf(node), degree(node))));
    }
    return card;
  }

  let asked = 0;
  /** Finds and shows the chains, when both ends are chosen. */
  async function answer() {
    const { from, to } = chosen;
    const own = ++asked;
    found.hidden = true;
    keepAddress();
    if (from === undefined || to === undefined) return;
    status.textContent = words.wait;
    try {
      await load("ties");
      graph ??= makeGraph();
      let { chains, total } = chainsBetween(from, to, false);
      const weak = chains.length === 0;
      if (weak) ({ chains, total } = chainsBetween(from, to, true));
      const edges = chains.flatMap((chain) => chain.slice(1).flatMap((node, nth) => edgesBetween(chain[nth], node)));
      await Promise.all([...new Set(edges.map((edge) => Math.floor(edge / ties.part)))].map((part) => load(`said-${part}`)));
      if (own === asked) show(from, to, chains, total, weak);
    } catch {
      if (own === asked) status.textContent = words.failed;
    }
  }

  function show(from, to, chains, total, weak) {
    const question = fill(words.question, titleOf(from), titleOf(to));
    const sources = [];
    const content = [element("h2", "", question)];
    if (chains.length === 0) {
      content.push(element("p", "", words.none));
    } else {
      if (weak) content.push(element("p", "chains-weak", words.weak));
      if (chains.length > 1) content.push(element("p", "chains-tally", words.order));
      const list = element("ol", weak ? "chain-list is-weak" : "chain-list");
      list.append(...chains.map((chain) => chainCard(chain, sources)));
      content.push(list);
      if (total > chains.length) content.push(element("p", "chains-more", fill(words.more, total - chains.length)));
      if (sources.length > 0) {
        const cited = sources.map((source) => element("li", "", element("p", "", linkTo(source, titleOf(source)))));
        content.push(element("h3", "", words.sources), element("ol", "source-list", ...cited));
      }
    }
    found.replaceChildren(...content);
    found.hidden = false;
    status.textContent = chains.length === 0 ? words.none : `${question} ${fill(words.found, total)}`;
  }

  // ---- The address: who opens it sees the same ------------------------------------------------------------------------

  function keepAddress() {
    const ends = Object.entries(chosen).filter(([, node]) => node !== undefined);
    const pair = new URLSearchParams(ends.map(([end, node]) => [end, idOf(node)]));
    // A page that is opened from a disk may only change what stands behind the `#`.
    const mark = location.protocol === "file:" ? "#" : "?";
    const bare = location.href.split(/[?#]/)[0];
    history.replaceState(null, "", mark === "#" ? `#${pair}` : `${bare}${ends.length > 0 ? `?${pair}` : ""}`);
  }

  const put = { from: combobox("from"), to: combobox("to") };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.classList.add("is-ready");

  const wanted = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
  if (wanted.has("from") || wanted.has("to")) {
    needNames().then(() => {
      for (const end of ["from", "to"]) {
        const node = names.nodes.findIndex(([id]) => id === wanted.get(end));
        if (node >= 0) put[end](node);
      }
      answer();
    }, () => (status.textContent = words.failed));
  }
})();
