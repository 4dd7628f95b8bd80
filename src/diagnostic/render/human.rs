//! The form for people, drawn by miette.

use std::collections::BTreeMap;
use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use super::excerpt::Excerpt;
use super::visible::visible;
use super::{Counts, Look};
use crate::{Diagnostic, Label, Severity};
use xwalk_source::{SourceMap, Span};

/// How many of one code are shown before the rest is only counted.
const SHOWN_OF_EACH: usize = 10;
/// Characters beside the text of a line: its number and the frame.
const GUTTER: usize = 8;

pub fn render(found: &[Diagnostic], sources: &SourceMap, look: Look) -> String {
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in found {
        *totals.entry(diagnostic.code.id).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut text = String::new();
    for diagnostic in found {
        let seen = seen.entry(diagnostic.code.id).or_default();
        *seen += 1;
        if *seen <= SHOWN_OF_EACH {
            push_diagnostic(&mut text, diagnostic, sources, look);
            text.push('\n');
        }
        let total = totals.get(diagnostic.code.id).copied().unwrap_or(0);
        if *seen == SHOWN_OF_EACH && total > SHOWN_OF_EACH {
            text.push_str(&format!(
                "  and {} more like this ({})\n\n",
                total - SHOWN_OF_EACH,
                diagnostic.code.id
            ));
        }
    }
    if let (Some(summary), Some(first)) = (Counts::of(found).summary(), found.first()) {
        text.push_str(&format!(
            "{summary}; `xwalk explain {}` says more\n",
            first.code.id
        ));
    }
    text
}

/// The message with everything in its own file, then the places in other files, then the help.
fn push_diagnostic(text: &mut String, diagnostic: &Diagnostic, sources: &SourceMap, look: Look) {
    let home = diagnostic.primary.place.source;
    let (here, elsewhere): (Vec<&Label>, Vec<&Label>) = diagnostic
        .others
        .iter()
        .partition(|label| label.place.source == home);
    let title = format!("{} {}:", diagnostic.severity.word(), diagnostic.code.id);
    let labels: Vec<&Label> = std::iter::once(&diagnostic.primary).chain(here).collect();
    let mut reports = vec![(
        title,
        Report::new(
            diagnostic.severity,
            &diagnostic.message,
            &labels,
            sources,
            look,
        ),
    )];
    for label in elsewhere {
        let message = if label.text.is_empty() {
            "see also"
        } else {
            label.text.as_str()
        };
        let bare = Label {
            place: label.place,
            text: String::new(),
        };
        reports.push((
            "note:".to_owned(),
            Report::new(Severity::Note, message, &[&bare], sources, look),
        ));
    }
    if let Some((_, last)) = reports.last_mut() {
        last.help = diagnostic
            .help
            .as_deref()
            .map(|help| filled(help, look.width.saturating_sub("  help: ".len())));
    }
    for (title, report) in reports {
        // A `String` takes everything, and `Report` reads only offsets of its own excerpt.
        let _written = handler(&title, look).render_report(text, &report);
    }
}

fn handler(title: &str, look: Look) -> GraphicalReportHandler {
    let mut theme = if look.color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    title.clone_into(&mut theme.characters.error);
    title.clone_into(&mut theme.characters.warning);
    title.clone_into(&mut theme.characters.advice);
    // Messages are wrapped by `filled`; lines of a file never are.
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_wrap_lines(false)
        .without_syntax_highlighting()
}

/// What miette draws at one go: a message and places in one file.
#[derive(Debug)]
struct Report {
    severity: Severity,
    message: String,
    labels: Vec<LabeledSpan>,
    excerpt: Option<Excerpt>,
    help: Option<String>,
}

impl Report {
    fn new(
        severity: Severity,
        message: &str,
        labels: &[&Label],
        sources: &SourceMap,
        look: Look,
    ) -> Self {
        let source = labels
            .first()
            .and_then(|label| sources.get(label.place.source));
        let spans: Vec<Span> = labels.iter().map(|label| label.place.span).collect();
        let (excerpt, ranges) = match source
            .map(|source| Excerpt::new(source, &spans, look.width.saturating_sub(GUTTER)))
        {
            Some((excerpt, ranges)) => (Some(excerpt), ranges),
            None => (None, Vec::new()),
        };
        let labels = std::iter::zip(labels, ranges)
            .enumerate()
            .map(|(number, (label, range))| {
                let text = (!label.text.is_empty()).then(|| visible(&label.text).into_owned());
                let span = SourceSpan::from(range);
                if number == 0 {
                    LabeledSpan::new_primary_with_span(text, span)
                } else {
                    LabeledSpan::new_with_span(text, span)
                }
            })
            .collect();
        let title = severity.word().len() + "   XW0000: ".len();
        let message = filled(message, look.width.saturating_sub(title));
        Self {
            severity,
            message,
            labels,
            excerpt,
            help: None,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        self.help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt
            .as_ref()
            .map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let range = span.offset()..span.offset() + span.len();
        let lines = self
            .around(range, before, after)
            .ok_or(MietteError::OutOfBounds)?;
        // Without context it is the place itself that is asked for, to print line and column.
        let position = if before + after == 0 {
            self.position(span.offset())
        } else {
            None
        };
        let (line, column) = match position {
            Some(position) => (
                position.line.saturating_sub(1) as usize,
                position.column.saturating_sub(1) as usize,
            ),
            None => (lines.first_line, 0),
        };
        let whole = SourceSpan::from(lines.at..lines.at + lines.text.len());
        let name = self.name.clone();
        Ok(Box::new(MietteSpanContents::new_named(
            name,
            lines.text.as_bytes(),
            whole,
            line,
            column,
            lines.count,
        )))
    }
}

/// The text made visible, with line breaks where a line would pass the width.
fn filled(text: &str, width: usize) -> String {
    let width = width.max(30);
    let text = visible(text);
    let mut filled = String::with_capacity(text.len() + 8);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            filled.push('\n');
        }
        let mut used = 0;
        for (number, word) in line.split(' ').enumerate() {
            let length = word.chars().count();
            if number > 0 {
                let fits = used + 1 + length <= width;
                filled.push(if fits { ' ' } else { '\n' });
                used = if fits { used + 1 } else { 0 };
            }
            filled.push_str(word);
            used += length;
        }
    }
    filled
}
