//! A site as a web server of this machine gives it: over plain HTTP, and from the loopback address alone.
//!
//! No name is looked up, no proxy is asked and no redirect followed: a proof must not tell anybody of the dossier.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::{Request, StatusCode, Uri, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};

use super::{ProofError, Site, Wanted};
use crate::link::address::encode;

/// How long a server may take for the next piece of a file.
const PATIENCE: Duration = Duration::from_secs(30);

/// A site on a server of this machine.
#[derive(Debug)]
pub struct Served {
    runtime: Runtime,
    address: SocketAddr,
    /// As the server is asked: `localhost:8000`.
    host: String,
    /// Where the site's top is on the server, with a closing slash.
    top: String,
}

impl Served {
    /// The site at this address.
    ///
    /// # Errors
    /// When it is no address, or one of another machine.
    pub fn at(url: &str) -> Result<Self, ProofError> {
        let bad = || ProofError::BadAddress(url.to_owned());
        let elsewhere = || ProofError::Elsewhere(url.to_owned());
        let uri: Uri = url.parse().map_err(|_| bad())?;
        let authority = uri.authority().ok_or_else(bad)?;
        // Plain, because whoever could listen in on this machine can also read the files.
        if uri.scheme_str().ok_or_else(bad)? != "http" {
            return Err(elsewhere());
        }
        if authority.as_str().contains('@') || uri.query().is_some() {
            return Err(bad());
        }
        let name = authority.host().trim_start_matches('[').trim_end_matches(']');
        let ip = match name.parse::<IpAddr>() {
            Ok(ip) => ip,
            // Not looked up: what the name is said to mean elsewhere does not count.
            Err(_) if name.eq_ignore_ascii_case("localhost") => Ipv4Addr::LOCALHOST.into(),
            Err(_) => return Err(elsewhere()),
        };
        if !ip.is_loopback() {
            return Err(elsewhere());
        }
        let mut top = uri.path().trim_end_matches("index.html").to_owned();
        if !top.ends_with('/') {
            top.push('/');
        }
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        Ok(Self {
            runtime: runtime.map_err(|error| ProofError::Silent(url.to_owned(), error.to_string()))?,
            address: SocketAddr::new(ip, authority.port_u16().unwrap_or(80)),
            host: authority.as_str().to_owned(),
            top,
        })
    }

    async fn ask(
        &self,
        target: &str,
        take: &mut (dyn FnMut(&[u8]) -> Wanted + '_),
    ) -> Result<StatusCode, String> {
        let words = |error: &dyn std::error::Error| error.to_string();
        let stream = TcpStream::connect(self.address).await.map_err(|error| words(&error))?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
            .await
            .map_err(|error| words(&error))?;
        let connection = tokio::spawn(connection);
        let request = Request::get(target)
            .header(header::HOST, &self.host)
            .header(header::CONNECTION, "close")
            .body(Empty::<Bytes>::new())
            .map_err(|error| words(&error))?;
        let mut response = sender.send_request(request).await.map_err(|error| words(&error))?;
        let status = response.status();
        if status == StatusCode::OK {
            loop {
                let frame = tokio::time::timeout(PATIENCE, response.frame()).await;
                let Some(frame) = frame.map_err(|_| "it sends nothing any more".to_owned())? else { break };
                let frame = frame.map_err(|error| words(&error))?;
                if frame.data_ref().is_some_and(|piece| take(piece) == Wanted::Enough) {
                    break;
                }
            }
        }
        connection.abort();
        Ok(status)
    }
}

impl Site for Served {
    fn paths(&self) -> Option<BTreeSet<String>> {
        None
    }

    fn pour(&self, path: &str, take: &mut dyn FnMut(&[u8]) -> Wanted) -> Result<bool, ProofError> {
        let target = format!("{}{}", self.top, encode(path));
        let shown = format!("http://{}{target}", self.host);
        // A path that leads elsewhere can only stand in a manifest that somebody made up.
        if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Ok(false);
        }
        let asked = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE * 20, self.ask(&target, take)).await });
        match asked {
            Ok(Ok(StatusCode::OK)) => Ok(true),
            Ok(Ok(StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::FORBIDDEN)) => Ok(false),
            Ok(Ok(status)) => Err(ProofError::Status(shown, status.as_u16())),
            Ok(Err(why)) => Err(ProofError::Silent(shown, why)),
            Err(_) => Err(ProofError::Silent(shown, "it takes too long".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_asked() {
        for url in [
            "http://127.0.0.1:8000",
            "http://localhost/",
            "http://LOCALHOST:80/dossier/",
            "http://[::1]:8000/",
            "http://127.8.9.1/",
        ] {
            assert!(Served::at(url).is_ok(), "{url}");
        }
        for url in [
            "https://127.0.0.1/",
            "http://dossier.example/",
            "http://192.168.0.7/",
            "http://0.0.0.0:8000/",
            "http://localhost.evil.example/",
            "http://127.0.0.1.evil.example/",
            "http://[::]/",
            "ftp://127.0.0.1/",
        ] {
            assert!(matches!(Served::at(url), Err(ProofError::Elsewhere(_))), "{url}");
        }
        for url in ["127.0.0.1:8000", "http://", "http:///x", "http://u@127.0.0.1/", "http://127.0.0.1/?x"] {
            assert!(matches!(Served::at(url), Err(ProofError::BadAddress(_))), "{url}");
        }
        assert_eq!(Served::at("http://localhost:1/a/index.html").unwrap().top, "/a/");
        assert_eq!(Served::at("http://localhost:1/a").unwrap().top, "/a/");
    }
}
