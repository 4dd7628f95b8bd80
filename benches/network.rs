//! Networks for measuring the reasoner: writes them, decides them, and asks what is known of single nodes.
//!
//! ```sh
//! cargo run --release --example network -- write collection 700000 700 > collection.network
//! cargo run --release --example network -- write chain 40000 0 > chain.network
//! cargo run --release --example network -- decide collection.network
//! cargo run --release --example network -- about collection.network 2000
//! ```
#![expect(
    clippy::disallowed_methods,
    reason = "a program of its own, which reads a file and measures time"
)]

mod chance;
mod networks;

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant};

use chance::Chance;
use networks::{Chain, Collection, Generated, chain, collection, read, write};
use xwalk::reason::{Claim, Network, NetworkError, Node, Reasoner};

const USAGE: &str = "usage: network write collection STATEMENTS INJECTED
       network write chain NODES CLASHES [SPAN]
       network decide FILE
       network about FILE SAMPLES";

/// As many nodes as are asked about for having most statements.
const HUBS: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        ["write", "collection", statements, injected] => {
            to_standard_output(&collection(Collection {
                statements: statements.parse()?,
                injected: injected.parse()?,
            }))
        }
        ["write", "chain", nodes, clashes, ref rest @ ..] => to_standard_output(&chain(Chain {
            nodes: nodes.parse()?,
            clashes: clashes.parse()?,
            span: rest.first().unwrap_or(&"50").parse()?,
        })),
        ["decide", path] => decide(path),
        ["about", path, samples] => about(path, samples.parse()?),
        _ => Err(USAGE.into()),
    }
}

fn to_standard_output(generated: &Generated) -> Result<(), Box<dyn Error>> {
    Ok(write(generated, &mut BufWriter::new(std::io::stdout()))?)
}

fn open(path: &str) -> Result<(Network, Vec<Claim>), Box<dyn Error>> {
    let generated = read(std::fs::File::open(path)?)?;
    let network = Network::new(generated.nodes, generated.statements);
    let network = network.map_err(|error: NetworkError| format!("{error:?}"))?;
    Ok((network, generated.injected))
}

/// Says what contradicts itself in a network, and whether all that was made up was found.
fn decide(path: &str) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let (network, injected) = open(path)?;
    let read = begun.elapsed();
    let decision = network.decide();
    let decided = begun.elapsed() - read;

    let conflicts = decision.conflicts();
    let claims = conflicts.iter().flat_map(|conflict| &conflict.claims);
    let in_conflicts: BTreeSet<Claim> = claims.copied().collect();
    let found = injected.iter().filter(|claim| {
        (decision.is_disputed(**claim) || decision.is_apart(**claim))
            && in_conflicts.contains(claim)
    });
    writeln!(
        std::io::stdout(),
        "{} statements of {} nodes\n\
         {} conflicts, {} claims left out\n\
         {} of {} injected claims found\n\
         read in {read:.1?}, decided in {decided:.1?}",
        network.statements().len(),
        network.nodes(),
        conflicts.len(),
        decision.disputed().len() + decision.apart().len(),
        found.count(),
        injected.len(),
    )?;
    Ok(())
}

/// Says how long it takes to know everything of one node: of any, and of those with most statements.
fn about(path: &str, samples: usize) -> Result<(), Box<dyn Error>> {
    let (network, _) = open(path)?;
    let decision = network.decide();
    let reasoner = Reasoner::new(&network, &decision);
    let mut chance = Chance::new(99);
    let any = (0..samples).map(|_| chance.below(network.nodes() as usize) as u32);
    measure("any node", &reasoner, any.map(Node))?;
    measure("the largest", &reasoner, largest(&network).into_iter())
}

fn measure(
    what: &str,
    reasoner: &Reasoner<'_>,
    nodes: impl Iterator<Item = Node>,
) -> Result<(), Box<dyn Error>> {
    let mut known = 0;
    let mut times: Vec<Duration> = nodes
        .map(|node| {
            let begun = Instant::now();
            known += black_box(reasoner.about(node)).iter().count();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().max(1) - 1));
    let (Some(median), Some(late), Some(most)) = (at(50), at(99), times.last()) else {
        return Err("no node to ask about".into());
    };
    writeln!(
        std::io::stdout(),
        "{what}: median {median:.1?}, 99th percentile {late:.1?}, maximum {most:.1?}; \
         {} others known on average",
        known / times.len()
    )?;
    Ok(())
}

/// The nodes that most is said of.
fn largest(network: &Network) -> Vec<Node> {
    let mut statements = vec![0_u32; network.nodes() as usize];
    for statement in network.statements() {
        for node in [statement.a, statement.b] {
            if let Some(statements) = statements.get_mut(node.0 as usize) {
                *statements += 1;
            }
        }
    }
    let mut nodes: Vec<Node> = (0..network.nodes()).map(Node).collect();
    nodes.sort_by_key(|node| std::cmp::Reverse(statements.get(node.0 as usize)));
    nodes.truncate(HUBS);
    nodes
}
