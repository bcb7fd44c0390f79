//! How the cost of a crosscheck grows, from a thousand claims to a million, and what one edit costs.
//!
//! `cargo bench --no-default-features --bench crosscheck`; other sizes: `… -- 1000 50000`. The claims are those that
//! are found in made-up news of many stories. It ends with an error where a limit is passed: cost grows with a slope
//! of at most 1.15 (log time over log size, between the last two sizes), a million claims take at most 15 seconds and
//! 3 GB, an edit among 10,000 claims at most 10 milliseconds.

use std::fmt::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use countercheck::article::{Article, Metadata};
use countercheck::claim::{ArticleId, Claim, ClaimId, Origin, Phrase, extract};
use countercheck::crosscheck::{Corpus, Crosschecker, crosscheck};
use countercheck::quantity::HouseRules;
use countercheck::text::{Anchor, Text};
use imbl::OrdMap;
use rayon::prelude::*;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Articles of one story.
const REPORTS: u64 = 6;
const STEEPEST: f64 = 1.15;
const LONGEST: Duration = Duration::from_secs(15);
const LARGEST_KB: u64 = 3_000_000;
const EDIT: Duration = Duration::from_millis(10);

/// Openings of a report of each sort of story; `#p` place, `#w` who speaks, `#n` a number that grows by the day, `#f`
/// one that is fixed, `#d` a day of the week.
const STORIES: [&[&str]; 6] = [
    &[
        "An earthquake in #p killed #n people on #d, governor #w said.",
        "At least #n people were killed in #p by the quake, according to #w.",
        "About #f homes in #p collapsed, and #n people were injured.",
        "#w put the damage in #p at $#f million.",
    ],
    &[
        "Some #f workers of the #p shipyard walked out on #d, the union of #w said.",
        "The #p shipyard employs #f people and made a profit of $#f million last year.",
        "#w wants #n% more pay for the yard in #p.",
        "The strike at the #p yard has lasted #n days.",
    ],
    &[
        "#p has confirmed #n cases of river fever, health minister #w said.",
        "In #p #n people have died of the fever, #w said on #d.",
        "#w said #f doses of vaccine had reached #p.",
        "Confirmed cases in #p rose to #n on #d.",
    ],
    &[
        "About #f people marched through #p on #d against the dam, police chief #w said.",
        "Organisers in #p counted more than #f marchers.",
        "#n people were arrested in #p, #w said.",
        "The dam above #p would flood #f hectares.",
    ],
    &[
        "#p council will spend €#f million on its tunnel, mayor #w said on #d.",
        "The tunnel in #p is #n km long and costs €#f million.",
        "#w said #f% of the #f households in #p would pay more.",
        "Between #n and #f lorries a day pass through #p.",
    ],
    &[
        "Turnout in #p was #n%, the election office under #w said.",
        "#w won #n% of the vote in #p on #d.",
        "Observers visited #f polling stations in #p.",
        "#p has #f registered voters, #n% more than in 2019.",
    ],
];
/// What any report may add.
const ASIDES: [&str; 6] = [
    "Schools in #p stayed shut.",
    "Nobody at the town hall of #p answered the telephone.",
    "It was the third time in ten years that #p was in the news.",
    "#w is 5#s years old and has held the post for #s years.",
    "Buses between #p and the coast, 4#s km away, ran late.",
    "“We will stay,” said #w, who has lived in #p since 19#s#s.",
];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const SYLLABLES: [&str; 16] = [
    "ka", "vel", "mor", "tin", "ra", "sel", "dun", "bri", "ost", "len", "far", "qui", "zel", "hap",
    "nor", "wick",
];

/// A number that hangs on its arguments alone (SplitMix64).
fn mixed(story: u64, what: u64) -> u64 {
    let mut z = story
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .wrapping_add(what.wrapping_mul(0xD1B5_4A32_D192_ED03));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn pick<T: Copy>(list: &[T], chance: u64) -> T {
    let at = usize::try_from(chance).unwrap_or_default() % list.len();
    *list.get(at).expect("within the list")
}

/// A name of so many syllables. Those of places and families are long, so that a million claims do not run out of them
/// and stories stay as far apart as they are in news; first names are as common as first names are.
fn name(seed: u64, syllables: u64) -> String {
    let mut name: String = (0..syllables)
        .map(|at| pick(&SYLLABLES, mixed(seed, at)))
        .collect();
    if let Some(first) = name.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    name
}

fn grouped(number: u64) -> String {
    if number >= 1_000 {
        format!("{},{:03}", number / 1_000, number % 1_000)
    } else {
        number.to_string()
    }
}

/// A report of a story; a few numbers differ from outlet to outlet.
fn report(story: u64, number: u64) -> Article {
    let place = name(story * 2, 5);
    let speaker = format!("{} {}", name(story * 7 + 1, 3), name(story * 11 + 3, 5));
    let kind = pick(&STORIES, story);
    let day = number / 2;
    let mut text = String::new();
    for at in 0..8_u64 {
        let chance = mixed(story * REPORTS + number, at);
        // What is told of the story, each thing once, and between it what any report may add.
        let pattern = if at % 2 == 1 {
            pick(&ASIDES, chance)
        } else {
            pick(kind, at / 2)
        };
        let mut parts = pattern.split('#');
        text.push_str(parts.next().unwrap_or_default());
        for (part, nth) in parts.zip(0..) {
            let fixed = mixed(story, at * 8 + nth);
            let off = if chance.is_multiple_of(13) { 3 } else { 0 };
            let _ = match part.get(0..1) {
                Some("p") => write!(text, "{place}"),
                Some("w") => write!(text, "{speaker}"),
                Some("n") => write!(text, "{}", fixed % 60 + day * 4 + off + 2),
                Some("f") => write!(text, "{}", grouped(fixed % 90_000 + off)),
                Some("d") => write!(text, "{}", pick(&DAYS, day)),
                Some("s") => write!(text, "{}", fixed % 9 + 1),
                _ => Ok(()),
            };
            text.push_str(part.get(1..).unwrap_or_default());
        }
        text.push_str(if at % 3 == 2 { "\n\n" } else { " " });
    }
    let published = format!("2024-05-{:02}", 6 + day).parse().ok();
    Article {
        text: Text::normalised(&text),
        metadata: Metadata {
            publisher: Some(format!("{} Post", name(mixed(story, number), 3))),
            published,
            language: Some("en".to_owned()),
            ..Metadata::default()
        },
    }
}

#[derive(Default)]
struct Pile {
    articles: OrdMap<ArticleId, Arc<Article>>,
    claims: OrdMap<ClaimId, Arc<Claim>>,
}

impl Pile {
    /// News with so many claims.
    fn of(size: usize) -> Self {
        let mut pile = Self::default();
        let mut story = 0_u64;
        while pile.claims.len() < size {
            let batch: Vec<_> = (story..story + 512)
                .into_par_iter()
                .flat_map_iter(|story| (0..REPORTS).map(move |number| report(story, number)))
                .map(|article| {
                    let found = extract(&article);
                    (article, found)
                })
                .collect();
            story += 512;
            for (article, found) in batch {
                if pile.claims.len() >= size {
                    break;
                }
                pile.add(article, found, size);
            }
        }
        pile
    }

    fn add(&mut self, article: Article, found: Vec<countercheck::claim::Found>, size: usize) {
        let number = ArticleId(u32::try_from(self.articles.len()).unwrap_or(u32::MAX) + 1);
        for found in found.into_iter().take(size - self.claims.len()) {
            let id = ClaimId(u32::try_from(self.claims.len()).unwrap_or(u32::MAX) + 1);
            let claim = Claim {
                id,
                article: number,
                anchor: Anchor::new(&article.text, found.span),
                origin: Origin::Rule,
                reading: found.reading,
            };
            self.claims.insert(id, Arc::new(claim));
        }
        self.articles.insert(number, Arc::new(article));
    }

    fn corpus<'a>(&'a self, rules: &'a HouseRules) -> Corpus<'a> {
        Corpus {
            articles: &self.articles,
            claims: &self.claims,
            links: &[],
            rules,
        }
    }
}

/// The most memory the program has held so far, in kB; `None` where the system does not say.
fn peak_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Processor time the program has used so far, of all its threads; `None` where the system does not say. On a machine
/// that does other work besides, it tells more than the clock.
fn processor_time() -> Option<Duration> {
    let status = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = status.rsplit_once(')')?;
    let ticks = |nth: usize| fields.split_whitespace().nth(nth)?.parse::<u64>().ok();
    // In hundredths of a second on every common Linux.
    Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}

/// The middle of the times that edits of single claims take.
fn edit_time(size: usize) -> Duration {
    let mut pile = Pile::of(size);
    let rules = HouseRules::default();
    let mut known = Crosschecker::default();
    known.update(pile.corpus(&rules));
    let ids: Vec<ClaimId> = pile.claims.keys().copied().step_by(size / 20).collect();
    let mut times: Vec<Duration> = ids
        .iter()
        .filter_map(|id| {
            let mut claim = Claim::clone(pile.claims.get(id)?);
            claim.reading.place = Some(Phrase {
                text: "Elsewhere".to_owned(),
                span: None,
            });
            pile.claims.insert(*id, Arc::new(claim));
            let start = Instant::now();
            let found = known.update(pile.corpus(&rules));
            let time = start.elapsed();
            drop(found);
            Some(time)
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a bench prints its times and works out a slope"
)]
fn main() -> ExitCode {
    let asked: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    let sizes = if asked.is_empty() {
        SIZES.to_vec()
    } else {
        asked
    };
    let rules = HouseRules::default();
    let mut failed = false;
    let edit = edit_time(10_000);
    println!(
        "an edit among 10,000 claims: {:.1} ms",
        edit.as_secs_f64() * 1e3
    );
    failed |= edit > EDIT;
    let mut last: Option<(usize, Duration)> = None;
    let mut slope = None;
    for size in sizes {
        let pile = Pile::of(size);
        let before = peak_kb();
        let used = processor_time().unwrap_or_default();
        let start = Instant::now();
        let found = crosscheck(pile.corpus(&rules));
        let time = start.elapsed();
        println!(
            "{size:>9} claims in {:>7} articles: {:>8.3} s, {:>8.2} s of processors, {:>7} figures, {:>7} findings, peak {} MB (news alone {} MB)",
            pile.articles.len(),
            time.as_secs_f64(),
            processor_time()
                .unwrap_or_default()
                .saturating_sub(used)
                .as_secs_f64(),
            found.figures.len(),
            found.findings.len(),
            peak_kb().unwrap_or_default() / 1_000,
            before.unwrap_or_default() / 1_000,
        );
        slope = last.map(|(smaller, shorter)| {
            let grown = |of: f64, from: f64| (of / from).ln();
            grown(time.as_secs_f64(), shorter.as_secs_f64())
                / grown(
                    f64::from(u32::try_from(size).unwrap_or(u32::MAX)),
                    f64::from(u32::try_from(smaller).unwrap_or(1)),
                )
        });
        failed |= size == 1_000_000 && time > LONGEST;
        last = Some((size, time));
    }
    if let Some(slope) = slope {
        println!("slope between the last two: {slope:.2}");
        failed |= slope > STEEPEST;
    }
    failed |= peak_kb().is_some_and(|peak| peak > LARGEST_KB);
    if failed {
        println!("a limit is passed");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
