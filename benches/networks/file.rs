//! Networks in files: a header, the injected claims, and one record of fixed width for each statement, all numbers with
//! their least byte first.

use std::io::{Error, ErrorKind, Read, Result, Write};

use xwalk::reason::{Claim, Node, Statement};
use xwalk::relation::Label;

use super::Generated;

const MAGIC: [u8; 8] = *b"network1";

/// Two nodes, a claim, a label and a sense.
const RECORD: usize = 14;

/// How many records are read at a time.
const BLOCK: usize = 1 << 14;

/// Writes a network.
pub fn write(generated: &Generated, to: &mut impl Write) -> Result<()> {
    to.write_all(&MAGIC)?;
    to.write_all(&generated.nodes.to_le_bytes())?;
    to.write_all(&count(generated.injected.len())?.to_le_bytes())?;
    to.write_all(&count(generated.statements.len())?.to_le_bytes())?;
    for claim in &generated.injected {
        to.write_all(&claim.0.to_le_bytes())?;
    }
    for statement in &generated.statements {
        to.write_all(&statement.a.0.to_le_bytes())?;
        to.write_all(&statement.b.0.to_le_bytes())?;
        to.write_all(&statement.claim.0.to_le_bytes())?;
        to.write_all(&[statement.label.bits(), statement.sense])?;
    }
    to.flush()
}

fn count(length: usize) -> Result<u32> {
    u32::try_from(length).map_err(Error::other)
}

/// Reads a network that [`write`] has written.
pub fn read(mut from: impl Read) -> Result<Generated> {
    let mut magic = [0; MAGIC.len()];
    from.read_exact(&mut magic)?;
    if magic != MAGIC {
        return Err(Error::new(ErrorKind::InvalidData, "not a network"));
    }
    let mut number = || {
        let mut bytes = [0; 4];
        from.read_exact(&mut bytes)
            .map(|()| u32::from_le_bytes(bytes))
    };
    let (nodes, injected, statements) = (number()?, number()?, number()?);
    let injected = (0..injected)
        .map(|_| number().map(Claim))
        .collect::<Result<_>>()?;
    Ok(Generated {
        nodes,
        injected,
        statements: records(from, statements as usize)?,
    })
}

fn records(mut from: impl Read, count: usize) -> Result<Vec<Statement>> {
    let mut statements = Vec::with_capacity(count);
    let mut buffer = vec![0; RECORD * BLOCK];
    while statements.len() < count {
        buffer.truncate(RECORD * (count - statements.len()));
        from.read_exact(&mut buffer)?;
        let (records, _) = buffer.as_chunks::<RECORD>();
        statements.extend(records.iter().map(statement));
    }
    Ok(statements)
}

fn statement(record: &[u8; RECORD]) -> Statement {
    let [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, label, sense] = *record;
    Statement {
        a: Node(u32::from_le_bytes([a0, a1, a2, a3])),
        b: Node(u32::from_le_bytes([b0, b1, b2, b3])),
        claim: Claim(u32::from_le_bytes([c0, c1, c2, c3])),
        label: Label::from_bits(label),
        sense,
    }
}
