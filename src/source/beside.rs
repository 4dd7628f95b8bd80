//! Files that are named by other files.

/// The name of a file that another one names, relative to the folder of that other one: beside `a/b.xwalk`, `../c.csv` is
/// `c.csv`.
#[must_use]
pub fn beside(name: &str, file: &str) -> String {
    let file = file.replace('\\', "/");
    if file.starts_with('/') {
        return file;
    }
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(file.split('/')) {
        match part {
            "" if parts.is_empty() && folder.starts_with('/') => parts.push(""),
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn a_file_is_named_from_the_folder_of_the_one_that_names_it() {
        assert_eq!(beside("a.xwalk", "b.csv"), "b.csv");
        assert_eq!(beside("x/a.xwalk", "rows/b.csv"), "x/rows/b.csv");
        assert_eq!(beside("x/y/a.xwalk", "../b.csv"), "x/b.csv");
        assert_eq!(beside("a.xwalk", "../b.csv"), "../b.csv");
        assert_eq!(beside("/w/a.xwalk", "./b.csv"), "/w/b.csv");
        assert_eq!(beside("x/a.xwalk", "/tmp/b.csv"), "/tmp/b.csv");
    }
}
