//! The start tag of an element of a drawing, with what may stand in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::escape;

use super::names::{Element, is_attribute};
use super::{Attribute, style};
use crate::export::images;

/// The start tag of `element`; none where it would be nothing without what it lost.
pub(super) fn start(element: &Element, written: &[Attribute], is_outermost: bool) -> Option<String> {
    let mut tag = format!("<{}", element.name);
    if is_outermost {
        tag.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
    }
    let mut kept: Vec<(&str, String)> = Vec::new();
    for attribute in written {
        let name = attribute.name.as_str();
        if let Some(value) = value(element, name, &attribute.value)
            && !kept.iter().any(|(other, _)| *other == name)
        {
            kept.push((name, value));
        }
    }
    if element.name == "image" && !kept.iter().any(|(name, _)| *name == "href") {
        return None;
    }
    for (name, value) in kept {
        tag.push_str(&format!(" {name}=\"{}\"", escape(&*value).replace(['\n', '\r', '\t'], " ")));
    }
    tag.push('>');
    Some(tag)
}

/// The value of an attribute, where the element may have it.
fn value(element: &Element, name: &str, value: &str) -> Option<String> {
    match name {
        "href" => address(element, value.trim()),
        "style" => style::clean(value),
        _ if !is_attribute(name) => None,
        // Most values are numbers and words; whatever could name a file is read as CSS, as browsers do.
        _ if value.contains(['(', '\\']) => style::clean(value),
        _ => Some(value.to_owned()),
    }
}

/// Where something in a drawing may lead: to a part of it; a link to the web, a picture to the bytes that it holds.
fn address(element: &Element, address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    match element.name {
        _ if address.starts_with('#') => Some(address.to_owned()),
        "a" if ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) => {
            Some(address.to_owned())
        }
        "image" => picture(address),
        _ => None,
    }
}

/// A picture that an address holds, cleaned.
fn picture(address: &str) -> Option<String> {
    let (media, data) = address.get(5..)?.split_once(',')?;
    let is_data =
        address[..5].eq_ignore_ascii_case("data:") && media.to_ascii_lowercase().ends_with(";base64");
    let data: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(data).ok().filter(|_| is_data)?;
    let cleaned = images::clean(&bytes).ok()?;
    let format = images::Format::of(&cleaned)?;
    Some(format!("data:{};base64,{}", format.media_type(), STANDARD.encode(cleaned)))
}
