//! A dossier with a secret word in every private place there is.

use std::fs;
use std::path::Path;

use super::images;

/// Every private place, and the secret that stands in it. No secret is part of another.
pub(crate) const PLACES: [(&str, &str); 84] = [
    ("title of a private entity", "qzxtitle"),
    ("another name of a private entity", "qzxalias"),
    ("id of a private entity", "qzxident"),
    ("name of a private page's file", "qzxfilename"),
    ("body of a private entity", "qzxbody"),
    ("summary of a private entity", "qzxsummary"),
    ("field of a private entity", "qzxfield"),
    ("person's name in parts", "qzxparted"),
    ("heading of a private entity", "qzxheading"),
    ("section of a private page that a public one transcludes", "qzxsection"),
    ("former address of a private page", "qzxredirect"),
    ("tag that only a private page has", "qzxtag"),
    ("private folder", "qzxfolder"),
    ("page in a private folder", "qzxinner"),
    ("attachment in a private folder", "qzxlaid"),
    ("private folder that holds nothing", "qzxempty"),
    ("name of a private field", "qzxsource"),
    ("value of a private field", "qzxphone"),
    ("private field written in another case", "qzxupper"),
    ("private field as a qualifier", "qzxqualifier"),
    ("private field in a list of relations", "qzxnested"),
    ("label of a private field", "qzxlabel"),
    ("private relation", "qzxrelation"),
    ("label of a private relation", "qzxleads"),
    ("inverse of a private relation", "qzxback"),
    ("role in a private relation", "qzxprivrole"),
    ("kind of which nothing is published", "qzxkind"),
    ("folder of such a kind", "qzxstore"),
    ("what one of such a kind is called", "qzxone"),
    ("what several of such a kind are called", "qzxmany"),
    ("relation that only private pages have", "qzxonly"),
    ("label of such a relation", "qzxsaid"),
    ("label of a field that only private pages have", "qzxnumber"),
    ("private field that no page has", "qzxnowhere"),
    ("role in a relation to a private page", "qzxrole"),
    ("note on a relation to a private page", "qzxnote"),
    ("quotation in a relation to a private page", "qzxquote"),
    ("locator in a private source", "qzxlocator"),
    ("locator in a private source beside a public one", "qzxbeside"),
    ("heading in a link to a private page", "qzxanchor"),
    ("title of a link to a private page", "qzxtooltip"),
    ("comment", "qzxcomment"),
    ("comment over several blocks", "qzxblocks"),
    ("comment in a link's label", "qzxlinked"),
    ("comment in a value", "qzxinvalue"),
    ("comment on the home page", "qzxhome"),
    ("HTML comment", "qzxhtml"),
    ("HTML comment in a line", "qzxinline"),
    ("private callout", "qzxcallout"),
    ("private callout in a list", "qzxinlist"),
    ("private callout within a callout", "qzxwithin"),
    ("remark in a private callout", "qzxremark"),
    ("comment that is never closed", "qzxunclosed"),
    ("comment of YAML", "qzxyaml"),
    ("field that nobody knows", "qzxunknown"),
    ("speaker without a public name", "qzxspeaker"),
    ("one of two speakers", "qzxsecond"),
    ("private claim", "qzxclaim"),
    ("private event", "qzxevent"),
    ("place of a private event", "qzxscene"),
    ("private source", "qzxpaper"),
    ("author of a private source", "qzxauthor"),
    ("address of a private source", "qzxurl"),
    ("who gave a reply", "qzxasked"),
    ("words of a reply of one who may not be named", "qzxreply"),
    ("correction of a private page", "qzxcorrected"),
    ("end of a pair of chains", "qzxchain"),
    ("key person", "qzxkey"),
    ("copy of a source that does not go out", "qzxcopy"),
    ("words of a copy that does not go out", "qzxverbatim"),
    ("attachment that no page uses", "qzxunused"),
    ("attachment of a private page", "qzxprivatefile"),
    ("EXIF of a JPEG", "qzxexif"),
    ("XMP of a JPEG", "qzxxmp"),
    ("IPTC of a JPEG", "qzxiptc"),
    ("text in a PNG", "qzxpngtext"),
    ("metadata in an SVG", "qzxsvgdata"),
    ("a comment in an SVG", "qzxsvgcomment"),
    ("EXIF of a WebP", "qzxwebpexif"),
    ("XMP of a WebP", "qzxwebpxmp"),
    ("comment of a GIF", "qzxgif"),
    ("page with a misspelt `publish`", "qzxmisspelt"),
    ("page that is not UTF-8", "qzxlatin"),
    ("page whose front matter cannot be read", "qzxbroken"),
];

pub(crate) const SETTINGS: &str = r#"title = "The harbour"
description = "Plainly a test."
base_url = "https://dossier.example/kept/"
private_folders = ["qzxfolder", "qzxempty"]
private_fields = ["qzxsource", "qzxrelation", "phone", "qzxnowhere"]

[fields]
qzxsource = "qzxlabel"
imo = "qzxnumber"

[kinds.qzxkind]
folder = "qzxstore"
singular = "qzxone"
plural = "qzxmany"

[relations.qzxonly]
label = "qzxsaid"
inverse = "qzxsaid of"

[relations.qzxrelation]
label = "qzxleads"
inverse = "qzxback"

[[chains]]
from = "ada"
to = "bea"
"#;

const CHART: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><!-- qzxsvgcomment -->\
    <metadata>qzxsvgdata</metadata><text y='5'>Plainly</text></svg>";

pub(crate) const PRIVATE_PERSON: &str = "---
title: Qzxtitle
id: qzxident
aliases: [Qzxalias]
publish: false
family_name: Qzxparted
summary: Qzxsummary
imo: qzxfield
tags: [qzxtag, harbour]
redirects_from: [people/qzxredirect.html]
born: 1970-01-01
corrections: [{date: 2021-03-04, what: qzxcorrected}]
image: ../attachments/qzxprivatefile.jpg
works_for: office
---
Qzxbody knows [[ada]].

## Qzxheading

Qzxsection told it.
";

pub(crate) const ADA: &str = r#"---
title: Ada Wren
# qzxyaml
summary: Plainly a clerk. %%qzxinvalue%%
tags: [harbour]
qzxsource: qzxphone
QZXSource: qzxupper
shade: qzxunknown
works_for:
  - {to: office, role: Clerk, phone: qzxqualifier}
  - {to: qzxident, role: qzxrole, note: qzxnote, quote: qzxquote, phone: qzxnested}
related_to: Qzxalias
qzxrelation: {to: office, role: qzxprivrole}
born: 1980
sources: [gazette, qzxpaper]
replies: [{by: qzxasked, asked: 2020-01-01, date: 2020-01-02, text: qzxreply}]
---
She plainly met [[qzxident|a friend]] and [[qzxident#qzxanchor|another]], [a third](qzxfilename.md "qzxtooltip"),
and [[bea|Bea%%qzxlinked%%]]. It is said so [@qzxpaper, qzxlocator] and [@gazette, para. 1; @qzxpaper, qzxbeside].
%%qzxcomment%% The end. <!-- qzxinline --> “The lamp was out.” [@letter]

%%
qzxblocks

- in a list
%%

<!--
qzxhtml
-->

> [!private]
> Qzxcallout {==said==}{>>qzxremark<<}.

- one
  > [!private]
  > qzxinlist

> [!note] Plainly a note
> Seen.
>
> > [!private]
> > qzxwithin

![a](../attachments/harbour.jpg) ![b](../attachments/plan.png) ![c](../attachments/boat.webp) ![d](../attachments/lamp.gif) ![e](../attachments/chart.svg)
"#;

/// The files of a dossier in which nothing is wrong.
pub(crate) fn sound() -> Vec<(&'static str, Vec<u8>)> {
    let texts = [
        ("site.toml", SETTINGS),
        ("content/index.md", "---\ntitle: Home\n---\nPlainly the home. %%qzxhome%%\n"),
        ("content/people/ada.md", ADA),
        ("content/people/qzxfilename.md", PRIVATE_PERSON),
        ("content/people/bea.md", "---\ntitle: Bea\nworks_for: office\n---\nPlainly Bea met [[ada]].\n"),
        ("content/people/qzxspeaker.md", "---\ntitle: Qzxspeaker\npublish: no\n---\n"),
        ("content/people/qzxsecond.md", "---\ntitle: Qzxsecond\nprivate: yes\n---\n"),
        ("content/people/qzxasked.md", "---\ntitle: Qzxasked\ndraft: true\n---\n"),
        ("content/people/qzxchain.md", "---\ntitle: Qzxchain\npublish: off\nrelated_to: ada\n---\n"),
        ("content/people/qzxkey.md", "---\ntitle: Qzxkey\npublish: 'false'\nrelated_to: bea\n---\n"),
        ("content/organisations/office.md", "---\ntitle: The office\n---\nPlainly an office.\n"),
        (
            "content/claims/late.md",
            "---\ntitle: It was late\nsaid_by: [ada, qzxsecond]\nstatus: disputed\ndate: 2017-12-01\nabout: office\nreported_by: [gazette, {to: qzxpaper, locator: qzxlocator}]\nreplies: [{by: office, asked: 2020-01-01, declined: true}]\n---\n> [!supports] [@qzxpaper, qzxlocator]\n> Plainly so.\n",
        ),
        (
            "content/claims/dark.md",
            "---\ntitle: It was dark\nsaid_by: qzxspeaker\nstatus: unverified\nreported_by: gazette\n---\n",
        ),
        (
            "content/claims/qzxclaim.md",
            "---\ntitle: Qzxclaim\npublish: false\nsaid_by: ada\nstatus: disputed\ndate: 2017-12-02\nreported_by: gazette\n---\n",
        ),
        (
            "content/events/raid.md",
            "---\ntitle: The raid\ndate: 2017-12-01\nparticipants: [ada, qzxident]\nplace: qzxscene\n---\nPlainly a raid.\n",
        ),
        (
            "content/events/qzxevent.md",
            "---\ntitle: Qzxevent\ndate: 2017-12-03\npublish: false\nplace: qzxscene\nparticipants: ada\n---\n",
        ),
        ("content/qzxstore/thing.md", "---\ntitle: A thing\npublish: false\nqzxonly: ada\n---\n"),
        ("content/places/qzxscene.md", "---\ntitle: Qzxscene\npublish: false\n---\n"),
        (
            "content/sources/gazette.md",
            "---\ntitle: Gazette\npublished: 2018-01-01\nurl: https://example.org/gazette\n---\n",
        ),
        (
            "content/sources/letter.md",
            "---\ntitle: Letter\nfile: qzxcopy.txt\nauthor: qzxsecond\nbased_on: qzxpaper\n---\n> [!annotation] The {==lamp==} was\n> Plainly a lamp.\n",
        ),
        ("content/sources/qzxcopy.txt", "Qzxverbatim. The lamp was out. Qzxverbatim again.\n"),
        (
            "content/sources/qzxpaper.md",
            "---\ntitle: Qzxpaper\npublish: false\nauthor: Qzxauthor\nurl: https://qzxurl.example/\n---\n",
        ),
        (
            "content/qzxfolder/qzxinner.md",
            "---\ntitle: Qzxinner\npublish: true\n---\nSee [it](qzxlaid.txt).\n",
        ),
        ("content/qzxfolder/qzxlaid.txt", "Qzxlaid\n"),
        ("content/attachments/qzxunused.txt", "Qzxunused\n"),
        ("content/attachments/qzxprivatefile.jpg", "Qzxprivatefile\n"),
    ];
    let pictures = [
        ("content/attachments/harbour.jpg", images::jpeg()),
        ("content/attachments/chart.svg", CHART.into()),
        ("content/attachments/plan.png", images::png()),
        ("content/attachments/boat.webp", images::webp()),
        ("content/attachments/lamp.gif", images::gif()),
    ];
    texts.into_iter().map(|(path, text)| (path, text.as_bytes().to_vec())).chain(pictures).collect()
}

/// What is wrong besides, each in another way.
pub(crate) fn faulty() -> Vec<(&'static str, Vec<u8>)> {
    let settings = SETTINGS.replace("to = \"bea\"", "to = \"qzxchain\"")
        + "\n[home]\nkey_people = [\"qzxkey\", \"ada\"]\n";
    vec![
        ("site.toml", settings.into_bytes()),
        ("content/people/kim.md", b"---\ntitle: Kim\n---\nPlainly Kim.\n\n![[qzxident#Qzxheading]]\n\n![[Qzxalias]]\n\n[[Qzxalias]] and [[qzxfilename]] and [[people/qzxfilename]].\n".to_vec()),
        ("content/people/joe.md", b"---\ntitle: Joe\n---\nPlainly Joe. ![](../qzxfolder/qzxlaid.txt) [x](../sources/qzxcopy.txt) ![y](../attachments/unused.txt)\n".to_vec()),
        ("content/people/una.md", b"---\ntitle: Una\n---\nPlainly Una.\n\n%% qzxunclosed\n".to_vec()),
        ("content/people/qzxmisspelt.md", b"---\ntitle: Qzxmisspelt\npubish: false\n---\nQzxmisspelt\n".to_vec()),
        ("content/people/qzxlatin.md", b"---\ntitle: Qzxlatin\n---\n\xe9\n".to_vec()),
        ("content/people/qzxbroken.md", b"---\ntitle: Qzxbroken\na: [\n---\nQzxbroken\n".to_vec()),
    ]
}

/// Write these files into `root`.
pub(crate) fn lay(root: &Path, files: &[(&str, Vec<u8>)]) {
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
