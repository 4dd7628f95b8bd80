//! `xwalk sign`: a detached SSH signature beside a file.

use std::path::{Path, PathBuf};

use super::args::Sign;
use super::export::Export;
use super::{Context, Outcome, RunError, findings, held_back};
use xwalk_redaction::sha256;
use xwalk_seal::{NAMESPACE, Signature, SignatureError};

pub fn run(arguments: &Sign, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let (file, key) = (&arguments.file, &arguments.key);
    let beside = signature_of(file);
    let document = host.read(file)?;
    if host.exists(&beside) && !arguments.force {
        return Err(RunError::Output(format!(
            "{} exists already; overwrite it with `--force`",
            beside.display()
        )));
    }
    // Nobody could verify anything else, and the key would have signed what its holder has not looked at.
    let export = Export::read(&document).map_err(|fault| {
        RunError::Usage(format!(
            "{} is not signed: {fault}; sign what `xwalk build` wrote, as it is",
            file.display()
        ))
    })?;
    if !host.exists(key) && !host.exists(&with_ending(key, ".pub")) {
        return Err(RunError::Usage(format!(
            "there is no key {0}; `ssh-keygen -t ed25519 -f {0}` makes one",
            key.display()
        )));
    }
    let text = host.ssh_sign(key, NAMESPACE, &document)?;
    let signature = Signature::read(&text).map_err(|fault| {
        RunError::Usage(match fault {
            SignatureError::KeyType(name) => format!(
                "{} is a key of the type `{name}`, and only Ed25519 is accepted; `ssh-keygen -t ed25519 -f FILE` makes one",
                key.display()
            ),
            fault => format!("{} cannot make a valid signature: {fault}", key.display()),
        })
    })?;
    if !signature.covers(&document) {
        return Err(RunError::Output(format!(
            "what `ssh-keygen` made is not a signature of {} with {}; nothing is written, try again",
            file.display(),
            key.display()
        )));
    }
    if host.exists(&beside) {
        host.replace(&beside, &text)?;
    } else {
        host.write_new(&beside, &text)?;
    }
    if common.quiet < 2 {
        let wrote = format!(
            "wrote {}\n  key      {}\n  SHA-256  {}\n",
            beside.display(),
            signature.key().fingerprint(),
            sha256(&document)
        );
        host.print(&findings::safe(&wrote))?;
    }
    if common.quiet == 0 {
        host.tell(&findings::safe(&held_back::notes(&export)));
        host.tell(&format!(
            "whoever checks it needs this line in the signers file, with your own address at its beginning:\nyou@example.org namespaces=\"{NAMESPACE}\" {}\n",
            signature.key().line()
        ));
    }
    Ok(Outcome::Clean)
}

/// Where the signature of a file lies.
pub fn signature_of(file: &Path) -> PathBuf {
    with_ending(file, ".sig")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
