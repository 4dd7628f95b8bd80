//! Codes of posture: what an organization says of itself cannot be read, or names something that is not there.

use crate::declare::codes;

codes! {
    /// A construct of posture lacks something without which it has no meaning.
    ///
    /// A risk without a likelihood has no place in a register, an assessed control without a tier has no position. The
    /// construct is left out, and whatever refers to it finds nothing.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// risk ransomware "Claims platform encrypted" {
    ///   threatens  PR.DS.a
    ///   likelihood 3
    /// }
    /// ```
    ///
    /// Write the word that the message names, as the help shows it.
    MISSING_CLAUSE = "XW0701" "missing-clause" Error;

    /// Something that belongs to an organization is named but not declared.
    ///
    /// Roles, technologies, risks, evidence, assessments and initiatives are named in one place and used in others. A
    /// name that means nothing would leave a control without its owner, or a step without the one who takes it.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// role ciso "Chief information security officer" {}
    /// committee steering {
    ///   chair cisoo
    /// }
    /// ```
    ///
    /// Use the name that the help offers, or declare what is missing.
    UNDECLARED_NAME = "XW0702" "undeclared-name" Error;

    /// It is not stated, or not known, to which organization something belongs.
    ///
    /// Where there is one organization, everything belongs to it. Where there are several, a header says which one is
    /// meant.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// organization bolt { baseline nist-csf@2.0 }
    /// role ciso "Chief information security officer" {}
    /// ```
    ///
    /// Write `for` and the name of the organization after the title; declare an organization if there is none.
    WHICH_ORGANIZATION = "XW0703" "which-organization" Error;

    /// A control is assessed twice in one assessment.
    ///
    /// Which of the two rows applies would depend on their order. The first is kept, the second is left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///
    ///   ID.AM.a tier 2 -> 4
    ///   ID.AM.a tier 3 -> 4
    /// }
    /// ```
    ///
    /// Keep one of the two rows.
    ASSESSED_TWICE = "XW0704" "assessed-twice" Error;

    /// A tier is not on the framework's scale.
    ///
    /// A framework lists its tiers with `tiers`. A tier that is not among them cannot be compared with the others. Those of a
    /// framework that lists none are from 0 to 5, as in common maturity models.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///
    ///   ID.AM.a tier 2 -> 5
    /// }
    /// ```
    ///
    /// Write one of the tiers that the help lists.
    TIER_OFF_SCALE = "XW0705" "tier-off-scale" Error;

    /// A risk is outside the scale of its assessment.
    ///
    /// The scale is 1 to 25 (likelihood and impact from 1 to 5) unless the assessment gives another one with `risk-scale`.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///
    ///   ID.AM.a tier 2 -> 4 risk 30
    /// }
    /// ```
    ///
    /// Correct the risk, or declare the scale that is meant.
    RISK_OFF_SCALE = "XW0706" "risk-off-scale" Error;

    /// A duration is not written correctly.
    ///
    /// It is a whole number and its unit without a blank: `15min`, `4h`, `90d`, `6mo` or `1y`.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// committee steering {
    ///   meets every 3 months
    /// }
    /// ```
    ///
    /// Write the number and the unit, as in `3mo`.
    BAD_DURATION = "XW0707" "bad-duration" Error;

    /// An amount of work is not written correctly.
    ///
    /// Work is counted in whole working days of one person, so that amounts can be added: `20d`.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme {
    ///   baseline iso-ts-27103@2026
    ///   capacity 6mo per quarter
    /// }
    /// ```
    ///
    /// Write working days, at least one.
    BAD_EFFORT = "XW0708" "bad-effort" Error;

    /// An organization declares a condition to be true, but no row has that condition.
    ///
    /// Rows with `when` count for an organization that `holds` their condition, in the very same words. A condition
    /// that no row has changes nothing, which is seldom what its author thinks.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme {
    ///   baseline iso-ts-27103@2026
    ///   holds    "the network carries cardholder data"
    /// }
    /// ```
    ///
    /// Copy the condition from the row that is meant, or remove the line.
    UNMATCHED_CONDITION = "XW0709" "unmatched-condition" Warning;

    /// A target is below the current tier.
    ///
    /// That is a decision to do less than is done today. It may be meant; more often the two numbers are swapped.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///
    ///   ID.AM.a tier 4 -> 2
    /// }
    /// ```
    ///
    /// Swap the two if they are swapped, else leave them as they are.
    LOWERED_TARGET = "XW0710" "lowered-target" Warning;

    /// The table from which an assessment takes its rows does not exist.
    ///
    /// It is looked for next to the file that names it: its name is relative to the folder of that file.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   rows from     "assessment.csv"
    /// }
    /// ```
    ///
    /// Correct the name, or put the table there.
    MISSING_TABLE = "XW0711" "missing-table" Error;

    /// A table cannot be read as a table of assessed controls.
    ///
    /// Its first line names the columns as the clauses of a row are named: `control`, `tier`, `target`, `risk`,
    /// `effort`, `owner`, `evidence`, `note`, in any order; the first two must be there. Cells are separated by commas,
    /// semicolons or tabs, whichever stands first between the headings or a line `sep=;` before them names.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline nist-csf@2.0 }
    /// assessment audit-2026 of nist-csf@2.0 {
    ///   assessed      2026-10-15
    ///   achieved-from 2
    ///   rows from     "interviews.csv"
    /// }
    /// ```
    ///
    /// ```csv interviews.csv
    /// control,tier,note
    /// GV.OC-01,1 -> 3,Known, but not written down
    /// ```
    ///
    /// Correct the table in the spreadsheet that it comes from, and save it again.
    BROKEN_TABLE = "XW0712" "broken-table" Error;

    /// A table has a column that is not read.
    ///
    /// Spreadsheets often contain more than an assessment needs. A column whose name is nearly one of those that are read
    /// is a separate error.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization clinic { baseline hipaa-security@2013 }
    /// assessment safeguards of hipaa-security@2013 {
    ///   assessed      2026-06-30
    ///   achieved-from 3
    ///   rows from     "safeguards.csv"
    /// }
    /// ```
    ///
    /// ```csv safeguards.csv
    /// control,tier,interviewed
    /// 164.308(a)(1)(ii)(A),2 -> 4,2026-06-12
    /// ```
    ///
    /// Leave it as it is, or turn the code off for the workspace.
    UNREAD_COLUMN = "XW0713" "unread-column" Note;

    /// What is said of a control that is not assessable counts nowhere.
    ///
    /// A category is an arrangement of controls. A tier for it would be taken for a tier of each control below it, or
    /// stand beside tiers that say something else; so its row, what an initiative raises there and evidence for it are
    /// left out of everything: gaps, verdicts, roadmap and exports.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme { baseline iso-ts-27103@2026 }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///
    ///   ID.AM tier 2 -> 4
    /// }
    /// ```
    ///
    /// Name the controls below it one by one. If a spreadsheet turned `12.10` into `12.1`, format its column as text. If the
    /// control is itself assessed, tag it `#assessable` in its framework.
    NOT_ASSESSABLE = "XW0714" "not-assessable" Warning;

    /// A mapping is accepted by a role that does not decide on mappings.
    ///
    /// Rows of an accepted mapping count in exports as if they were reviewed. The role that answers for this is the one
    /// whose `decides` names `mappings`; an acceptance by any other role is ignored.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme {
    ///   baseline iso-ts-27103@2026
    ///   accepts  iso-27103-iso-27001 digest "0000000000000000000000000000000000000000000000000000000000000000" by ciso on 2026-11-20 "Compared with our audit papers"
    /// }
    /// role ciso "Chief information security officer" {}
    /// ```
    ///
    /// Have a role that decides on mappings accept it, or write `decides mappings` in the role.
    MAY_NOT_ACCEPT = "XW0716" "may-not-accept" Error;

    /// A cell of a table is taken for what it does not literally say.
    ///
    /// People write `N/A`, `n.a.` or `Not applicable` where the language has `not-applicable`, and leave the tier of a control
    /// empty that nobody has assessed yet. Either is read as it is meant, and said once for a table, at the first such cell.
    /// A line without a tier says nothing: its control is not assessed, whatever stands in its other cells.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization pharmacy { baseline nist-csf@2.0 }
    /// assessment interviews of nist-csf@2.0 {
    ///   assessed      2026-07-10
    ///   achieved-from 3
    ///   rows from     "interviews.csv"
    /// }
    /// ```
    ///
    /// ```csv interviews.csv
    /// control,tier,note
    /// ID.AM-01,3,
    /// PR.IR-02,N/A,We rent no rooms
    /// ID.AM-02,,
    /// ID.AM-07,,Interview on 3 August
    /// ```
    ///
    /// Write `not-applicable`, or the tier; or leave it as it is.
    TAKEN_CELL = "XW0717" "taken-cell" Note;
}
