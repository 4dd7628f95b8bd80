//! The pictures of a posture: what they say in numbers, and that nothing lies over anything.

use std::collections::BTreeSet;

use xwalk::analysis::{Options as Counting, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::emit::html::pictures;
use xwalk::report::{Options, Posture, PostureOptions, build};
use xwalk::syntax::ast::{Date, Status};

use crate::harness::{path, read, sources};

/// What is asked of the only posture of these files.
fn with<T>(files: Vec<(String, String)>, ask: impl FnOnce(&Posture<'_>) -> T) -> T {
    let sources = sources(files);
    let compilation = compile(&sources, &Levels::default());
    let counting = Counting {
        status_floor: Status::Draft,
    };
    let facts = analyse(&compilation.model, counting);
    let options = Options {
        posture: Some(PostureOptions::default()),
        ..Options::on(Date::new(2026, 11, 23).unwrap())
    };
    let report = build(&compilation.model, &facts, &sources, &[], &options);
    ask(report.postures.first().unwrap())
}

/// The files of the example, each changed.
fn example(change: impl Fn(&str, String) -> String) -> Vec<(String, String)> {
    let folder = path("mappings/examples/acme-health");
    let names = [
        "organization", "governance", "risks", "technology", "playbooks", "evidence", "assessment", "assessment-2025", "roadmap",
    ];
    names
        .iter()
        .map(|name| {
            let text = read(&folder.join(format!("{name}.xwalk")));
            (format!("acme/{name}.xwalk"), change(name, text))
        })
        .collect()
}

#[test]
fn look() {
    let Ok(to) = std::env::var("LOOK") else { return };
    let style = read(&path("templates/report.css")) + &read(&path("templates/pictures.css"));
    let write = |name: &str, all: Vec<String>| {
        let html = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'><style>{style}\nbody{{display:block}}</style><main>{}</main>",
            all.concat()
        );
        std::fs::write(format!("{to}/{name}.html"), html).unwrap();
    };
    write("acme", with(example(|_, text| text), pictures));
    let hostile = example(|name, text| {
        let long = "<script>alert(1)</script> & 情報セキュリティ管理 שלום 🦀🦀 &amp; Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";
        let mut out = String::new();
        for line in text.lines() {
            match line.trim_start().split(' ').next() {
                Some("initiative" | "phase" | "roadmap" | "risk" | "technology" | "organization") if name != "assessment" => {
                    let mut parts = line.splitn(3, '"');
                    let (a, t, b) = (parts.next().unwrap(), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
                    out.push_str(&format!("{a}\"{t} {long}\"{b}\n"));
                }
                _ => { out.push_str(line); out.push('\n'); }
            }
        }
        if name == "risks" {
            for number in 0..11 {
                out.push_str(&format!("risk more-{number} \"Another risk of the register {number}\" {{\n threatens ID.AM.a\n likelihood 3\n impact 5\n owner ciso\n}}\n"));
            }
        }
        if name == "organization" {
            out = out.replace("  capacity", "  //");
        }
        if name == "roadmap" {
            out = out.replace("after  asset-register\n      raises ID.RA.c", "after  asset-register, log-onboarding\n      raises ID.RA.c");
        }
        if name == "technology" {
            out = out.replace("  kind     soar", "  kind     soar\n  feeds edr, soar");
        }
        out
    });
    write("hostile", with(hostile, pictures));
    write("none", with(example(|name, text| if ["technology", "playbooks", "risks", "roadmap"].contains(&name) { String::new() } else { text }), pictures));
    if let Ok(folder) = std::env::var("LOOK_AT") {
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).filter(|file| file.extension().is_some_and(|it| it == "xwalk")).map(|file| {
            (file.file_name().unwrap().to_str().unwrap().to_owned(), read(&file))
        });
        write("other", with(files.collect(), pictures));
    }
    let _ = BTreeSet::from([0]);
}
