//! What a cell says, how it looks, where it leads.

use std::borrow::Cow;

use rust_xlsxwriter::ExcelDateTime;

use super::style::Tone;
use xwalk_report::posture::Date;
use xwalk_report::{Share, Verdict};

/// The most that Excel keeps of one text, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// The content of one cell, before it is written.
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    /// What it says.
    pub value: Value<'a>,
    /// How it looks.
    pub look: Look,
    /// Where a click leads: an address made by [`super::place`], never user text.
    pub link: Option<String>,
}

/// What a cell says. Identifiers are always texts: `1.10` is not 1.1.
#[derive(Clone, Debug)]
pub(super) enum Value<'a> {
    /// Nothing.
    Blank,
    /// A text; never evaluated, whatever it begins with.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Running text.
    Text,
    /// An identifier.
    Identifier,
    /// Something of second rank.
    Muted,
    /// A short word, centred.
    Centred,
    /// A count.
    Count,
    /// A number with three digits behind the point.
    Decimal,
    /// A day.
    Date,
    /// A short word, coloured.
    Toned(Tone),
    /// A count, coloured.
    TonedCount(Tone),
    /// One sign in a narrow cell of a grid, coloured.
    Mark(Tone),
    /// A share, as a percentage.
    Share,
    /// The share of full, 0 to 5: the more, the deeper.
    Heat(u8),
    /// A number of that heat map that may be lower.
    HeatAtMost(u8),
    /// A number that may be lower.
    AtMost,
    /// A share of something that is neither good nor bad by itself, 0 to 5: the more, the deeper.
    Depth(u8),
    /// A share with the ground of the heat map.
    HeatShare(u8),
    /// A verdict.
    Verdict(Verdict),
    /// Something that is proved.
    Proved,
    /// A letter in a grid for what is proved.
    ProvedLetter,
    /// A word that says the same with proofs as without, centred.
    Unchanged,
    /// A count that is the same with proofs as without.
    UnchangedCount,
    /// A count that proofs make differ from the stated one.
    ProvedCount,
    /// One letter in a grid, coloured as a verdict.
    Letter(Verdict),
}

impl Look {
    /// All looks.
    pub fn all() -> impl Iterator<Item = Self> {
        let plain = [
            Self::Text,
            Self::Identifier,
            Self::Muted,
            Self::Centred,
            Self::Count,
            Self::Decimal,
            Self::Date,
            Self::Share,
            Self::AtMost,
            Self::Proved,
            Self::ProvedLetter,
            Self::Unchanged,
            Self::UnchangedCount,
            Self::ProvedCount,
        ];
        let toned = |tone| [Self::Toned(tone), Self::TonedCount(tone), Self::Mark(tone)];
        let steps = |step| {
            [
                Self::Heat(step),
                Self::HeatAtMost(step),
                Self::Depth(step),
                Self::HeatShare(step),
            ]
        };
        let verdicts = |verdict| [Self::Verdict(verdict), Self::Letter(verdict)];
        (plain.into_iter())
            .chain(Tone::ALL.into_iter().flat_map(toned))
            .chain((0..=5).flat_map(steps))
            .chain(Verdict::ALL.into_iter().flat_map(verdicts))
    }
}

impl<'a> Cell<'a> {
    /// An empty cell.
    pub const BLANK: Self = Self {
        value: Value::Blank,
        look: Look::Text,
        link: None,
    };

    /// A cell with a text; an empty text makes an empty cell.
    pub fn new(text: impl Into<Cow<'a, str>>, look: Look) -> Self {
        let text = text.into();
        let value = if text.is_empty() {
            Value::Blank
        } else {
            Value::Text(cut(text))
        };
        Self {
            value,
            look,
            link: None,
        }
    }

    /// Running text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Look::Text)
    }

    /// Running text, if there is one.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::BLANK, Self::text)
    }

    /// An identifier.
    pub fn identifier(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Look::Identifier)
    }

    /// A text of second rank.
    pub fn muted(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Look::Muted)
    }

    /// A short word, centred.
    pub fn centred(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Look::Centred)
    }

    /// `yes` or `no`.
    pub fn yes(holds: bool) -> Self {
        Self::centred(if holds { "yes" } else { "no" })
    }

    /// A count.
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    pub fn count(count: usize) -> Self {
        Self {
            value: Value::Number(count as f64),
            look: Look::Count,
            link: None,
        }
    }

    /// A count, if there is one.
    pub fn maybe_count(count: Option<usize>) -> Self {
        count.map_or(Self::BLANK, Self::count)
    }

    /// A count of second rank.
    pub fn muted_count(count: usize) -> Self {
        Self::count(count).look(Look::UnchangedCount)
    }

    /// So many less than none.
    pub fn negative(count: usize) -> Self {
        let mut cell = Self::count(count);
        if let Value::Number(number) = &mut cell.value {
            *number = -*number;
        }
        cell
    }

    /// The same number as one that may be lower.
    pub fn at_most(self) -> Self {
        let look = match self.look {
            Look::Heat(step) => Look::HeatAtMost(step),
            _ => Look::AtMost,
        };
        self.look(look)
    }

    /// One number by another, rounded to a millionth: programs keep no more than fifteen digits.
    #[expect(clippy::cast_precision_loss, reason = "rounded in any case")]
    pub fn quotient(numerator: u64, denominator: u64) -> Self {
        const MILLION: u128 = 1_000_000;
        let denominator = u128::from(denominator.max(1));
        let millionths = (u128::from(numerator) * MILLION + denominator / 2) / denominator;
        Self {
            value: Value::Number(millionths as f64 / MILLION as f64),
            look: Look::Decimal,
            link: None,
        }
    }

    /// A day that can be filtered and computed with; as text where it lies before all that Excel can count.
    pub fn date(day: Date) -> Self {
        match ExcelDateTime::from_ymd(day.year, day.month, day.day) {
            Ok(known) => Self {
                value: Value::Number(known.to_excel()),
                look: Look::Date,
                link: None,
            },
            Err(_) => Self::centred(day.to_string()),
        }
    }

    /// A day, if there is one.
    pub fn maybe_date(day: Option<Date>) -> Self {
        day.map_or(Self::BLANK, Self::date)
    }

    /// A short word, coloured.
    pub fn toned(text: impl Into<Cow<'a, str>>, tone: Tone) -> Self {
        Self::new(text, Look::Toned(tone))
    }

    /// A share, shown as a percentage; where there is none, that there is nothing to count.
    pub fn share(share: Option<Share>) -> Self {
        match share {
            Some(share) => Self::percentage(share.basis_points()),
            None => Self::centred(Share::NOTHING),
        }
    }

    /// Basis points, shown as a percentage: more than all of them, too.
    pub fn percentage(basis_points: u32) -> Self {
        Self {
            value: Value::Number(f64::from(basis_points) / 10_000.0),
            look: Look::Share,
            link: None,
        }
    }

    /// A verdict, as word and colour.
    pub fn verdict(verdict: Verdict) -> Self {
        Self::new(verdict.word(), Look::Verdict(verdict))
    }

    /// The same cell, leading to an address.
    pub fn to(mut self, address: String) -> Self {
        self.link = Some(address);
        self
    }

    /// The same cell, looking otherwise.
    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }
}

/// The text, or as much of it as a cell holds and a mark that something is missing.
pub(super) fn cut(text: Cow<'_, str>) -> Cow<'_, str> {
    // A text has at least as many bytes as UTF-16 units.
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    shorten(text, LONGEST_TEXT)
}

/// The text in at most `longest` UTF-16 units, the last of them `…` if something is missing.
pub(super) fn shorten(text: Cow<'_, str>, longest: usize) -> Cow<'_, str> {
    if text.encode_utf16().count() <= longest {
        return text;
    }
    let mut units = 1;
    let kept: String = text
        .chars()
        .take_while(|character| {
            units += character.len_utf16();
            units <= longest
        })
        .collect();
    Cow::Owned(kept + "…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_with_a_mark_and_never_inside_a_character() {
        let text = "🔒".repeat(20_000);
        let kept = cut(Cow::Borrowed(&text));
        assert!(kept.ends_with("🔒…"));
        assert_eq!(kept.encode_utf16().count(), LONGEST_TEXT);
        assert_eq!(cut(Cow::Borrowed("short")), "short");
        assert_eq!(shorten(Cow::Borrowed("abcdef"), 4), "abc…");
    }
}
