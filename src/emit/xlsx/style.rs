//! Colours and formats. Every text has a contrast of at least 4.5 to 1 on its own ground (WCAG AA), and no colour
//! stands without a word or a number.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::cell::Look;
use xwalk_report::Verdict;

/// A number that may be lower: `≤ 1`, and still the number 1.
const AT_MOST: &str = "\"≤ \"0";

/// The one font; readers without it get one of the same widths (Carlito).
const FONT: &str = "Calibri";
/// Deep blue: titles, headers.
pub(super) const NAVY: Color = Color::RGB(0x001F_3A5F);
const INK: Color = Color::RGB(0x001F_2933);
const MUTED: Color = Color::RGB(0x0052_606D);
const LINK: Color = Color::RGB(0x000B_5394);
/// What is proved: ground of headers and ink, and the ground of cells.
const PROVED: Color = Color::RGB(0x0055_2E82);
const PROVED_GROUND: Color = Color::RGB(0x00F5_F0FA);
const RULE: Color = Color::RGB(0x00D5_DBE1);
const TOP: Color = Color::RGB(0x00DF_E7F0);
const INNER: Color = Color::RGB(0x00F1_F4F8);
const CAUTION: Color = Color::RGB(0x00FF_F1CC);
const CAUTION_INK: Color = Color::RGB(0x005E_4200);

/// The rank of a line in its hierarchy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The top of a hierarchy, such as a function.
    Top,
    /// Something with others below it.
    Inner,
    /// Everything else.
    Leaf,
}

impl Rank {
    /// All ranks.
    pub const ALL: [Self; 3] = [Self::Top, Self::Inner, Self::Leaf];

    /// The rank of a control at this depth.
    pub const fn of(depth: u8, has_children: bool) -> Self {
        match (depth, has_children) {
            (0, true) => Self::Top,
            (_, true) => Self::Inner,
            (_, false) => Self::Leaf,
        }
    }
}

/// Ground and ink of a verdict.
const fn verdict_colours(verdict: Verdict) -> (Color, Color) {
    let (ground, ink) = match verdict {
        Verdict::Full => (0x00CB_E6D8, 0x000B_4A32),
        Verdict::Overlap => (0x00FB_E7B5, 0x005E_4200),
        Verdict::Related => (0x00DD_E4F5, 0x0027_3A6E),
        Verdict::Gap => (0x00F6_CFCA, 0x007A_1712),
        Verdict::NotReviewed => (0x00E4_E7EB, 0x003E_4C59),
    };
    (Color::RGB(ground), Color::RGB(ink))
}

/// What a colour says of where somebody stands; a word or a sign always says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    /// As it should be.
    Good,
    /// In part, or soon no longer.
    Fair,
    /// Not as it should be.
    Bad,
    /// Does not concern anybody.
    Aside,
    /// Nobody knows, or nothing is said.
    Open,
    /// Known only if drafts are believed.
    Draft,
    /// What contradicts itself.
    Clash,
    /// A span of time.
    Span,
    /// A span of time that decides when all is over.
    Critical,
}

impl Tone {
    /// All tones.
    pub const ALL: [Self; 9] = [
        Self::Good,
        Self::Fair,
        Self::Bad,
        Self::Aside,
        Self::Open,
        Self::Draft,
        Self::Clash,
        Self::Span,
        Self::Critical,
    ];
}

/// Ground and ink of a tone.
const fn tone_colours(tone: Tone) -> (Color, Color) {
    let (ground, ink) = match tone {
        Tone::Good => return verdict_colours(Verdict::Full),
        Tone::Fair => return verdict_colours(Verdict::Overlap),
        Tone::Bad => return verdict_colours(Verdict::Gap),
        Tone::Open => return verdict_colours(Verdict::NotReviewed),
        Tone::Aside => (0x00F1_F1EE, 0x0055_5A52),
        Tone::Draft => (0x00DC_E6F7, 0x0024_3B6B),
        Tone::Clash => (0x00EB_DDF5, 0x0055_2E82),
        Tone::Span => (0x009F_C1E6, 0x0012_2B47),
        Tone::Critical => (0x008C_2F39, 0x00FF_FFFF),
    };
    (Color::RGB(ground), Color::RGB(ink))
}

/// Ground and ink of a step of the heat map: one hue, from light to deep.
const fn heat_colours(step: u8) -> (Color, Color) {
    let (ground, ink) = match step {
        0 => (0x00FF_FFFF, 0x001F_2933),
        1 => (0x00E6_F3EC, 0x001F_2933),
        2 => (0x00C3_E2D2, 0x000F_2F22),
        3 => (0x008F_CBAE, 0x000A_2A1D),
        4 => (0x002F_7D5B, 0x00FF_FFFF),
        _ => (0x000F_5138, 0x00FF_FFFF),
    };
    (Color::RGB(ground), Color::RGB(ink))
}

/// Ground and ink of a share that is neither good nor bad by itself: one hue, from light to deep.
const fn depth_colours(step: u8) -> (Color, Color) {
    let (ground, ink) = match step {
        0 => (0x00FF_FFFF, 0x001F_2933),
        1 => (0x00E8_EFF7, 0x001F_2933),
        2 => (0x00C9_DAEC, 0x0012_2B47),
        3 => (0x009D_BBDB, 0x000C_2038),
        4 => (0x003A_6492, 0x00FF_FFFF),
        _ => (0x001F_3A5F, 0x00FF_FFFF),
    };
    (Color::RGB(ground), Color::RGB(ink))
}

/// What everything starts from.
fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_color(INK)
        .set_align(FormatAlign::Top)
}

/// The height of the title's line, in points.
pub(super) const TITLE_HEIGHT: f64 = 26.0;

/// The title in A1.
pub(super) fn title() -> Format {
    base().set_font_size(16).set_bold().set_font_color(NAVY)
}

/// A heading between two parts of a sheet.
pub(super) fn heading() -> Format {
    base()
        .set_font_size(12)
        .set_bold()
        .set_font_color(NAVY)
        .set_align(FormatAlign::Bottom)
}

/// A line below a title, running over its neighbours.
pub(super) fn caption() -> Format {
    base().set_font_color(MUTED)
}

/// A name before a fact.
pub(super) fn label() -> Format {
    base().set_bold()
}

/// A line that must not be overlooked.
pub(super) fn caution() -> Format {
    base()
        .set_background_color(CAUTION)
        .set_font_color(CAUTION_INK)
}

/// A link outside tables.
pub(super) fn link() -> Format {
    linked(base())
}

/// A column's header.
pub(super) fn header() -> Format {
    base()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(NAVY)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(RULE)
}

/// The header of a column that holds what is proved.
pub(super) fn proved_header() -> Format {
    header().set_background_color(PROVED)
}

/// A narrow column's header, read from below.
pub(super) fn upright_header() -> Format {
    header()
        .set_rotation(90)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::Bottom)
}

fn linked(format: Format) -> Format {
    format
        .set_font_color(LINK)
        .set_underline(rust_xlsxwriter::FormatUnderline::Single)
}

/// The format of a cell.
pub(super) fn cell(look: Look, rank: Rank, is_link: bool) -> Format {
    let format = base()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(RULE);
    let format = match rank {
        Rank::Top => format.set_background_color(TOP).set_bold(),
        Rank::Inner => format.set_background_color(INNER).set_bold(),
        Rank::Leaf => format,
    };
    let centred = |format: Format| format.set_align(FormatAlign::Center);
    let number = |format: Format| {
        format
            .set_num_format("#,##0")
            .unset_text_wrap()
            .set_align(FormatAlign::Right)
            .set_indent(1)
    };
    let coloured = |format: Format, (ground, ink): (Color, Color)| {
        format.set_background_color(ground).set_font_color(ink)
    };
    match look {
        Look::Text | Look::Identifier if is_link => linked(format),
        Look::Text | Look::Identifier => format,
        Look::Muted if is_link => linked(format),
        Look::Muted => format.unset_bold().set_font_color(MUTED),
        Look::Centred if is_link => linked(centred(format)),
        Look::Centred => centred(format),
        Look::Count if is_link => linked(number(format)),
        Look::Count => number(format),
        Look::Decimal => number(format).set_num_format("#,##0.000"),
        Look::Date => centred(format).set_num_format("yyyy-mm-dd"),
        Look::Toned(tone) if is_link => {
            linked(centred(format)).set_background_color(tone_colours(tone).0)
        }
        Look::Toned(tone) => coloured(centred(format), tone_colours(tone)),
        Look::TonedCount(tone) => coloured(number(format), tone_colours(tone)),
        Look::Mark(tone) => coloured(centred(format), tone_colours(tone))
            .unset_text_wrap()
            .set_shrink(),
        Look::Share => format.set_num_format("0.00%"),
        Look::HeatShare(step) => coloured(format, heat_colours(step)).set_num_format("0.00%"),
        Look::Depth(step) => coloured(centred(format), depth_colours(step)),
        Look::Heat(step) => coloured(centred(format), heat_colours(step)),
        Look::HeatAtMost(step) => {
            coloured(centred(format), heat_colours(step)).set_num_format(AT_MOST)
        }
        Look::AtMost => centred(format).set_num_format(AT_MOST),
        Look::Verdict(verdict) => coloured(centred(format), verdict_colours(verdict)),
        Look::Proved => match rank {
            Rank::Leaf => format.set_background_color(PROVED_GROUND),
            Rank::Top | Rank::Inner => format,
        }
        .set_font_color(PROVED)
        .set_italic(),
        Look::Unchanged => centred(format).unset_bold().set_font_color(MUTED),
        Look::UnchangedCount => number(format).unset_bold().set_font_color(MUTED),
        Look::ProvedCount => number(format).set_font_color(PROVED).set_italic(),
        Look::ProvedLetter => centred(format)
            .set_background_color(PROVED_GROUND)
            .set_font_color(PROVED)
            .set_italic()
            .set_bold()
            .unset_text_wrap()
            .set_shrink(),
        Look::Letter(verdict) => coloured(centred(format), verdict_colours(verdict))
            .set_bold()
            .unset_text_wrap()
            .set_shrink(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of a colour (WCAG 2.2).
    fn luminance(colour: Color) -> f64 {
        let value = match colour {
            Color::RGB(value) => value,
            Color::White => 0x00FF_FFFF,
            other => panic!("{other:?}"),
        };
        let part = |shift: u32| {
            let share = f64::from((value >> shift) & 0xFF) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    #[test]
    fn every_text_can_be_told_from_its_ground() {
        let mut pairs = vec![
            (NAVY, Color::White),
            (PROVED, Color::White),
            (CAUTION, CAUTION_INK),
        ];
        for ground in [Color::White, TOP, INNER, PROVED_GROUND] {
            pairs.extend([INK, MUTED, LINK, NAVY, PROVED].map(|ink| (ground, ink)));
        }
        pairs.extend(Verdict::ALL.map(verdict_colours));
        pairs.extend((0..6).map(heat_colours));
        pairs.extend((0..6).map(depth_colours));
        pairs.extend(Tone::ALL.map(tone_colours));
        // Links keep their own ink, and stand on the lighter grounds only.
        pairs.extend(
            [Tone::Good, Tone::Fair, Tone::Bad, Tone::Open]
                .map(|tone| (tone_colours(tone).0, LINK)),
        );
        for (ground, ink) in pairs {
            let (one, other) = (luminance(ground), luminance(ink));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(
                contrast >= 4.5,
                "{ink:?} on {ground:?} has {contrast:.1} to 1"
            );
        }
    }
}
