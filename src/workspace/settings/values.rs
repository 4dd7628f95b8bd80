//! Reads single values of the settings.

use toml_edit::{Item, Key};

use super::reader::Reader;
use crate::codes;
use xwalk_diagnostic::{Code, Level, Severity, nearest};

impl Reader<'_> {
    /// Notes the outputs that there are not.
    pub fn refuse_unknown_outputs(&mut self, item: &Item) {
        let Some(outputs) = self.outputs else {
            return;
        };
        for value in item.as_array().into_iter().flatten() {
            let Some(name) = value.as_str().filter(|name| !outputs.contains(name)) else {
                continue;
            };
            let near = nearest(name, outputs.iter().copied())
                .map_or_else(|| outputs.join(", "), str::to_owned);
            self.say(
                value.span().map_or(0, |span| span.start),
                format_args!("there is no output `{name}`; write {near}"),
            );
        }
    }

    /// A code and the level that it is to have.
    pub fn level(&mut self, key: &Key, item: &Item) -> Option<(&'static Code, Level)> {
        let code = match codes::find(key.get()) {
            Ok(code) => code,
            Err(what) => {
                self.say(key.span().map_or(0, |span| span.start), what);
                return None;
            }
        };
        let level = match item.as_str() {
            Some("error") => Level::At(Severity::Error),
            Some("warning") => Level::At(Severity::Warning),
            Some("note") => Level::At(Severity::Note),
            Some("off") => Level::Off,
            _ => {
                self.say_of(
                    item,
                    "a level is \"error\", \"warning\", \"note\" or \"off\"",
                );
                return None;
            }
        };
        if let Err(what) = code.can_be(level) {
            self.say_of(item, what);
            return None;
        }
        Some((code, level))
    }

    /// `sha256:` and 64 hexadecimal digits, in small letters.
    pub fn digest(&mut self, item: &Item) -> Option<String> {
        let digits = item.as_str().and_then(|text| text.strip_prefix("sha256:"));
        match digits {
            Some(digits)
                if digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                Some(format!("sha256:{}", digits.to_ascii_lowercase()))
            }
            _ => {
                self.say_of(
                    item,
                    "a pin is \"sha256:\" and 64 hexadecimal digits; `xwalk pin` writes them",
                );
                None
            }
        }
    }

    /// A text.
    pub fn string(&mut self, item: &Item) -> Option<String> {
        let text = item.as_str().map(str::to_owned);
        if text.is_none() {
            self.say_of(item, "this is a text: write it between quotation marks");
        }
        text
    }

    /// A list of texts.
    pub fn strings(&mut self, item: &Item) -> Vec<String> {
        let texts = item.as_array().and_then(|array| {
            array
                .iter()
                .map(|value| value.as_str().map(str::to_owned))
                .collect()
        });
        texts.unwrap_or_else(|| {
            self.say_of(item, "this is a list of texts, such as [\"html\", \"csv\"]");
            Vec::new()
        })
    }

    /// True or false.
    pub fn boolean(&mut self, item: &Item) -> bool {
        item.as_bool().unwrap_or_else(|| {
            self.say_of(item, "write true or false");
            false
        })
    }

    /// A text of a certain form.
    pub fn parsed<T>(&mut self, item: &Item, parse: fn(&str) -> Result<T, String>) -> Option<T> {
        // A date may also be written without quotation marks.
        let text = item
            .as_str()
            .map(str::to_owned)
            .or_else(|| item.as_datetime().map(ToString::to_string));
        match parse(text.as_deref().unwrap_or("")) {
            Ok(value) => Some(value),
            Err(what) => {
                self.say_of(item, what);
                None
            }
        }
    }
}
