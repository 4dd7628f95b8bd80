//! What has to be assessed only once, and what single controls cover elsewhere.

use super::anchors;
use super::arguments::Arguments;
use super::markup::Markup;
use crate::report::Control;

/// The classes of controls that are equal.
pub(super) fn classes(arguments: Arguments<'_, '_>) -> String {
    let mut markup = Markup::default();
    for class in &arguments.report.overlap.classes {
        markup.raw("<li><ul>");
        for (at, control) in shown(arguments, class) {
            markup.raw("<li>");
            name(&mut markup, arguments, at, control);
            markup
                .raw(" <span class=\"t\">")
                .text(&control.title)
                .raw("</span></li>");
        }
        markup.raw("</ul></li>");
    }
    markup.finish()
}

/// What each control covers, a line for each that covers anything.
pub(super) fn covers(arguments: Arguments<'_, '_>) -> String {
    let mut markup = Markup::default();
    for covers in &arguments.report.overlap.covers {
        let Some(control) = arguments.report.controls.get(covers.control) else {
            continue;
        };
        markup.raw("<tr><th scope=\"row\">");
        name(&mut markup, arguments, covers.control, control);
        markup
            .raw(" <span class=\"t\">")
            .text(&control.title)
            .raw("</span></th><td class=\"n\">");
        markup.number(covers.covered.len()).raw("</td><td>");
        let covered: Vec<_> = shown(arguments, &covers.covered).collect();
        for group in covered.chunk_by(|(_, one), (_, next)| one.framework == next.framework) {
            markup.raw("<p>");
            for (number, (at, control)) in group.iter().enumerate() {
                if number == 0 {
                    origin(&mut markup, arguments, control);
                }
                markup.raw(if number == 0 { " " } else { ", " });
                let address = anchors::link(arguments.anchors.control(*at));
                markup.link("id", &address, control.identifier);
            }
            markup.raw("</p>");
        }
        markup.raw("</td></tr>");
    }
    markup.finish()
}

fn shown<'r, 'm>(
    arguments: Arguments<'r, 'm>,
    controls: &'r [usize],
) -> impl Iterator<Item = (usize, &'r Control<'m>)> {
    let controls = controls.iter();
    controls.filter_map(move |&at| Some((at, arguments.report.controls.get(at)?)))
}

/// The identifier as a link, with its framework.
fn name(markup: &mut Markup, arguments: Arguments<'_, '_>, at: usize, control: &Control<'_>) {
    let address = anchors::link(arguments.anchors.control(at));
    markup.link("id", &address, control.identifier).raw(" ");
    origin(markup, arguments, control);
}

fn origin(markup: &mut Markup, arguments: Arguments<'_, '_>, control: &Control<'_>) {
    let framework = arguments.report.frameworks.get(control.framework);
    if let Some(framework) = framework {
        markup
            .raw("<span class=\"chip\">")
            .text(&framework.short)
            .raw("</span>");
    }
}
