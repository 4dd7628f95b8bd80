//! The templates of the pages: embedded, and each of them replaceable.

use std::collections::BTreeMap;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderErrorReason,
};
use serde::Serialize;

use super::filler::{self, Filler};
use super::fragment::Fragment;
use super::includes;
use super::kit::{Kit, Part, ROW};
use super::partial;
use super::template_error::TemplateError;
use super::view::Value;
use xwalk_format::EmitError;

/// The templates of all pages: those that come with the program, or in their place those of the user.
#[derive(Clone, Debug)]
pub struct Templates {
    parts: Vec<&'static Part>,
    replaced: BTreeMap<&'static str, String>,
}

impl Templates {
    /// Those that come with the program, of which any can be replaced.
    pub(super) const fn of(parts: Vec<&'static Part>) -> Self {
        let replaced = BTreeMap::new();
        Self { parts, replaced }
    }

    /// Puts another text in the place of a template.
    ///
    /// # Errors
    ///
    /// If there is no template of that name, or the text is none.
    pub fn replace(&mut self, name: &str, text: String) -> Result<(), TemplateError> {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else {
            return Err(TemplateError::Unknown {
                name: name.to_owned(),
                known: self.parts.iter().map(|part| part.name).collect(),
            });
        };
        match part.shape {
            Some(shape) if part.is_row() => {
                Filler::read(part.name, &text, shape, &|name| self.of_rows(name))?;
            }
            shape if part.partial().is_some() => partial::check(part.name, &text, shape)?,
            _ => {}
        }
        self.replaced.insert(part.name, text);
        Ok(())
    }

    /// Looks at all of them together, once each is in its place.
    ///
    /// # Errors
    ///
    /// If one stands within itself.
    pub fn check(&self) -> Result<(), TemplateError> {
        // Of rows, that is known since they were read.
        let partials = self.parts.iter().filter_map(|part| {
            let name = part.partial()?;
            Some((part.name, name, self.text(part)))
        });
        includes::check(partials)
    }

    /// The text of a template.
    fn text(&self, part: &Part) -> &str {
        let replaced = self.replaced.get(part.name);
        replaced.map_or(part.text, String::as_str)
    }

    /// The texts of all of a page whose names end so, one after the other.
    pub(super) fn all(&self, kit: &Kit, ending: &str) -> String {
        let parts = kit.parts.iter();
        let parts = parts.filter(|part| part.name.ends_with(ending));
        parts.map(|part| self.text(part)).collect()
    }

    /// The template of a row that is filled with views of this kind.
    pub(super) fn row<T: Value>(&self, kit: &Kit, name: &str) -> Result<Filler, EmitError> {
        let part = kit.parts.iter().find(|part| part.name == name);
        let part = part.ok_or_else(|| kit.error(&format!("there is no template `{name}`")))?;
        let parts = |name: &str| self.of_rows(name);
        Filler::read(part.name, self.text(part), &T::SHAPE, &parts)
            .map_err(|error| kit.error(&error))
    }

    /// What several rows have in common: the file of that name, and its text.
    fn of_rows(&self, name: &str) -> Option<(&'static str, &str)> {
        let mut parts = self.parts.iter();
        let part = parts.find(|part| part.name.strip_suffix(ROW) == Some(name))?;
        Some((part.name, self.text(part)))
    }

    /// Renders the frame of a page. `{{fragment "name" index}}` in a template puts a finished piece of HTML there.
    pub(super) fn render(
        &self,
        kit: &Kit,
        context: &impl Serialize,
        fragments: &[Fragment<'_>],
    ) -> Result<String, EmitError> {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        for part in kit.parts {
            let text = self.text(part);
            let registered = if let Some(row) = part.name.strip_suffix(ROW) {
                // What rows have in common may stand in any other template as well, and is there what it is in rows
                registry.register_template_string(row, filler::joined(text))
            } else if let Some(partial) = part.partial() {
                registry.register_template_string(partial, text)
            } else {
                Ok(())
            };
            registered.map_err(|error| kit.error(&error))?;
        }
        registry.register_helper("fragment", Box::new(Insert { fragments }));
        registry.register_helper("noun", Box::new(noun));
        registry.register_helper("verb", Box::new(verb));
        registry
            .render(kit.frame, context)
            .map_err(|error| kit.error(&error))
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

/// The helper that puts a fragment into the page as it is.
struct Insert<'f> {
    fragments: &'f [Fragment<'f>],
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
        let fragments = self.fragments.iter();
        let mut found =
            fragments.filter(|fragment| Some(fragment.name) == name && fragment.index == index);
        // One name for two of them would show the wrong one
        let (Some(fragment), None) = (found.next(), found.next()) else {
            let reason = format!("not one fragment `{}`", name.unwrap_or(""));
            return Err(RenderErrorReason::Other(reason).into());
        };
        let mut written = Ok(());
        fragment.write(&mut |html| {
            if written.is_ok() {
                written = out.write(html);
            }
        });
        Ok(written?)
    }
}
