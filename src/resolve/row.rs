//! One row of the text: a claim for each of its targets.

use super::finder::Finder;
use super::superseded;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::REPEATED_PART;
use xwalk_diagnostic::codes::names::{FOREIGN_CONTROL, SWAPPED_ENDS};
use xwalk_model::{ControlId, End, FrameworkId, MappingId, Row, RowDetails, RowId, Table};
use xwalk_relation::Label;
use xwalk_source::{SourceId, Span};
use xwalk_syntax::ast::{self, Side, Status};

/// Between what a mapping's rows speak.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub mapping: MappingId,
    pub source: SourceId,
    pub from: FrameworkId,
    pub to: FrameworkId,
    /// The status of rows that name none.
    pub status: Status,
}

/// What became of a row.
pub(super) enum Outcome {
    /// It is in the model as far as it resolves; what does not was reported.
    Linked,
    /// It would resolve the other way round. The caller knows whether all rows would.
    Swapped(Diagnostic),
}

impl Ends {
    /// Adds a claim for each target that resolves.
    pub fn link<'s>(
        self,
        row: ast::Row<'s>,
        rows: &mut Table<RowId, Row<'s>>,
        finder: &mut Finder<'_, 's>,
    ) -> Outcome {
        if self.is_swapped(&row, finder) {
            return Outcome::Swapped(self.swapped(&row, finder));
        }
        let place = row.span.in_source(self.source);
        let word = row.relation.word;
        let label = row
            .relation
            .or
            .iter()
            .fold(word.label(), |label, word| label.or(word.label()));
        let clauses = row.clauses;
        // What only relates rests on nothing: published lists name the old control and the new one.
        let status = clauses.status.unwrap_or(self.status);
        let relies = label != Label::ANY && status != Status::Withdrawn;
        let source = self.end(row.source, self.from, relies, finder);
        let details = details(clauses.property, clauses.rare);
        for target in std::iter::once(row.target).chain(row.more_targets) {
            let target_span = span(&target);
            let target = self.end(target, self.to, relies, finder);
            let (Some(source), Some(target)) = (source.clone(), target) else {
                continue;
            };
            rows.push(Row {
                mapping: self.mapping,
                source,
                target,
                word,
                label,
                rationale: clauses.rationale,
                strength: clauses.strength,
                confidence: clauses.confidence,
                status: clauses.status,
                note: row.note.as_ref().map(|note| note.value.clone()),
                details: details.clone(),
                place,
                target_span,
            });
        }
        Outcome::Linked
    }

    /// A control at one of the ends of this mapping.
    pub fn control<'s>(
        self,
        reference: &ast::ControlRef<'s>,
        end: FrameworkId,
        finder: &mut Finder<'_, 's>,
    ) -> Option<ControlId> {
        if let Some(written) = reference.framework.as_deref() {
            let framework = finder.framework(written, self.source)?;
            if framework != end {
                finder.report(self.foreign(reference, framework, end, finder));
                return None;
            }
        }
        finder.identifier(reference.id, end, reference.span.in_source(self.source))
    }

    /// One end. If the row relies on what its controls ask for, it is told where one no longer applies.
    fn end<'s>(
        self,
        side: Side<'s>,
        end: FrameworkId,
        relies: bool,
        finder: &mut Finder<'_, 's>,
    ) -> Option<End> {
        let control = |reference: &ast::ControlRef<'s>, finder: &mut Finder<'_, 's>| {
            let control = self.control(reference, end, finder)?;
            if relies {
                superseded::tell(control, reference.span.in_source(self.source), finder);
            }
            Some(control)
        };
        match side {
            Side::Control(reference) => control(&reference, finder).map(End::Control),
            Side::Everything(_) => Some(End::Everything),
            Side::Union(parts) => {
                // All parts are looked at before any is missed, so that each wrong one is reported.
                let resolved: Vec<Option<ControlId>> =
                    parts.iter().map(|part| control(part, finder)).collect();
                let controls = resolved.into_iter().collect::<Option<Vec<_>>>()?;
                let controls = self.each_once(controls, &parts, finder);
                match controls.as_slice() {
                    [single] => Some(End::Control(*single)),
                    _ => Some(End::Union(controls.into())),
                }
            }
        }
    }

    /// The controls of a union in order, each once; a repetition is reported.
    fn each_once(
        self,
        controls: Vec<ControlId>,
        parts: &[ast::ControlRef<'_>],
        finder: &mut Finder<'_, '_>,
    ) -> Vec<ControlId> {
        let spans = parts.iter().map(|part| part.span);
        let mut spanned: Vec<(ControlId, Span)> = controls.into_iter().zip(spans).collect();
        spanned.sort_unstable();
        spanned.dedup_by(|again, first| {
            let repeated = again.0 == first.0;
            if repeated {
                let identifier = finder.catalogs.controls[first.0].identifier;
                let place = again.1.in_source(self.source);
                let message = format!("`{identifier}` appears twice in this union");
                finder.report(
                    Diagnostic::new(REPEATED_PART, place, message)
                        .also(first.1.in_source(self.source), "it is already here")
                        .help("delete the repetition, or write the control that was meant"),
                );
            }
            repeated
        });
        spanned.into_iter().map(|(control, _)| control).collect()
    }

    /// Whether the row means nothing as it stands and something the other way round.
    fn is_swapped(self, row: &ast::Row<'_>, finder: &Finder<'_, '_>) -> bool {
        let all = |side: &Side<'_>, end| {
            references(side).iter().all(|reference| {
                finder
                    .catalogs
                    .control(reference, end)
                    .is_some_and(|control| finder.catalogs.controls[control].framework == end)
            })
        };
        // The first two conditions settle nearly every row: its source is where it should be.
        !matches!(row.source, Side::Everything(_))
            && !all(&row.source, self.from)
            && all(&row.source, self.to)
            && std::iter::once(&row.target)
                .chain(&row.more_targets)
                .all(|target| all(target, self.from))
    }

    fn swapped(self, row: &ast::Row<'_>, finder: &Finder<'_, '_>) -> Diagnostic {
        let label = |framework| finder.catalogs.frameworks[framework].label();
        let names = |side| {
            references(side)
                .iter()
                .map(|reference| reference.id)
                .collect::<Vec<_>>()
                .join(" + ")
        };
        let source = names(&row.source);
        let turned = row.relation.word.converse();
        let message = format!(
            "the ends of this row are swapped: `{source}` belongs to `{}`, the target",
            label(self.to)
        );
        Diagnostic::new(SWAPPED_ENDS, row.span.in_source(self.source), message).help(format!(
            "write `{} {} {source}`: a row reads from `{}` to `{}`",
            names(&row.target),
            turned.word(),
            label(self.from),
            label(self.to),
        ))
    }

    fn foreign(
        self,
        reference: &ast::ControlRef<'_>,
        is: FrameworkId,
        end: FrameworkId,
        finder: &Finder<'_, '_>,
    ) -> Diagnostic {
        let label = |framework| finder.catalogs.frameworks[framework].label();
        let side = if end == self.from { "source" } else { "target" };
        let (message, help) = if is == self.from || is == self.to {
            let other = if end == self.from { "target" } else { "source" };
            (
                format!(
                    "`{}` belongs to the {other} framework, and is written where the {side} belongs",
                    reference.id
                ),
                format!(
                    "a row reads from `{}` to `{}`",
                    label(self.from),
                    label(self.to)
                ),
            )
        } else {
            (
                format!(
                    "`{}` belongs to `{}`, which is neither end of this mapping",
                    reference.id,
                    label(is)
                ),
                format!(
                    "write a control of `{}`, the {side}, or a mapping with `{}`",
                    label(end),
                    label(is)
                ),
            )
        };
        Diagnostic::new(
            FOREIGN_CONTROL,
            reference.span.in_source(self.source),
            message,
        )
        .help(help)
    }
}

fn references<'r, 's>(side: &'r Side<'s>) -> &'r [ast::ControlRef<'s>] {
    match side {
        Side::Control(reference) => std::slice::from_ref(reference),
        Side::Union(parts) => parts,
        Side::Everything(_) => &[],
    }
}

fn span(side: &Side<'_>) -> Span {
    match side {
        Side::Everything(span) => *span,
        _ => references(side)
            .iter()
            .map(|reference| reference.span)
            .reduce(Span::to)
            .unwrap_or_default(),
    }
}

/// What few rows say, if this one does.
fn details<'s>(
    property: Option<ast::SupportProperty>,
    rare: Option<Box<ast::RareClauses<'s>>>,
) -> Option<Box<RowDetails<'s>>> {
    if property.is_none() && rare.is_none() {
        return None;
    }
    let rare = rare.map(|rare| *rare).unwrap_or_default();
    let attribution = |who: ast::Attribution<'s>| (who.name.value, who.on.map(|on| on.value));
    let details = RowDetails {
        when: rare.when.map(|text| text.value),
        author: rare.author.map(attribution),
        reviewer: rare.reviewer.map(attribution),
        source: rare.source.map(|text| text.value),
        property,
        from: rare.from.map(|from| (from.origin.value, from.place.value)),
        seen: rare.seen.map(|seen| seen.value),
    };
    (!details.is_empty()).then(|| Box::new(details))
}
