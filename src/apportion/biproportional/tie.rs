//! Which cells a tie leaves open: those on a cycle along which seats can move at no cost.
//!
//! Under exact multipliers a cell with its quotient on a signpost may have a seat more or less. It does in some
//! distribution exactly if it lies on a cycle of such cells, that is, inside a strongly connected component.

use super::problem::Cell;

/// A cell on a signpost: seats may go `Up` from here or `Down`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportion) enum Slack {
    /// One seat more stays in proportion.
    Up,
    /// One seat fewer stays in proportion.
    Down,
}

/// The contested cells among those on a signpost, in reading order if these are.
pub(in crate::apportion) fn contested(
    rows: usize,
    columns: usize,
    tight: &[(Cell, Slack)],
) -> Vec<(Cell, Slack)> {
    let mut forward = vec![Vec::new(); rows + columns];
    let mut backward = forward.clone();
    for &(cell, slack) in tight {
        let (row, column) = (cell.row, rows + cell.column);
        let (from, to) = if slack == Slack::Up { (row, column) } else { (column, row) };
        push(&mut forward, from, to);
        push(&mut backward, to, from);
    }
    let component = components(&forward, &backward);
    let same = |cell: Cell| component.get(cell.row) == component.get(rows + cell.column);
    tight.iter().copied().filter(|(cell, _)| same(*cell)).collect()
}

fn push(arcs: &mut [Vec<usize>], from: usize, to: usize) {
    if let Some(list) = arcs.get_mut(from) {
        list.push(to);
    }
}

/// The strongly connected component of every node (Kosaraju and Sharir), without recursion.
fn components(forward: &[Vec<usize>], backward: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut seen = vec![None; forward.len()];
    let mut finished = Vec::with_capacity(forward.len());
    for root in 0..forward.len() {
        visit(forward, root, root, &mut seen, &mut finished);
    }
    let mut component = vec![None; forward.len()];
    for &root in finished.iter().rev() {
        visit(backward, root, root, &mut component, &mut Vec::new());
    }
    component
}

/// Depth first from `root` over nodes without a mark; they get `mark`, and enter `finished` when left.
fn visit(
    arcs: &[Vec<usize>],
    root: usize,
    mark: usize,
    marks: &mut [Option<usize>],
    finished: &mut Vec<usize>,
) {
    let mut path = Vec::new();
    enter(root, mark, marks, &mut path);
    while let Some((node, next)) = path.pop() {
        match arcs.get(node).and_then(|list| list.get(next)) {
            Some(&to) => {
                path.push((node, next + 1));
                enter(to, mark, marks, &mut path);
            }
            None => finished.push(node),
        }
    }
}

fn enter(node: usize, mark: usize, marks: &mut [Option<usize>], path: &mut Vec<(usize, usize)>) {
    if let Some(slot @ None) = marks.get_mut(node) {
        *slot = Some(mark);
        path.push((node, 0));
    }
}
