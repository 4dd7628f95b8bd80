//! What several tests need: workspaces in memory, and files that hold what is expected.

use std::path::{Path, PathBuf};

use xwalk::bundled;
use xwalk::source::{Origin, Source, SourceMap};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project.
pub fn path(name: &str) -> PathBuf {
    root().join(name)
}

/// The text of a file of the project.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The bundled files and these; a name that ends in `.csv` is that of a table.
pub fn sources<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
) -> SourceMap {
    let own = files.into_iter().map(|(name, text)| {
        let name: String = name.into();
        let bytes = bytes(text.into());
        if name.ends_with(".csv") {
            xwalk::table::source(name, bytes, Origin::Workspace).unwrap()
        } else {
            Source::decode(name, bytes, Origin::Workspace)
        }
    });
    SourceMap::new(bundled::sources().chain(own).collect())
}

/// The byte that stands for itself in a text of ours, whatever the others make of it.
pub fn raw_byte(byte: u8) -> char {
    char::from_u32(0xF_0000 + u32::from(byte)).unwrap()
}

/// The bytes of a text, with those that [`raw_byte`] has put into it.
fn bytes(text: String) -> Vec<u8> {
    if memchr::memmem::find(text.as_bytes(), &[0xF3, 0xB0]).is_none() {
        return text.into_bytes();
    }
    let mut bytes = Vec::new();
    for character in text.chars() {
        match u32::from(character)
            .checked_sub(0xF_0000)
            .and_then(|byte| u8::try_from(byte).ok())
        {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}

/// Compares with a file that holds what is expected. With `XWALK_BLESS=1` the file is written instead: read it then.
pub fn compare(path: &Path, actual: &str) -> Result<(), String> {
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if blesses() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, actual).unwrap();
        return Ok(());
    }
    let name = path.strip_prefix(root()).unwrap_or(path).display();
    Err(format!(
        "{name} differs (XWALK_BLESS=1 rewrites it; read it then):\n{}",
        difference(&expected, actual)
    ))
}

/// Whether expected files are to be rewritten.
pub fn blesses() -> bool {
    std::env::var("XWALK_BLESS").is_ok_and(|value| value == "1")
}

/// The lines around the first that differs.
fn difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<&str>, Vec<&str>) =
        (expected.lines().collect(), actual.lines().collect());
    let first = expected
        .iter()
        .zip(&actual)
        .take_while(|(expected, actual)| expected == actual)
        .count();
    let show = |sign: char, lines: &[&str]| -> String {
        lines
            .iter()
            .skip(first)
            .take(8)
            .map(|line| format!("{sign} {line}\n"))
            .collect()
    };
    format!(
        "line {}\n{}{}",
        first + 1,
        show('-', &expected),
        show('+', &actual)
    )
}

/// Fails with everything that was found.
pub fn all_well(found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A fence of a Markdown text: what stands after its opening marks, and its lines.
#[derive(Debug)]
pub struct Fence<'t> {
    /// `xwalk frameworks/a.xwalk`.
    pub info: &'t str,
    /// The lines between the marks.
    pub text: String,
}

impl Fence<'_> {
    /// The name of the file that it shows, if it is a source or a table.
    pub fn name(&self) -> Option<&str> {
        let source = self.info.strip_prefix("xwalk ");
        source.or_else(|| self.info.strip_prefix("csv "))
    }
}

/// The page with a table in its place.
pub fn with_table(page: &str, name: &str, table: &str) -> String {
    let begin = format!("<!-- table: {name} -->\n");
    let (before, rest) = page.split_once(&begin).unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    format!("{before}{begin}\n{table}\n<!-- end -->{after}")
}

/// Lines of cells as a Markdown table.
pub fn markdown(head: &[&str], lines: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    let lines = lines.into_iter().map(|cells| line(&cells));
    [line(&head), rule].into_iter().chain(lines).collect()
}

/// The fences of a Markdown text, in order.
pub fn fences(markdown: &str) -> Vec<Fence<'_>> {
    let mut fences = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let text = lines
                .by_ref()
                .take_while(|line| *line != "```")
                .map(|line| format!("{line}\n"))
                .collect();
            fences.push(Fence {
                info: info.trim(),
                text,
            });
        }
    }
    fences
}
