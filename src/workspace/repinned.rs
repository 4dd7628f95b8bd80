//! Pins, written anew.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, value};

use super::{SETTINGS, WorkspaceError};

/// The text of settings with other pins.
#[derive(Debug)]
pub struct Repinned {
    /// The text; all but the pins is as it was.
    pub text: String,
    /// What that changes, a line for each pin; or that nothing does.
    pub changes: String,
}

impl Repinned {
    /// Puts these pins in the place of the old: digests by framework or mapping.
    ///
    /// # Errors
    ///
    /// If the text is not that of settings.
    pub fn of(text: &str, digests: BTreeMap<String, String>) -> Result<Self, WorkspaceError> {
        let parsed = |text: &str| {
            text.parse::<DocumentMut>()
                .map_err(|error| WorkspaceError::Settings(vec![format!("{SETTINGS}: {error}")]))
        };
        let mut document = parsed(text)?;
        if !document.contains_key("pins") {
            // At the end, after whatever comment stands there.
            document = parsed(format!("{}\n\n[pins]\n", text.trim_end()).trim_start())?;
        }
        let Some(table) = document.get_mut("pins").and_then(Item::as_table_like_mut) else {
            return Err(WorkspaceError::Settings(vec![format!(
                "{SETTINGS}: `pins` is not a section"
            )]));
        };
        let mut changes = String::new();
        let gone: Vec<String> = table
            .iter()
            .map(|(name, _)| name.to_owned())
            .filter(|name| !digests.contains_key(name))
            .collect();
        for name in gone {
            table.remove(&name);
            changes.push_str(&format!("removed  {name}: not in use any more\n"));
        }
        for (name, digest) in digests {
            let before = table.get(&name).and_then(Item::as_str).map(str::to_owned);
            changes.push_str(&match before {
                Some(before) if before == digest => continue,
                Some(before) => format!("changed  {name}: {before} is now {digest}\n"),
                None => format!("pinned   {name}: {digest}\n"),
            });
            match table.get_mut(&name).and_then(Item::as_value_mut) {
                // What stands around the value stays, comments among it.
                Some(old) => {
                    let decor = old.decor().clone();
                    *old = digest.into();
                    *old.decor_mut() = decor;
                }
                None => {
                    table.insert(&name, value(digest));
                }
            }
        }
        if changes.is_empty() {
            changes.push_str("everything in use is pinned already\n");
        }
        let text = format!("{}\n", document.to_string().trim_end());
        Ok(Self { text, changes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repinned(before: &str, digests: &[(&str, &str)]) -> Repinned {
        let digests = digests.iter();
        let digests = digests.map(|(name, digest)| ((*name).to_owned(), (*digest).to_owned()));
        Repinned::of(before, digests.collect()).unwrap()
    }

    #[test]
    fn comments_of_the_user_stay() {
        let before = "# ours\n[levels] # strict\nXW0302 = \"error\"\n\n[pins]\n# the catalog that the board approved\n\"a@1\" = \"sha256:old\" # 2026\n\"b@1\" = \"sha256:gone\"\n";
        let after = repinned(before, &[("a@1", "sha256:new"), ("m", "sha256:m")]);
        assert_eq!(
            after.text,
            "# ours\n[levels] # strict\nXW0302 = \"error\"\n\n[pins]\n# the catalog that the board approved\n\"a@1\" = \"sha256:new\" # 2026\nm = \"sha256:m\"\n"
        );
        assert_eq!(after.changes.lines().count(), 3, "{}", after.changes);
    }

    #[test]
    fn a_file_without_pins_gets_a_section() {
        let after = repinned("# empty\n", &[("m", "sha256:m")]);
        assert_eq!(after.text, "# empty\n\n[pins]\nm = \"sha256:m\"\n");
    }
}
