window.redstringWords = "1907 Ada arrival Aurora captain Gazette Harbour late ledger letter May Method Office Public quay ship The was";
