//! The frameworks and crosswalks that come with the program.

use xwalk_source::{Origin, Source};

macro_rules! bundled {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../", $name)))),+]
    };
}

/// Name and text of each file, in order of the names.
const FILES: &[(&str, &str)] = bundled![
    "mappings/crosswalks/hipaa-security-2013--nist-csf-1.1.xwalk",
    "mappings/crosswalks/iso-27001-2022--nist-csf-2.0.xwalk",
    "mappings/crosswalks/iso-ts-27103-2026--hipaa-security-2013.xwalk",
    "mappings/crosswalks/iso-ts-27103-2026--iso-27001-2022.xwalk",
    "mappings/crosswalks/iso-ts-27103-2026--nist-csf-2.0.xwalk",
    "mappings/crosswalks/iso-ts-27103-2026--pci-dss-4.0.1.xwalk",
    "mappings/crosswalks/nist-csf-1.1--nist-csf-2.0-judged.xwalk",
    "mappings/crosswalks/nist-csf-1.1--nist-csf-2.0.xwalk",
    "mappings/crosswalks/nist-csf-2.0--iso-27001-2022.xwalk",
    "mappings/crosswalks/pci-dss-4.0.1--nist-csf-2.0.xwalk",
    "mappings/frameworks/hipaa-security-2013.xwalk",
    "mappings/frameworks/iso-27001-2022.xwalk",
    "mappings/frameworks/iso-ts-27103-2026.xwalk",
    "mappings/frameworks/nist-csf-1.1.xwalk",
    "mappings/frameworks/nist-csf-2.0.xwalk",
    "mappings/frameworks/pci-dss-4.0.1.xwalk",
];

/// The bundled files as sources, named as they lie in the project.
pub fn sources() -> impl Iterator<Item = Source> {
    FILES
        .iter()
        .map(|(name, text)| Source::new(*name, *text, Origin::Bundled))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_the_folder_is_bundled() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut there = Vec::new();
        for folder in ["mappings/crosswalks", "mappings/frameworks"] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap() {
                let name = entry.unwrap().file_name();
                there.push(format!("{folder}/{}", name.to_str().unwrap()));
            }
        }
        there.sort();
        let bundled: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(bundled, there);
    }
}
