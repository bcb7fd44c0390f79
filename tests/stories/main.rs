//! User stories, told through the library and the command line; one file a story.

mod copies;
mod corrections;
mod crosscheck;
mod crosscheck_edits;
mod crosscheck_makes;
mod crosscheck_narrowed;
mod crosscheck_piles;
mod crosscheck_properties;
mod crosscheck_results;
mod crosscheck_settled;
mod crosscheck_sorts;
mod crosscheck_stories;
mod crosscheck_wording;
mod damaged_files;
mod end_to_end;
mod faults;
mod imports;
mod io;
mod keeping;
mod sample;
mod standards;
