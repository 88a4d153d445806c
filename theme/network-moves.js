// Moving about on the map of the network.
//
// Needs theme/network.js before it. By mouse: drag, wheel, hover, click. By touch: drag, pinch, tap to choose, tap again
// to open. By keyboard, on the map: arrows, plus, minus, 0; Enter chooses what is in the middle, then arrows go along
// relations (with Shift they still move the map), Enter opens and Escape lets go.
"use strict";

(() => {
  const map = window.redstring && window.redstring.network;
  if (!map) return;
  const canvas = map.canvas;
  const pointers = new Map();
  let moved = 0;
  let aimed = false; // the wheel is the map's only after the pointer has moved on it, and else the page's

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    if (pointers.size === 1) moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const now = place(event);
    const before = pointers.get(event.pointerId);
    aimed = true;
    if (!before) {
      if (event.pointerType === "mouse") map.hover(map.nodeAt(now.x, now.y, 6));
      return;
    }
    const rest = [...pointers].find(([id]) => id !== event.pointerId);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (rest) {
      const still = rest[1];
      const was = Math.hypot(before.x - still.x, before.y - still.y);
      const is = Math.hypot(now.x - still.x, now.y - still.y);
      if (was > 0) map.zoom(is / was, (now.x + still.x) / 2, (now.y + still.y) / 2);
    } else if (moved > 4) map.pan(now.x - before.x, now.y - before.y);
    pointers.set(event.pointerId, now);
  });
  canvas.addEventListener("pointerup", (event) => {
    const now = place(event);
    if (!pointers.delete(event.pointerId) || moved > 4 || pointers.size) return;
    const touch = event.pointerType !== "mouse";
    const node = map.nodeAt(now.x, now.y, touch ? 16 : 6);
    if (node >= 0 && (!touch || node === map.chosen())) map.open(node);
    else map.choose(node, false);
  });
  canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => map.hover(-1));
  window.addEventListener("scroll", () => { aimed = false; }, { passive: true });
  canvas.addEventListener("wheel", (event) => {
    if (!aimed && !event.ctrlKey) return;
    const at = place(event);
    event.preventDefault();
    map.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), at.x, at.y);
  }, { passive: false });

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && map.chosen() >= 0 && !event.shiftKey) {
      const next = map.towards(...arrow);
      if (next >= 0) map.choose(next);
    } else if (arrow) map.pan(-60 * arrow[0], -60 * arrow[1]);
    else if (event.key === "+" || event.key === "=") map.zoom(1.4);
    else if (event.key === "-") map.zoom(1 / 1.4);
    else if (event.key === "0") map.whole();
    else if (event.key === "Escape" && map.chosen() >= 0) map.choose(-1);
    else if (event.key === "Enter" && map.chosen() >= 0) map.open(map.chosen());
    else if (event.key === "Enter" || event.key === " ") map.choose(map.middle());
    else return;
    event.preventDefault();
  });
})();
