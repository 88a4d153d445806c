//! Who may ask, and how.
//!
//! A dossier that is being written is not public. Nobody else can reach the loopback address, but any web page that
//! the person opens can make the browser ask there: by a name of its own that leads to 127.0.0.1 (DNS rebinding), it
//! could even read the answers. The `Host` header tells: a browser puts the name there under which it asked.

use axum::extract::Request;
use axum::http::{Method, StatusCode, header};

/// Why a request is turned away: the status, and words for the person.
pub(super) type Refusal = (StatusCode, &'static str);

/// Let a request in, or say why not.
pub(super) fn admit(request: &Request, port: u16) -> Result<(), Refusal> {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok()).unwrap_or_default();
    let named = request.uri().authority().map_or(host, |authority| authority.as_str());
    if hosts.next().is_some() || !is_own(host, port) || !is_own(named, port) {
        return Err((
            StatusCode::MISDIRECTED_REQUEST,
            "This server answers to localhost and 127.0.0.1 alone, with the port in its address.\n",
        ));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "This server gives pages and takes nothing.\n"));
    }
    Ok(())
}

fn is_own(host: &str, port: u16) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, digits)) if digits.parse() == Ok(port) => name,
        // Browsers leave the port out where it is the scheme's own.
        _ if port == 80 => host,
        _ => return false,
    };
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered_to() {
        for host in ["localhost:4747", "LOCALHOST:4747", "127.0.0.1:4747", "[::1]:4747"] {
            assert!(is_own(host, 4747), "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:80",
            "evil.example:4747",
            "localhost.evil.example:4747",
            "evil.example:localhost:4747",
            "127.0.0.1.nip.io:4747",
            "127.0.0.1:4747.evil.example",
            "localhost:+4747x",
            "user@localhost:4747",
        ] {
            assert!(!is_own(host, 4747), "{host}");
        }
        assert!(is_own("localhost", 80));
    }
}
