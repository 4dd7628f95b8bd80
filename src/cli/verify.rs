//! `xwalk verify`: who signed a file, and may they?

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::answers::json;
use super::args::{AnswerFormat, Verify};
use super::sign::signature_of;
use super::workspace::hex;
use super::{Outcome, RunError, findings, host};
use crate::seal::{NAMESPACE, Refusal, Signer, Signers, check};

pub fn run(arguments: &Verify) -> Result<Outcome, RunError> {
    let (file, path) = (&arguments.file, &arguments.signers);
    let document = host::read(file)?;
    let beside = signature_of(file);
    if !host::exists(&beside) {
        return Err(RunError::Usage(format!(
            "{} is not signed: there is no {}; ask the signer for it, and put it beside the file",
            file.display(),
            beside.display()
        )));
    }
    let signature = host::read(&beside)?;
    let signers = Signers::read(&host::read_text(path)?).map_err(|fault| RunError::Signers {
        path: path.clone(),
        fault,
    })?;
    let date = arguments.date.unwrap_or_else(host::today);
    let answer = Answer {
        file: file.display().to_string(),
        signers: path.display().to_string(),
        date: date.to_string(),
        sha256: hex(&Sha256::digest(&document)),
        signer: check(&document, &signature, &signers, date),
    };
    let verified = answer.signer.is_ok();
    match (arguments.format, &answer.signer) {
        (AnswerFormat::Json, _) => host::print(&json(&answer.document()))?,
        (AnswerFormat::Human, Ok(signer)) => {
            host::print(&findings::safe(&answer.page(signer)))?;
        }
        (AnswerFormat::Human, Err(refusal)) => {
            let told = format!("error: {} is not verified: {refusal}\n", answer.file);
            host::tell(&findings::safe(&told));
        }
    }
    Ok(if verified {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// What is known of a file and its signature.
struct Answer<'s> {
    file: String,
    signers: String,
    date: String,
    sha256: String,
    signer: Result<&'s Signer, Refusal>,
}

impl Answer<'_> {
    fn page(&self, signer: &Signer) -> String {
        let Self {
            file,
            signers,
            date,
            sha256,
            ..
        } = self;
        let (who, line) = (signer.principals.join(", "), signer.line);
        let key = signer.key.fingerprint();
        format!(
            "{file} is verified\n  signed by  {who}\n  key        {key}\n  allowed    {signers}, line {line}, on {date}\n  SHA-256    {sha256}\n"
        )
    }

    fn document(&self) -> DocumentV1<'_> {
        let signer = self.signer.as_ref().ok();
        DocumentV1 {
            schema: "xwalk-verify",
            version: 1,
            verified: signer.is_some(),
            file: &self.file,
            sha256: &self.sha256,
            namespace: NAMESPACE,
            signers: &self.signers,
            date: &self.date,
            signer: signer.map(|signer| SignerV1 {
                principals: &signer.principals,
                key: signer.key.fingerprint(),
                line: signer.line,
            }),
            refusal: self.signer.as_ref().err().map(|refusal| RefusalV1 {
                kind: refusal.kind(),
                reason: refusal.to_string(),
            }),
        }
    }
}

#[derive(Serialize)]
struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    verified: bool,
    file: &'a str,
    /// Of the bytes that were checked.
    sha256: &'a str,
    /// What the signature has to be for.
    namespace: &'static str,
    /// The signers file.
    signers: &'a str,
    /// The day for which the key has to be valid.
    date: &'a str,
    /// Present where the file is verified, and only there.
    #[serde(skip_serializing_if = "Option::is_none")]
    signer: Option<SignerV1<'a>>,
    /// Present where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<RefusalV1>,
}

#[derive(Serialize)]
struct SignerV1<'a> {
    principals: &'a [String],
    /// The fingerprint.
    key: String,
    /// The line of the signers file, from 1.
    line: usize,
}

#[derive(Serialize)]
struct RefusalV1 {
    kind: &'static str,
    reason: String,
}
