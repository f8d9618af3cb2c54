//! Maximum bipartite matching: which expected line is met by which actual one, when several could be.

use std::collections::VecDeque;

/// The most pairs that are looked at; beyond it the last candidates on the right are left out.
const MOST_PAIRS: usize = 20_000_000;

/// For each of `left`, its partner among `right`, such that as many as possible have one.
///
/// Taking the first partner that fits is not enough: a pattern would take the line that another one needs.
pub(super) fn maximum(
    left: usize,
    right: usize,
    accepts: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let right = right.min(MOST_PAIRS / left.max(1));
    let edges: Vec<Vec<usize>> = (0..left).map(|l| (0..right).filter(|r| accepts(l, *r)).collect()).collect();
    let mut partner_of_left = vec![None; left];
    let mut partner_of_right = vec![None; right];
    // What a failed search has visited leads nowhere in later searches either.
    let mut dead_end = vec![false; right];
    for start in 0..left {
        let mut reached_from: Vec<Option<usize>> = vec![None; right];
        let mut visited = Vec::new();
        let mut queue = VecDeque::from([start]);
        let mut free = None;
        'search: while let Some(l) = queue.pop_front() {
            for &r in &edges[l] {
                if dead_end[r] || reached_from[r].is_some() {
                    continue;
                }
                reached_from[r] = Some(l);
                visited.push(r);
                match partner_of_right[r] {
                    Some(next) => queue.push_back(next),
                    None => {
                        free = Some(r);
                        break 'search;
                    }
                }
            }
        }
        let Some(mut r) = free else {
            visited.into_iter().for_each(|r| dead_end[r] = true);
            continue;
        };
        // Walk back to `start`, giving each its new partner.
        while let Some(l) = reached_from[r] {
            partner_of_right[r] = Some(l);
            match partner_of_left[l].replace(r) {
                Some(previous) => r = previous,
                None => break,
            }
        }
    }
    partner_of_left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(edges: &[(usize, usize)], left: usize, right: usize) -> usize {
        maximum(left, right, |l, r| edges.contains(&(l, r))).iter().flatten().count()
    }

    #[test]
    fn a_greedy_choice_is_taken_back() {
        assert_eq!(size(&[(0, 0), (0, 1), (1, 0)], 2, 2), 2);
        assert_eq!(size(&[(0, 0), (0, 1), (1, 0), (1, 2), (2, 0)], 3, 3), 3);
    }

    #[test]
    fn nobody_is_matched_twice() {
        assert_eq!(size(&[(0, 0), (1, 0), (2, 0)], 3, 1), 1);
        let partners = maximum(3, 5, |_, _| true);
        let mut seen: Vec<_> = partners.into_iter().flatten().collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 3);
    }

    #[test]
    fn agrees_with_trying_everything() {
        fn best(edges: u32, left: u32, taken: u32) -> usize {
            if left == 4 {
                return 0;
            }
            let skip = best(edges, left + 1, taken);
            (0..4)
                .filter(|r| edges & (1 << (left * 4 + r)) != 0 && taken & (1 << r) == 0)
                .map(|r| 1 + best(edges, left + 1, taken | 1 << r))
                .fold(skip, usize::max)
        }
        for seed in 0u32..2000 {
            let edges = seed.wrapping_mul(2_654_435_761) >> 16;
            let found = maximum(4, 4, |l, r| edges & (1 << (l * 4 + r)) != 0).iter().flatten().count();
            assert_eq!(found, best(edges, 0, 0), "{edges:016b}");
        }
    }
}
