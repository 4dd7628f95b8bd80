//! How long the stations of the pipeline take.
//!
//! ```sh
//! cargo bench
//! cargo bench -- parse       # only what has this in its name
//! ```
//!
//! Whole processes are measured from outside, with the programs `generate` and `yardstick` beside this one.

mod byte_parser;
mod chance;
mod generator;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use generator::{Plan, generate};
use xwalk::analysis::{self, analyse};
use xwalk::bundled;
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::emit::EMITTERS;
use xwalk::report::{self, Report};
use xwalk::source::{Origin, Source, SourceId, SourceMap};
use xwalk::syntax::ast::Date;
use xwalk::syntax::parse;
use xwalk::write::format;

criterion_group!(stations, check, reading, formatting, outputs);
criterion_main!(stations);

fn bundled_sources() -> SourceMap {
    SourceMap::new(bundled::sources().collect())
}

/// A file with so many rows, 25 to a control.
fn generated(rows: usize) -> Source {
    let plan = Plan {
        rows,
        controls: rows / 25,
        frameworks: 2,
        mappings: 1,
    };
    Source::new("generated.xwalk", generate(plan), Origin::Workspace)
}

/// All that `xwalk check` does with the bundled frameworks and crosswalks, files aside.
fn check(criterion: &mut Criterion) {
    let sources = bundled_sources();
    criterion.bench_function("check/bundled", |bencher| {
        bencher.iter(|| compile(&sources, &Levels::default()));
    });
}

/// From text to tree, by the program and by the yardstick.
fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    group.sample_size(10);
    for rows in [10_000, 100_000] {
        let source = generated(rows);
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_with_input(
            BenchmarkId::new("pest", rows),
            &source,
            |bencher, source| {
                bencher.iter(|| parse(SourceId(0), source));
            },
        );
        group.bench_with_input(
            BenchmarkId::new("bytes", rows),
            &source,
            |bencher, source| {
                bencher.iter(|| byte_parser::parse(SourceId(0), black_box(source.text())));
            },
        );
    }
}

/// Canonical text of a generated file.
fn formatting(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("format");
    group.sample_size(10);
    let source = generated(10_000);
    group.throughput(Throughput::Bytes(source.text().len() as u64));
    group.bench_function("10000", |bencher| bencher.iter(|| format(&source)));
}

/// The report on the bundled content, and every output that is written from it.
fn outputs(criterion: &mut Criterion) {
    let sources = bundled_sources();
    let compilation = compile(&sources, &Levels::default());
    let mut group = criterion.benchmark_group("output");
    group.sample_size(10);
    group.bench_function("report", |bencher| {
        bencher.iter(|| report(&compilation, &sources));
    });
    let report = report(&compilation, &sources);
    for emitter in EMITTERS {
        group.bench_function(emitter.name, |bencher| {
            bencher.iter(|| (emitter.emit)(&report, &xwalk::emit::html::Templates::default()));
        });
    }
}

fn report<'m>(compilation: &'m Compilation<'_>, sources: &'m SourceMap) -> Report<'m> {
    let model = &compilation.model;
    let facts = analyse(model, analysis::Options::default());
    let date = Date {
        year: 2026,
        month: 11,
        day: 23,
    };
    let options = report::Options::on(date);
    report::build(model, &facts, sources, &compilation.diagnostics, &options)
}
