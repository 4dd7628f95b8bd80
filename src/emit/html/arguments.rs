//! Arguments step by step: how one control relates to another, what says so, and what is known by then.
//!
//! There may be thousands on a page, so their markup is as spare as it can be: within `.argument`, `b` is an identifier,
//! `i` its framework, `cite` what says so, `p` what follows.

use super::anchors::{self, Anchors};
use super::named::short;
use super::view::view;
use xwalk_report::{
    Chain, Contradiction, ControlAt, ControlElsewhere, Proved, Report, RowName, Step,
};

view! {
    /// Steps that lead from one control to another.
    pub(super) struct ChainView<'r> {
        /// The steps.
        steps: Vec<StepView<'r>>,
    }
}

view! {
    /// A step of an argument.
    pub(super) struct StepView<'r> {
        /// What it says: how two ends relate.
        says: Vec<EndView<'r>>,
        /// The row that says so; missing where the hierarchy does.
        row: Option<RowLink<'r>>,
        /// What is known by then of the start of the chain and the end of the step; empty at the first step.
        known: Vec<EndView<'r>>,
    }
}

view! {
    /// One of two ends that relate: a control, or all of a framework.
    pub(super) struct EndView<'r> {
        /// How the end before it relates to it; missing at the first.
        verb: Option<&'static str>,
        /// The link to the control, where the argument comes to it.
        link: Option<&'r str>,
        /// Whether it is all of a framework.
        is_all: bool,
        /// The identifier; of all of a framework its key.
        name: &'r str,
        /// The short name of the framework, where the argument enters it or both ends bear the same identifier.
        framework: Option<&'r str>,
        /// The title of a control that the report leaves out, where the argument comes to it.
        title: Option<&'r str>,
    }
}

view! {
    /// The row that says something.
    pub(super) struct RowLink<'r> {
        /// The link to it; missing where the report leaves it out.
        link: Option<String>,
        /// Its number in its mapping.
        number: usize,
        /// The name of its mapping.
        mapping: &'r str,
        /// Where it is, file and line.
        place: &'r str,
    }
}

/// What an argument speaks of.
#[derive(Clone, Copy)]
struct End<'r> {
    /// The identifier; of all of a framework its name.
    name: &'r str,
    /// The short name of the framework that the control is of.
    framework: Option<&'r str>,
    /// The control, if the report shows it.
    control: Option<ControlAt>,
    /// Its title, if the report leaves it out.
    title: Option<&'r str>,
}

/// Makes arguments, with links to the controls and rows that they name.
#[derive(Clone, Copy)]
pub(super) struct Arguments<'r, 'm> {
    pub(super) report: &'r Report<'m>,
    pub(super) anchors: &'r Anchors,
}

impl<'r> Arguments<'r, '_> {
    /// The chains that prove a correspondence.
    pub(super) fn chains(self, proved: &'r Proved<'_>) -> Vec<ChainView<'r>> {
        let chains = proved.chains.iter();
        chains
            .map(|chain| ChainView {
                steps: self.steps(chain),
            })
            .collect()
    }

    /// What the chains of a proof come to together; nothing for a single one.
    pub(super) fn together(self, proved: &'r Proved<'_>) -> Vec<EndView<'r>> {
        if proved.chains.len() < 2 {
            return Vec::new();
        }
        let [from, to] = [proved.source, proved.target].map(|control| self.control(control));
        self.known(from, to, proved.verb)
    }

    /// The steps of a chain.
    pub(super) fn steps(self, chain: &'r Chain<'_>) -> Vec<StepView<'r>> {
        let start = self.start(chain);
        let mut from = start;
        let mut steps = Vec::with_capacity(chain.steps.len());
        for step in &chain.steps {
            let to = self.led_to(step);
            let is_first = steps.is_empty();
            steps.push(StepView {
                says: vec![
                    if is_first {
                        self.entered(None, from, true)
                    } else {
                        from.named(None)
                    },
                    self.entered(Some(step.verb), to, self.enters(from, to)),
                ],
                row: step.row.as_ref().map(|row| self.row(row)),
                known: if is_first {
                    Vec::new()
                } else {
                    self.known(start, to, step.known_verb)
                },
            });
            from = to;
        }
        steps
    }

    /// What the row says that denies a chain: of its start and of what it leads to.
    pub(super) fn denied(self, contradiction: &'r Contradiction<'_>) -> Vec<EndView<'r>> {
        let chain = &contradiction.chain;
        let start = self.start(chain);
        let last = chain.steps.last();
        let end = last.map_or(start, |step| self.led_to(step));
        vec![
            start.named(None),
            end.named(Some(contradiction.denied_words)),
        ]
    }

    /// The row that says something.
    pub(super) fn row(self, row: &'r RowName<'_>) -> RowLink<'r> {
        let position = row.position;
        RowLink {
            link: position.map(|row| anchors::link(&anchors::row(self.report, row))),
            number: position.map_or(0, |row| self.report.row_number(row)),
            mapping: row.mapping,
            place: &row.place,
        }
    }

    /// How two ends relate; with their frameworks where they bear the same identifier.
    fn known(self, from: End<'r>, to: End<'r>, verb: &'static str) -> Vec<EndView<'r>> {
        let alike = from.name == to.name;
        let ends = [(None, from), (Some(verb), to)].into_iter();
        ends.map(|(verb, end)| EndView {
            framework: end.framework.filter(|_| alike),
            ..end.named(verb)
        })
        .collect()
    }

    /// Whether a step leads into another framework. What the report leaves out is never at hand.
    fn enters(self, from: End<'r>, to: End<'r>) -> bool {
        let framework = |end: End<'_>| end.control.map(|at| self.report.controls[at].framework);
        to.title.is_some() || framework(from) != framework(to)
    }

    /// A control as a link, with its framework where the argument enters it. What the report leaves out has its title
    /// instead.
    fn entered(self, verb: Option<&'static str>, end: End<'r>, enters: bool) -> EndView<'r> {
        EndView {
            link: end.control.map(|control| self.anchors.link(control)),
            framework: end.framework.filter(|_| enters),
            title: end.title.filter(|title| !title.is_empty()),
            ..end.named(verb)
        }
    }

    fn start(self, chain: &'r Chain<'_>) -> End<'r> {
        let elsewhere = chain.start_elsewhere.as_ref();
        self.end(&chain.from, chain.start, elsewhere)
    }

    fn led_to(self, step: &'r Step<'_>) -> End<'r> {
        self.end(&step.to, step.control, step.elsewhere.as_ref())
    }

    fn end(
        self,
        whole: &'r str,
        control: Option<ControlAt>,
        elsewhere: Option<&'r ControlElsewhere<'_>>,
    ) -> End<'r> {
        match (control, elsewhere) {
            (Some(control), _) => self.control(control),
            (None, Some(elsewhere)) => End {
                name: elsewhere.identifier,
                framework: Some(&elsewhere.framework),
                control: None,
                title: Some(elsewhere.title),
            },
            (None, None) => End {
                name: whole,
                framework: None,
                control: None,
                title: None,
            },
        }
    }

    fn control(self, position: ControlAt) -> End<'r> {
        let control = &self.report.controls[position];
        End {
            name: control.identifier,
            framework: Some(short(self.report, control.framework)),
            control: Some(position),
            title: None,
        }
    }
}

impl<'r> End<'r> {
    /// It by its name alone; `insurer@1:*` is all of that framework.
    fn named(self, verb: Option<&'static str>) -> EndView<'r> {
        let framework = self.name.strip_suffix(":*");
        EndView {
            verb,
            link: None,
            is_all: framework.is_some(),
            name: framework.unwrap_or(self.name),
            framework: None,
            title: None,
        }
    }
}
