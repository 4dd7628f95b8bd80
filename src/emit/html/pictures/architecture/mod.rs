//! The technology: what feeds what, what stands alone, and which functions each supports.

mod boxes;
mod feeds;
mod layout;

use self::layout::Layout;
use super::drawing::Drawing;
use super::face::{Anchor, SOFT};
use super::figure::Figure;
use xwalk_report::counted;
use xwalk_report::posture::{Declared, Landscape};

/// The architecture; empty where there is no technology, or so much that it cannot be drawn.
pub(crate) fn architecture(landscape: &Landscape<'_>) -> String {
    let layers = landscape.layers.as_deref();
    let Some(layers) = layers.filter(|_| !landscape.technologies.is_empty()) else {
        return String::new();
    };
    let layout = Layout::of(landscape, layers);
    let mut drawing = Drawing::default();
    feeds::draw(&mut drawing, landscape, &layout);
    if let Some(top) = layout.isolated_from {
        drawing.line("year", (0, top), (layout.width, top));
        drawing.text(
            SOFT,
            Anchor::Start,
            (0, top + 20),
            "Feeds nothing, and is fed by nothing",
        );
    }
    for technology in &landscape.technologies {
        if let Some(area) = layout.boxes.get(technology.name) {
            boxes::draw(&mut drawing, landscape, technology, *area);
        }
    }
    Figure {
        name: "architecture",
        title: "Technology: what feeds what",
        description: &description(landscape),
        caption: "An arrow leads from a technology to what it feeds. The tags name the functions in which it supports a control; \
            “alone for” counts the controls that nothing else supports.",
        remarks: &remarks(landscape),
        size: (layout.width, layout.height),
    }
    .html(drawing)
}

fn description(landscape: &Landscape<'_>) -> String {
    let feeds: usize = landscape
        .technologies
        .iter()
        .map(|one| one.feeds.len())
        .sum();
    let mut said = format!(
        "{}, {}.",
        counted(landscape.technologies.len(), "technology", "technologies"),
        counted(
            feeds,
            "feed from one to another",
            "feeds from one to another"
        ),
    );
    for technology in landscape
        .technologies
        .iter()
        .filter(|one| !one.feeds.is_empty())
    {
        said.push_str(&format!(
            " {} feeds {}.",
            technology.name,
            technology.feeds.join(", ")
        ));
    }
    said
}

/// What is missing, or wrong.
fn remarks(landscape: &Landscape<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    let holes = landscape
        .capabilities
        .iter()
        .filter(|one| one.kinds.is_empty());
    let holes: Vec<&str> = holes.map(|one| one.function.identifier()).collect();
    if !holes.is_empty() {
        remarks.push(format!("No technology supports {}.", holes.join(", ")));
    }
    if !landscape.isolated.is_empty() {
        remarks.push(format!("Alone: {}.", landscape.isolated.join(", ")));
    }
    for circle in &landscape.circles {
        let closed: Vec<&str> = circle
            .iter()
            .chain(circle.first())
            .map(Declared::as_str)
            .collect();
        remarks.push(format!("A circle (↻): {}.", closed.join(" → ")));
    }
    remarks
}
