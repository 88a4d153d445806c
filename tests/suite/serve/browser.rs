//! The program as a child, and a browser made by hand.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::program::{REDSTRING, alone};

/// Long enough for a machine with other things to do; nothing takes so long that works.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

/// The program, while it serves.
pub(crate) struct Serving {
    pub(crate) child: Child,
    lines: Receiver<String>,
    pub(crate) port: u16,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What it answers; the head in lower case.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Serving {
    pub(crate) fn start(root: &Path) -> Self {
        let mut child = alone(Command::new(REDSTRING))
            .args(["serve", "--port", "0", "--root"])
            .arg(root)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        let mut serving = Self { child, lines, port: 0 };
        let line = serving.says("Serving http://127.0.0.1:");
        serving.port = line.split(':').nth(2).unwrap().split('/').next().unwrap().parse().unwrap();
        serving
    }

    /// Wait until the program says this; the line.
    pub(crate) fn says(&self, words: &str) -> String {
        let until = Instant::now() + DEADLINE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) if line.contains(words) => return line,
                Ok(_) => {}
                Err(_) => panic!("the program never said {words:?}"),
            }
        }
    }

    fn open(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    pub(crate) fn ask(&self, method: &str, target: &str, host: &str) -> Answer {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut bytes = Vec::new();
        self.open(&request).read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &format!("localhost:{}", self.port))
    }

    /// Ask again until the page is as it shall be.
    pub(crate) fn until(&self, target: &str, is: impl Fn(&Answer) -> bool) -> Answer {
        let until = Instant::now() + DEADLINE;
        loop {
            let answer = self.get(target);
            if is(&answer) {
                return answer;
            }
            assert!(Instant::now() < until, "{target} stays at {}:\n{}", answer.status, answer.body);
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn events(&self) -> Events {
        let request = format!(
            "GET /__redstring/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept: text/event-stream\r\n\r\n",
            self.port
        );
        Events(BufReader::new(self.open(&request)))
    }
}

/// Its stream of states.
pub(crate) struct Events(BufReader<TcpStream>);

impl Events {
    /// Wait for the next state.
    pub(crate) fn next(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream has ended");
            if let Some(state) = line.strip_prefix("data: ") {
                return state.trim().to_owned();
            }
        }
    }
}

/// The state that a page names for its script.
pub(crate) fn state_of(page: &Answer) -> String {
    page.body.split("data-state=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}
