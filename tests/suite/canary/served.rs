//! What the server answers: every address, before and after edits, also while a page is broken.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::dossier::{faulty, sound};
use super::looking::{assert_none, files_below, secrets};
use super::{laid_out, run};
use crate::program::{REDSTRING, alone};

/// Long enough for a machine with other things to do.
const DEADLINE: Duration = Duration::from_secs(60);

struct Serving {
    child: Child,
    port: u16,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Serving {
    fn start(root: &Path) -> Self {
        let mut child = alone(Command::new(REDSTRING))
            .args(["serve", "--port", "0"])
            .current_dir(root)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("Serving http://")).unwrap();
        let port = line.split(':').nth(2).unwrap().split('/').next().unwrap().parse().unwrap();
        // What it goes on to say has to go somewhere.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    fn open(&self, target: &str) -> TcpStream {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        let host = format!("localhost:{}", self.port);
        write!(stream, "GET /{target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    /// The whole answer, head and body.
    fn get(&self, target: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.open(target).read_to_end(&mut bytes).unwrap();
        bytes
    }

    fn until(&self, target: &str, is: impl Fn(&str) -> bool) {
        let until = Instant::now() + DEADLINE;
        while !is(&String::from_utf8_lossy(&self.get(target))) {
            assert!(Instant::now() < until, "{target} stays: {}", String::from_utf8_lossy(&self.get("")));
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn the_server_answers_with_none_whatever_is_asked_and_whatever_is_broken() {
    let folder = laid_out(&sound());
    let root = folder.path();
    assert_eq!(run(&["build"], root, true).0, 0);
    let mut targets: Vec<String> = files_below(&root.join("public")).into_keys().collect();
    // What the build has kept for itself holds some.
    assert!(!secrets(&fs::read(root.join(".redstring/last-build")).unwrap()).is_empty());
    let asked = ["", "people/", "no-such-page.html", "__redstring/reload.js", "__redstring/overlay.css"];
    let kept = [".redstring/", ".redstring/last-build", "../.redstring/last-build"];
    let asked = asked.into_iter().chain(kept).chain(["people/%2e%2e/%2e%2e/.redstring/last-build"]);
    targets.extend(asked.map(str::to_owned));
    // Asked for by its name, what is private is not there; nothing of the answer repeats it.
    let hidden =
        ["people/qzxident.html", "people/qzxfilename.html", "people/qzxredirect.html", "tags/qzxtag.html"];
    let hidden = hidden.into_iter().chain(["files/attachments/qzxunused.txt", "files/sources/qzxcopy.txt"]);
    targets.extend(hidden.chain(["files/qzxfolder/qzxlaid.txt", "claims/qzxclaim.html"]).map(str::to_owned));
    let serving = Serving::start(root);
    let answers = |when: &str| {
        let mut answers = BTreeMap::new();
        for (nth, target) in targets.iter().enumerate() {
            let answer = serving.get(target);
            let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap() + 4;
            // Apart, so that what is packed is unpacked.
            answers.insert(format!("{nth} head"), answer[..end].to_vec());
            answers.insert(format!("{nth} body"), answer[end..].to_vec());
        }
        assert_none(when, &answers);
    };
    answers("at the start");

    let person = root.join("content/people/qzxspeaker.md");
    let private = fs::read(&person).unwrap();
    fs::write(&person, "---\ntitle: Qzxspeaker\n---\n").unwrap();
    serving.until("claims/dark.html", |page| page.contains("Qzxspeaker"));
    fs::write(&person, private).unwrap();
    serving.until("claims/dark.html", |page| !page.contains("Qzxspeaker"));
    answers("after a page was public for a while");

    // The stream says that something is another, and not what.
    let mut stream = BufReader::new(serving.open("__redstring/events"));
    for (path, bytes) in faulty() {
        fs::write(root.join(path), bytes).unwrap();
    }
    serving.until("index.html", |page| page.contains("errors"));
    answers("while much is broken");
    let mut streamed = String::new();
    while !streamed.contains("data:") {
        assert!(stream.read_line(&mut streamed).unwrap() > 0);
    }
    assert!(secrets(streamed.as_bytes()).is_empty(), "{streamed}");
}
