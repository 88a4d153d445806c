//! `redstring verify-site`: a site is proven to be what the dossier yields, and every way of not being it is found.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::{REDSTRING, alone};
use serde_json::Value;

fn redstring(arguments: &[&str], folder: &Path) -> Output {
    let mut program = alone(Command::new(REDSTRING));
    program.args(arguments).current_dir(folder).output().unwrap()
}

/// SHA-256 in digits.
fn hex(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let to = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// A copy of a whole dossier, with attachments, built.
fn built() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("dossier");
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/full");
    copy(&full, &root);
    fs::remove_dir_all(root.join("expected")).unwrap();
    let output = redstring(&["build"], &root);
    assert!(output.status.success(), "{}", said(&output));
    (place, root)
}

/// What is found about `site`: the status, each finding by its path, and the last line.
fn verified(root: &Path, arguments: &[&str]) -> (i32, BTreeMap<String, String>, Value) {
    let output = redstring(&[&["verify-site", "--format", "json"], arguments].concat(), root);
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (last, findings) = lines.split_last().unwrap_or_else(|| panic!("{}", said(&output)));
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = findings.iter().map(|line| (word(&line["path"]), word(&line["finding"]))).collect();
    (output.status.code().unwrap(), findings, last["site"].clone())
}

fn found(all: &[(&str, &str)]) -> BTreeMap<String, String> {
    all.iter().map(|(path, what)| ((*path).to_owned(), (*what).to_owned())).collect()
}

#[test]
fn the_manifest_lists_every_file_and_nothing_else() {
    let (_place, root) = built();
    let site = root.join("public");
    let text = fs::read_to_string(site.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    let mut on_disk = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&site).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&site).unwrap().to_str().unwrap().replace('\\', "/");
            let bytes = fs::read(entry.path()).unwrap();
            on_disk.insert(path, (hex(&bytes), bytes.len() as u64));
        }
    }
    assert!(on_disk.remove("manifest.json").is_some() && on_disk.remove(".redstring-site").is_some());
    assert!(on_disk.keys().any(|path| path.starts_with("files/")), "attachments are among them");
    assert!(on_disk.keys().any(|path| path.starts_with("pagefind/")), "so is the index of the search");
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let sum = |file: &Value| (word(&file["path"]), (word(&file["sha256"]), file["size"].as_u64().unwrap()));
    assert_eq!(listed.iter().map(sum).collect::<BTreeMap<_, _>>(), on_disk);
    assert!(listed.iter().map(|file| word(&file["path"])).is_sorted());
    let lines: String = on_disk.iter().map(|(path, (hash, _))| format!("{hash}  {path}\n")).collect();
    assert_eq!(word(&manifest["content"]), hex(lines.as_bytes()));
    assert_eq!(word(&manifest["generator"]), concat!("redstring ", env!("CARGO_PKG_VERSION")));
    assert_eq!(manifest.as_object().unwrap().len(), 5, "it says nothing else: {text}");
    let place = root.to_str().unwrap();
    assert!(!text.contains(place));
}

#[test]
fn a_site_as_it_was_built_holds_and_nothing_is_written() {
    let (_place, root) = built();
    let before = redstring(&["build"], &root);
    assert!(said(&before).contains("Nothing has changed"));
    for arguments in [&[][..], &["public"], &["public", "--manifest-only"]] {
        let (status, findings, site) = verified(&root, arguments);
        assert_eq!((status, findings), (0, found(&[])), "{arguments:?}");
        assert!(site["holds"] == true && site["sees_extra"] == true, "{site}");
        assert!(site["files"].as_u64().unwrap() > 60, "{site}");
    }
    let mut names: Vec<_> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names.retain(|name| name.to_string_lossy().contains("redstring"));
    assert_eq!(names, [".redstring"], "what the build keeps for itself");
    // What hosts need is not missed, and a clone's own folder is no part of the site.
    fs::remove_file(root.join("public/.nojekyll")).unwrap();
    fs::remove_file(root.join("public/.redstring-site")).unwrap();
    fs::create_dir(root.join("public/.git")).unwrap();
    fs::write(root.join("public/.git/config"), "[core]\n").unwrap();
    let (status, findings, site) = verified(&root, &["public"]);
    assert_eq!((status, findings), (0, found(&[])));
    assert_eq!(site["left_out"], serde_json::json!([".nojekyll", ".redstring-site"]));
}

#[test]
fn whatever_is_changed_is_found() {
    let (_place, root) = built();
    let site = root.join("public");
    let ada = fs::read_to_string(site.join("people/ada.html")).unwrap();
    fs::write(site.join("people/ada.html"), ada.replacen("<h1", "<h1 id=\"x\"", 1)).unwrap();
    fs::remove_file(site.join("theme/style.css")).unwrap();
    fs::write(site.join("people/planted.html"), "planted").unwrap();
    fs::create_dir_all(site.join("deep/er")).unwrap();
    fs::write(site.join("deep/er/.DS_Store"), "names of the editor's folder").unwrap();
    let letter = site.join("files/attachments/gazette.txt");
    let mut bytes = fs::read(&letter).unwrap();
    bytes[0] ^= 1;
    fs::write(&letter, bytes).unwrap();
    let expected = [
        ("deep/er/.DS_Store", "extra"),
        ("files/attachments/gazette.txt", "different"),
        ("people/ada.html", "different"),
        ("people/planted.html", "extra"),
        ("theme/style.css", "missing"),
    ];
    for arguments in [&["public"][..], &["public", "--manifest-only"]] {
        let (status, findings, _) = verified(&root, arguments);
        assert_eq!((status, findings), (1, found(&expected)), "{arguments:?}");
    }
    let output = redstring(&["verify-site", "public"], &root);
    let line = 1 + ada.split("<h1").next().unwrap().matches('\n').count();
    let text = said(&output);
    assert!(text.contains(&format!("different: people/ada.html, from line {line}\n")), "{text}");
    assert!(text.contains("<h1 id=\"x\""), "{text}");
}

#[test]
#[cfg(unix)]
fn a_link_is_no_file_of_the_site_wherever_it_leads() {
    let (_place, root) = built();
    let page = root.join("public/index.html");
    fs::rename(&page, root.join("home.html")).unwrap();
    std::os::unix::fs::symlink("../home.html", &page).unwrap();
    let (status, findings, _) = verified(&root, &["public"]);
    let expected = [("index.html", "missing"), ("index.html (no regular file)", "extra")];
    assert_eq!((status, findings), (1, found(&expected)));
}

#[test]
fn a_manifest_that_was_made_to_fit_is_found_by_the_content() {
    let (_place, root) = built();
    let site = root.join("public");
    let forged = root.join("content/people/ada.md");
    let honest = fs::read_to_string(&forged).unwrap();
    // Somebody builds a site with other words: it is whole, and not what the dossier says.
    fs::write(&forged, format!("{honest}\nShe confessed.\n")).unwrap();
    assert!(redstring(&["build"], &root).status.success());
    fs::write(&forged, honest).unwrap();
    assert_eq!(verified(&root, &["public", "--manifest-only"]).0, 0);
    let (status, findings, _) = verified(&root, &["public"]);
    assert_eq!(status, 1);
    assert_eq!(findings["people/ada.html"], "different");
    assert_eq!(findings["manifest.json"], "different");
    // And a manifest with a hash changed does not even fit itself.
    let text = fs::read_to_string(site.join("manifest.json")).unwrap();
    fs::write(site.join("manifest.json"), text.replacen("\"size\":", "\"size\":1", 1)).unwrap();
    assert_eq!(verified(&root, &["public", "--manifest-only"]).0, 1);
    fs::write(site.join("manifest.json"), text.replacen("404.html", "405.html", 1)).unwrap();
    let (status, findings, _) = verified(&root, &["public", "--manifest-only"]);
    assert_eq!((status, findings), (1, found(&[("manifest.json", "bad-manifest")])));
    fs::remove_file(site.join("manifest.json")).unwrap();
    assert_eq!(verified(&root, &["public"]).1["manifest.json"], "missing");
}

#[test]
fn another_address_and_another_program_explain_differences() {
    let (_place, root) = built();
    let (status, findings, site) = verified(&root, &["--base-url", "https://other.example/"]);
    assert_eq!(status, 1);
    assert!(findings.contains_key("index.html"), "{findings:?}");
    assert!(
        site["hints"][0].as_str().unwrap().contains("`--base-url https://example.org/harbour/`"),
        "{site}"
    );
    let manifest = root.join("public/manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace(concat!("redstring ", env!("CARGO_PKG_VERSION")), "redstring 9.9.9"))
        .unwrap();
    let output = redstring(&["verify-site"], &root);
    assert!(said(&output).contains("was made by redstring 9.9.9"), "{}", said(&output));
}

/// Serve a folder below `/sub/` on a free port, as simple servers do: one thread, `HTTP/1.1`, chunked if asked for.
fn serve(folder: PathBuf, chunked: bool) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                let count = stream.read(&mut buffer).unwrap();
                request.extend_from_slice(&buffer[..count]);
            }
            let request = String::from_utf8(request).unwrap();
            let path = request.split(' ').nth(1).unwrap().strip_prefix("/sub/").unwrap_or("no/such");
            let path = percent_encoding::percent_decode_str(path).decode_utf8().unwrap().into_owned();
            let answer = match fs::read(folder.join(path)) {
                Ok(bytes) if chunked && !bytes.is_empty() => {
                    let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
                    let size = format!("{:x}\r\n", bytes.len()).into_bytes();
                    [head, size, bytes, b"\r\n0\r\n\r\n".to_vec()].concat()
                }
                Ok(bytes) => {
                    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", bytes.len());
                    [head.into_bytes(), bytes].concat()
                }
                Err(_) => b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone".to_vec(),
            };
            // Whoever has enough may hang up.
            let _ = stream.write_all(&answer);
        }
    });
    port
}

#[test]
fn a_site_on_a_server_of_this_machine_is_proven_too() {
    let (_place, root) = built();
    for chunked in [false, true] {
        let port = serve(root.join("public"), chunked);
        let address = format!("http://127.0.0.1:{port}/sub/");
        for arguments in [&[address.as_str()][..], &[&address, "--manifest-only"]] {
            let (status, findings, site) = verified(&root, arguments);
            assert_eq!((status, findings), (0, found(&[])), "{arguments:?}");
            assert_eq!(site["sees_extra"], false);
        }
    }
    fs::write(root.join("public/people/ada.html"), "other words").unwrap();
    fs::remove_file(root.join("public/sitemap.xml")).unwrap();
    let port = serve(root.join("public"), false);
    let (status, findings, _) = verified(&root, &[&format!("http://localhost:{port}/sub")]);
    assert_eq!(status, 1);
    assert_eq!(findings, found(&[("people/ada.html", "different"), ("sitemap.xml", "missing")]));
    let output = redstring(&["verify-site", &format!("http://127.0.0.1:{port}/sub/")], &root);
    assert!(said(&output).contains("`other words`"), "{}", said(&output));
}
