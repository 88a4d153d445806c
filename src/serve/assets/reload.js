// Shows each change as soon as the dossier is linked anew, and lets the list of problems be put away.
"use strict";
(() => {
  const shown = document.currentScript.dataset.state;
  let events = null;

  // A browser allows few connections to one address: only the tabs that are looked at keep one.
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource("/__redstring/events");
    events.onmessage = (event) => {
      if (event.data !== shown) location.reload();
    };
    // A server that was stopped and started again, after a long while.
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED) return;
      rest();
      setTimeout(listen, 1000);
    };
  };
  const rest = () => {
    events?.close();
    events = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();

  // What was put away stays away on every page, until something else is wrong.
  const problems = document.getElementById("redstring.problems");
  if (!problems) return;
  const key = "redstring.dismissed";
  const remember = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null; // the browser keeps nothing
    }
  };
  if (remember((storage) => storage.getItem(key)) === shown) problems.remove();
  const button = problems.querySelector("button");
  button.hidden = false;
  const dismiss = () => {
    remember((storage) => storage.setItem(key, shown));
    problems.remove();
  };
  button.addEventListener("click", dismiss);
  problems.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
})();
