//! `xwalk pin`: write down what the workspace builds on.

use toml_edit::{DocumentMut, Item, value};

use super::args::Pin;
use super::files::SETTINGS;
use super::{Context, Outcome, RunError, findings, pins};
use xwalk_compile::compile;

pub fn run(arguments: &Pin, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let workspace = context.open(arguments.workspace.path())?;
    let Some(root) = &workspace.root else {
        return Err(RunError::Usage(format!(
            "there is no {SETTINGS} here or above to write pins into; `xwalk init` begins a workspace"
        )));
    };
    // Older pins do not matter: they are what is written anew.
    let compilation = compile(&workspace.sources, &workspace.levels);
    let outcome = findings::show_errors(&compilation.diagnostics, &workspace.sources, context)?;
    if outcome == Outcome::Findings {
        return Ok(outcome);
    }
    let used = pins::in_use(&workspace.sources, &compilation.model);
    let path = root.join(SETTINGS);
    let text = host.read_text(&path)?;
    let digests = used
        .into_iter()
        .map(|(name, source)| (name, workspace.digest(source)));
    let (text, changed) = rewritten(&text, digests)?;
    host.replace(&path, text.as_bytes())?;
    if common.quiet == 0 {
        host.print(&changed)?;
    }
    Ok(Outcome::Clean)
}

/// The text of the settings with these pins in place of the old, all else as it was; and what that changes.
fn rewritten(
    text: &str,
    digests: impl Iterator<Item = (String, String)>,
) -> Result<(String, String), RunError> {
    let parsed = |text: &str| {
        text.parse::<DocumentMut>()
            .map_err(|error| RunError::Settings(vec![format!("{SETTINGS}: {error}")]))
    };
    let mut document = parsed(text)?;
    if !document.contains_key("pins") {
        // At the end, after whatever comment stands there.
        document = parsed(format!("{}\n\n[pins]\n", text.trim_end()).trim_start())?;
    }
    let digests: Vec<(String, String)> = digests.collect();
    let Some(table) = document.get_mut("pins").and_then(Item::as_table_like_mut) else {
        return Err(RunError::Settings(vec![format!(
            "{SETTINGS}: `pins` is not a section"
        )]));
    };
    let mut changes = String::new();
    let gone: Vec<String> = table
        .iter()
        .map(|(name, _)| name.to_owned())
        .filter(|name| !digests.iter().any(|(used, _)| used == name))
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
    Ok((text, changes))
}

#[cfg(test)]
mod tests {
    use super::rewritten;

    #[test]
    fn comments_of_the_user_stay() {
        let before = "# ours\n[levels] # strict\nXW0302 = \"error\"\n\n[pins]\n# the catalog that the board approved\n\"a@1\" = \"sha256:old\" # 2026\n\"b@1\" = \"sha256:gone\"\n";
        let digests = [
            ("a@1".to_owned(), "sha256:new".to_owned()),
            ("m".to_owned(), "sha256:m".to_owned()),
        ];
        let (after, changes) = rewritten(before, digests.into_iter()).unwrap();
        assert_eq!(
            after,
            "# ours\n[levels] # strict\nXW0302 = \"error\"\n\n[pins]\n# the catalog that the board approved\n\"a@1\" = \"sha256:new\" # 2026\nm = \"sha256:m\"\n"
        );
        assert_eq!(changes.lines().count(), 3, "{changes}");
    }

    #[test]
    fn a_file_without_pins_gets_a_section() {
        let (after, _) = rewritten(
            "# empty\n",
            [("m".to_owned(), "sha256:m".to_owned())].into_iter(),
        )
        .unwrap();
        assert_eq!(after, "# empty\n\n[pins]\nm = \"sha256:m\"\n");
    }
}
