//! The templates of the page: embedded, and each of them replaceable.

use std::borrow::Cow;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderErrorReason,
};
use serde::Serialize;

use crate::emit::EmitError;

/// A file of `templates/` and its text.
macro_rules! parts {
    ($($name:literal),+ $(,)?) => {
        vec![$(($name, Cow::Borrowed(include_str!(concat!("../../../templates/", $name))))),+]
    };
}

/// The files that make a page: handlebars for the frame and its parts; its style and its script, each of one file or several.
#[derive(Clone, Debug)]
pub struct Templates {
    frame: &'static str,
    parts: Vec<(&'static str, Cow<'static, str>)>,
}

impl Templates {
    /// The templates of the report that come with the program.
    #[must_use]
    pub fn embedded() -> Self {
        Self {
            frame: "report",
            parts: parts![
                "report.hbs",
                "overview.hbs",
                "pair.hbs",
                "framework.hbs",
                "contradictions.hbs",
                "overlap.hbs",
                "methods.hbs",
                "findings.hbs",
                "common.css",
                "report.css",
                "common.js",
                "report.js",
            ],
        }
    }

    /// The templates of the posture report that come with the program.
    #[must_use]
    pub fn posture() -> Self {
        Self {
            frame: "posture",
            parts: parts![
                "posture.hbs",
                "common.css",
                "pictures.css",
                "posture.css",
                "common.js",
                "posture.js",
            ],
        }
    }

    /// The names of the files, as a user's folder would hold them.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.parts.iter().map(|(name, _)| *name)
    }

    /// Puts another text in the place of a template; false if there is none of that name.
    pub fn replace(&mut self, name: &str, text: String) -> bool {
        let part = self.parts.iter_mut().find(|(known, _)| *known == name);
        part.map(|(_, known)| *known = Cow::Owned(text)).is_some()
    }

    /// The texts of all whose names end so, one after the other.
    pub(super) fn all(&self, ending: &str) -> String {
        let parts = self.parts.iter();
        let texts = parts.filter(|(name, _)| name.ends_with(ending));
        texts.map(|(_, text)| &**text).collect()
    }

    /// Renders the frame. `{{fragment "name" index}}` in a template puts a finished piece of HTML there.
    pub(super) fn render(
        &self,
        context: &impl Serialize,
        fragments: &[Fragment],
    ) -> Result<String, EmitError> {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        for (name, text) in &self.parts {
            if let Some(partial) = name.strip_suffix(".hbs") {
                registry
                    .register_template_string(partial, text)
                    .map_err(|error| failure(&error))?;
            }
        }
        registry.register_helper("fragment", Box::new(Insert { fragments }));
        registry.register_helper("noun", Box::new(noun));
        registry.register_helper("verb", Box::new(verb));
        registry
            .render(self.frame, context)
            .map_err(|error| failure(&error))
    }
}

handlebars::handlebars_helper!(
    // `{{noun 3 "row"}}`: the noun in the number that the count asks for.
    noun: |count: u64, word: str| if count == 1 { word.to_owned() } else { format!("{word}s") }
);

handlebars::handlebars_helper!(
    // `{{verb 3 "is" "are"}}`: the verb in the number that the count asks for.
    verb: |count: u64, one: str, many: str| if count == 1 { one.to_owned() } else { many.to_owned() }
);

fn failure(error: &impl ToString) -> EmitError {
    EmitError {
        format: "html",
        reason: error.to_string(),
    }
}

/// A piece of HTML that was written from Rust because it is large, and its name in the templates.
pub(super) struct Fragment {
    /// Its name.
    pub(super) name: &'static str,
    /// Which of several of that name: the position of its framework or pair.
    pub(super) index: usize,
    /// The HTML; text in it is escaped already.
    pub(super) html: String,
}

/// The helper that puts a fragment into the page as it is.
struct Insert<'f> {
    fragments: &'f [Fragment],
}

impl HelperDef for Insert<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let name = helper.param(0).and_then(|name| name.value().as_str());
        let index = helper.param(1).and_then(|index| index.value().as_u64());
        let index = usize::try_from(index.unwrap_or(0)).unwrap_or(usize::MAX);
        let found = self
            .fragments
            .iter()
            .find(|fragment| Some(fragment.name) == name && fragment.index == index);
        let Some(fragment) = found else {
            let name = name.unwrap_or("").to_owned();
            return Err(RenderErrorReason::Other(format!("no fragment `{name}`")).into());
        };
        out.write(&fragment.html)?;
        Ok(())
    }
}
