//! A request → a response.
//!
//! A path is looked up among the addresses of the edition and never joined to a folder: there is no way out of the
//! site, and none to what is not published.

#![expect(clippy::disallowed_methods, reason = "attachments are read when they are asked for")]

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::percent_decode_str;
use tokio_stream::StreamExt;

use super::additions;
use super::guard;
use super::media;
use super::rounds::problems;
use super::stage::{Item, Prepared, Problems, Shown, Stage};
use crate::export::{Content, SiteFile};
use crate::link::PageAddress;
use crate::link::address::encode;
use crate::text::ContentPath;

/// Everything that every request needs.
#[derive(Debug, Clone)]
struct Desk {
    stage: Arc<Stage>,
    port: u16,
    mask_private: bool,
}

/// Answers to all requests.
pub(super) fn router(stage: Arc<Stage>, port: u16, mask_private: bool) -> Router {
    Router::new().fallback(answer).with_state(Desk { stage, port, mask_private })
}

async fn answer(State(desk): State<Desk>, request: Request) -> Response {
    let mut response = match guard::admit(&request, desk.port) {
        Ok(()) => respond(desk, request.uri().path()).await,
        Err((status, words)) => plain(status, words),
    };
    let headers = response.headers_mut();
    for (name, value) in [
        // What changes with every save is never kept.
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Pages of other sites may not put anything from here into themselves.
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

async fn respond(desk: Desk, path: &str) -> Response {
    match path {
        additions::EVENTS => return events(&desk.stage),
        additions::SCRIPT => return file(path, additions::SCRIPT_TEXT),
        additions::STYLE => return file(path, additions::STYLE_TEXT),
        _ => {}
    }
    let Ok(wanted) = percent_decode_str(path.trim_start_matches('/')).decode_utf8().map(String::from) else {
        return plain(StatusCode::BAD_REQUEST, "This address is not UTF-8.\n");
    };
    // Drawing a page and reading a file take their time, and must not hold up other requests.
    tokio::task::spawn_blocking(move || look_up(&desk, &wanted)).await.unwrap_or_else(|_| {
        plain(StatusCode::INTERNAL_SERVER_ERROR, "This page could not be drawn: Redstring has a fault.\n")
    })
}

fn look_up(desk: &Desk, wanted: &str) -> Response {
    let shown = desk.stage.now();
    let Some(current) = &shown.current else { return only_problems(&shown, shown.problems.as_ref()) };
    let file = match wanted {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    match current.at(&file) {
        Some(Item::Page(address)) => page(desk, &shown, current, &file, &address, StatusCode::OK),
        Some(Item::Bytes(bytes)) => self::file(&file, bytes),
        Some(Item::Attachment(from)) => attachment(desk, current, file, &from),
        // As web hosts do it: a folder's address ends with a slash.
        None if current.at(&format!("{file}/index.html")).is_some() => {
            Redirect::temporary(&format!("/{}/", encode(&file))).into_response()
        }
        None => page(desk, &shown, current, "404.html", &PageAddress::NotFound, StatusCode::NOT_FOUND),
    }
}

fn page(
    desk: &Desk,
    shown: &Shown,
    current: &Prepared,
    file: &str,
    address: &PageAddress,
    status: StatusCode,
) -> Response {
    let problem = match current.edition.page(address) {
        Ok(page) => return html(status, &page.html, shown, shown.problems.as_ref(), address),
        Err(problem) => problem,
    };
    // The round that draws all pages will say the same; whoever looks now shall not wait for it.
    let found = problems(&[*problem], &current.edition, desk.mask_private);
    let said = shown.problems.as_ref().unwrap_or(&found);
    let before = shown.drawn.as_ref().and_then(|drawn| match drawn.at(file) {
        Some(Item::Page(address)) => drawn.edition.page(&address).ok(),
        _ => None,
    });
    match before {
        Some(page) => html(status, &page.html, shown, Some(said), address),
        None => only_problems(shown, Some(said)),
    }
}

fn html(
    status: StatusCode,
    html: &str,
    shown: &Shown,
    problems: Option<&Problems>,
    address: &PageAddress,
) -> Response {
    // A page at a former address sends the reader on at once, and its policy allows no script.
    let html = match address {
        PageAddress::Redirect(..) => html.to_owned(),
        _ => additions::added(html, shown.name(), problems),
    };
    (status, [(header::CONTENT_TYPE, media::HTML)], html).into_response()
}

fn only_problems(shown: &Shown, problems: Option<&Problems>) -> Response {
    let html = additions::problem_page(shown.name(), problems);
    (StatusCode::INTERNAL_SERVER_ERROR, [(header::CONTENT_TYPE, media::HTML)], html).into_response()
}

fn events(stage: &Stage) -> Response {
    let names = stage.names().map(|name| Ok::<_, Infallible>(Event::default().data(name.to_string())));
    Sse::new(names).keep_alive(KeepAlive::default()).into_response()
}

fn file(name: &str, bytes: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, media::of(name))], bytes.into()).into_response()
}

fn plain(status: StatusCode, words: impl Into<Body>) -> Response {
    (status, [(header::CONTENT_TYPE, media::TEXT)], words.into()).into_response()
}

/// An attachment as it goes out: the same bytes as a build would write, or none.
fn attachment(desk: &Desk, current: &Prepared, file: String, from: &ContentPath) -> Response {
    let site_file = SiteFile::Attachment(file, from.clone());
    let bytes = match current.edition.content(&site_file) {
        Ok(Content::Bytes(bytes)) => Ok(bytes.into_owned()),
        Ok(Content::CopyOf(from)) => read(&from).map_err(|error| format!("{}: {error}\n", from.display())),
        Err(problem) => Err(problems(&[*problem], &current.edition, desk.mask_private).report),
    };
    match bytes {
        Ok(bytes) => self::file(site_file.path(), bytes),
        Err(words) => plain(StatusCode::NOT_FOUND, words),
    }
}

/// A link is not followed: what was a file when the dossier was read may have become one since.
fn read(from: &Path) -> std::io::Result<Vec<u8>> {
    if std::fs::symlink_metadata(from)?.is_file() {
        std::fs::read(from)
    } else {
        Err(std::io::Error::other("it is no file any more"))
    }
}
