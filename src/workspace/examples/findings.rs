//! How many findings of which code there are in a folder.
//!
//! ```sh
//! cargo run -p xwalk-workspace --example findings -- FOLDER
//! ```

use std::collections::BTreeMap;
use std::path::PathBuf;

use xwalk_host::{Host, System};
use xwalk_workspace::{Workspace, WorkspaceError};

fn main() -> Result<(), WorkspaceError> {
    let host = System;
    let folder = host.arguments().into_iter().nth(1).map(PathBuf::from);
    let workspace = Workspace::open(&host, folder.as_slice())?;
    let compilation = workspace.compile()?;
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for found in &compilation.diagnostics {
        *counts.entry((found.code.id, found.code.name)).or_default() += 1;
    }
    for ((id, name), count) in counts {
        host.print(&format!("{count:6} {id} {name}\n"))?;
    }
    Ok(())
}
