//! Which layers of the sandbox hold on this machine: tried, not assumed.
//!
//! A tiny program is started as jobs are and tries what a layer must prevent: read and change a canary, open sockets,
//! signal the grader, reach a server outside. The layers that prevented it are the active ones. The answer is
//! remembered as long as kernel, boot, user, binary and interpreter stay the same.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::launch::{Launch, Stdin};
use super::sandbox::Sandbox;
use super::scratch;
use super::supervisor::client;
use crate::model::cancel::Cancel;
use crate::model::execution::Ending;
use crate::model::isolation::Layer;
use crate::model::limits::{Limits, Network};

/// What tries the layers. It prints the name of each that held.
const PROBE: &str = include_str!("selftest.py");

/// What it prints when `/proc` is the job's own.
const OWN_PROC: &str = "own_proc";

/// The file that remembers the answer, beside the environments.
const CACHE: &str = "sandbox.json";

/// How long the probe may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is needed to find out.
pub struct SelfTest<'a> {
    /// The interpreter that jobs use.
    pub python: &'a Path,
    /// The binary to start as supervisor.
    pub supervisor: &'a Path,
    /// The folder that remembers the answer.
    pub folder: &'a Path,
    /// Layers that are not wanted.
    pub without: &'a BTreeSet<Layer>,
    /// Folders that must stay closed whatever lies around them.
    pub private: Vec<PathBuf>,
}

#[derive(Serialize, Deserialize)]
struct Remembered {
    key: String,
    layers: BTreeSet<Layer>,
    active: BTreeSet<Layer>,
    own_proc: bool,
}

impl SelfTest<'_> {
    /// The best sandbox that works here, from memory or by trying.
    pub fn sandbox(self) -> Sandbox {
        let key = self.key();
        if let Some(known) = key.as_deref().and_then(|key| self.remembered(key)) {
            return Sandbox::new(known.layers, known.active, self.private).with_own_proc(known.own_proc);
        }
        let (layers, active) = self.best();
        let own_proc = self.shows_own_processes(&layers, &active);
        if let Some(key) = key {
            // Not remembered means tried again the next time.
            let (layers, active) = (layers.clone(), active.clone());
            let _ = self.remember(&Remembered { key, layers, active, own_proc });
        }
        Sandbox::new(layers, active, self.private).with_own_proc(own_proc)
    }

    /// The first set of layers that holds whole, or the one of which most holds.
    fn best(&self) -> (BTreeSet<Layer>, BTreeSet<Layer>) {
        let mut best = (BTreeSet::new(), BTreeSet::new());
        for layers in candidates(self.without) {
            let Some(active) = self.held(&layers) else { continue };
            if active == layers {
                return (layers, active);
            }
            if active.len() > best.1.len() {
                best = (layers, active);
            }
        }
        best
    }

    /// The layers of a set that hold, or `None` when Python does not run in them.
    fn held(&self, layers: &BTreeSet<Layer>) -> Option<BTreeSet<Layer>> {
        let layers_in = |said: Vec<String>| -> BTreeSet<Layer> {
            said.iter().filter_map(|line| line.parse().ok()).collect()
        };
        let mut held = layers_in(self.try_out(layers, Network::None, false)?);
        let networked = layers_in(self.try_out(layers, Network::Loopback, false)?);
        held.remove(&Layer::Net);
        held.extend(networked.contains(&Layer::Net).then_some(Layer::Net));
        held.retain(|layer| layers.contains(layer));
        Some(held)
    }

    /// Whether a `/proc` can be had that shows a job its own processes alone, and takes nothing from the layers.
    fn shows_own_processes(&self, layers: &BTreeSet<Layer>, active: &BTreeSet<Layer>) -> bool {
        if ![Layer::Pid, Layer::Mount].iter().all(|layer| active.contains(layer)) {
            return false;
        }
        let said = self.try_out(layers, Network::None, true).unwrap_or_default();
        let says = |word: &str| said.iter().any(|line| line == word);
        says(OWN_PROC) && active.iter().all(|layer| *layer == Layer::Net || says(layer.name()))
    }

    /// What the probe says of a set of layers.
    fn try_out(&self, layers: &BTreeSet<Layer>, network: Network, own_proc: bool) -> Option<Vec<String>> {
        let folder = tempfile::Builder::new().prefix(&scratch::prefix()).tempdir().ok()?;
        let outside = tempfile::Builder::new().prefix(&scratch::prefix()).tempdir().ok()?;
        let own = folder.path().join("work");
        fs::create_dir(&own).ok()?;
        // What the file tree shows and Landlock must close, and what the file tree must not show.
        let shown = folder.path().join("shown");
        fs::create_dir(&shown).ok()?;
        let canaries = [shown.join("canary"), outside.path().join("canary")];
        for canary in &canaries {
            File::create_new(canary).ok()?.write_all(b"canary").ok()?;
        }
        let server = TcpListener::bind("127.0.0.1:0").ok()?;
        let port = server.local_addr().ok()?.port();
        let limits = Limits { time: PATIENCE, network, ..Limits::default() };
        let sandbox = Sandbox::new(layers.clone(), BTreeSet::new(), self.private.clone());
        let sandbox = sandbox.with_own_proc(own_proc);
        let mut policy = sandbox.policy(vec![own.clone()], Vec::new(), self.python, &limits);
        if let Some(policy) = &mut policy {
            policy.shown = vec![shown];
        }
        let mut argv: Vec<_> = vec![self.python.as_os_str().to_owned()];
        argv.extend(["-I", "-S", "-c", PROBE].map(Into::into));
        argv.extend(canaries.map(PathBuf::into_os_string));
        argv.push(rustix::process::getuid().as_raw().to_string().into());
        argv.push(std::process::id().to_string().into());
        argv.push(port.to_string().into());
        let mut launch = Launch { argv, env: Vec::new(), stdin: Stdin::Nothing, own: Vec::new(), policy };
        let outcome = client::run(self.supervisor, &mut launch, &own, &limits, &Cancel::default()).ok()?;
        if outcome.ending != Ending::Exited(0) {
            return None;
        }
        let said = String::from_utf8(outcome.stdout.bytes()).ok()?;
        Some(said.lines().map(str::to_owned).collect())
    }

    /// What the answer depends on. Hashing the binary would take longer than trying: its size and time stand for it.
    fn key(&self) -> Option<String> {
        let binary = fs::metadata(self.supervisor).ok()?;
        let modified = binary.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let without: Vec<&str> = self.without.iter().map(|layer| layer.name()).collect();
        Some(format!(
            "{} {} {} {} {} {} {}",
            read("/proc/sys/kernel/osrelease").trim(),
            read("/proc/sys/kernel/random/boot_id").trim(),
            rustix::process::getuid().as_raw(),
            binary.len(),
            modified.as_nanos(),
            self.python.display(),
            without.join(","),
        ))
    }

    fn remembered(&self, key: &str) -> Option<Remembered> {
        let text = fs::read(self.folder.join(CACHE)).ok()?;
        let known: Vec<Remembered> = serde_json::from_slice(&text).ok()?;
        known.into_iter().find(|known| known.key == key)
    }

    fn remember(&self, answer: &Remembered) -> io::Result<()> {
        fs::create_dir_all(self.folder)?;
        let text = fs::read(self.folder.join(CACHE)).unwrap_or_default();
        let known: Vec<Remembered> = serde_json::from_slice(&text).unwrap_or_default();
        // The newest first; the oldest are forgotten.
        let all: Vec<&Remembered> = [answer].into_iter().chain(known.iter().take(15)).collect();
        let mut file = tempfile::NamedTempFile::new_in(self.folder)?;
        file.write_all(&serde_json::to_vec_pretty(&all)?)?;
        file.persist(self.folder.join(CACHE))?;
        Ok(())
    }
}

/// Sets of layers to try, the largest first. Namespaces come together: each needs the rights that the others give.
fn candidates(without: &BTreeSet<Layer>) -> Vec<BTreeSet<Layer>> {
    let groups: [&[Layer]; 4] =
        [&[Layer::Pid, Layer::Mount, Layer::Net], &[Layer::Uid], &[Layer::Landlock], &[Layer::Seccomp]];
    let mut sets: Vec<BTreeSet<Layer>> = (0..16u32)
        .map(|choice| {
            let chosen = groups.iter().enumerate().filter(|(index, _)| choice & (1 << index) == 0);
            chosen.flat_map(|(_, group)| group.iter().copied()).collect::<BTreeSet<Layer>>()
        })
        .map(|set| set.difference(without).copied().collect::<BTreeSet<Layer>>())
        .filter(|set| rustix::process::getuid().is_root() || !set.contains(&Layer::Uid))
        .filter(|set| !set.is_empty())
        .collect();
    sets.sort_by_key(|set| std::cmp::Reverse(set.len()));
    sets.dedup();
    sets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_layers_are_tried_after_more() {
        let sets = candidates(&BTreeSet::new());
        assert!(sets.windows(2).all(|pair| pair[0].len() >= pair[1].len()));
        let without = BTreeSet::from([Layer::Pid, Layer::Mount, Layer::Net]);
        assert!(candidates(&without).iter().all(|set| set.is_disjoint(&without)));
    }
}
