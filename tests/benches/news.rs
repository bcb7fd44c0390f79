//! Made-up news of any length, the same for the same length: a third of its sentences hold a figure, as in the news.

use std::fmt::Write as _;

/// Sentences without figures; `#p` is a place, `#w` somebody.
const PLAIN: &[&str] = &[
    "The council of #p put off its decision once more, and nobody in the room seemed surprised.",
    "#w said the plan had been discussed at length with everyone whom it concerned.",
    "Residents gathered by the old market hall to hear what would become of their bridge.",
    "“We were promised a school, and what we were given is a car park,” #w told reporters in #p.",
    "Critics argue that the ministry has been slow to publish what it knows.",
    "The company did not answer questions about the state of the harbour.",
    "It was not clear when the ferry between #p and the islands would run again.",
    "The court is expected to hear the appeal of the shipping line before the summer.",
    "Rain is forecast for most of the region, easing towards the coast by evening.",
    "In #p, where the river left its bed in spring, the mayor asked for patience.",
    "A spokesman for #w declined to comment on the inquiry.",
    "Teachers, nurses and bus drivers have all been waiting for a new contract.",
];

/// Sentences with figures; `#n` is a number written out, `#s` a small one, `#d` a decimal.
const FIGURES: &[&str] = &[
    "At least #n people have left #p since the dam was closed, according to #w.",
    "The bridge will cost £#dm, #s% more than the council had set aside.",
    "About #n of the town’s homes were without power on Monday, down from nearly #n the day before.",
    "Sales rose by #d percent to $#d billion in the quarter, #w said.",
    "The ferry carried #n passengers between 3 March and 9 April, fewer than in any month since 2011.",
    "Between #s and #s villages have been cut off, the prefecture of #p said at 6.30 p.m.",
    "Dozens of boats were damaged, and #s fishermen were taken to hospital, two of them badly hurt.",
    "The new line is #s km long and runs at up to 160 km/h; a single ticket costs €#d.",
    "More than half of the #n voters in #p want the mayor to go, a survey of #n adults found.",
    "The fields cover some #n hectares, of which a third lay under water for #s days.",
    "#w, 54, bought the mill in 1998 for $#n and sold it for #s times as much.",
    "Wheat fell #d points to #n euros a tonne, its lowest in #s years.",
];

const PLACES: &[&str] = &[
    "Ostermouth",
    "Vale",
    "Karsk",
    "Lower Dunning",
    "Port Ellery",
    "Brannock",
    "Téville",
];
const PEOPLE: &[&str] = &[
    "the ministry",
    "Anna Lindqvist",
    "police",
    "the regional governor",
    "Mr. Okafor",
    "the union",
];

/// At least `bytes` bytes of news in paragraphs, cut after a sentence.
pub fn news(bytes: usize) -> String {
    let mut chance = Chance(0x9E37_79B9);
    let mut text = String::with_capacity(bytes + 256);
    while text.len() < bytes {
        let list = if chance.below(100) < 34 {
            FIGURES
        } else {
            PLAIN
        };
        sentence(list[chance.below(list.len())], &mut chance, &mut text);
        text.push_str(if chance.below(4) == 0 { "\n\n" } else { " " });
    }
    text
}

fn sentence(pattern: &str, chance: &mut Chance, text: &mut String) {
    let mut parts = pattern.split('#');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let mut rest = part.chars();
        match rest.next() {
            Some('p') => text.push_str(PLACES[chance.below(PLACES.len())]),
            Some('w') => text.push_str(PEOPLE[chance.below(PEOPLE.len())]),
            Some('n') => {
                let thousands = chance.below(900) + 1;
                let _ = write!(text, "{thousands},{:03}", chance.below(1000));
            }
            Some('s') => {
                let _ = write!(text, "{}", chance.below(97) + 2);
            }
            Some('d') => {
                let (whole, tenths) = (chance.below(90) + 1, chance.below(9) + 1);
                let _ = write!(text, "{whole}.{tenths}");
            }
            _ => {}
        }
        text.push_str(rest.as_str());
    }
}

/// A plain generator of numbers (Knuth's MMIX constants), so that every run reads the same text.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}
