// The map of the network, to move about in.
//
// Needs from the page: `#part.network-map`, a figure with `.network-stage` (the picture stands in it, the map is
// drawn over it) and `.network-card` (says what is chosen); `window.redstringNetwork`, the data that the page loads
// before this file: { size, kinds, relations, ids, names, files, nodes, edges }, where `nodes` holds kind, x and y of
// each node and `edges` relation, from and to of each edge, one after the other. Words come from the figure's data-
// attributes, colours from the style sheet.
//
// This file draws and knows what is shown and chosen; `redstring.network` offers it to theme/network-moves.js
// (pointers and keys) and theme/network-controls.js (finding and filtering).
"use strict";

(() => {
  const data = window.redstringNetwork;
  const figure = document.getElementById("part.network-map");
  if (!data || !figure) return;
  const stage = figure.querySelector(".network-stage");
  const card = figure.querySelector(".network-card");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return;

  // ---- The graph -----------------------------------------------------------------------------------------------
  const count = data.names.length;
  const links = data.edges.length / 3;
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const kinds = new Int16Array(count);
  const radii = new Float64Array(count);
  const around = Array.from({ length: count }, () => []);
  for (let node = 0; node < count; node++) {
    kinds[node] = data.nodes[3 * node];
    xs[node] = data.nodes[3 * node + 1];
    ys[node] = data.nodes[3 * node + 2];
  }
  for (let edge = 0; edge < links; edge++) {
    around[data.edges[3 * edge + 1]].push(edge);
    around[data.edges[3 * edge + 2]].push(edge);
  }
  for (let node = 0; node < count; node++) radii[node] = Math.min(4 + 1.2 * Math.sqrt(around[node].length), 26);
  const byDegree = Array.from({ length: count }, (_, node) => node)
    .sort((a, b) => around[b].length - around[a].length || a - b);
  const from = (edge) => data.edges[3 * edge + 1];
  const to = (edge) => data.edges[3 * edge + 2];
  const other = (edge, node) => (from(edge) === node ? to(edge) : from(edge));
  const shapes = data.kinds.map((kind) => new Path2D(kind[2]));

  // Nodes by squares, so that what is under the pointer is found without looking at all.
  const CELL = 64;
  const cells = new Map();
  const cellOf = (x, y) => Math.floor(x / CELL) * 65536 + Math.floor(y / CELL);
  for (let node = 0; node < count; node++) {
    const key = cellOf(xs[node], ys[node]);
    if (cells.has(key)) cells.get(key).push(node);
    else cells.set(key, [node]);
  }

  // ---- What is shown -------------------------------------------------------------------------------------------
  let showsNode = new Uint8Array(count).fill(1);
  let showsEdge = new Uint8Array(links).fill(1);
  let width = 0;
  let height = 0;
  let density = 1;
  let [scale, left, top] = [1, 0, 0];
  let [hovered, chosen] = [-1, -1];
  let colours = {};
  const listeners = [];
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const forced = window.matchMedia("(forced-colors: active)").matches;
    const take = (name, system) => (forced ? system : style.getPropertyValue(name).trim());
    colours = {
      paper: take("--paper", "Canvas"),
      ink: take("--ink", "CanvasText"),
      line: take("--rule-strong", "GrayText"),
      thread: take("--thread", "Highlight"),
      kinds: data.kinds.map((kind) => take("--kind-" + kind[3], "CanvasText")),
      font: getComputedStyle(canvas).fontFamily,
    };
  }

  // ---- Drawing -------------------------------------------------------------------------------------------------
  const toX = (x) => x * scale + left;
  const toY = (y) => y * scale + top;
  let wanted = false;

  function redraw() {
    if (wanted) return;
    wanted = true;
    requestAnimationFrame(() => {
      wanted = false;
      draw();
    });
  }

  /** Lines in runs: one path of very many is slower than many of some. */
  function strokeEdges(edges, colour, lineWidth, alpha) {
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.globalAlpha = alpha;
    let run = 0;
    context.beginPath();
    for (const edge of edges) {
      if (!showsEdge[edge]) continue;
      const a = from(edge);
      const b = to(edge);
      const ax = toX(xs[a]);
      const ay = toY(ys[a]);
      const bx = toX(xs[b]);
      const by = toY(ys[b]);
      if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height)) continue;
      context.moveTo(ax, ay);
      context.lineTo(bx, by);
      if (++run === 200) {
        context.stroke();
        context.beginPath();
        run = 0;
      }
    }
    context.stroke();
    context.globalAlpha = 1;
  }

  const everyEdge = Array.from({ length: links }, (_, edge) => edge);
  const onScreen = (x, y, r) => x > -r && y > -r && x < width + r && y < height + r;
  const sizeOf = (node) => Math.max(radii[node] * Math.min(scale, 1.6), 1.1);

  function drawNode(node, colour) {
    const x = toX(xs[node]);
    const y = toY(ys[node]);
    const size = sizeOf(node);
    if (!onScreen(x, y, size)) return;
    context.fillStyle = colour || colours.kinds[kinds[node]];
    if (size < 2.5) {
      context.fillRect(x - size, y - size, 2 * size, 2 * size);
      return;
    }
    context.setTransform(density * size, 0, 0, density * size, density * x, density * y);
    context.fill(shapes[kinds[node]]);
    context.setTransform(density, 0, 0, density, 0, 0);
  }

  const widths = new Map();
  function drawNames(nodes, most, always) {
    context.font = "13px " + colours.font;
    context.textAlign = "center";
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.ink;
    const taken = [];
    let drawn = 0;
    for (const node of nodes) {
      if (drawn === most) break;
      const x = toX(xs[node]);
      const y = toY(ys[node]);
      if (!showsNode[node] || !onScreen(x, y, 0)) continue;
      const name = always || data.names[node].length <= 32 ? data.names[node] : data.names[node].slice(0, 31) + "…";
      if (!widths.has(name)) widths.set(name, context.measureText(name).width / 2 + 3);
      const half = widths.get(name);
      const base = y - sizeOf(node) - 5;
      const middle = Math.min(Math.max(x, half), Math.max(width - half, half));
      if (taken.some((box) => Math.abs(box[0] - middle) < box[2] + half && Math.abs(box[1] - base) < 17)) continue;
      taken.push([middle, base, half]);
      context.strokeText(name, middle, base);
      context.fillText(name, middle, base);
      drawn++;
    }
  }

  function draw() {
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    const shown = hovered >= 0 ? hovered : chosen;
    const faint = shown >= 0;
    const alpha = Math.max(0.2, Math.min(0.6, 400 / links)) * (faint ? 0.5 : 1);
    strokeEdges(everyEdge, colours.line, 1, alpha);
    context.globalAlpha = faint ? 0.35 : 1;
    for (let node = 0; node < count; node++) if (showsNode[node]) drawNode(node);
    context.globalAlpha = 1;
    if (!faint) {
      drawNames(byDegree, Math.max(8, Math.floor((width * height) / 16000)));
      return;
    }
    const near = around[shown].filter((edge) => showsEdge[edge]);
    const neighbours = [...new Set(near.map((edge) => other(edge, shown)))].filter((node) => showsNode[node]);
    strokeEdges(near, colours.thread, 1.75, 1);
    for (const node of neighbours) drawNode(node);
    drawNode(shown);
    context.strokeStyle = colours.ink;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(toX(xs[shown]), toY(ys[shown]), sizeOf(shown) + 4, 0, 7);
    context.stroke();
    neighbours.sort((a, b) => around[b].length - around[a].length);
    drawNames([shown, ...neighbours], 40, true);
  }

  // ---- Moving --------------------------------------------------------------------------------------------------
  const whole = () => Math.min(width / (data.size[0] + 60), height / (data.size[1] + 60));
  const limit = (value) => Math.min(Math.max(value, whole() * 0.8), Math.max(4, whole()));

  function showWhole() {
    scale = whole();
    left = (width - data.size[0] * scale) / 2;
    top = (height - data.size[1] * scale) / 2;
    redraw();
  }

  function zoom(factor, x = width / 2, y = height / 2) {
    const next = limit(scale * factor);
    left = x - ((x - left) / scale) * next;
    top = y - ((y - top) / scale) * next;
    scale = next;
    redraw();
  }

  function pan(x, y) {
    left += x;
    top += y;
    redraw();
  }

  /** Brings a node to the middle, near enough to tell it from its neighbours. */
  function goTo(node) {
    const end = limit(Math.max(scale, 0.9));
    const start = { scale, left, top };
    const goal = { scale: end, left: width / 2 - xs[node] * end, top: height / 2 - ys[node] * end };
    const begun = performance.now();
    const step = (now) => {
      const part = calm.matches ? 1 : Math.min(Math.max((now - begun) / 250, 0), 1);
      const eased = part * (2 - part);
      scale = start.scale + (goal.scale - start.scale) * eased;
      left = start.left + (goal.left - start.left) * eased;
      top = start.top + (goal.top - start.top) * eased;
      draw();
      if (part < 1 && chosen === node) requestAnimationFrame(step);
    };
    if (calm.matches) step(begun);
    else requestAnimationFrame(step);
  }

  // ---- Choosing ------------------------------------------------------------------------------------------------
  const address = (node) => (figure.dataset.root || "") + data.files[node];

  /** The node nearest to this point of the canvas, no further than `reach` from its edge. */
  function nodeAt(x, y, reach) {
    const wx = (x - left) / scale;
    const wy = (y - top) / scale;
    const far = (26 * Math.min(scale, 1.6) + reach) / scale;
    let best = -1;
    let least = Infinity;
    for (let cx = wx - far; cx < wx + far + CELL; cx += CELL) {
      for (let cy = wy - far; cy < wy + far + CELL; cy += CELL) {
        for (const node of cells.get(cellOf(cx, cy)) || []) {
          if (!showsNode[node]) continue;
          const off = Math.hypot(xs[node] - wx, ys[node] - wy) * scale - sizeOf(node);
          if (off < reach && off < least) {
            least = off;
            best = node;
          }
        }
      }
    }
    return best;
  }

  function choose(node, travels = true) {
    chosen = node >= 0 && showsNode[node] ? node : -1;
    tell();
    for (const listener of listeners) listener(chosen);
    if (chosen >= 0 && travels) goTo(chosen);
    else redraw();
  }

  function hover(node) {
    if (node === hovered) return;
    hovered = node;
    canvas.style.cursor = node >= 0 ? "pointer" : "grab";
    redraw();
  }

  /** Says in words what is chosen, with links that work without the map. */
  function tell() {
    card.replaceChildren();
    if (chosen < 0) return;
    const near = around[chosen].filter((edge) => showsEdge[edge]);
    const link = (node) => {
      const anchor = document.createElement("a");
      anchor.href = address(node);
      anchor.textContent = data.names[node];
      return anchor;
    };
    const title = document.createElement("p");
    title.className = "network-card-title";
    title.append(link(chosen), " ", data.kinds[kinds[chosen]][1]);
    const list = document.createElement("ul");
    for (const edge of near.slice(0, 8)) {
      const item = document.createElement("li");
      const relation = data.relations[data.edges[3 * edge]];
      item.append(relation[from(edge) === chosen ? 1 : 2] + " ", link(other(edge, chosen)));
      list.append(item);
    }
    if (near.length > 8) {
      const rest = document.createElement("li");
      rest.textContent = "+ " + (near.length - 8);
      list.append(rest);
    }
    card.append(title, list);
  }

  /** The neighbour that lies most in this direction. */
  function towards(dx, dy) {
    let best = -1;
    let least = Infinity;
    for (const edge of around[chosen]) {
      const node = other(edge, chosen);
      if (!showsEdge[edge] || !showsNode[node]) continue;
      const x = xs[node] - xs[chosen];
      const y = ys[node] - ys[chosen];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 0 || aside > along * 1.8) continue;
      if (along + aside * 2 < least) {
        least = along + aside * 2;
        best = node;
      }
    }
    return best;
  }

  // ---- Beginning -----------------------------------------------------------------------------------------------
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", figure.dataset.label);
  canvas.setAttribute("aria-describedby", "part.network-keys");
  stage.classList.add("is-drawn");
  stage.prepend(canvas);

  function measure() {
    const before = { width, height };
    width = stage.clientWidth;
    height = stage.clientHeight;
    density = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    if (!before.width) showWhole();
    else pan((width - before.width) / 2, (height - before.height) / 2);
    draw();
  }
  readColours();
  new ResizeObserver(measure).observe(stage);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    window.matchMedia(query).addEventListener("change", () => {
      readColours();
      redraw();
    });
  }

  (window.redstring ||= {}).network = {
    canvas,
    names: data.names,
    ids: data.ids,
    /** A sentence about a node, where `sentence` has gaps: [name], [kind], [count], [neighbours]. */
    inWords(sentence, node) {
      const near = around[node].filter((edge) => showsEdge[edge]);
      const neighbours = [...new Set(near.slice(0, 8).map((edge) => data.names[other(edge, node)]))].join(", ");
      const gaps = { name: data.names[node], kind: data.kinds[kinds[node]][1], count: near.length, neighbours };
      return sentence.replace(/\[(\w+)\]/g, (gap, name) => gaps[name] ?? gap);
    },
    degree: (node) => around[node].length,
    /** Where a node stands on the canvas. */
    placeOf: (node) => [toX(xs[node]), toY(ys[node])],
    chosen: () => chosen,
    choose,
    hover,
    nodeAt,
    middle: () => nodeAt(width / 2, height / 2, Math.max(width, height)),
    towards,
    open: (node) => { window.location.href = address(node); },
    pan,
    zoom,
    whole: showWhole,
    onChoose: (listener) => listeners.push(listener),
    /** Shows the kinds and the sorts of relation for which the two functions say so. */
    filter(kind, relation) {
      for (let node = 0; node < count; node++) showsNode[node] = kind(data.kinds[kinds[node]][0]) ? 1 : 0;
      for (let edge = 0; edge < links; edge++) {
        const sort = data.relations[data.edges[3 * edge]][0];
        showsEdge[edge] = relation(sort) && showsNode[from(edge)] && showsNode[to(edge)] ? 1 : 0;
      }
      if (chosen >= 0 && !showsNode[chosen]) choose(-1);
      else tell();
      hovered = -1;
      redraw();
    },
  };
})();
