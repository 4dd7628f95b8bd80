//! How values of the command line are read.

use clap::builder::{PossibleValue, PossibleValuesParser};

use xwalk_emit::EMITTERS;

pub use xwalk_workspace::readers::{date, status};

/// The names of the outputs, for clap.
pub fn outputs() -> PossibleValuesParser {
    PossibleValuesParser::new(
        EMITTERS
            .iter()
            .map(|emitter| PossibleValue::new(emitter.name).help(emitter.about)),
    )
}
