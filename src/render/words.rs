//! The function `word` of templates: words of the theme, by key.
//!
//! It looks nothing of the dossier up. What it says hangs on its arguments and on the words alone, which are the same for
//! every page of an edition; so a page can still be made by itself.

use tera::{Kwargs, State, TeraResult, Value};

use crate::model::Words;
use crate::model::words::{Gap, Unsaid};
use crate::text::{HashMap, escape};

/// Where HTML will stand in a message: characters that no text has (a private-use area).
const FIRST_SEAT: u32 = 0xF_0000;

/// The function, for the words of one edition.
pub(super) fn word(words: Words) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + 'static {
    let plain: HashMap<String, Value> =
        words.plain().map(|(key, text)| (key.to_owned(), Value::normal_string(text))).collect();
    move |arguments, _| {
        let given_alone = arguments.iter().nth(1).is_none();
        let said = given_alone.then(|| arguments.get::<&str>("key").ok().flatten()).flatten();
        match said.and_then(|key| plain.get(key)) {
            Some(text) => Ok(text.clone()),
            None => say(&words, &arguments),
        }
    }
}

/// Say `key`, with the other arguments in its gaps. HTML that is safe already (what a component drew) is placed as it
/// is, and then all the rest is escaped here.
fn say(words: &Words, arguments: &Kwargs) -> TeraResult<Value> {
    let key: &str = arguments.must_get("key")?;
    let mut safe = Vec::new();
    let mut owned = Vec::new();
    for (name, value) in arguments.iter() {
        let name = name.as_str().unwrap_or_default();
        match (value.as_str(), value.as_u64()) {
            _ if name == "key" => {}
            (Some(html), _) if value.is_safe() => {
                let seat =
                    char::from_u32(FIRST_SEAT + u32::try_from(safe.len()).unwrap_or(0)).unwrap_or_default();
                safe.push((seat, html));
                owned.push((name, Given::Text(seat.to_string())));
            }
            (Some(text), _) => owned.push((name, Given::Text(text.to_owned()))),
            (None, Some(count)) => {
                owned.push((name, Given::Count(usize::try_from(count).unwrap_or(usize::MAX))))
            }
            (None, None) => {
                let message =
                    format!("the argument `{name}` of `word` is neither text nor a number of things");
                return Err(tera::Error::message(message));
            }
        }
    }
    let gaps: Vec<_> = owned.iter().map(|(name, given)| (*name, given.gap())).collect();
    let text = words.say(key, &gaps).map_err(|unsaid| {
        tera::Error::message(match unsaid {
            Unsaid::Unknown => format!("there are no words `{key}`"),
            Unsaid::Incomplete(fault) => format!("the words `{key}` cannot be said: {fault}"),
        })
    })?;
    if safe.is_empty() {
        return Ok(Value::normal_string(&text));
    }
    let html = safe.iter().fold(escape::text(&text), |html, (seat, piece)| html.replace(*seat, piece));
    Ok(Value::safe_string(&html))
}

enum Given {
    Text(String),
    Count(usize),
}

impl Given {
    fn gap(&self) -> Gap<'_> {
        match self {
            Self::Text(text) => Gap::Text(text),
            Self::Count(count) => Gap::Count(*count),
        }
    }
}
