//! `xwalk show`: everything that is known of one control.

mod proved;

use super::args::{Common, Show};
use super::columns::Columns;
use super::find::{self, Referent};
use super::{Outcome, RunError, Workspace, findings, host};
use crate::analysis::{self, Standing, Standings};
use crate::model::{Control, ControlId, End, Framework, Mapping, Model, Row, RowId, Withdrawn};
use crate::report::Wordings;
use crate::source::SourceMap;
use crate::syntax::ast::ActivityKind;

pub fn run(arguments: &Show, common: &Common) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(arguments.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let page = Page {
        model: &compilation.model,
        standings: &compilation.logic.standings,
        sources: &workspace.sources,
        wordings: Wordings::of(&compilation.model, false),
    };
    let text = match find::control(&compilation.model, &arguments.control)? {
        Referent::Control(control) => {
            let facts = compilation.facts(analysis::Options::default());
            page.control(control) + &page.proved(&facts, control)
        }
        Referent::Withdrawn(framework, withdrawn) => page.withdrawn(framework, withdrawn),
    };
    host::print(&findings::safe(&text))?;
    Ok(outcome)
}

/// What is printed, and where it is taken from.
struct Page<'m, 's> {
    model: &'m Model<'s>,
    standings: &'m Standings,
    sources: &'m SourceMap,
    /// The titles that the outputs show.
    wordings: Wordings<'m>,
}

impl Page<'_, '_> {
    fn control(&self, id: ControlId) -> String {
        let control = &self.model.controls[id];
        let mut text = format!("{}  {}\n\n", self.model.qualified(id), self.title(id));
        text.push_str(&indented(&self.properties(id, control)));
        for paragraph in [&control.doc, &control.text].into_iter().flatten() {
            text.push_str(&format!("\n{}", indented(&format!("{paragraph}\n"))));
        }
        for overlay in self.model.overlays.iter().map(|(_, overlay)| overlay) {
            for wording in overlay
                .wordings
                .iter()
                .filter(|wording| wording.control == id)
            {
                let licensed = if overlay.licensed.is_some() {
                    ", licensed"
                } else {
                    ""
                };
                text.push_str(&format!("\nIn the words of {}{licensed}\n", overlay.name));
                for words in [&wording.title, &wording.text].into_iter().flatten() {
                    text.push_str(&indented(&format!("{words}\n")));
                }
            }
        }
        text.push_str(&self.activities(id));
        text.push_str(&self.rows(id));
        text
    }

    fn withdrawn(&self, framework: &Framework<'_>, withdrawn: &Withdrawn<'_>) -> String {
        let mut text = format!("{}:{}  withdrawn", framework.label(), withdrawn.identifier);
        if let Some(reason) = &withdrawn.reason {
            text.push_str(&format!(", {reason}"));
        }
        text.push_str("\n\n");
        let mut columns = Columns::default();
        for id in &withdrawn.successors {
            let successor = &self.model.controls[*id];
            columns.push(["see", successor.identifier, self.title(*id)]);
        }
        columns.push(["place", &self.sources.file_line(withdrawn.place)]);
        text.push_str(&indented(&columns.text()));
        text
    }

    fn properties(&self, id: ControlId, control: &Control<'_>) -> String {
        let mut columns = Columns::default();
        let framework = &self.model.frameworks[control.framework];
        columns.push(["framework", &framework.title]);
        if self.title(id) != control.title {
            columns.push(["its title", &control.title]);
        }
        let mut above: Vec<String> = Vec::new();
        let mut parent = control.parent;
        while let Some(id) = parent {
            let control = &self.model.controls[id];
            above.push(format!("{} {}", control.identifier, self.title(id)));
            parent = control.parent;
        }
        above.reverse();
        if !above.is_empty() {
            columns.push(["within", &above.join(" > ")]);
        }
        let assessable = if control.assessable {
            "assessable"
        } else {
            "not assessed by itself"
        };
        columns.push([
            "level",
            &format!("{}, {assessable}", framework.level_name(control.depth)),
        ]);
        for child in self.model.children(id) {
            let identifier = self.model.controls[child].identifier;
            columns.push(["holds", &format!("{identifier} {}", self.title(child))]);
        }
        if !control.tags.is_empty() {
            let tags: Vec<String> = control.tags.iter().map(|tag| format!("#{tag}")).collect();
            columns.push(["tags", &tags.join(" ")]);
        }
        if !control.aliases.is_empty() {
            columns.push(["also", &control.aliases.join(", ")]);
        }
        for gone in framework
            .withdrawn
            .iter()
            .filter(|gone| gone.successors.contains(&id))
        {
            columns.push(["continues", gone.identifier]);
        }
        columns.push(["place", &self.sources.file_line(control.place)]);
        columns.text()
    }

    /// The key activities and maturity indicators of the control, and those that it carries.
    fn activities(&self, id: ControlId) -> String {
        let mut columns = Columns::default();
        for (holder, control) in self.model.controls.iter() {
            for activity in control
                .activities
                .iter()
                .filter(|activity| holder == id || activity.on.contains(&id))
            {
                let kind = match activity.kind {
                    ActivityKind::Activity => "activity",
                    ActivityKind::Indicator => "indicator",
                };
                let of = if holder == id {
                    String::new()
                } else {
                    format!("of {}", control.identifier)
                };
                columns.push([kind, &activity.title, &of]);
            }
        }
        let text = columns.text();
        if text.is_empty() {
            text
        } else {
            format!("\nActivities and indicators\n{}", indented(&text))
        }
    }

    /// The rows that name the control, by mapping, on either side.
    fn rows(&self, id: ControlId) -> String {
        let mut text = String::new();
        for (mapping_id, mapping) in self.model.mappings.iter() {
            let rows = self.model.rows_of(mapping_id);
            let rows: Vec<(RowId, &Row<'_>)> = rows.filter(|(_, row)| names(row, id)).collect();
            if !rows.is_empty() {
                text.push_str(&self.mapping(mapping, &rows, id));
            }
        }
        if text.is_empty() {
            "\nNo row names it.\n".to_owned()
        } else {
            text
        }
    }

    fn mapping(&self, mapping: &Mapping<'_>, rows: &[(RowId, &Row<'_>)], id: ControlId) -> String {
        let mut columns = Columns::default();
        for (row_id, row) in rows {
            let other = if row.source.controls().contains(&id) {
                &row.target
            } else {
                &row.source
            };
            columns.push([
                self.end(&row.source),
                row.relation_text().into_owned(),
                self.end(&row.target),
                self.end_title(other),
                self.clauses(*row_id, row),
                self.sources.file_line(row.place),
            ]);
        }
        let aligned = columns.text();
        let mut text = format!("\n{} ({})\n", mapping.title, mapping.name);
        for (line, (_, row)) in aligned.lines().zip(rows) {
            text.push_str(&format!("  {line}\n"));
            if let Some(condition) = row.condition() {
                text.push_str(&format!("      only when {condition}\n"));
            }
            if let Some(note) = &row.note {
                text.push_str(&format!("      {}\n", note.replace('\n', "\n      ")));
            }
        }
        text
    }

    fn end(&self, end: &End) -> String {
        let names: Vec<&str> = end
            .controls()
            .iter()
            .map(|id| self.model.controls[*id].identifier)
            .collect();
        if names.is_empty() {
            "*".to_owned()
        } else {
            names.join(" + ")
        }
    }

    /// The title of an end that is one control.
    fn end_title(&self, end: &End) -> String {
        end.single()
            .map_or_else(String::new, |id| self.title(id).to_owned())
    }

    /// The title of a control, as the outputs show it.
    fn title(&self, id: ControlId) -> &str {
        self.wordings.title(id, &self.model.controls[id])
    }

    fn clauses(&self, id: RowId, row: &Row<'_>) -> String {
        let mut clauses = vec![self.model.status(row).word().to_owned()];
        clauses.extend(
            self.model
                .rationale(row)
                .map(|rationale| rationale.word().to_owned()),
        );
        clauses.extend(row.strength.map(|strength| format!("strength {strength}")));
        clauses.extend(
            row.confidence
                .map(|confidence| format!("confidence {confidence}")),
        );
        let standing = self.standings[id];
        let contradicted = standing
            .left_out()
            .filter(|_| standing == Standing::Disputed);
        clauses.extend(contradicted.map(str::to_owned));
        clauses.join(", ")
    }
}

/// Whether a row names a control, on either side.
fn names(row: &Row<'_>, id: ControlId) -> bool {
    row.source.controls().contains(&id) || row.target.controls().contains(&id)
}

/// Every line two spaces to the right.
fn indented(text: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("  {line}\n")
            }
        })
        .collect()
}
