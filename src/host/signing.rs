//! Signatures, which another program makes.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;

use super::{Host, HostError};

impl dyn Host + '_ {
    /// The signature that `ssh-keygen` makes of a document with a key, or the agent with the private half of it. It asks for
    /// a passphrase itself.
    ///
    /// # Errors
    ///
    /// If `ssh-keygen` is not there, or does not sign.
    pub fn ssh_sign(
        &self,
        key: &Path,
        namespace: &str,
        document: &[u8],
    ) -> Result<Vec<u8>, HostError> {
        let failed = |said: String| HostError::Sign {
            key: key.to_owned(),
            said,
        };
        let arguments = ["-Y", "sign", "-n", namespace, "-f"].map(OsStr::new);
        let arguments = [arguments.as_slice(), &[key.as_os_str()]].concat();
        let ran = self
            .run("ssh-keygen", &arguments, document)
            .map_err(|error| match error.kind() {
                ErrorKind::NotFound => HostError::NoKeygen,
                _ => failed(error.to_string()),
            })?;
        if ran.succeeded {
            Ok(ran.output)
        } else {
            Err(failed(String::from_utf8_lossy(&ran.errors).into_owned()))
        }
    }
}
