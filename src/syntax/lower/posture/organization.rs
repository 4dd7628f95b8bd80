//! `organization`, `role`, `committee`.

use super::{A_ROLE, Member};
use crate::ast::posture::{Acceptance, Adopted, Committee, Heading, Organization, Role};
use crate::ast::{Duration, Name, Spanned, Text};
use crate::lower::Lower;
use crate::lower::message::shortened;
use crate::lower::value::Value;
use crate::lower::values::{A_TEXT, Values};
use crate::lower::words::Often::{Needed, Once, Repeated};
use crate::lower::words::{Block, Word, words};
use crate::tree::{Atom, Construct};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::UNKNOWN_WORD;

/// The greatest risk that a scale can have: likelihood and impact are at most 100 each.
pub const GREATEST_RISK: u32 = 10_000;

impl<'s> Block<'s> for Organization<'s> {
    const OF: &'static str = "an organization";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "sector" Once, Value::new(A_SECTOR, |lower, values| lower.named(values, A_SECTOR)), |organization| organization.sector, "the sector in which it works";
        "scope" Once, Value::TEXT, |organization| organization.scope, "the part of it that is assessed";
        "baseline" Needed("baseline iso-ts-27103@2026"), Value::FRAMEWORK, |organization| organization.baseline, "the framework against which it is assessed; control identifiers without a framework are of this one";
        "adopts" Repeated, Value::ADOPTS, |organization| organization.adopts, "frameworks that it has to fulfil as well, perhaps from a higher tier";
        "holds" Repeated, Value::TEXTS, |organization| organization.holds, "conditions of rows (`when`) that are true here";
        "accepts" Repeated, Value::ACCEPTS, |organization| organization.accepts, "a mapping whose rows count in its exports, though they are drafts: with the SHA-256 of its claims, the role that decides it, the day and the reason, as `xwalk accept` writes it";
        "tolerance" Once, Value::number::<0, GREATEST_RISK>(), |organization| organization.tolerance, "the greatest risk that is accepted";
        "capacity" Once, Value::CAPACITY, |organization| organization.capacity, "how many working days are available for all its roadmaps together";
    };
}

impl<'s> Block<'s> for Role<'s> {
    const OF: &'static str = "a role";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "represents" Once, Value::CHOICES, |role| role.represents, "which parts of the organization it represents";
        "reports-to" Once, Value::ROLE, |role| role.reports_to, "the role above it; the board has none";
        "accountable" Once, Value::CONTROLS, |role| role.accountable, "the controls for which it answers, with everything below them";
        "decides" Once, Value::CHOICES, |role| role.decides, "what it decides";
    };
}

impl<'s> Member<'s> for Role<'s> {
    const NAME: &'static str = "a name such as `ciso`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}

impl<'s> Block<'s> for Committee<'s> {
    const OF: &'static str = "a committee";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "chair" Once, Value::ROLE, |committee| committee.chair, "the role that leads it";
        "members" Once, Value::ROLES, |committee| committee.members, "the roles that sit in it";
        "meets" Once, Value::EVERY, |committee| committee.meets, "how often it meets";
    };
}

impl<'s> Member<'s> for Committee<'s> {
    const NAME: &'static str = "a name such as `steering`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}

const A_SECTOR: &str = "a word for the sector such as `healthcare`";

impl<'s> Value<'s, Vec<Name<'s>>> {
    const ROLES: Self = Self::list(A_ROLE, |lower, values| lower.names(values, A_ROLE));
}

impl<'s> Value<'s, Vec<Text<'s>>> {
    const TEXTS: Self = Self::list(A_TEXT, |lower, values| {
        Some(lower.list(values, Lower::text_value))
    });
}

impl<'s> Value<'s, Vec<Adopted<'s>>> {
    const ADOPTS: Self = Self::new(
        "frameworks, and perhaps a tier, as in `pci-dss@4.0.1, iso-27001@2022 achieved-from 4`",
        Lower::adopts,
    );
}

impl<'s> Value<'s, Acceptance<'s>> {
    const ACCEPTS: Self = Self::new(
        "a mapping with `digest`, `by`, `on` and a reason, as in `csf2-iso digest \"…\" by ciso on 2026-11-20 \"Compared with our audit papers\"`",
        Lower::accepts,
    );
}

impl Value<'_, Spanned<u32>> {
    const CAPACITY: Self = Self::new("working days, as in `120d per quarter`", Lower::capacity);
}

impl Value<'_, Spanned<Duration>> {
    const EVERY: Self = Self::new(
        "`every` and a duration, as in `every 90d`",
        |lower, values| lower.duration_behind(values, "every"),
    );
}

impl<'s> Lower<'s> {
    /// An organization.
    pub fn organization(&mut self, construct: Construct<'s>) -> Option<Organization<'s>> {
        let mut values = Values::new(construct.word, &construct.values);
        let head = self.heading(&construct, &mut values, "a name such as `acme-health`")?;
        self.finish(&values);
        let mut organization = Organization::default();
        let others = self.properties(&mut organization, head.name, construct.block);
        organization.head = head;
        self.all_misplaced(
            &others,
            Organization::OF,
            "roles, risks and everything else of an organization are declared beside it, each by itself",
        );
        Some(organization)
    }

    /// `pci-dss@4.0.1, … [achieved-from 4]`
    fn adopts(&mut self, values: &mut Values<'_, 's>) -> Option<Vec<Adopted<'s>>> {
        let frameworks = self.list(values, Self::framework_value);
        let achieved_from = values.word("achieved-from").and_then(|word| {
            values.of = word;
            self.number(values, 0, 1000)
        });
        if let Some(word) = values.next_if(Atom::is_word) {
            let message = format!("`adopts` does not take `{}`", shortened(word.text));
            let help = "write the threshold as `achieved-from` and a tier, as in `adopts pci-dss@4.0.1 achieved-from 4`";
            let place = self.place(word.span());
            self.report(Diagnostic::new(UNKNOWN_WORD, place, message).help(help));
        }
        let adopted = |framework| Adopted {
            framework,
            achieved_from,
        };
        Some(frameworks.into_iter().map(adopted).collect())
    }

    /// `csf2-iso digest "…" by ciso on 2026-11-20 "Compared with our audit papers"`
    fn accepts(&mut self, values: &mut Values<'_, 's>) -> Option<Acceptance<'s>> {
        let mapping = self.named(values, "the name of a mapping such as `csf2-iso`")?;
        const DIGEST: &str = "`digest` and the SHA-256 of its claims; `xwalk accept` writes it";
        self.expect_word(values, "digest", DIGEST)?;
        let digest = self.digest(values)?;
        self.expect_word(values, "by", "`by` and a role, as in `by ciso`")?;
        let by = self.role_value(values)?;
        self.expect_word(values, "on", "`on` and a day, as in `on 2026-11-20`")?;
        let on = self.date(values)?;
        let why = self.text_value(values)?;
        Some(Acceptance {
            mapping,
            digest,
            by,
            on,
            why,
        })
    }

    /// `120d per quarter`
    fn capacity(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<u32>> {
        let capacity = self.effort(values)?;
        const PER_QUARTER: &str = "`per quarter` after the days, as in `120d per quarter`";
        self.expect_word(values, "per", PER_QUARTER)?;
        self.choice(values, &[("quarter", ())])?;
        Some(capacity)
    }
}
