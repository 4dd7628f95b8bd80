//! From text to what it says.

use std::fs;
use std::path::{Path, PathBuf};

use xwalk::source::{Origin, Source, SourceId};
use xwalk::syntax::parse;

/// Every file of the bundled mappings, in the order of their names.
pub fn bundled_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("mappings");
    let mut files: Vec<PathBuf> = ["crosswalks", "frameworks"]
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "xwalk")
        })
        .collect();
    files.sort();
    files
}

/// A file of the workspace with this text.
pub fn file(text: &str) -> Source {
    Source::new("test.xwalk", text.to_owned(), Origin::Workspace)
}

#[test]
fn every_bundled_file_reads_without_a_finding() {
    for path in bundled_files() {
        let source = file(&fs::read_to_string(&path).unwrap());
        let parsed = parse(SourceId(0), &source);
        let found: Vec<String> = parsed
            .diagnostics
            .iter()
            .map(|diagnostic| {
                let line = source
                    .lines()
                    .position(source.text(), diagnostic.primary.place.span.start)
                    .line;
                format!(
                    "{}:{line}: {} {}",
                    path.display(),
                    diagnostic.code.id,
                    diagnostic.message
                )
            })
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
        assert_eq!(parsed.file.items.len(), 1, "{}", path.display());
    }
}
