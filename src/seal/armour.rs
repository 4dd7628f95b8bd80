//! The text form of a signature: a first line, Base64 in lines of 70 characters, a last line.
//!
//! `PROTOCOL.sshsig` recommends 76; `ssh-keygen` and the specification's own example have 70.

use super::signature::SignatureError;
use super::wire::{from_base64, to_base64};

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";
const WIDTH: usize = 70;

/// The blob within, if the text is what [`close`] makes of it.
pub fn open(text: &[u8]) -> Result<Vec<u8>, SignatureError> {
    let body = text
        .strip_prefix(BEGIN.as_bytes())
        .ok_or(SignatureError::NotOne)?;
    let end = body
        .windows(END.len())
        .position(|window| window == END.as_bytes())
        .ok_or(SignatureError::CutOff)?;
    let body: Vec<u8> = body
        .iter()
        .take(end)
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let blob = from_base64(body).ok_or(SignatureError::Rewritten)?;
    if close(&blob).as_bytes() != text {
        return Err(SignatureError::Rewritten);
    }
    Ok(blob)
}

fn close(blob: &[u8]) -> String {
    let mut text = format!("{BEGIN}\n");
    for (at, character) in to_base64(blob).chars().enumerate() {
        if at > 0 && at % WIDTH == 0 {
            text.push('\n');
        }
        text.push(character);
    }
    text.push_str(&format!("\n{END}\n"));
    text
}
