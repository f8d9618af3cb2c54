//! Which worker takes which task when, so that tasks together never keep more cores busy than there are workers.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Tasks in their order, and the places that are free for them.
pub(super) struct Slots<'t, T> {
    tasks: &'t [T],
    all: usize,
    /// Held while a worker waits for its task's places, so that nobody overtakes it.
    turn: Mutex<usize>,
    free: Mutex<usize>,
    freed: Condvar,
}

/// Places that are taken until this is dropped.
pub(super) struct Taken<'s, 't, T> {
    slots: &'s Slots<'t, T>,
    places: usize,
}

impl<'t, T> Slots<'t, T> {
    /// `all` places for these tasks; at least one.
    pub(super) fn new(tasks: &'t [T], all: usize) -> Self {
        let all = all.max(1);
        Self { tasks, all, turn: Mutex::new(0), free: Mutex::new(all), freed: Condvar::new() }
    }

    /// The next task, once as many places as it needs are free. One that needs more than there are takes all.
    pub(super) fn next(&self, needs: impl FnOnce(&T) -> usize) -> Option<(&'t T, Taken<'_, 't, T>)> {
        let mut turn = lock(&self.turn);
        let task = self.tasks.get(*turn)?;
        *turn += 1;
        let places = needs(task).clamp(1, self.all);
        let mut free = lock(&self.free);
        while *free < places {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= places;
        Some((task, Taken { slots: self, places }))
    }
}

impl<T> Drop for Taken<'_, '_, T> {
    fn drop(&mut self) {
        *lock(&self.slots.free) += self.places;
        self.slots.freed.notify_all();
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
        let slots = Slots::new(&tasks, PLACES);
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
    fn a_task_for_all_places_is_not_overtaken_for_ever() {
        let tasks = [1, 2, 1];
        let slots = Slots::new(&tasks, 2);
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
