//! How values of the command line are read.

use clap::builder::{PossibleValue, PossibleValuesParser};

use xwalk_emit::EMITTERS;
use xwalk_syntax::ast::{Date, Status};

/// The names of the outputs, for clap.
pub fn outputs() -> PossibleValuesParser {
    PossibleValuesParser::new(
        EMITTERS
            .iter()
            .map(|emitter| PossibleValue::new(emitter.name).help(emitter.about)),
    )
}

/// Reads a date, for clap.
pub fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a date is written 2026-11-23".to_owned())
}

/// Reads a status that can be a floor, for clap and for the settings.
pub fn status(text: &str) -> Result<Status, String> {
    [Status::Draft, Status::Reviewed, Status::Final]
        .into_iter()
        .find(|status| status.word() == text)
        .ok_or_else(|| "a status is draft, reviewed or final".to_owned())
}
