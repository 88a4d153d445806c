//! Maps whose keys are short texts: names, ids, paths.
//!
//! The standard library's hash (SipHash) is dear on short keys. This one costs a fraction, and its seed is another in
//! every process: a dossier may quote what strangers wrote, and they shall not be able to choose keys that collide. As
//! of any hash map, the order of its entries is never used.

use foldhash::fast::RandomState;

/// A map by short texts; an empty one is made with `HashMap::default()`.
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A set of short texts; an empty one is made with `HashSet::default()`.
pub type HashSet<K> = std::collections::HashSet<K, RandomState>;
