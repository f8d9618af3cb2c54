//! Which worker takes which task when, so that tasks together never keep more cores busy than there are places.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Cores for jobs, which several runs may share.
pub struct Places {
    all: usize,
    /// Held while someone waits for places, so that nobody overtakes.
    turn: Mutex<()>,
    free: Mutex<usize>,
    freed: Condvar,
}

/// Tasks in their order, and the places that they need.
pub(super) struct Slots<'t, T> {
    tasks: &'t [T],
    places: &'t Places,
    next: Mutex<usize>,
}

/// Places that are taken until this is dropped.
pub(super) struct Taken<'p> {
    places: &'p Places,
    taken: usize,
}

impl Places {
    /// So many places; at least one.
    pub fn new(all: usize) -> Self {
        let all = all.max(1);
        Self { all, turn: Mutex::new(()), free: Mutex::new(all), freed: Condvar::new() }
    }

    /// Waits until so many places are free. Who needs more than there are takes all.
    fn take(&self, wanted: usize) -> Taken<'_> {
        let _turn = lock(&self.turn);
        let taken = wanted.clamp(1, self.all);
        let mut free = lock(&self.free);
        while *free < taken {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= taken;
        Taken { places: self, taken }
    }
}

impl<'t, T> Slots<'t, T> {
    /// These tasks, in these places.
    pub(super) fn new(tasks: &'t [T], places: &'t Places) -> Self {
        Self { tasks, places, next: Mutex::new(0) }
    }

    /// The next task, once as many places as it needs are free.
    pub(super) fn next(&self, needs: impl FnOnce(&T) -> usize) -> Option<(&'t T, Taken<'t>)> {
        let mut next = lock(&self.next);
        let task = self.tasks.get(*next)?;
        *next += 1;
        Some((task, self.places.take(needs(task))))
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        *lock(&self.places.free) += self.taken;
        self.places.freed.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn tasks_never_take_more_places_than_there_are_and_all_are_done() {
        const PLACES: usize = 3;
        let tasks: Vec<(usize, usize)> = (0..60).map(|index| (index, [1, 1, 2, 9][index % 4])).collect();
        let places = Places::new(PLACES);
        let slots = Slots::new(&tasks, &places);
        let (busy, most, started) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..PLACES {
                scope.spawn(|| {
                    while let Some(((index, needs), _taken)) = slots.next(|(_, needs)| *needs) {
                        lock(&started).push(*index);
                        let now =
                            busy.fetch_add((*needs).min(PLACES), Ordering::SeqCst) + (*needs).min(PLACES);
                        most.fetch_max(now, Ordering::SeqCst);
                        std::thread::sleep(std::time::Duration::from_micros(200));
                        busy.fetch_sub((*needs).min(PLACES), Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= PLACES);
        let mut started = lock(&started).clone();
        assert_eq!(started.len(), tasks.len());
        started.sort_unstable();
        assert_eq!(started, (0..60).collect::<Vec<_>>());
    }

    #[test]
    fn runs_that_share_places_share_them() {
        let places = Places::new(1);
        let (one, two) = (Slots::new(&[1], &places), Slots::new(&[1], &places));
        let taken = one.next(|needs| *needs).expect("a task");
        std::thread::scope(|scope| {
            let other = scope.spawn(|| two.next(|needs| *needs).is_some());
            std::thread::sleep(std::time::Duration::from_millis(20));
            assert!(!other.is_finished());
            drop(taken);
            assert!(other.join().expect("joined"));
        });
    }

    #[test]
    fn a_task_for_all_places_is_not_overtaken_for_ever() {
        let tasks = [1, 2, 1];
        let places = Places::new(2);
        let slots = Slots::new(&tasks, &places);
        let (first, one) = slots.next(|needs| *needs).expect("a task");
        assert_eq!(*first, 1);
        std::thread::scope(|scope| {
            let second = scope.spawn(|| slots.next(|needs| *needs).map(|(task, _taken)| *task));
            let third = scope.spawn(|| slots.next(|needs| *needs).map(|(task, _taken)| *task));
            std::thread::sleep(std::time::Duration::from_millis(20));
            assert!(!second.is_finished() && !third.is_finished());
            drop(one);
            let mut both = [second, third].map(|thread| thread.join().expect("joined").expect("a task"));
            both.sort_unstable();
            assert_eq!(both, [1, 2]);
        });
        assert!(slots.next(|needs| *needs).is_none());
    }
}
