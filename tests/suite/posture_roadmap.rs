//! The dates of a roadmap, against a calendar that is walked day by day.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use xwalk::analysis::posture::{Loads, Schedule, schedule};
use xwalk::model::posture::{
    Assessment, AssessmentId, Initiative, InitiativeId, Organization, OrganizationId, Posture,
    Roadmap, RoadmapId, RoleId,
};
use xwalk::model::{FrameworkId, Id as _};
use xwalk::source::{Place, SourceId, Span};
use xwalk::syntax::ast::{Date, Duration};

use crate::chance::Chance;

/// An initiative as it is drawn, with others named by position.
#[derive(Clone, Debug)]
struct Drawn {
    name: &'static str,
    phase: usize,
    after: BTreeSet<usize>,
    effort: u32,
    starts: Option<Date>,
    lasts: Option<Duration>,
}

const NAMES: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
const ROADMAP: RoadmapId = RoadmapId(0);

#[test]
fn a_schedule_is_the_one_that_a_walk_through_the_calendar_finds() {
    let mut chance = Chance::new(27103);
    for _ in 0..40 {
        let drawn = draw(&mut chance, false);
        let posture = posture(&drawn);
        let schedule = schedule(&posture, ROADMAP);
        assert!(schedule.circles.is_empty() && schedule.undated.is_empty());
        let nothing = BTreeMap::new();
        let whole = whole_over(&drawn, &nothing);
        assert_eq!(schedule.whole.over, whole, "{drawn:?}");
        for (at, own) in drawn.iter().enumerate() {
            let dates = schedule.of(id(at)).unwrap();
            let begins = begins(&drawn, at, &nothing);
            assert_eq!(dates.earliest.begins, begins, "{} of {drawn:?}", own.name);
            assert_eq!(
                dates.earliest.over,
                over(own, begins),
                "{} of {drawn:?}",
                own.name
            );
            let mut latest = begins;
            let in_time = |day: Date| whole_over(&drawn, &BTreeMap::from([(at, day)])) <= whole;
            while in_time(latest.plus_days(1)) {
                latest = latest.plus_days(1);
            }
            assert_eq!(dates.latest.begins, latest, "{} of {drawn:?}", own.name);
            assert_eq!(
                dates.latest.over,
                over(own, latest),
                "{} of {drawn:?}",
                own.name
            );
        }
    }
}

#[test]
fn nothing_is_late_before_it_is_early_and_what_waits_is_not_done_before() {
    laws(|drawn, _, schedule| {
        for dates in &schedule.initiatives {
            assert!(dates.earliest.begins < dates.earliest.over);
            assert!(dates.earliest.begins <= dates.latest.begins && dates.slack() >= 0);
            assert!(dates.latest.over <= schedule.whole.over);
            for before in &drawn[dates.initiative.index()].after {
                let before = schedule.of(id(*before)).unwrap();
                assert!(before.earliest.over <= dates.earliest.begins);
                assert!(before.latest.over <= dates.latest.begins);
            }
        }
        let place = |at: usize| {
            schedule
                .initiatives
                .iter()
                .position(|dates| dates.initiative == id(at))
        };
        for (at, own) in drawn.iter().enumerate() {
            assert!(own.after.iter().all(|before| place(*before) < place(at)));
        }
    });
}

#[test]
fn what_has_no_slack_is_critical_and_the_critical_path_leads_over_it_to_the_end() {
    let mut with_path = 0;
    let mut with_two = 0;
    let mut chance = Chance::new(8477);
    for _ in 0..400 {
        let drawn = draw(&mut chance, false);
        let schedule = &schedule(&posture(&drawn), ROADMAP);
        let path: Vec<_> = schedule
            .critical
            .iter()
            .map(|id| schedule.of(*id).unwrap())
            .collect();
        assert!(path.iter().all(|dates| dates.is_critical()));
        // A month later than the 30th or the 31st of January is the same day: such an end is not in anybody's hands.
        let mut ends = schedule.initiatives.iter();
        let is_decided = ends.any(|it| it.is_critical() && it.earliest.over == schedule.whole.over);
        assert_eq!(is_decided, !path.is_empty(), "{drawn:?}");
        let Some(last) = path.last() else { continue };
        assert_eq!(last.earliest.over, schedule.whole.over);
        with_path += 1;
        with_two += usize::from(path.len() > 1);
        let drawn = |dates: &xwalk::analysis::posture::Scheduled| &drawn[dates.initiative.index()];
        for pair in path.windows(2) {
            let [before, next] = pair else { panic!() };
            assert!(
                drawn(next)
                    .after
                    .iter()
                    .any(|at| id(*at) == before.initiative)
            );
            assert!(before.earliest.over <= next.earliest.begins);
            let later = first_day(before.earliest.begins.plus_days(1));
            assert!(over(drawn(before), later) > next.earliest.begins);
        }
    }
    assert!(with_path > 380 && with_two > 200, "{with_path}, {with_two}");
}

#[test]
fn work_begins_on_working_days_and_slack_counts_them() {
    laws(|drawn, _, schedule| {
        for dates in &schedule.initiatives {
            let mut day = dates.earliest.begins;
            assert!(
                !is_weekend(day) && !is_weekend(dates.latest.begins),
                "{drawn:?}"
            );
            let mut slack = 0;
            while day < dates.latest.begins {
                slack += i64::from(!is_weekend(day));
                day = day.plus_days(1);
            }
            assert_eq!((dates.slack(), dates.is_critical()), (slack, slack == 0));
        }
    });
}

#[test]
fn the_order_in_which_initiatives_are_written_changes_nothing() {
    laws(|drawn, _, schedule| {
        let backwards: Vec<Drawn> = drawn
            .iter()
            .rev()
            .map(|own| {
                let after = own.after.iter().map(|at| drawn.len() - 1 - at).collect();
                Drawn {
                    after,
                    ..own.clone()
                }
            })
            .collect();
        let other = posture(&backwards);
        let told = |schedule: &Schedule, drawn: &[Drawn]| {
            let name = |id: InitiativeId| drawn[id.index()].name;
            let dates: Vec<_> = schedule
                .initiatives
                .iter()
                .map(|dates| (name(dates.initiative), dates.earliest, dates.latest))
                .collect();
            let critical: Vec<_> = schedule.critical.iter().map(|id| name(*id)).collect();
            (schedule.whole, dates, critical)
        };
        assert_eq!(
            told(schedule, drawn),
            told(&self::schedule(&other, ROADMAP), &backwards)
        );
    });
}

#[test]
fn the_load_of_all_quarters_is_all_effort() {
    laws(|drawn, posture, schedule| {
        let loads = Loads::of(posture, OrganizationId(0));
        let load = loads.of_roadmap(ROADMAP);
        assert!(schedule.initiatives.len() == drawn.len());
        let effort: u64 = drawn.iter().map(|own| u64::from(own.effort)).sum();
        let quarters: u64 = load.quarters.iter().map(|quarter| quarter.effort).sum();
        let owners: u64 = load.owners.iter().map(|(_, effort)| effort).sum();
        assert_eq!((quarters, owners), (effort, effort));
        for quarter in &load.quarters {
            let owners: u64 = quarter.owners.iter().map(|(_, effort)| effort).sum();
            assert_eq!(quarter.effort, owners);
            assert_eq!(quarter.excess(), quarter.effort.saturating_sub(20));
            let of_all = loads.quarters.get(&quarter.quarter).copied();
            assert_eq!(
                (of_all.unwrap_or(0), quarter.elsewhere),
                (quarter.effort, 0)
            );
        }
        assert!(
            load.quarters
                .windows(2)
                .all(|pair| pair[0].quarter.next() == pair[1].quarter)
        );
    });
}

#[test]
fn what_waits_for_itself_has_no_dates_and_nothing_after_it() {
    let mut chance = Chance::new(1996);
    let mut with_circles = 0;
    for _ in 0..300 {
        let drawn = draw(&mut chance, true);
        let schedule = schedule(&posture(&drawn), ROADMAP);
        let waits_for = |at: usize| {
            let mut all: BTreeSet<usize> = drawn[at].after.clone();
            while let Some(more) = all
                .iter()
                .flat_map(|other| &drawn[*other].after)
                .find(|other| !all.contains(*other))
            {
                all.insert(*more);
            }
            all
        };
        let in_circle = |at: &usize| waits_for(*at).contains(at);
        let undated: Vec<InitiativeId> = (0..drawn.len())
            .filter(|at| in_circle(at) || waits_for(*at).iter().any(in_circle))
            .map(id)
            .collect();
        assert_eq!(schedule.undated, undated, "{drawn:?}");
        assert_eq!(schedule.initiatives.len() + undated.len(), drawn.len());
        with_circles += usize::from(!schedule.circles.is_empty());
        for circle in &schedule.circles {
            let next = circle.iter().cycle().skip(1);
            for (one, other) in circle.iter().zip(next) {
                assert!(
                    drawn[one.index()].after.contains(&other.index()),
                    "{drawn:?}"
                );
            }
        }
        // Every knot shows one of its circles, and nothing twice.
        let knots: BTreeSet<BTreeSet<usize>> = (0..drawn.len())
            .filter(in_circle)
            .map(|at| {
                waits_for(at)
                    .into_iter()
                    .filter(|other| waits_for(*other).contains(&at))
                    .collect()
            })
            .collect();
        assert_eq!(schedule.circles.len(), knots.len(), "{drawn:?}");
    }
    assert!((50..250).contains(&with_circles), "{with_circles}");
}

fn laws(law: impl Fn(&[Drawn], &Posture<'_>, &Schedule)) {
    let mut chance = Chance::new(8477);
    for _ in 0..400 {
        let drawn = draw(&mut chance, false);
        let posture = posture(&drawn);
        law(&drawn, &posture, &schedule(&posture, ROADMAP));
    }
}

fn id(at: usize) -> InitiativeId {
    InitiativeId::from_index(at)
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn draw(chance: &mut Chance, with_circles: bool) -> Vec<Drawn> {
    let count = 2 + chance.below(7);
    let mut ranks: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        ranks.swap(at, chance.below(at + 1));
    }
    (0..count)
        .map(|at| {
            let lasts = ["3d", "9d", "1mo", "2mo", "36h", "10min", "1y"];
            let after = (0..count)
                .filter(|other| {
                    let allowed = if with_circles {
                        chance.percent(70)
                    } else {
                        ranks[*other] < ranks[at]
                    };
                    allowed && chance.percent(33)
                })
                .collect();
            Drawn {
                name: NAMES[at],
                phase: chance.below(2),
                after,
                effort: 1 + chance.below(40) as u32,
                starts: chance
                    .percent(25)
                    .then(|| date("2027-01-10").plus_days(chance.below(90) as i64)),
                lasts: chance
                    .percent(33)
                    .then(|| Duration::parse(lasts[chance.below(7)]).unwrap()),
            }
        })
        .collect()
}

/// Whether a day is a Saturday or a Sunday.
fn is_weekend(day: Date) -> bool {
    let saturday = date("2026-11-28");
    (day.day_number() - saturday.day_number()).rem_euclid(7) < 2
}

fn first_day(from: Date) -> Date {
    let mut day = from;
    while is_weekend(day) {
        day = day.plus_days(1);
    }
    day
}

/// The day on which an initiative is over that begins on a day.
fn over(own: &Drawn, begins: Date) -> Date {
    if let Some(lasts) = own.lasts {
        return lasts.after(begins).max(begins.plus_days(1));
    }
    let (mut day, mut left) = (begins, own.effort);
    while left > 0 {
        left -= u32::from(!is_weekend(day));
        day = day.plus_days(1);
    }
    day
}

/// The first day of an initiative, if those in `held` do not begin before their days.
fn begins(drawn: &[Drawn], at: usize, held: &BTreeMap<usize, Date>) -> Date {
    let own = &drawn[at];
    let beginning = drawn
        .iter()
        .filter_map(|own| own.starts)
        .min()
        .unwrap_or(date("2026-09-30"));
    let before = own
        .after
        .iter()
        .map(|other| over(&drawn[*other], begins(drawn, *other, held)));
    let from = before
        .chain(own.starts)
        .chain(held.get(&at).copied())
        .chain([beginning])
        .max()
        .unwrap();
    first_day(from)
}

fn whole_over(drawn: &[Drawn], held: &BTreeMap<usize, Date>) -> Date {
    (0..drawn.len())
        .map(|at| over(&drawn[at], begins(drawn, at, held)))
        .max()
        .unwrap()
}

fn posture(drawn: &[Drawn]) -> Posture<'static> {
    let place = Place {
        source: SourceId(0),
        span: Span::default(),
    };
    let mut posture = Posture::default();
    posture.organizations.push(Organization {
        name: "acme",
        title: Cow::Borrowed("Acme"),
        doc: None,
        sector: None,
        scope: None,
        baseline: FrameworkId(0),
        adopts: Vec::new(),
        holds: Vec::new(),
        accepts: Vec::new(),
        tolerance: None,
        capacity: Some(20),
        place,
    });
    posture.assessments.push(Assessment {
        organization: OrganizationId(0),
        name: "now",
        title: Cow::Borrowed("Now"),
        doc: None,
        framework: FrameworkId(0),
        assessed: date("2026-09-30"),
        assessor: None,
        approved: None,
        achieved_from: 3,
        requires_evidence: false,
        risk_scale: (1, 25),
        default_risk: None,
        default_effort: None,
        default_owner: None,
        controls: Vec::new(),
        place,
    });
    posture.roadmaps.push(Roadmap {
        organization: OrganizationId(0),
        name: "next",
        title: Cow::Borrowed("Next"),
        doc: None,
        assessment: AssessmentId(0),
        phases: Vec::new(),
        first_initiative: id(0),
        end_initiative: id(drawn.len()),
        place,
    });
    for own in drawn {
        posture.initiatives.push(Initiative {
            roadmap: ROADMAP,
            phase: own.phase,
            name: own.name,
            title: Cow::Borrowed(own.name),
            doc: None,
            raises: Vec::new(),
            treats: Vec::new(),
            after: own.after.iter().copied().map(id).collect(),
            effort: own.effort,
            owner: (own.effort % 3 > 0).then_some(RoleId(own.effort % 3)),
            starts: own.starts,
            lasts: own.lasts,
            place,
        });
    }
    posture
}
