//! From names to ids: the AST of all files becomes the model.
//!
//! Two steps. *Declare* learns every name, so that neither the order of files nor that of declarations can matter;
//! *link* finds what each reference means. Whatever cannot be resolved is reported and left out; everything else
//! compiles. The AST is consumed on the way, so that memory falls as the model grows.

mod alike;
mod catalogs;
mod dead_ends;
mod declare;
mod finder;
mod frameworks;
mod hierarchy;
mod in_order;
mod mappings;
mod overlays;
mod policies;
mod posture;
mod references;
mod row;
mod suggest;
mod superseded;
mod unreadable;

use xwalk_diagnostic::Diagnostic;
use xwalk_model::Model;
use xwalk_source::SourceMap;
use xwalk_syntax::ast;

use finder::Finder;
use unreadable::Unreadable;

/// The model of all files, and what is wrong with their names and declarations, in no particular order. What was
/// unreadable in the files tells which mappings are not whole.
#[must_use]
pub fn resolve<'s>(
    files: Vec<ast::File<'s>>,
    sources: &'s SourceMap,
    unreadable: &[Diagnostic],
) -> (Model<'s>, Vec<Diagnostic>) {
    let unreadable = Unreadable::new(unreadable, sources);
    let (items, mut found) = declare::declare(files, sources);

    let (mut catalogs, references) = frameworks::declare(items.frameworks, &mut found);
    frameworks::link(&mut catalogs, references, &mut found);

    let mut finder = Finder::new(&catalogs);
    let linked = mappings::link(items.mappings, &unreadable, &mut finder);
    let overlays = overlays::link(items.overlays, &mut finder);
    let policies = policies::link(items.policies, &linked, &unreadable, &mut finder);
    let posture = posture::link(items.posture, &linked, sources, &unreadable, &mut finder);
    found.append(&mut finder.finish());

    let model = Model {
        frameworks: catalogs.frameworks,
        controls: catalogs.controls,
        mappings: linked.mappings,
        rows: linked.rows,
        overlays,
        policies,
        posture,
    };
    (model, found)
}
