//! User stories, told through the library and the command line; one file a story.

mod io;
