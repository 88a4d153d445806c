//! A rule and its explanation.

mod explain;

pub use explain::{explain, explain_all};
