//! CSS in a drawing → the same CSS, naming nothing outside of it.
//!
//! It is read by the tokens of CSS Syntax, so an escape (`\75rl(`) hides nothing, and what stays is copied as it
//! was written.

use std::convert::Infallible;

use cssparser::{ParseError, Parser, Token};

/// Functions whose arguments cannot name a file.
const FUNCTIONS: [&str; 64] = [
    "abs",
    "acos",
    "asin",
    "atan",
    "atan2",
    "blur",
    "brightness",
    "calc",
    "circle",
    "clamp",
    "color",
    "color-mix",
    "contrast",
    "cos",
    "cubic-bezier",
    "drop-shadow",
    "ellipse",
    "exp",
    "format",
    "grayscale",
    "hsl",
    "hsla",
    "hue-rotate",
    "hwb",
    "hypot",
    "inset",
    "invert",
    "is",
    "lab",
    "lch",
    "light-dark",
    "linear-gradient",
    "local",
    "matrix",
    "matrix3d",
    "max",
    "min",
    "mod",
    "not",
    "nth-child",
    "nth-of-type",
    "oklab",
    "oklch",
    "opacity",
    "path",
    "polygon",
    "pow",
    "radial-gradient",
    "rgb",
    "rgba",
    "rotate",
    "saturate",
    "scale",
    "scalex",
    "scaley",
    "sepia",
    "sin",
    "skewx",
    "skewy",
    "sqrt",
    "steps",
    "tan",
    "translate",
    "var",
];
/// More of them, which need not be said twice.
const MORE_FUNCTIONS: [&str; 5] = ["icc-color", "translatex", "translatey", "translate3d", "where"];

/// A style sheet, declarations or a value without what names a file; none where it cannot be read.
pub(super) fn clean(css: &str) -> Option<String> {
    if !css.contains(['(', '\\', '@', '/', '<']) {
        return Some(css.to_owned());
    }
    let mut out = String::with_capacity(css.len());
    block(&mut Parser::new(css), &mut out).ok()?;
    Some(out)
}

fn block<'i>(parser: &mut Parser<'i>, out: &mut String) -> Result<(), ParseError<Infallible>> {
    // From `@import` to its `;`, nothing stays.
    let mut importing = false;
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments() else { return Ok(()) };
        let token = token.clone();
        let close = match &token {
            Token::Function(_) | Token::ParenthesisBlock => ")",
            Token::SquareBracketBlock => "]",
            Token::CurlyBracketBlock => "}",
            _ => "",
        };
        let written = parser.slice_from(start);
        if !close.is_empty() {
            let harmless = match &token {
                Token::Function(name) => is_harmless(name),
                _ => true,
            };
            let mut inside = String::new();
            let mut leads_inside = false;
            parser.parse_nested_block(|parser| {
                if let Token::Function(name) = &token
                    && name.eq_ignore_ascii_case("url")
                {
                    leads_inside = parser.expect_string().is_ok_and(|address| may_name(address))
                        && parser.is_exhausted();
                    inside.push_str(parser.slice_from(start).strip_prefix(written).unwrap_or_default());
                    while parser.next().is_ok() {}
                    return Ok(());
                }
                block(parser, &mut inside)
            })?;
            match () {
                () if importing => importing = close != "}",
                () if harmless || leads_inside => {
                    out.push_str(written);
                    out.push_str(&inside);
                    out.push_str(close);
                }
                () => out.push_str(" none "),
            }
            continue;
        }
        match &token {
            Token::Semicolon if importing => importing = false,
            _ if importing => {}
            Token::AtKeyword(name)
                if ["import", "charset", "namespace"].iter().any(|at| name.eq_ignore_ascii_case(at)) =>
            {
                importing = true;
            }
            // An empty comment parts what the comment parted.
            Token::Comment(_) => out.push_str("/**/"),
            Token::UnquotedUrl(address) if !may_name(address) => out.push_str(" none "),
            Token::BadUrl(_) => out.push_str(" none "),
            // A sheet is closed where it is open, so that what comes behind it is not in it.
            Token::CDO | Token::CDC => {}
            _ => out.push_str(written),
        }
    }
}

fn is_harmless(function: &str) -> bool {
    FUNCTIONS.iter().chain(&MORE_FUNCTIONS).any(|name| name.eq_ignore_ascii_case(function))
}

/// Whether an address in CSS names a part of the drawing, or holds a font itself.
fn may_name(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    let fonts = ["data:font/", "data:application/font-", "data:application/x-font-"];
    lower.starts_with('#') || fonts.iter().any(|font| lower.starts_with(font))
}
