//! Shares, as all pages write them.

/// A share in whole percent; 0 % and 100 % are said of none and of all alone.
pub(super) fn percent(part: usize, whole: usize) -> String {
    match (part, whole) {
        (_, 0) => "–".to_owned(),
        (0, _) => "0%".to_owned(),
        _ if part >= whole => "100%".to_owned(),
        _ => match (part * 200 + whole) / (2 * whole) {
            0 => "<1%".to_owned(),
            100 => ">99%".to_owned(),
            percent => format!("{percent}%"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn none_and_all_are_said_of_none_and_all_alone() {
        let shown = [(0, 0), (0, 9), (9, 9), (1, 1_000), (999, 1_000), (1, 3)];
        let shown = shown.map(|(part, whole)| percent(part, whole));
        assert_eq!(shown, ["–", "0%", "100%", "<1%", ">99%", "33%"]);
    }
}
