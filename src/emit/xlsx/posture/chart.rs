//! The burn-up as a chart that spreadsheets draw themselves.

use rust_xlsxwriter::{
    Chart, ChartAxisDateUnitType, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color,
};

use crate::cell::shorten;

/// Ink, marker and dash of each line: no two are told apart by colour alone. They begin anew after the last.
const LINES: [(u32, ChartMarkerType, ChartLineDashType); 6] = [
    (
        0x001F_3A5F,
        ChartMarkerType::Circle,
        ChartLineDashType::Solid,
    ),
    (
        0x008C_2F39,
        ChartMarkerType::Square,
        ChartLineDashType::Dash,
    ),
    (
        0x000F_5138,
        ChartMarkerType::Triangle,
        ChartLineDashType::Solid,
    ),
    (
        0x0055_2E82,
        ChartMarkerType::Diamond,
        ChartLineDashType::Dash,
    ),
    (0x005E_4200, ChartMarkerType::X, ChartLineDashType::Solid),
    (
        0x0052_606D,
        ChartMarkerType::PlusSign,
        ChartLineDashType::Dash,
    ),
];
/// The lines of the grid, lighter than all that is drawn over them.
const GRID: Color = Color::RGB(0x00D5_DBE1);
/// How many labels the axis of the days has room for.
const LABELS: u16 = 12;
/// The longest text that describes a chart, in UTF-16 units.
const LONGEST_TEXT: usize = 250;

/// A line of the chart: the lines of the sheet that hold it, counted from 0. The first cell of the first of them names it:
/// a name that is given as text could be taken for a formula.
pub(super) struct Series {
    /// Its first line.
    pub first: u32,
    /// Its last.
    pub last: u32,
}

/// The controls that are met, over so many months: days and counts stand in these columns of a sheet.
pub(super) fn burn_up(
    sheet: &str,
    [days, met]: [u16; 2],
    roadmap: &str,
    months: u16,
    series: &[Series],
) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    for (line, (ink, marker, dash)) in series.iter().zip(LINES.iter().cycle()) {
        let ink = Color::RGB(*ink);
        let fill = ChartSolidFill::new().set_color(ink).clone();
        let outline = ChartLine::new()
            .set_color(ink)
            .set_width(2)
            .set_dash_type(*dash)
            .clone();
        let marker = ChartMarker::new()
            .set_type(*marker)
            .set_size(6)
            .set_format(ChartFormat::new().set_solid_fill(&fill))
            .clone();
        chart
            .add_series()
            .set_name((sheet, line.first, 0))
            .set_categories((sheet, line.first, days, line.last, days))
            .set_values((sheet, line.first, met, line.last, met))
            .set_format(ChartFormat::new().set_line(&outline))
            .set_marker(&marker);
    }
    let small = ChartFont::new().set_size(9).clone();
    // The name of the roadmap and not its title: that could be taken for a formula too.
    chart
        .title()
        .set_name(format!("Controls met in the course of {roadmap}").as_str())
        .set_font(ChartFont::new().set_size(12).set_bold());
    chart
        .x_axis()
        .set_name("End of the initiatives")
        .set_num_format("yyyy-mm")
        .set_date_axis(true)
        .set_major_unit(f64::from(months / LABELS + 1))
        .set_major_unit_date_type(ChartAxisDateUnitType::Months)
        .set_font(ChartFont::new().set_size(9).set_rotation(-45));
    chart
        .y_axis()
        .set_name("Controls met")
        .set_min(0)
        .set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.75))
        .set_font(&small);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let text = format!(
        "Line chart: how many controls are met today and after each initiative of {roadmap}, one line for each framework. The numbers are in the table beside it, column met."
    );
    chart
        .set_name("Burn-up")
        .set_alt_text(shorten(text.into(), LONGEST_TEXT))
        .set_width(800)
        .set_height(520);
    chart
}
