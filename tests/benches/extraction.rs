//! How fast figures are found, and how much memory that asks for, from a short notice to a year of an archive.
//!
//! `cargo bench --no-default-features --bench extraction`; a size alone: `… -- 100000000`.

mod news;

use countercheck::article::Article;
use countercheck::lexicon::Lexicon;
use countercheck::text::{Text, sentences, tokens_into};
use countercheck::{claim, quantity};
use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

/// Bytes of news: 1 kB to 100 MB.
const SIZES: &[usize] = &[1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
/// Sizes of single articles and somewhat more.
const ARTICLES: &[usize] = &[1_000, 10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

/// Sentences and their tokens.
#[divan::bench(args = SIZES, max_time = 4)]
fn segmentation(bencher: Bencher<'_, '_>, size: usize) {
    let text = Text::verbatim(&news::news(size));
    let lexicon = Lexicon::of("en").expect("English is there");
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let mut tokens = Vec::new();
        sentences(&text, &lexicon.sentences)
            .into_iter()
            .map(|sentence| {
                tokens_into(&text, sentence, &mut tokens);
                tokens.len()
            })
            .sum::<usize>()
    });
}

/// Quantities with their units and qualifiers.
#[divan::bench(args = SIZES, max_time = 4)]
fn quantities(bencher: Bencher<'_, '_>, size: usize) {
    let text = Text::verbatim(&news::news(size));
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| quantity::find(&text, Some("en")).len());
}

/// What hostile texts repeat without end.
const HOSTILE: &[&str] = &["7", "(", "1/", "1m ", "one hundred ", "between 1 and "];

/// Quantities of a megabyte without a sentence in it.
#[divan::bench(args = HOSTILE, max_time = 4)]
fn hostile(bencher: Bencher<'_, '_>, piece: &str) {
    let text = Text::verbatim(&piece.repeat(1_000_000 / piece.len()));
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| quantity::find(&text, Some("en")).len());
}

/// Whole claims, as an importer meets them: one article after the other of ten kilobytes.
#[divan::bench(args = SIZES, max_time = 4)]
fn claims(bencher: Bencher<'_, '_>, size: usize) {
    let article = article(10_000.min(size));
    let copies = size / article.text.len().max(1) + 1;
    bencher
        .counter(BytesCount::new(article.text.len() * copies))
        .bench(|| {
            (0..copies)
                .map(|_| claim::extract(&article).len())
                .sum::<usize>()
        });
}

/// Whole claims of one long text: the cost must grow with its length and no faster.
#[divan::bench(args = ARTICLES, max_time = 4)]
fn claims_of_one_text(bencher: Bencher<'_, '_>, size: usize) {
    let article = article(size);
    bencher
        .counter(BytesCount::new(article.text.len()))
        .bench(|| claim::extract(&article).len());
}

fn article(size: usize) -> Article {
    let mut article = Article::of_text(Text::verbatim(&news::news(size)));
    article.metadata.language = Some("en".to_owned());
    article
}
