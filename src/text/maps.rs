//! Maps whose keys are short texts: names, ids, paths.
//!
//! The standard library hashes so that strangers cannot choose keys that collide. Here every key is written by the
//! people whose dossier it is, so a hash is used that is several times cheaper on short keys. As of any hash map, the
//! order of its entries is never used.

use rustc_hash::FxBuildHasher;

/// A map by short texts; an empty one is made with `HashMap::default()`.
pub type HashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;

/// A set of short texts; an empty one is made with `HashSet::default()`.
pub type HashSet<K> = std::collections::HashSet<K, FxBuildHasher>;
