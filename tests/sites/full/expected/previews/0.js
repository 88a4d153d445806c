window.redstring.previews.add({
"claims/late.html":{"kind":"Claim","rows":[["Said by","Ada Public"],["Date","5 May 1907"]],"status":"disputed","status_label":"Disputed","title":"The ship was late"},
"events/arrival.html":{"kind":"Event","rows":[["Date","4 to 5 May 1907"]],"title":"The arrival"},
"method.html":{"title":"Method"},
"organisations/harbour-office.html":{"kind":"Organisation","rows":[["Founded","some year between 1800 and 1899"]],"title":"Harbour Office"},
"people/ada.html":{"kind":"Person","rows":[["Born","1871"],["Died","12 May 1920"]],"summary":"A clerk of the harbour office.","title":"Ada Public"},
"people/captain.html":{"kind":"Person","title":"The captain"},
"places/quay.html":{"kind":"Place","title":"The quay"},
"products/the-ledger.html":{"kind":"Product","rows":[["Released","January 1900"]],"title":"The ledger"},
"sources/gazette.html":{"kind":"Source","rows":[["Published by","Gazette Ltd"],["Published","6 May 1907"]],"title":"The Gazette, 6 May 1907"},
"sources/letter.html":{"kind":"Source","rows":[["Published","around 1907"]],"title":"A letter"},
"vessels/aurora.html":{"kind":"Vessel","rows":[["Launched","around June 1899"]],"title":"Aurora"}
});
