window.redstringWords = "";
