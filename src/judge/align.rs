//! Which actual line stands for which expected one: in order, in any order, or as a part.
//!
//! The result is a list of steps that names every line of both sides exactly once.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::line_match::{Matcher, Seen, Wanted};
use super::matching::maximum;
use super::normalise::Line;
use super::text::{floor, shown};
use super::words::alike;

/// How a line takes part; the numbers are places in the lists of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// An actual line that is as wanted, or allowed.
    Same(usize),
    /// An expected line that is not there.
    Missing(usize),
    /// An actual line that is not wanted.
    Extra(usize),
    /// An expected line, and the actual one in its place.
    Changed(usize, usize),
}

/// Beyond so many lines on a side (after the common start) the rest is not aligned.
const MOST_LINES: usize = 2_000;
/// The same where every pair of lines must be tried.
const MOST_TRIED: usize = 500;
/// The most pairs of lines that are tried for likeness in one gap.
const MOST_PAIRS: usize = 2_500;
/// How alike a missing and an extra line must be to be shown as one changed line, where order does not tell.
const ALIKE: f64 = 0.5;
/// How much of a line is looked at for likeness.
const LOOKED_AT: usize = 400;

/// Both sides, ready to be compared.
pub(super) struct Sides<'a> {
    pub(super) matcher: Matcher<'a>,
    pub(super) expected: &'a [Line],
    pub(super) actual: &'a [Line],
    wanted: Vec<Wanted>,
    seen: Vec<Seen>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(matcher: Matcher<'a>, expected: &'a [Line], actual: &'a [Line]) -> Self {
        let wanted = expected.iter().map(|line| matcher.wanted(line)).collect();
        let seen = actual.iter().map(|line| matcher.seen(line)).collect();
        Self { matcher, expected, actual, wanted, seen }
    }

    /// Whether actual line `a` is the expected line `e`.
    pub(super) fn accepts(&self, e: usize, a: usize) -> bool {
        self.wanted[e].accepts(&self.actual[a], &self.seen[a])
    }

    /// How many lines at the start are as wanted.
    pub(super) fn common_start(&self) -> usize {
        let most = self.expected.len().min(self.actual.len());
        (0..most).take_while(|index| self.accepts(*index, *index)).count()
    }

    /// Line by line.
    pub(super) fn in_order(&self) -> Vec<Step> {
        let start = self.common_start();
        let (e_end, a_end) = (self.expected.len(), self.actual.len());
        let have_keys = self.wanted.iter().all(|wanted| matches!(wanted, Wanted::Key(_)));
        let most = if have_keys { MOST_LINES } else { MOST_TRIED };
        let (e_cap, a_cap) = (e_end.min(start + most), a_end.min(start + most));
        let mut steps: Vec<Step> = (0..start).map(Step::Same).collect();
        let (mut e, mut a) = (start, start);
        for (matched_e, matched_a) in self.common_lines(start..e_cap, start..a_cap) {
            self.gap(&mut steps, e..matched_e, a..matched_a);
            steps.push(Step::Same(matched_a));
            (e, a) = (matched_e + 1, matched_a + 1);
        }
        self.gap(&mut steps, e..e_cap, a..a_cap);
        steps.extend((e_cap..e_end).map(Step::Missing));
        steps.extend((a_cap..a_end).map(Step::Extra));
        steps
    }

    /// The expected lines among the actual ones, in order; other actual lines are allowed.
    pub(super) fn contained(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let (mut gap_start, mut a) = (0, 0);
        for e in 0..self.expected.len() {
            let Some(found) = (a..self.actual.len()).find(|found| self.accepts(e, *found)) else { continue };
            self.allowed_gap(&mut steps, gap_start..e, a..found);
            steps.push(Step::Same(found));
            (gap_start, a) = (e + 1, found + 1);
        }
        self.allowed_gap(&mut steps, gap_start..self.expected.len(), a..self.actual.len());
        steps
    }

    /// As many expected lines as possible, each met by an actual line of its own, wherever it stands. `others` says
    /// what becomes of further actual lines.
    pub(super) fn any_order(&self, others: fn(usize) -> Step) -> Vec<Step> {
        let (partner, mut missing) = self.pair_up();
        let extra: Vec<usize> = (0..partner.len()).filter(|a| partner[*a].is_none()).collect();
        let mut changed = vec![None; partner.len()];
        if missing.len() * extra.len() <= MOST_PAIRS {
            for a in extra {
                let best = self.most_alike(&missing, a);
                changed[a] = best.map(|place| missing.remove(place));
            }
        }
        let mut steps: Vec<Step> = (0..partner.len())
            .map(|a| match (partner[a], changed[a]) {
                (Some(_), _) => Step::Same(a),
                (None, Some(e)) => Step::Changed(e, a),
                (None, None) => others(a),
            })
            .collect();
        steps.extend(missing.into_iter().map(Step::Missing));
        steps
    }

    /// For each actual line the expected one that it meets, and the expected lines that nobody meets.
    fn pair_up(&self) -> (Vec<Option<usize>>, Vec<usize>) {
        let mut partner = vec![None; self.actual.len()];
        let mut open = Vec::new();
        // Equal lines first: whoever else might take such a line, one that takes nothing else does not lose by it.
        let mut by_key: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (a, seen) in self.seen.iter().enumerate().rev() {
            by_key.entry(seen.key.as_slice()).or_default().push(a);
        }
        for (e, wanted) in self.wanted.iter().enumerate() {
            let taken = match wanted {
                Wanted::Key(key) => by_key.get_mut(key.as_slice()).and_then(Vec::pop),
                Wanted::Numbers(..) | Wanted::Pattern(_) => {
                    open.push(e);
                    continue;
                }
            };
            match taken {
                Some(a) => partner[a] = Some(e),
                None => open.push(e),
            }
        }
        let free: Vec<usize> = (0..partner.len()).filter(|a| partner[*a].is_none()).collect();
        let tolerant: Vec<usize> =
            open.iter().copied().filter(|e| !matches!(self.wanted[*e], Wanted::Key(_))).collect();
        let matched =
            maximum(tolerant.len(), free.len(), |left, right| self.accepts(tolerant[left], free[right]));
        for (left, right) in matched.iter().enumerate() {
            if let Some(right) = right {
                partner[free[*right]] = Some(tolerant[left]);
            }
        }
        let mut met = vec![false; self.expected.len()];
        partner.iter().flatten().for_each(|e| met[*e] = true);
        (partner, (0..self.expected.len()).filter(|e| !met[*e]).collect())
    }

    /// The place in `missing` of the expected line that is most like actual line `a`, when one is alike at all.
    fn most_alike(&self, missing: &[usize], a: usize) -> Option<usize> {
        let scores = missing.iter().enumerate().map(|(place, e)| (self.alike(*e, a), place));
        scores
            .filter(|(score, _)| *score >= ALIKE)
            .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
            .map(|(_, place)| place)
    }

    /// A longest list of pairs of lines that match, both sides in order.
    fn common_lines(&self, e: Range<usize>, a: Range<usize>) -> Vec<(usize, usize)> {
        let keys: Option<Vec<&Vec<u8>>> = self.wanted[e.clone()]
            .iter()
            .map(|wanted| if let Wanted::Key(key) = wanted { Some(key) } else { None })
            .collect();
        let Some(wanted) = keys else { return self.common_lines_by_trial(e, a) };
        let found: Vec<&Vec<u8>> = self.seen[a.clone()].iter().map(|seen| &seen.key).collect();
        capture_diff_slices(Algorithm::Myers, &wanted, &found)
            .into_iter()
            .filter(|op| op.tag() == DiffTag::Equal)
            .flat_map(|op| op.old_range().zip(op.new_range()))
            .map(|(left, right)| (e.start + left, a.start + right))
            .collect()
    }

    /// The same for lines that have no key: patterns and numbers are no equivalence, so every pair is tried.
    fn common_lines_by_trial(&self, e: Range<usize>, a: Range<usize>) -> Vec<(usize, usize)> {
        let (rows, columns) = (e.len(), a.len());
        let width = columns + 1;
        let mut matches = vec![false; rows * columns];
        let mut longest = vec![0u16; (rows + 1) * width];
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let here = row * width + column;
                longest[here] = if self.accepts(e.start + row, a.start + column) {
                    matches[row * columns + column] = true;
                    longest[here + width + 1] + 1
                } else {
                    longest[here + 1].max(longest[here + width])
                };
            }
        }
        let mut pairs = Vec::new();
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let here = row * width + column;
            if matches[row * columns + column] {
                pairs.push((e.start + row, a.start + column));
                (row, column) = (row + 1, column + 1);
            } else if longest[here + width] >= longest[here + 1] {
                row += 1;
            } else {
                column += 1;
            }
        }
        pairs
    }

    /// Lines between two that match: pairs that are alike stand together.
    fn gap(&self, steps: &mut Vec<Step>, e: Range<usize>, a: Range<usize>) {
        let pairs =
            if e.len() == a.len() { e.clone().zip(a.clone()).collect() } else { self.alike_pairs(&e, &a) };
        fill(steps, &pairs, e, a, Step::Extra);
    }

    fn allowed_gap(&self, steps: &mut Vec<Step>, e: Range<usize>, a: Range<usize>) {
        let mut pairs = self.alike_pairs(&e, &a);
        pairs.retain(|(e, a)| self.alike(*e, *a) >= ALIKE);
        fill(steps, &pairs, e, a, Step::Same);
    }

    /// The pairs of lines, in order on both sides, that are most alike in sum.
    fn alike_pairs(&self, e: &Range<usize>, a: &Range<usize>) -> Vec<(usize, usize)> {
        let (rows, columns) = (e.len(), a.len());
        if rows * columns > MOST_PAIRS {
            return e.clone().zip(a.clone()).collect();
        }
        let width = columns + 1;
        let mut score = vec![0.0; rows * columns];
        let mut best = vec![0.0f64; (rows + 1) * width];
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let alike = self.alike(e.start + row, a.start + column);
                score[row * columns + column] = alike;
                let here = row * width + column;
                best[here] = (best[here + width + 1] + alike).max(best[here + width]).max(best[here + 1]);
            }
        }
        let mut pairs = Vec::new();
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let here = row * width + column;
            let alike = score[row * columns + column];
            if alike > 0.0 && best[here] <= best[here + width + 1] + alike {
                pairs.push((e.start + row, a.start + column));
                (row, column) = (row + 1, column + 1);
            } else if best[here] <= best[here + width] {
                row += 1;
            } else {
                column += 1;
            }
        }
        pairs
    }

    fn alike(&self, e: usize, a: usize) -> f64 {
        let start = |line: &Line| {
            let text = shown(&line.text[..line.text.len().min(LOOKED_AT)]);
            text[..floor(&text, LOOKED_AT)].to_owned()
        };
        alike(&start(&self.expected[e]), &start(&self.actual[a]))
    }
}

/// Names every line of both ranges, `pairs` as changed lines.
fn fill(
    steps: &mut Vec<Step>,
    pairs: &[(usize, usize)],
    e: Range<usize>,
    a: Range<usize>,
    others: fn(usize) -> Step,
) {
    let (mut next_e, mut next_a) = (e.start, a.start);
    for (paired_e, paired_a) in pairs {
        steps.extend((next_e..*paired_e).map(Step::Missing));
        steps.extend((next_a..*paired_a).map(others));
        steps.push(Step::Changed(*paired_e, *paired_a));
        (next_e, next_a) = (paired_e + 1, paired_a + 1);
    }
    steps.extend((next_e..e.end).map(Step::Missing));
    steps.extend((next_a..a.end).map(others));
}
