//! What signatures are for.

/// What signatures of exports are for. A signature for another purpose, such as a commit or a mail, is none of an
/// export, whoever made it.
pub const NAMESPACE: &str = "posture-export-v1@xwalk";
