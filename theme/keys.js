// The key "/" opens the search from every page, and goes to its field on the page of the search itself.
//
// Needs: data-search on its own element, the way to the page of the search. Readers can turn it off on that page
// (WCAG 2.1.4): then "redstring.slash" is "off" in the browser's own storage.
(() => {
  "use strict";

  const search = document.currentScript.dataset.search;

  // Storage can be forbidden as a whole, also for pages from a disk: then the key stays on.
  const isOff = () => {
    try {
      return window.localStorage.getItem("redstring.slash") === "off";
    } catch {
      return false;
    }
  };

  const takesText = (element) =>
    element.isContentEditable ||
    element.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range])");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.target instanceof HTMLElement && takesText(event.target)) return;
    if (isOff()) return;
    event.preventDefault();
    const field = document.getElementById("part.query");
    if (field) field.focus();
    else window.location.href = `${search}#part.query`;
  });
})();
