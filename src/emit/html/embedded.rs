//! The templates that come with the program.

use super::kit::Part;
use super::templates::Templates;
use super::{KIT as REPORT, posture::KIT as POSTURE};

impl Templates {
    /// The files that come with the program, in the order of their pages, each once.
    pub fn parts() -> Vec<&'static Part> {
        let mut parts: Vec<&'static Part> = Vec::new();
        for part in [REPORT.parts, POSTURE.parts].into_iter().flatten() {
            if parts.iter().all(|known| known.name != part.name) {
                parts.push(part);
            }
        }
        parts
    }
}

impl Default for Templates {
    fn default() -> Self {
        Self::of(Self::parts())
    }
}
