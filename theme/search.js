// The search: a field, filters and results, on top of pagefind's index.
//
// Needs: #part.search (a form with data-index, data-names and the words of the status line), #part.query,
// #part.order, #part.status, #part.found, #part.results, #part.more, #part.suggestion, #part.slash, #part.names, and
// the templates #part.result and #part.result-part. pagefind is a module that fetches its index and runs WebAssembly:
// browsers allow that from a web server and not from a disk, where the page says so and shows its names.
//
// What the index says is put into the page as text alone, never as HTML.
(() => {
  "use strict";

  const PAGE = 10; // results at a time
  const PARTS = 3; // places in a page at most
  const WAIT = 150; // milliseconds after the last key

  const RANKING = { metaWeights: { title: 8, aliases: 8, parts: 0.5, date: 0.5 } };

  const part = (name) => document.getElementById(`part.${name}`);
  const form = part("search");
  const query = part("query");
  const order = part("order");
  const status = part("status");
  const found = part("found");
  const list = part("results");
  const more = part("more");
  const suggestion = part("suggestion");
  const names = part("names");
  const kinds = [...form.querySelectorAll("input[name=kind]")];
  const language = document.documentElement.lang || "en";
  // A large index has parts. The first ones have dates, one after the other; the others have none.
  const parts = Number(form.dataset.parts ?? 1);
  const dated = Number(form.dataset.dated ?? 1);

  // ---- The index ----------------------------------------------------------------------------------------------

  let index; // a promise of pagefind, once somebody wants to search

  const load = () => {
    index ??= (async () => {
      const pagefind = await import(new URL(`${form.dataset.index}pagefind.js`, document.baseURI).href);
      const look = { excerptEllipsis: "…", ranking: RANKING };
      // One place for the index: a worker would fetch another script and gain nothing at this size.
      await pagefind.options({ noWorker: true, ...look, ...only(1) });
      await pagefind.init();
      await Promise.all(
        Array.from({ length: parts - 1 }, (_, i) => {
          const folder = new URL(`${form.dataset.index}part-${i + 2}/`, document.baseURI);
          return pagefind.mergeIndex(folder.href, { ...look, ...only(i + 2) });
        }),
      );
      await pagefind.filters(); // what results are counted by
      return pagefind;
    })();
    index.catch(cannotSearch);
    return index;
  };

  // By this a result says from which part it is.
  const only = (part) => (parts > 1 ? { mergeFilter: { part: String(part) } } : {});

  // In an order by date pagefind would mix the parts, so they are asked one after the other: only as many as it takes.
  const byDate = async function* (pagefind, words, options, counts) {
    const all = Array.from({ length: parts }, (_, i) => String(i + 1));
    const dates = options.sort.newest ? all.slice(0, dated).reverse() : all.slice(0, dated);
    for (const part of [...dates, ...all.slice(dated)]) {
      if (!counts[part]) continue;
      yield* (await pagefind.search(words, { ...options, filters: { ...options.filters, part } })).results;
    }
  };

  const cannotSearch = () => {
    form.parentElement.classList.add("is-off");
    form.inert = true;
    status.textContent = "";
    found.hidden = true;
    names.hidden = false;
  };

  // ---- What is asked, in the fields and in the address ------------------------------------------------------------

  const asked = () => ({
    query: query.value.trim(),
    kinds: kinds.filter((box) => box.checked).map((box) => box.value),
    order: order.value,
  });

  const write = ({ query: words, kinds: only, order: by }) => {
    const address = new URL(window.location.href);
    address.search = "";
    address.hash = "";
    if (words) address.searchParams.set("q", words);
    for (const kind of only) address.searchParams.append("kind", kind);
    if (by) address.searchParams.set("order", by);
    window.history.replaceState(null, "", address);
  };

  const read = () => {
    const { searchParams } = new URL(window.location.href);
    const only = searchParams.getAll("kind");
    query.value = searchParams.get("q") ?? "";
    order.value = searchParams.get("order") ?? "";
    if (!order.value) order.value = "";
    for (const box of kinds) box.checked = only.includes(box.value);
  };

  // ---- Searching --------------------------------------------------------------------------------------------------

  let turn = 0; // counts searches: an answer to an older one is dropped
  let results = [].values(); // those that are not shown yet
  let total = 0;
  let shown = 0;

  const next = async () => {
    const from = results;
    const some = [];
    for (let left = PAGE; left > 0; left -= 1) {
      const { value, done } = await from.next();
      if (done) break;
      some.push(value.data());
    }
    return Promise.all(some);
  };

  const search = async () => {
    const now = asked();
    const mine = ++turn;
    write(now);
    if (!now.query) return clear();
    // Both at once: what stands below them does not come up in between.
    names.hidden = true;
    found.hidden = false;
    const waiting = setTimeout(() => (status.textContent = form.dataset.loading), 400);
    try {
      const pagefind = await load();
      const sort = now.order ? { sort: { [now.order]: "asc" } } : {};
      const all = await pagefind.search(now.query, sort);
      // Filters never change how many there are of each kind.
      const filters = { kind: { any: now.kinds } };
      const narrowed = now.kinds.length > 0 ? { ...sort, filters } : sort;
      const some = narrowed === sort ? all : await pagefind.search(now.query, narrowed);
      if (mine !== turn) return undefined;
      results =
        parts > 1 && now.order
          ? byDate(pagefind, now.query, narrowed, all.filters?.part ?? {})
          : some.results.values();
      total = some.results.length;
      count(all.filters?.kind ?? {});
      const first = await next();
      if (mine !== turn) return undefined;
      // Who is called exactly that comes first.
      if (!now.order) first.sort((a, b) => isCalled(b, now.query) - isCalled(a, now.query));
      list.replaceChildren(...first.map((data) => item(data, now.query)));
      shown = first.length;
      more.hidden = shown >= total;
      announce(now.query, total);
      await suggest(now.query, all.results.length, mine);
    } catch (error) {
      if (mine === turn) cannotSearch();
    } finally {
      clearTimeout(waiting);
    }
    return undefined;
  };

  const isCalled = (data, words) =>
    [data.meta.title, ...(data.meta.aliases ?? "").split(" · ")].some((name) => fold(name) === fold(words));

  const clear = () => {
    turn += 1;
    results = [].values();
    total = 0;
    list.replaceChildren();
    count({});
    found.hidden = true;
    suggestion.hidden = true;
    names.hidden = false;
    status.textContent = "";
  };

  const count = (numbers) => {
    for (const box of kinds) {
      const number = numbers[box.value];
      box.parentElement.querySelector(".search-number").textContent =
        number === undefined ? "" : number.toLocaleString(language);
    }
  };

  const announce = (words, number) => {
    const pattern = number === 0 ? form.dataset.none : form.dataset.found;
    status.textContent = pattern
      .split(/(\{count\}|\{query\})/)
      .map((piece) => (piece === "{count}" ? number.toLocaleString(language) : piece === "{query}" ? words : piece))
      .join("");
  };

  const showMore = async () => {
    const mine = turn;
    const words = asked().query;
    const items = (await next()).map((data) => item(data, words));
    if (mine !== turn) return;
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= total;
    items[0]?.querySelector("a").focus();
  };

  // ---- Results ----------------------------------------------------------------------------------------------------

  const item = (data, words) => {
    const entry = part("result").content.firstElementChild.cloneNode(true);
    const link = entry.querySelector(".result-title a");
    link.href = data.url;
    link.textContent = data.meta.title;
    const box = kinds.find((known) => data.filters.kind?.includes(known.value));
    entry.querySelector(".result-kind").textContent = box?.dataset.singular ?? "";
    entry.querySelector(".result-date").textContent = data.meta.date ?? "";
    entry.querySelector(".result-excerpt").append(...excerpt(data, words));
    const parts = (data.sub_results ?? []).filter((sub) => sub.anchor).slice(0, PARTS);
    const places = entry.querySelector(".result-parts");
    for (const sub of parts) {
      const place = part("result-part").content.firstElementChild.cloneNode(true);
      const way = place.querySelector("a");
      way.href = sub.url;
      way.textContent = sub.title;
      place.querySelector(".result-excerpt").append(...marked(sub.excerpt));
      places.append(place);
    }
    if (parts.length === 0) places.remove();
    return entry;
  };

  // pagefind gives an excerpt as HTML in which only its own <mark> is a tag: it is read as text and built anew.
  const marked = (html) =>
    html.replace(/<\/mark>\u200B?<mark>/g, "").split(/(<mark>.*?<\/mark>)/s).map((piece) => {
      const words = piece
        .replace(/^<mark>|<\/mark>$/g, "")
        .replaceAll("\u200B", "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">");
      return piece.startsWith("<mark>") ? mark(words) : words;
    });

  const mark = (words) => {
    const element = document.createElement("mark");
    element.textContent = words;
    return element;
  };

  // Where words are not parted by spaces, what was found can be a part of a word, which pagefind does not mark.
  const excerpt = (data, words) => {
    if (data.excerpt.includes("<mark>")) return marked(data.excerpt);
    const at = data.content.indexOf(words);
    if (at < 0) return marked(data.excerpt);
    const start = Math.max(0, at - 40);
    const end = at + words.length;
    return [data.content.slice(start, at), mark(words), data.content.slice(end, end + 80)];
  };

  // ---- What may have been meant -------------------------------------------------------------------------------------

  let known; // a promise of the words of all names

  const wordsOfNames = () => {
    known ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = form.dataset.names;
      script.onload = () => resolve((window.redstringWords ?? "").split(" ").filter(Boolean));
      script.onerror = () => resolve([]);
      document.head.append(script);
    });
    return known;
  };

  const suggest = async (words, number, mine) => {
    suggestion.hidden = true;
    if (number > 0) return;
    const all = await wordsOfNames();
    if (mine !== turn) return;
    const folded = new Map(all.map((word) => [fold(word), word]));
    let changed = false;
    const better = words.split(/(\s+)/).map((word) => {
      const bare = fold(word);
      if (bare.length < 3 || folded.has(bare)) return word;
      const near = nearest(bare, folded);
      changed ||= Boolean(near);
      return near ?? word;
    });
    if (!changed) return;
    suggestion.querySelector("button").textContent = better.join("");
    suggestion.hidden = false;
  };

  const fold = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLocaleLowerCase(language);

  const nearest = (word, folded) => {
    let best = word.length < 5 ? 1 : 2;
    let answer;
    for (const [other, written] of folded) {
      if (Math.abs(other.length - word.length) > best) continue;
      const far = distance(word, other, best);
      if (far < best || (far === best && answer === undefined)) {
        best = far;
        answer = written;
      }
    }
    return answer;
  };

  // How many letters have to be put in, left out, exchanged or swapped with their neighbour.
  const distance = (a, b, most) => {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return Infinity;
      before = last;
      last = row;
    }
    return last[b.length];
  };

  // ---- Keys and clicks --------------------------------------------------------------------------------------------

  const stops = () => [query, ...list.querySelectorAll(".result-title a")];

  const go = (event, way) => {
    const all = stops();
    const next = all[all.indexOf(document.activeElement) + way];
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (next === query) query.select();
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const inside = stops().includes(document.activeElement);
    if (event.key === "ArrowDown" && inside) go(event, 1);
    else if (event.key === "ArrowUp" && inside && document.activeElement !== query) go(event, -1);
    else if (event.key === "Escape" && (inside || found.contains(document.activeElement))) {
      event.preventDefault();
      query.value = "";
      query.focus();
      search();
    }
  });

  let typing;
  const soon = () => {
    clearTimeout(typing);
    typing = setTimeout(search, WAIT);
  };

  // The words of an unfinished composition are not yet what somebody looks for.
  query.addEventListener("input", (event) => event.isComposing || soon());
  query.addEventListener("compositionend", soon);
  query.addEventListener("focus", load, { once: true });
  form.addEventListener("change", (event) => {
    if (event.target === order || kinds.includes(event.target)) search();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    search().then(() => list.querySelector("a")?.focus());
  });
  more.addEventListener("click", showMore);
  suggestion.querySelector("button").addEventListener("click", (event) => {
    query.value = event.target.textContent;
    query.focus();
    search();
  });

  // ---- The key that opens the search, see keys.js -------------------------------------------------------------------

  const slash = part("slash");
  try {
    slash.checked = window.localStorage.getItem("redstring.slash") !== "off";
  } catch {
    slash.disabled = true;
  }
  slash.addEventListener("change", () => {
    try {
      if (slash.checked) window.localStorage.removeItem("redstring.slash");
      else window.localStorage.setItem("redstring.slash", "off");
    } catch {
      slash.checked = true;
    }
  });

  // ---- Beginning --------------------------------------------------------------------------------------------------

  if (window.location.protocol === "file:") {
    cannotSearch();
    return;
  }
  const isOpenedByKey = window.location.hash === "#part.query";
  read();
  if (query.value) search();
  if (isOpenedByKey) query.focus();
})();
