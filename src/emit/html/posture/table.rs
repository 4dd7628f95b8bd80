//! Tables: real ones, which a narrow screen shows as lists of labelled facts.

use crate::emit::html::markup::Markup;

/// A column: its heading, which may be empty, and the class of its cells.
pub(super) type Column = (&'static str, &'static str);

/// The column of a number.
pub(super) const fn number(heading: &'static str) -> Column {
    (heading, "n")
}

/// The column of anything else.
pub(super) const fn words(heading: &'static str) -> Column {
    (heading, "")
}

/// A table under construction, row by row and cell by cell. The first cell of each row is its header.
pub(super) struct Table<'m> {
    markup: &'m mut Markup,
    columns: &'static [Column],
    at: Option<usize>,
}

impl<'m> Table<'m> {
    /// A table with a caption that tells a listener what it holds.
    pub(super) fn open(
        markup: &'m mut Markup,
        class: &'static str,
        caption: &'static str,
        columns: &'static [Column],
    ) -> Self {
        markup.raw("<table class=\"facts-table ").raw(class);
        markup.raw("\"><caption class=\"vh\">").raw(caption);
        markup.raw("</caption><thead><tr>");
        for (heading, class) in columns {
            markup.raw("<th scope=\"col\" class=\"").raw(class);
            markup.raw("\">").raw(heading).raw("</th>");
        }
        markup.raw("</tr></thead><tbody>");
        Self {
            markup,
            columns,
            at: None,
        }
    }

    /// Begins a row, with the address that it has in the page.
    pub(super) fn row(&mut self, id: Option<&str>) -> &mut Self {
        self.row_of(id, "")
    }

    /// Begins a row of a class.
    pub(super) fn row_of(&mut self, id: Option<&str>, class: &'static str) -> &mut Self {
        self.end_row();
        self.markup.raw("<tr");
        if let Some(id) = id {
            self.markup.raw(" id=\"").text(id).raw("\" tabindex=\"-1\"");
        }
        if !class.is_empty() {
            self.markup.raw(" class=\"").raw(class).raw("\"");
        }
        self.markup.raw(">");
        self.at = Some(0);
        self
    }

    /// Begins the next cell of the row; what is written goes there.
    pub(super) fn cell(&mut self) -> &mut Markup {
        let at = self.at.unwrap_or(0);
        if at > 0 {
            self.end_cell(at - 1);
        }
        let (heading, class) = self.columns.get(at).copied().unwrap_or_default();
        self.markup.raw(if at == 0 {
            "<th scope=\"row\" class=\""
        } else {
            "<td class=\""
        });
        self.markup.raw(class).raw("\" data-label=\"").raw(heading);
        self.at = Some(at + 1);
        self.markup.raw("\">")
    }

    /// Ends the table.
    pub(super) fn close(mut self) {
        self.end_row();
        self.markup.raw("</tbody></table>");
    }

    fn end_row(&mut self) {
        if let Some(cells) = self.at.take() {
            if cells > 0 {
                self.end_cell(cells - 1);
            }
            self.markup.raw("</tr>");
        }
    }

    fn end_cell(&mut self, at: usize) {
        self.markup.raw(if at == 0 { "</th>" } else { "</td>" });
    }
}
