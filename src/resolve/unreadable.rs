//! What reading had to leave out, so that its consequences are not reported as if they were mistakes of their own.

use xwalk_diagnostic::{Diagnostic, Level, Severity};
use xwalk_source::{Place, SourceId, SourceMap};

/// The places at which something could not be read.
pub(super) struct Unreadable<'a> {
    /// In order, file by file.
    places: Vec<Place>,
    sources: &'a SourceMap,
}

impl<'a> Unreadable<'a> {
    /// The places of the errors among what reading found.
    pub fn new(found: &[Diagnostic], sources: &'a SourceMap) -> Self {
        let errors = found
            .iter()
            .filter(|diagnostic| diagnostic.code.level == Level::At(Severity::Error));
        let mut places: Vec<Place> = errors.map(|diagnostic| diagnostic.primary.place).collect();
        places.sort_unstable();
        Self { places, sources }
    }

    /// How many of them begin within a place.
    pub fn within(&self, place: Place) -> usize {
        let start = self.places.partition_point(|error| {
            (error.source, error.span.start) < (place.source, place.span.start)
        });
        let end = self.places.partition_point(|error| {
            (error.source, error.span.start) < (place.source, place.span.end)
        });
        end.saturating_sub(start)
    }

    /// The names of the mappings that files seem to declare which could not be read as a whole.
    pub fn mappings(&self) -> impl Iterator<Item = &'a str> {
        self.declarations()
            .filter(|(keyword, _)| *keyword == "mapping")
            .map(|(_, name)| name)
    }

    /// The first two words of every line of the files that could not be read as a whole: among them the keyword and
    /// the name of whatever they seem to declare.
    pub fn declarations(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut files: Vec<SourceId> = self.places.iter().map(|place| place.source).collect();
        files.dedup();
        files
            .into_iter()
            .filter_map(|file| self.sources.get(file))
            .flat_map(|source| source.text().lines())
            .filter_map(|line| {
                let mut words = line.split_whitespace();
                words.next().zip(words.next())
            })
    }
}
