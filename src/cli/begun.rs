//! The workspaces that `init` can begin, embedded.

/// Name and text of each file of a workspace.
pub type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../", $folder, $name)))),+]
    };
}

/// A framework, a mapping, a policy, the settings.
pub const MAPPING: Files = files![
    "templates/init/":
    "xwalk.toml",
    "frameworks/house-rules.xwalk",
    "crosswalks/house-rules-to-csf.xwalk",
    "policy.xwalk",
];

/// An organization with its assessment, evidence and roadmap.
pub const POSTURE: Files = files![
    "mappings/examples/acme-health/":
    ".gitattributes",
    ".gitignore",
    "README.md",
    "assessment-2025.xwalk",
    "assessment.xwalk",
    "audience.xwalk",
    "evidence.xwalk",
    "evidence/backup-policy-report.json",
    "evidence/backup-restore-tests.csv",
    "evidence/cloud-storage-encryption.csv",
    "evidence/edr-coverage.json",
    "evidence/exercise-log.json",
    "evidence/iam-access-review-2026-q3.csv",
    "evidence/iam-leavers.csv",
    "evidence/iam-mfa-enrolment.json",
    "evidence/iam-privileged-access.json",
    "evidence/incidents-account.csv",
    "evidence/incidents-disclosure.csv",
    "evidence/incidents-endpoint.csv",
    "evidence/mail-phishing-simulation.csv",
    "evidence/scanner-asset-reconciliation.json",
    "evidence/scanner-remediation.json",
    "evidence/siem-detection-tests.csv",
    "evidence/siem-log-sources.json",
    "evidence/vendor-tiering.csv",
    "governance.xwalk",
    "organization.xwalk",
    "playbooks.xwalk",
    "risks.xwalk",
    "roadmap.xwalk",
    "technology.xwalk",
    "xwalk.toml",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn names(folder: &Path, within: &str, names: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder.join(within)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{within}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                self::names(folder, &format!("{name}/"), names);
            } else {
                names.push(name);
            }
        }
    }

    #[test]
    fn every_file_of_the_example_is_embedded() {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../mappings/examples/acme-health");
        let mut there = Vec::new();
        names(&folder, "", &mut there);
        there.retain(|name| !name.starts_with("out/"));
        there.sort();
        let embedded: Vec<&str> = POSTURE.iter().map(|(name, _)| *name).collect();
        assert_eq!(embedded, there);
    }
}
