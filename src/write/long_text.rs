//! Texts between `"""`: moved as a whole, line by line as they stand.

/// What stands between the quotation marks.
pub fn content(text: &str) -> &str {
    text.strip_prefix("\"\"\"")
        .and_then(|text| text.strip_suffix("\"\"\""))
        .unwrap_or(text)
}

/// The text with its lines indented by so many blanks more than they share.
pub fn indented(text: &str, blanks: usize) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let rest: Vec<&str> = lines.map(str::trim_end).collect();
    let indentation = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let filled = || rest.iter().filter(|line| !line.is_empty());
    // A tab has no width of its own: lines that have one are left as they are.
    let tabs = filled().any(|line| {
        line.get(..indentation(line))
            .is_some_and(|blank| blank.contains('\t'))
    });
    let common = filled().map(indentation).min().unwrap_or(0);
    let mut all = first.trim_end().to_owned();
    for line in &rest {
        all.push('\n');
        if tabs {
            all.push_str(line);
        } else if !line.is_empty() {
            all.push_str(&" ".repeat(blanks));
            all.push_str(line.get(common..).unwrap_or_default());
        }
    }
    all
}
