//! Identifiers that stay the same from one export to the next.

use uuid::{Builder, Uuid};

use xwalk_report::posture::Organization;

/// The namespace of all identifiers made here. That of the specification is for those who name a playbook by nothing but
/// its title and types (section 10.10), by which two organizations would have the same one.
const NAMESPACE: Uuid = Uuid::from_u128(0x3b0c_9d5e_61f4_4a7b_9e28_c15d_7f06_a842);

/// The identifiers of what belongs to one organization.
#[derive(Clone, Copy)]
pub(super) struct Identifiers {
    /// The namespace of the organization.
    namespace: Uuid,
}

impl Identifiers {
    /// By its name and title: names alone are short, and other organizations may have the same.
    pub(super) fn of(organization: &Organization<'_>) -> Self {
        Self {
            namespace: made_from(NAMESPACE, &[organization.name, organization.title]),
        }
    }

    /// The identifier of a playbook, which may be a UUID of version 5 (section 10.10).
    pub(super) fn playbook(self, name: &str) -> String {
        format!(
            "playbook--{}",
            made_from(self.namespace, &["playbook", name])
        )
    }

    /// The identifier of anything else, by its type and by what makes it this one and no other. It has to be a UUID of
    /// version 4 (section 10.10), whose other bits may be pseudo-random (RFC 9562, section 5.4); here they are the same for
    /// the same object.
    pub(super) fn other(self, kind: &str, key: &[&str]) -> String {
        let key = [&[kind], key].concat();
        let bytes = made_from(self.namespace, &key).into_bytes();
        format!("{kind}--{}", Builder::from_random_bytes(bytes).into_uuid())
    }
}

/// The UUID of version 5 of several texts, each ended by a character that none of them has.
fn made_from(namespace: Uuid, texts: &[&str]) -> Uuid {
    let mut name = String::new();
    for text in texts {
        name.push_str(text);
        name.push('\0');
    }
    Uuid::new_v5(&namespace, name.as_bytes())
}
