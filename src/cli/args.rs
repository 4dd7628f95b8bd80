//! The command line.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use xwalk_redaction::SaltSeed;
use xwalk_syntax::ast::{Date, Status};

mod formats;
mod posture;
mod question;
mod readers;

pub use formats::{AnswerFormat, DiagnosticFormat, EvidenceUse, FormatName, ListFormat};
pub use posture::{Posture, Roadmap, Sign, Verify, WhatIf};
pub use question::{Question, WorkspacePath};
pub use readers::{date, outputs, status};

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing is wrong, or only warnings and notes
  1  there are findings at error level, or a signature is not valid
  2  the run failed: the command line, the settings, or files that cannot be read or written

Results are written to standard output, diagnostics and progress to standard error.

The workspace is the given path, or else the nearest folder, here or above, that has an `xwalk.toml`.
Without either, it consists of the frameworks and crosswalks that come with the program.";

/// Compiles control frameworks and the correspondences between them into workbooks, reports, CSV and JSON.
#[derive(Debug, Parser)]
#[command(name = "xwalk", version, about, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
pub struct Common {
    /// Colour in diagnostics: always, never, or auto, which follows the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true
    )]
    pub color: Color,
    /// Report a code, by its number or name, as an error; `warnings` makes every warning an error
    #[arg(long, global = true, value_name = "CODE", value_delimiter = ',')]
    pub deny: Vec<String>,
    /// Report a code as a warning; errors of reading, writing, names, declarations and posture (XW01 to XW04, XW07) stay errors
    #[arg(long, global = true, value_name = "CODE", value_delimiter = ',')]
    pub warn: Vec<String>,
    /// Do not report a code; errors of reading, writing, names, declarations and posture (XW01 to XW04, XW07) stay errors
    #[arg(long, global = true, value_name = "CODE", value_delimiter = ',')]
    pub allow: Vec<String>,
    /// Report only what is wrong; given twice, print only results
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub quiet: u8,
    /// Report which settings and files are read
    #[arg(short, long, global = true, action = ArgAction::Count, conflicts_with = "quiet")]
    pub verbose: u8,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a workspace: a small framework, a mapping, a policy and the settings, ready to build
    Init(Init),
    /// Check the workspace and report what is wrong
    Check(Check),
    /// Write files in their canonical form: aligned rows, comments where they were
    Fmt(Fmt),
    /// Write workbook, report, CSV and JSON into a folder, completely or not at all
    Build(Build),
    /// How far one framework covers another, in both directions
    Coverage(Coverage),
    /// The controls of one framework to which nothing in another corresponds, those that are only called related, and
    /// those that nobody has looked at
    Gaps(Gaps),
    /// Everything that is known about one control, or what a mapping is and claims as a whole
    Show(Show),
    /// How two controls relate, and why; or why nothing is known
    ///
    /// Prints what all rows together say about the two, and the proof: chains of rows, with what is known after each
    /// step, so that it can be checked by hand. Where rows contradict each other about the two, prints the
    /// contradiction. Where nothing follows, prints why: no row leads from one to the other, or at which step what is
    /// known is lost.
    Why(Why),
    /// Questions for authors, the most useful first: pairs of controls that nothing decides yet
    ///
    /// Lists pairs that rows connect through another framework, or whose wording is similar, and about which
    /// nothing follows; and how many other such pairs each answer would settle. They claim nothing and are counted nowhere.
    Suggest(Suggest),
    /// What has to be assessed only once: controls that ask for the same thing, and what one control covers elsewhere
    ///
    /// Controls that are proved equal are one thing to assess. A control that contains or equals controls of other
    /// frameworks covers them: whoever fulfils it fulfils them all. Only assessable controls are counted and shown.
    Overlap(Overlap),
    /// A mapping file with what is proved between two frameworks, as drafts to review
    ///
    /// Prints the pairs of which the rows of all mappings together prove more than any row says about them: one row for
    /// each, with its proof in the note, in canonical form. Nobody has judged these rows: a person has to review them.
    /// Where nothing is proved, says so on standard error, and prints and writes nothing.
    Derive(Derive),
    /// A mapping carried over to a new edition of one of its frameworks, as drafts to review
    ///
    /// Prints the rows that are proved for the new edition by those of the mapping and of the crosswalk between the two
    /// editions, each with its proof and what the old row said in the note. Below them, as comments, which claim nothing:
    /// the old rows to look at again with what became of their controls, the controls that are lost, and those that
    /// are new.
    Migrate(Migrate),
    /// Where an organization stands, what follows for every framework that it adopts, and what to do first
    ///
    /// Shows the current and the target profile, the verdicts on the baseline and on each adopted framework (met, not met,
    /// partly evidenced, not applicable, cannot tell, contradiction) with the tier from which they were judged, the gaps
    /// to the targets
    /// ranked by risk x (target - current) / effort, and the key activities and maturity indicators that are reached.
    Posture(Posture),
    /// The schedule of a roadmap: dates, critical path, load, and the verdicts after each initiative
    ///
    /// Shows the phases and initiatives with their earliest and latest dates, the critical path, the effort of each quarter
    /// and owner against the capacity, and the tiers and verdicts in every framework after each initiative, in the order in
    /// which they are over.
    Roadmap(Roadmap),
    /// What would change if only these initiatives were done: the tiers that rise, and the verdicts that change in every
    /// framework
    ///
    /// Shows each verdict that changes, before and after, with what it would rest on; the initiatives that have to be done
    /// first but are not among those asked for; and the risks that are treated.
    Whatif(WhatIf),
    /// Sign a file: FILE.sig, an SSH signature with an Ed25519 key
    ///
    /// `ssh-keygen` makes the signature, with the key or with the agent that holds it, and asks for the passphrase. The
    /// signature is for posture exports only, whatever else the key signs.
    Sign(Sign),
    /// Check a signed posture export: who signed it, whether they may, and whether it is still valid
    ///
    /// FILE.sig has to be in the same folder as the file. What the export states about itself is shown: who issues it,
    /// for whom, under which number, when, and until when it is valid; it is refused before the day on which it was created
    /// and after its last valid day. No other program is run, and the network is not used.
    Verify(Verify),
    /// Print the page of a diagnostic code, or list all codes
    Explain(Explain),
    /// Accept mappings on behalf of an organization: their rows then count in its exports, even if they are drafts
    ///
    /// Writes `accepts` into the text of the organization, with the digest of what each mapping claims; an older acceptance of
    /// the same mapping is replaced. If what the mapping claims changes later, the acceptance lapses, and `check` says so.
    Accept(Accept),
    /// Write into `xwalk.toml` the digests of the frameworks and mappings in use
    Pin(Pin),
    /// Write the page templates into a folder, where they can be changed
    ///
    /// `templates = "FOLDER"` below `[build]` in `xwalk.toml` replaces the program's own templates with those in the
    /// folder; a file that is not changed can be removed from it. docs/templates.md lists the variables of each.
    Templates(TemplateFiles),
    /// List the JSON documents, or print the JSON Schema of one
    Schema(Schema),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print the manual page
    Man(Man),
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder; made if it does not exist
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Start with the posture of an invented organization: assessment, evidence, roadmap
    #[arg(long)]
    pub posture: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Files and folders that make up the workspace
    pub paths: Vec<PathBuf>,
    /// The day on which evidence is judged; by default that of SOURCE_DATE_EPOCH, or else today in UTC
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    #[command(flatten)]
    pub report: DiagnosticFormat,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Files and folders that make up the workspace
    pub paths: Vec<PathBuf>,
    /// The output folder; it must be empty or contain an earlier build [default: out]
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// The outputs to write; all by default
    #[arg(long, value_name = "OUTPUT", value_delimiter = ',', value_parser = outputs())]
    pub emit: Vec<String>,
    /// Leave out licensed wording
    #[arg(long)]
    pub public: bool,
    /// Show only these frameworks, separated by commas, and the mappings between them [default: those that the workspace
    /// declares or names; all, where it does neither]
    #[arg(long, value_name = "FRAMEWORK", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Show all that comes with the program too
    #[arg(long)]
    pub bundled: bool,
    /// The weakest status that counts: draft, reviewed or final [default: draft]
    #[arg(long, value_name = "STATUS", value_parser = status)]
    pub status: Option<Status>,
    /// The day to which the outputs refer; by default that of SOURCE_DATE_EPOCH, or else today in UTC
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    /// The framework on the left of the crosswalk
    #[arg(long, value_name = "FRAMEWORK")]
    pub pivot: Option<String>,
    /// Let verdicts in the posture export rest on draft rows; the export then says so
    #[arg(long)]
    pub allow_draft: bool,
    /// Who issues the posture export [default: the title of the organization]
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub issuer: Option<String>,
    /// Make the posture export for this audience: what it hides is replaced by digests
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,
    /// The secret from which the salts of hidden values are derived, so that a build can be repeated exactly; random by
    /// default. Others on the machine may see it in the list of processes
    #[arg(long, value_name = "HEX", requires = "audience", value_parser = SaltSeed::read)]
    pub salt_seed: Option<SaltSeed>,
    /// The file for what shows the hidden values [default: a folder beside the output folder, with `.private` behind its
    /// name]
    #[arg(long, value_name = "FILE", requires = "audience")]
    pub disclosure: Option<PathBuf>,
    /// The last day on which the posture export may be relied on [default: as declared for the audience]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub valid_until: Option<Date>,
    /// The previous posture export, from which the number and digest follow; one for each organization, for the same
    /// audience
    #[arg(long, value_name = "FILE")]
    pub previous: Vec<PathBuf>,
    #[command(flatten)]
    pub report: DiagnosticFormat,
}

/// Arguments of `coverage`.
#[derive(Debug, Args)]
pub struct Coverage {
    #[command(flatten)]
    pub pair: Pair,
}

/// Arguments of `gaps`.
#[derive(Debug, Args)]
pub struct Gaps {
    #[command(flatten)]
    pub pair: Pair<ListFormat>,
    /// Print a work list instead of the usual tables (JSON has both): what is left of the controls that overlap, as far as
    /// it is written down
    #[arg(long)]
    pub remainder: bool,
}

/// Two frameworks, and how what is said of them is printed.
#[derive(Debug, Args)]
pub struct Pair<F: ValueEnum + Send + Sync + 'static = AnswerFormat> {
    /// The framework that is covered, such as iso-27001@2022
    pub of: String,
    /// The framework that covers it
    pub by: String,
    #[command(flatten)]
    pub question: Question<F>,
}

/// Arguments of `overlap`.
#[derive(Debug, Args)]
pub struct Overlap {
    /// The frameworks to look at, such as nist-csf@2.0; by default those that `build` shows
    #[arg(value_name = "FRAMEWORK")]
    pub frameworks: Vec<String>,
    /// Look at all that comes with the program too
    #[arg(long)]
    pub bundled: bool,
    /// Print all controls that cover others, not only those that cover most; JSON always has all
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub question: Question,
}

/// Arguments of `derive`.
#[derive(Debug, Args)]
pub struct Derive {
    /// The framework that the rows begin with, such as nist-csf@2.0
    pub from: String,
    /// The framework that they lead to
    pub to: String,
    #[command(flatten)]
    pub output: MappingOutput,
    /// The weakest status that counts: draft, reviewed or final
    #[arg(long, value_name = "STATUS", value_parser = status, default_value = "draft")]
    pub status: Status,
    #[command(flatten)]
    pub workspace: WorkspacePath,
}

/// Arguments of `migrate`.
#[derive(Debug, Args)]
pub struct Migrate {
    /// The old edition, such as nist-csf@1.1
    pub old: String,
    /// The new edition
    pub new: String,
    /// The name of a mapping from or to the old edition
    pub mapping: String,
    #[command(flatten)]
    pub output: MappingOutput,
    /// The weakest status that counts: draft, reviewed or final
    #[arg(long, value_name = "STATUS", value_parser = status, default_value = "draft")]
    pub status: Status,
    #[command(flatten)]
    pub workspace: WorkspacePath,
}

/// Where a mapping goes that the program writes.
#[derive(Debug, Args)]
pub struct MappingOutput {
    /// Write the mapping into this file instead of printing it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// Arguments of `why`.
#[derive(Debug, Args)]
pub struct Why {
    /// A control, `nist-csf@2.0:PR.AA-05`, or only its identifier where one framework has it
    pub control: String,
    /// The control that it is compared with
    pub other: String,
    #[command(flatten)]
    pub question: Question,
}

/// Arguments of `suggest`.
#[derive(Debug, Args)]
pub struct Suggest {
    /// A framework, such as iso-27001@2022
    pub from: String,
    /// The framework to compare it with
    pub to: String,
    /// The number of pairs, from the highest rank down, for which to work out what each answer would settle
    #[arg(long, value_name = "NUMBER", default_value = "200")]
    pub top: usize,
    /// How many questions to print; JSON has all
    #[arg(long, value_name = "NUMBER", default_value = "20")]
    pub show: usize,
    /// Print all questions
    #[arg(long, conflicts_with = "show")]
    pub all: bool,
    #[command(flatten)]
    pub question: Question,
}

/// Arguments of `fmt`.
#[derive(Debug, Args)]
pub struct Fmt {
    /// Files and folders; by default the current workspace
    pub paths: Vec<PathBuf>,
    /// Write nothing; list the files that would change, and end with 1 if there are any
    #[arg(long)]
    pub check: bool,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A code by its number or name; without it, all codes are listed
    pub code: Option<String>,
}

/// Arguments of `accept`.
#[derive(Debug, Args)]
pub struct Accept {
    /// The mappings, by name
    #[arg(required = true, value_name = "MAPPING")]
    pub mappings: Vec<String>,
    /// The role that accepts them; it must be one that `decides mappings`
    #[arg(long, value_name = "ROLE")]
    pub by: String,
    /// The day from which they are accepted
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Date,
    /// Why they are accepted
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub why: String,
    /// The organization; without it, the only one
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,
    #[command(flatten)]
    pub workspace: WorkspacePath,
}

/// Arguments of `pin`.
#[derive(Debug, Args)]
pub struct Pin {
    #[command(flatten)]
    pub workspace: WorkspacePath,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// A control, `nist-csf@2.0:PR.AA-05`, or only its identifier where one framework has it; or the name of a mapping
    pub control: String,
    /// The form of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub format: AnswerFormat,
    #[command(flatten)]
    pub workspace: WorkspacePath,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// The document that the schema describes; without a name, all documents are listed
    #[arg(value_name = "NAME")]
    pub document: Option<String>,
}

/// Arguments of `templates`.
#[derive(Debug, Args)]
pub struct TemplateFiles {
    /// The folder; made if it does not exist. A template that is there already is not overwritten
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct Man {
    /// Write one page for each command into this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}
