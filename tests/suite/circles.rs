//! No circle of more than two files inside a room: who reads one of them need not hold all others in mind.
//!
//! A name counts for the file in which it is declared: what a façade only passes on (`pub use`) ties nobody to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{File, files, refuse, word};

#[test]
fn no_circle_is_larger_than_two_files() {
    let circles = Modules::read().circles();
    let circles = circles.iter();
    refuse(circles.map(|circle| format!("a circle of {}", circle.join(", "))));
}

/// The modules of the program, by path.
struct Modules(BTreeMap<String, Module>);

/// What a file names.
struct Module {
    /// The macros that it exports: wherever they stand, Cargo knows them at the root of their package.
    macros: BTreeSet<String>,
    /// What its `use` lines name, by the name that they give it.
    uses: BTreeMap<String, Use>,
    /// The code without them.
    code: String,
}

/// A name from elsewhere.
struct Use {
    /// Its path, from the root of the crate.
    path: String,
    /// Whether it is passed on.
    is_public: bool,
}

impl Modules {
    fn read() -> Self {
        let files = files();
        let files = files.iter().filter(|file| file.package != "src");
        let names: BTreeMap<String, &File> = files.map(|file| (module(&file.name), file)).collect();
        let mut modules = Self(BTreeMap::new());
        for (name, file) in &names {
            let children = names.keys().filter_map(|other| {
                let child = other.strip_prefix(name.as_str())?.strip_prefix("::")?;
                (!child.contains("::")).then_some(child)
            });
            let children: BTreeSet<&str> = children.collect();
            modules
                .0
                .insert(name.clone(), Module::of(name, file, &children));
        }
        modules
    }

    /// The module in which a path is declared.
    fn declaring(&self, path: &str) -> Option<&str> {
        let mut path = path.to_owned();
        // A name is passed on a few times at the most.
        for _ in 0..8 {
            let inside = |module: &&String| {
                let tail = path.strip_prefix(module.as_str());
                tail.is_some_and(|tail| tail.is_empty() || tail.starts_with("::"))
            };
            let module = self.0.keys().filter(inside).max_by_key(|one| one.len())?;
            let tail = path[module.len()..].trim_start_matches("::").to_owned();
            let (name, rest) = tail.split_once("::").unwrap_or((&tail, ""));
            match self.0[module].uses.get(name) {
                Some(passed) if passed.path != path => {
                    path = format!("{}::{rest}", passed.path);
                    path.truncate(path.trim_end_matches("::").len());
                }
                _ => {
                    let below = |other: &&String| other.starts_with(module.as_str());
                    let mut others = self.0.keys().filter(below);
                    let macros = others.find(|other| self.0[*other].macros.contains(name));
                    return Some(macros.unwrap_or(module));
                }
            }
        }
        None
    }

    /// The other modules that one needs.
    fn needs(&self, name: &str) -> BTreeSet<&str> {
        let module = &self.0[name];
        let uses = module.uses.iter().filter(|(name, used)| {
            !used.is_public || words(&module.code).any(|word| word == name.as_str())
        });
        let uses = uses.map(|(_, used)| used.path.clone());
        let inline = paths_in(name, &module.code).into_iter();
        let declaring = uses.chain(inline).filter_map(|path| self.declaring(&path));
        declaring.filter(|module| *module != name).collect()
    }

    /// All circles of more than two modules of one room.
    fn circles(&self) -> Vec<Vec<String>> {
        let needs: BTreeMap<&str, BTreeSet<&str>> = self
            .0
            .keys()
            .map(|name| (name.as_str(), self.needs(name)))
            .collect();
        let reached: BTreeMap<&str, BTreeSet<&str>> = needs
            .keys()
            .map(|name| (*name, reached(&needs, name)))
            .collect();
        let circles = reached.iter().map(|(name, others)| {
            let others = others
                .iter()
                .filter(|other| reached[**other].contains(name));
            others.map(|other| (*other).to_owned()).collect()
        });
        let mut circles: Vec<Vec<String>> = circles.filter(|it: &Vec<_>| it.len() > 2).collect();
        circles.sort();
        circles.dedup();
        circles
    }
}

/// All modules that one needs, and those that these need, and so on.
fn reached<'m>(needs: &BTreeMap<&'m str, BTreeSet<&'m str>>, from: &'m str) -> BTreeSet<&'m str> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        next.extend(needs[at].iter().filter(|to| reached.insert(**to)));
    }
    reached
}

impl Module {
    fn of(name: &str, file: &File, children: &BTreeSet<&str>) -> Self {
        let mut uses = BTreeMap::new();
        let mut code = String::new();
        let mut open: Option<String> = None;
        for (_, line) in file.code() {
            let line = file.rooted(line);
            let line = line.as_str();
            let begins = ["use ", "pub use ", "pub(super) use ", "pub(crate) use "];
            if open.is_none()
                && begins
                    .iter()
                    .any(|begin| line.trim_start().starts_with(begin))
            {
                open = Some(String::new());
            }
            let Some(text) = &mut open else {
                code += line;
                code.push('\n');
                continue;
            };
            text.push_str(line);
            text.push('\n');
            if line.trim_end().ends_with(';') {
                let text = open.take().unwrap();
                let (way, paths) = text.split_once("use ").unwrap();
                let mut found = Vec::new();
                paths_at("", paths, &mut found);
                for (path, given) in found {
                    let is_public = !way.trim().is_empty();
                    if let Some(path) = absolute(name, children, &path) {
                        uses.insert(given, Use { path, is_public });
                    }
                }
            }
        }
        // Written out, a child's path is as good as one from the root.
        for child in children {
            let bare = format!("{child}::");
            if uses.contains_key(*child) {
                continue;
            }
            for (at, _) in code.clone().match_indices(&bare) {
                let before = code[..at].chars().next_back();
                if !before.is_some_and(|it| it.is_alphanumeric() || matches!(it, '_' | ':' | '.')) {
                    let path = format!("{name}::{child}::{}", word(&code[at + bare.len()..]));
                    let given = format!("{child}::{}", word(&code[at + bare.len()..]));
                    let is_public = false;
                    uses.insert(given, Use { path, is_public });
                }
            }
        }
        let lines: Vec<&str> = file.code().map(|(_, line)| line).collect();
        let exported = lines.windows(2).filter(|pair| pair[0] == "#[macro_export]");
        let macros =
            exported.map(|pair| word(pair[1].trim_start_matches("macro_rules! ")).to_owned());
        Self {
            macros: macros.collect(),
            uses,
            code,
        }
    }
}

/// `src/emit/xlsx/posture/mod.rs` as `crate::emit::xlsx::posture`.
fn module(name: &str) -> String {
    let path = name.trim_start_matches("src/").trim_end_matches(".rs");
    format!(
        "crate::{}",
        path.trim_end_matches("/mod").replace('/', "::")
    )
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|character: char| !character.is_alphanumeric() && character != '_')
}

/// A path from the root of the crate; nothing for one of an outside library.
fn absolute(module: &str, children: &BTreeSet<&str>, path: &str) -> Option<String> {
    let (first, rest) = path.split_once("::").unwrap_or((path, ""));
    match first {
        "crate" => Some(path.to_owned()),
        "self" => Some(format!("{module}::{rest}")),
        "super" => {
            let (parent, _) = module.rsplit_once("::")?;
            match rest.starts_with("super") {
                true => absolute(parent, children, rest),
                false => Some(format!("{parent}::{rest}")),
            }
        }
        child if children.contains(child) => Some(format!("{module}::{path}")),
        _ => None,
    }
}

/// The paths within the crate that code names as it goes, from the root.
fn paths_in(module: &str, code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for way in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(way) {
            let before = &code[..at];
            // `pub(in crate::rules)` names nothing, and `super::super::x` begins once.
            if before.ends_with("in ") || before.ends_with("::") {
                continue;
            }
            let mut found = Vec::new();
            paths_at("", &code[at..], &mut found);
            let found = found.into_iter();
            paths.extend(found.filter_map(|(path, _)| absolute(module, &BTreeSet::new(), &path)));
        }
    }
    paths
}

/// The paths that begin with a base, one for each name in braces, each with the name that it gives; answers what stands
/// behind them.
fn paths_at<'t>(base: &str, text: &'t str, paths: &mut Vec<(String, String)>) -> &'t str {
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches([',', ' ', '\n']);
            // A comma may stand behind the last of them.
            if let Some(behind) = rest.strip_prefix('}') {
                return behind;
            }
            rest = paths_at(base, rest, paths);
            rest = rest.trim_start();
            match rest.strip_prefix('}') {
                Some(behind) => return behind,
                None if rest.starts_with(',') => {}
                None => return rest,
            }
        }
    }
    let name = word(text);
    let separator = if base.is_empty() { "" } else { "::" };
    let path = match name {
        // `host::{self}` names `host`.
        "self" if !base.is_empty() => base.to_owned(),
        name => format!("{base}{separator}{name}"),
    };
    let behind = &text[name.len()..];
    match behind.strip_prefix("::") {
        Some(inside) if !name.is_empty() => paths_at(&path, inside, paths),
        _ => {
            let given = match behind.strip_prefix(" as ") {
                Some(other) => word(other),
                None => path.rsplit("::").next().unwrap(),
            };
            paths.push((path.clone(), given.to_owned()));
            match behind.strip_prefix(" as ") {
                Some(other) => &other[word(other).len()..],
                None => behind,
            }
        }
    }
}
