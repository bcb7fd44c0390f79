//! `extract`: the claims of articles, one JSON object per article and line.

use std::io::{BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rayon::prelude::*;
use serde::Serialize;

use super::claim_json::{ExtractJson, claims};
use super::lines::{self, Line};
use super::skipped_lines::SkippedLines;
use super::{CliError, Outcome, done_but_for, source, tell, written};
use crate::article::Article;
use crate::claim;
use crate::quantity::HouseRules;

/// Lines worked on at a time: enough for every core, few enough to stay small.
const BATCH: usize = 512;

pub(super) fn run(paths: &[PathBuf], jsonl: bool) -> Result<Outcome, CliError> {
    let paths = source::or_stdin(paths);
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let outcome = if jsonl {
        extract_lines(&paths, &mut out)
    } else {
        extract_files(&paths, &mut out)
    }?;
    written(out.flush())?;
    Ok(outcome)
}

/// Streams: what is read is worked on by all cores, written in order and let go.
fn extract_lines(paths: &[PathBuf], out: &mut dyn Write) -> Result<Outcome, CliError> {
    let mut skipped = 0_usize;
    for path in paths {
        let mut input = source::lines(path)?;
        let mut number = 0;
        let mut without = SkippedLines::of(path);
        loop {
            let batch = lines::batch(&mut *input, &mut number, BATCH).map_err(|because| {
                CliError::Stream {
                    doing: "reading lines",
                    because,
                }
            })?;
            if batch.is_empty() {
                break;
            }
            let answers: Vec<Result<Vec<u8>, String>> = batch.par_iter().map(answer).collect();
            for (line, answer) in batch.iter().zip(answers) {
                match answer {
                    Ok(json) => {
                        without.article();
                        written(out.write_all(&json))?;
                    }
                    Err(wrong) => without.skip(line.number, &wrong),
                }
            }
            // Whoever reads along gets whole batches as they are done.
            written(out.flush())?;
        }
        skipped += without.end();
    }
    Ok(done_but_for(skipped))
}

fn extract_files(paths: &[PathBuf], out: &mut dyn Write) -> Result<Outcome, CliError> {
    let paths = source::with_files_of_folders(paths)?;
    let (mut skipped, mut done) = (0, 0);
    for path in &paths {
        match source::articles(path) {
            Err(error) if paths.len() == 1 => return Err(error),
            Err(error) => {
                skipped += 1;
                tell(&format!("{error}; skipped"));
            }
            Ok(articles) => {
                for imported in articles {
                    let origin = imported.article.metadata.origin.clone();
                    match extracted(origin, &imported.article) {
                        Ok(json) => {
                            written(out.write_all(&json))?;
                            done += 1;
                        }
                        Err(wrong) => {
                            skipped += 1;
                            tell(&format!("{}: {wrong}; skipped", path.display()));
                        }
                    }
                }
            }
        }
    }
    if done == 0 {
        return Err(CliError::NothingRead(skipped));
    }
    Ok(done_but_for(skipped))
}

fn answer(line: &Line) -> Result<Vec<u8>, String> {
    let identified = lines::article(line)?;
    extracted(identified.id, &identified.article)
}

/// One line of output. A fault in a rule costs its article, never the batch.
fn extracted(id: impl Serialize, article: &Article) -> Result<Vec<u8>, String> {
    let found = catch_unwind(AssertUnwindSafe(|| claim::extract(article)))
        .map_err(|_fault| "a rule failed on this text; please report it".to_owned())?;
    let answer = ExtractJson {
        id,
        language: article.metadata.language.as_deref(),
        claims: claims(article, &found, &HouseRules::default()),
    };
    let mut json = serde_json::to_vec(&answer).map_err(|error| error.to_string())?;
    json.push(b'\n');
    Ok(json)
}
