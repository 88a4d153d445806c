window.redstring.previews.add({
"carol.html":{"title":"Carol"},
"people/ada.html":{"kind":"Person","title":"Ada"}
});
