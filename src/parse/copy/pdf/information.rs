//! What a PDF says about itself beside its pages: the document information dictionary (ISO 32000-1, 14.3.3) and the
//! XMP packet (14.3.2).

use lopdf::{Document, Object, decode_text_string};
use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::super::Statement;

/// The entries of the dictionary that are words, and what they are called here.
const ENTRIES: [(&[u8], &str); 6] = [
    (b"Title", "title"),
    (b"Author", "author"),
    (b"Subject", "subject"),
    (b"Keywords", "keywords"),
    (b"Creator", "creator"),
    (b"Producer", "producer"),
];

/// The properties of XMP that say the same, by their names without a prefix.
const PROPERTIES: [(&str, &str); 6] = [
    ("title", "title"),
    ("creator", "author"),
    ("description", "subject"),
    ("Keywords", "keywords"),
    ("CreatorTool", "creator"),
    ("Producer", "producer"),
];

/// What a packet may unpack to.
const LARGEST_PACKET: usize = 4 * 1024 * 1024;
/// So many characters of one statement are kept.
const MOST_CHARACTERS: usize = 400;

/// What the document says of itself, in a fixed order, each statement once.
pub(super) fn statements(document: &Document) -> Vec<Statement> {
    let mut found = Vec::new();
    let information = document.trailer.get(b"Info").and_then(|info| document.dereference(info));
    if let Ok((_, Object::Dictionary(information))) = information {
        for (key, name) in ENTRIES {
            let value = information.get(key).and_then(|value| document.dereference(value));
            let words = value.ok().and_then(|(_, value)| decode_text_string(value).ok());
            found.extend(words.map(|words| (name, words)));
        }
    }
    found.extend(packet(document).iter().flat_map(|packet| of_packet(packet)));
    let mut statements: Vec<Statement> = Vec::new();
    for (name, words) in found {
        let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let statement = Statement { name, words: words.chars().take(MOST_CHARACTERS).collect() };
        if !statement.words.is_empty() && !statements.contains(&statement) {
            statements.push(statement);
        }
    }
    statements.sort_by_key(|statement| ENTRIES.iter().position(|(_, name)| *name == statement.name));
    statements
}

fn packet(document: &Document) -> Option<String> {
    let metadata = document.catalog().ok()?.get(b"Metadata").ok()?;
    let (_, Object::Stream(stream)) = document.dereference(metadata).ok()? else { return None };
    let unpacked = stream.decompressed_content_with_limit(LARGEST_PACKET).ok();
    let bytes = unpacked.as_deref().unwrap_or(&stream.content);
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// The properties of a packet, as elements with words in them and as attributes. What is no XML says nothing more.
fn of_packet(packet: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut open: Vec<Option<&'static str>> = Vec::new();
    let mut reader = Reader::from_str(packet);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                found.extend(of_attributes(&tag));
                open.push(property(tag.local_name().as_ref()));
            }
            Ok(Event::Empty(tag)) => found.extend(of_attributes(&tag)),
            Ok(Event::End(_)) => {
                open.pop();
            }
            Ok(Event::Text(text)) => {
                if let Some(name) = open.iter().rev().find_map(|name| *name)
                    && let Ok(words) = text.decode()
                {
                    found.push((name, words.into_owned()));
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

fn of_attributes(tag: &quick_xml::events::BytesStart<'_>) -> Vec<(&'static str, String)> {
    let attributes = tag.attributes().filter_map(Result::ok);
    attributes
        .filter_map(|attribute| {
            let name = property(attribute.key.local_name().as_ref())?;
            Some((name, String::from_utf8_lossy(&attribute.value).into_owned()))
        })
        .collect()
}

fn property(name: &[u8]) -> Option<&'static str> {
    PROPERTIES.iter().find(|(property, _)| property.as_bytes() == name).map(|(_, name)| *name)
}
