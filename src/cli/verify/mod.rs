//! `xwalk verify`: who signed an export, may they, and does it say of itself what the reader expects?

mod answer;
mod disclosed;
mod expect;
mod json;
mod refusal;

pub use json::CONTRACT;

use self::answer::Answer;
use self::disclosed::disclosed;
use self::expect::{Expected, Refused, expect};
use super::args::{AnswerFormat, Verify};
use super::export::Export;
use super::received::Received;
use super::sign::signature_of;
use super::{Outcome, RunError, date, findings};
use xwalk_host::Host;
use xwalk_redaction::sha256;
use xwalk_seal::{Signers, check};

pub fn run(arguments: &Verify, host: &dyn Host) -> Result<Outcome, RunError> {
    let (file, path) = (&arguments.file, &arguments.signers);
    let document = Received::Export.read(host, file)?;
    let beside = signature_of(file);
    if !host.exists(&beside) {
        return Err(RunError::Usage(format!(
            "{} is not signed: there is no {}; ask the signer for it, and put it beside the file",
            file.display(),
            beside.display()
        )));
    }
    let signature = Received::Signature.read(host, &beside)?;
    let signers = Signers::read(&Received::Signers.read_text(host, path)?).map_err(|fault| {
        RunError::Signers {
            path: path.clone(),
            fault,
        }
    })?;
    let day = arguments.date.unwrap_or_else(|| date::today(host));
    let previous = arguments.previous.as_ref();
    let previous = previous.map(|path| Received::Export.read(host, path));
    let previous = previous.transpose()?;
    let disclosure = arguments.disclosure.as_ref();
    let disclosure = disclosure.map(|path| Received::Disclosure.read(host, path));
    let disclosure = disclosure.transpose()?;
    let mut answer = Answer {
        file: file.display().to_string(),
        signers: path.display().to_string(),
        date: day.to_string(),
        sha256: sha256(&document),
        previous: arguments.previous.as_deref(),
        signer: None,
        export: None,
        disclosed: Vec::new(),
    };
    let expected = Expected {
        day,
        audience: arguments.audience.as_deref(),
        previous: previous.as_deref(),
    };
    // Everything is read from the bytes that were checked, and nothing before they were.
    let mut look = || -> Result<(), Refused> {
        answer.signer = Some(check(&document, &signature, &signers, day)?);
        let export = answer.export.insert(Export::read(&document)?);
        expect(export, &expected)?;
        if let Some(disclosure) = &disclosure {
            answer.disclosed = disclosed(export, disclosure)?;
        }
        Ok(())
    };
    let refused = look().err();
    match (arguments.format, &refused) {
        (AnswerFormat::Json, refused) => {
            host.print(&CONTRACT.text(&answer.document(refused.as_ref())))?;
        }
        (AnswerFormat::Human, None) => host.print(&findings::safe(&answer.page()))?,
        (AnswerFormat::Human, Some(refused)) => {
            let text = format!(
                "error: {} is not verified: {}\n",
                answer.file, refused.reason
            );
            host.tell(&findings::safe(&text));
        }
    }
    Ok(match refused {
        None => Outcome::Clean,
        Some(_) => Outcome::Findings,
    })
}
