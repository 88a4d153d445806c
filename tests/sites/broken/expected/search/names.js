window.redstringWords = "Ada Carol";
