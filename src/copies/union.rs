//! Stories joined into groups, as far as their dates allow. Knows nothing of texts.

use std::collections::BTreeMap;

use super::window::Window;

/// A forest of groups: union by size, paths halved (Tarjan and van Leeuwen, 1984).
#[derive(Debug)]
pub(super) struct Union {
    parents: Vec<usize>,
    /// For each root the size of its group and the time it spans.
    roots: Vec<(usize, Window)>,
}

impl Union {
    /// Each story a group of its own.
    pub(super) fn new(windows: impl Iterator<Item = Window>) -> Self {
        let roots: Vec<(usize, Window)> = windows.map(|window| (1, window)).collect();
        Self { parents: (0..roots.len()).collect(), roots }
    }

    /// Joins the groups of two stories, unless theirs would span more days than given.
    pub(super) fn join(&mut self, (a, b): (usize, usize), days: Option<i32>) {
        let (a, b) = (self.root(a), self.root(b));
        let (Some(&(size_a, window_a)), Some(&(size_b, window_b))) =
            (self.roots.get(a), self.roots.get(b))
        else {
            return;
        };
        let window = window_a.and(window_b);
        if a == b || days.is_some_and(|days| !window.spans_at_most(days)) {
            return;
        }
        let (child, root) = if size_a < size_b { (a, b) } else { (b, a) };
        if let (Some(parent), Some(group)) = (self.parents.get_mut(child), self.roots.get_mut(root))
        {
            *parent = root;
            *group = (size_a + size_b, window);
        }
    }

    fn root(&mut self, mut place: usize) -> usize {
        while let Some(&parent) = self.parents.get(place).filter(|parent| **parent != place) {
            let above = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(link) = self.parents.get_mut(place) {
                *link = above;
            }
            place = above;
        }
        place
    }

    /// The groups of two or more.
    pub(super) fn groups(mut self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.parents.len() {
            groups.entry(self.root(place)).or_default().push(place);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}
