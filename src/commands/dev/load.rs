//! A busy machine: as many busy loops as there are cores.
//!
//! They are threads of this process, not processes: whatever ends it, by Ctrl-C or `kill -9`, ends them with it. To the
//! programs that are judged it makes no difference who takes the processor from them.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// Busy loops on all cores, until this is dropped.
pub(super) struct Load {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Load {
    /// Starts a busy loop a core.
    pub(super) fn start() -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let spin = |stop: Arc<AtomicBool>| {
            let mut number = 0_u64;
            while !stop.load(Ordering::Relaxed) {
                for _ in 0..10_000 {
                    number = black_box(number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
                }
            }
        };
        let threads = (0..cores).map(|_| {
            let stop = Arc::clone(&stop);
            std::thread::spawn(move || spin(stop))
        });
        Self { threads: threads.collect(), stop }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // A loop that adds numbers does not panic.
            let _ = thread.join();
        }
    }
}
