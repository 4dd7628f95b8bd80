//! Which tables a text names, before anybody reads it.

use memchr::memmem;

/// The tables that a text names with `rows from "…"`, in order. A line of a comment or a longer text may look so too: it
/// does no harm to have a table that nobody asks for.
pub fn named(text: &str) -> impl Iterator<Item = &str> {
    memmem::find_iter(text.as_bytes(), "rows").filter_map(move |at| {
        let before = text.get(..at)?;
        let line = before.rsplit('\n').next().unwrap_or_default();
        let behind = text.get(at + "rows".len()..)?.trim_start_matches(BLANKS);
        let file = behind.strip_prefix("from")?.trim_start_matches(BLANKS);
        let (file, _) = file.strip_prefix('"')?.split_once('"')?;
        line.ends_with(|last| BLANKS.contains(&last) || last == '{')
            .then_some(file)
            .or_else(|| line.is_empty().then_some(file))
    })
}

const BLANKS: [char; 3] = [' ', '\t', '\r'];

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn tables_are_found_by_the_line_that_names_them() {
        let text = "assessment a {\n  rows from \"x.csv\"\n}\nassessment b { rows  from \"y/z.csv\" }\n// arrows from \"w.csv\"\nrows \"v\"\n";
        assert_eq!(named(text).collect::<Vec<_>>(), ["x.csv", "y/z.csv"]);
    }
}
