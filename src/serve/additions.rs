//! What the server adds to a page: the script that reloads it, and what is wrong.
//!
//! Both come as files of their own, because the policy of every page forbids inline scripts and styles, and rightly so.

use std::fmt::Write as _;

use super::stage::{Problems, StateName};

/// Where the reload script is.
pub(super) const SCRIPT: &str = "/__redstring/reload.js";
/// What it says.
pub(super) const SCRIPT_TEXT: &str = include_str!("assets/reload.js");
/// Where the look of the problems is.
pub(super) const STYLE: &str = "/__redstring/overlay.css";
/// What it says.
pub(super) const STYLE_TEXT: &str = include_str!("assets/overlay.css");
/// Where the names of the states are told as they come.
pub(super) const EVENTS: &str = "/__redstring/events";

/// A page with what the server adds to it.
pub(super) fn added(html: &str, state: StateName, problems: Option<&Problems>) -> String {
    // A template of the dossier's own may leave the closing tag out, as HTML allows.
    let end = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(end);
    let mut out = String::with_capacity(html.len() + 512);
    out.push_str(before);
    if let Some(problems) = problems {
        let _ = write!(out, "<link rel=\"stylesheet\" href=\"{STYLE}\">\n{}", box_of(problems));
    }
    out.push_str(&script(state));
    out.push_str(after);
    out
}

/// A page that says what is wrong and nothing else.
pub(super) fn problem_page(state: StateName, problems: Option<&Problems>) -> String {
    let (summary, report) = problems
        .map_or(("The dossier is being read", ""), |problems| (&*problems.summary, &*problems.report));
    let (summary, report) = (escaped(summary), escaped(report));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; \
         script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{summary} – Redstring</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"{STYLE}\">\n</head>\n\
         <body class=\"redstring-problem-page\">\n<main role=\"alert\">\n<h1>{summary}</h1>\n\
         <p>The dossier shows here as soon as this is mended and saved.</p>\n\
         <pre tabindex=\"0\">{report}</pre>\n</main>\n{}</body>\n</html>\n",
        script(state)
    )
}

fn box_of(problems: &Problems) -> String {
    let (summary, report) = (escaped(&problems.summary), escaped(&problems.report));
    format!(
        "<section id=\"redstring.problems\" class=\"redstring-problems\" role=\"alert\" \
         aria-labelledby=\"redstring.problems.title\">\n<div class=\"redstring-problems-head\">\n\
         <h2 id=\"redstring.problems.title\">{summary}</h2>\n\
         <p>Pages show their last good state until this is mended.</p>\n\
         <button type=\"button\" hidden>Dismiss</button>\n</div>\n<pre tabindex=\"0\">{report}</pre>\n</section>\n"
    )
}

fn script(state: StateName) -> String {
    format!("<script src=\"{SCRIPT}\" data-state=\"{state}\" defer></script>\n")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::stage::Shown;

    #[test]
    fn additions_stand_at_the_end_of_the_body_and_are_escaped() {
        let state = Shown::default().name();
        let problems = Problems { summary: "1 error".into(), report: "</pre><script>\"&".into() };
        let page = added("<body>see <code>&lt;/body></code></body></html>", state, Some(&problems));
        assert!(page.ends_with("</script>\n</body></html>"), "{page}");
        assert!(page.contains("&lt;/pre&gt;&lt;script&gt;&quot;&amp;"), "{page}");
        assert!(problem_page(state, Some(&problems)).contains("&lt;/pre&gt;"));
        assert!(added("<p>no end", state, None).starts_with("<p>no end<script"));
    }
}
