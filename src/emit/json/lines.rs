//! The layout of the text: made to be compared line by line.

use std::io::{Result, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// A document in this layout, with LF at the end.
pub(super) fn written(document: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Lines::default());
    document.serialize(&mut serializer)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// One member a line, indented by one space. A list of names stays on the line of its member, since a name more or
/// less is one change; a list of objects has each of them on lines of its own.
#[derive(Default)]
struct Lines {
    enclosing: Vec<Enclosing>,
}

/// A list or object whose end has not come yet.
struct Enclosing {
    list: bool,
    /// Its parts stand on lines of their own.
    broken: bool,
}

impl Lines {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, list: bool) -> Result<()> {
        writer.write_all(if list { b"[" } else { b"{" })?;
        self.enclosing.push(Enclosing {
            list,
            broken: false,
        });
        Ok(())
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        if self.enclosing.pop().is_some_and(|ended| ended.broken) {
            self.new_line(writer)?;
        }
        writer.write_all(bracket)
    }

    /// Gives the next part of the innermost list or object a line of its own.
    fn break_line<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        if let Some(innermost) = self.enclosing.last_mut() {
            innermost.broken = true;
        }
        self.new_line(writer)
    }

    fn new_line<W: ?Sized + Write>(&self, writer: &mut W) -> Result<()> {
        let mut broken = self.enclosing.iter().filter(|one| one.broken);
        writer.write_all(b"\n")?;
        broken.try_for_each(|_| writer.write_all(b" "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, true)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        let broken = self.enclosing.last().is_some_and(|list| list.broken);
        match (first, broken) {
            (true, _) => Ok(()),
            (false, true) => writer.write_all(b","),
            (false, false) => writer.write_all(b", "),
        }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        if self.enclosing.last().is_some_and(|parent| parent.list) {
            self.break_line(writer)?;
        }
        self.open(writer, false)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.break_line(writer)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }
}
