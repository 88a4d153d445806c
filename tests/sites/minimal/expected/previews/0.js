window.redstring.previews.add({

});
