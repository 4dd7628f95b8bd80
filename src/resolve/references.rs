//! What frameworks refer to.

use xwalk_model::{ControlId, FrameworkId};
use xwalk_source::SourceId;
use xwalk_syntax::ast;

/// What the declarations of frameworks refer to, to be linked when all of them are known.
#[derive(Default)]
pub(super) struct References<'s> {
    pub activities: Vec<(ControlId, SourceId, Vec<ast::Activity<'s>>)>,
    pub superseded: Vec<(ControlId, SourceId, ast::Superseded<'s>)>,
    pub successors: Vec<(FrameworkId, usize, SourceId, Vec<ast::ControlRef<'s>>)>,
    pub predecessors: Vec<(FrameworkId, SourceId, Vec<ast::FrameworkRef<'s>>)>,
}
