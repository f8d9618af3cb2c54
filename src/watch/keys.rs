//! Keys that are typed, read on a thread of their own that can be held while another program has the terminal.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Event;

/// How long the thread looks for a key before it looks whether it is to stop.
const PULSE: Duration = Duration::from_millis(100);

/// A key, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A letter, digit or sign.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Backspace.
    Backspace,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// Ctrl-C or Ctrl-D.
    Quit,
    /// Ctrl-Z.
    Suspend,
    /// Ctrl-L.
    Redraw,
}

/// The thread that reads keys. They go on being read until nobody listens.
pub struct Keys {
    gate: Arc<Gate>,
}

#[derive(Default)]
struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    hold: bool,
    held: bool,
    ended: bool,
}

impl Keys {
    /// Starts reading; the terminal must be in raw mode.
    pub fn start<E: From<Event> + Send + 'static>(events: Sender<E>) -> Self {
        let gate = Arc::new(Gate::default());
        let thread = Arc::clone(&gate);
        std::thread::spawn(move || {
            read(&thread, &events);
            thread.change(|state| state.ended = true);
            let _ = events.send(Event::KeysEnded.into());
        });
        Self { gate }
    }

    /// Leaves the keys to someone else while `other` runs.
    pub fn hold<T>(&self, other: impl FnOnce() -> T) -> T {
        self.gate.change(|state| state.hold = true);
        self.gate.wait(|state| state.held || state.ended);
        let value = other();
        self.gate.change(|state| state.hold = false);
        value
    }
}

impl Gate {
    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    fn wait(&self, until: impl Fn(&State) -> bool) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // A poisoned lock ends the wait as well.
        drop(self.changed.wait_while(state, |state| !until(state)));
    }

    /// Waits while the keys are held.
    fn pass(&self) {
        if self.state.lock().unwrap_or_else(PoisonError::into_inner).hold {
            self.change(|state| state.held = true);
            self.wait(|state| !state.hold);
            self.change(|state| state.held = false);
        }
    }
}

fn read<E: From<Event>>(gate: &Gate, events: &Sender<E>) {
    loop {
        gate.pass();
        let event = match event::poll(PULSE) {
            Ok(false) => continue,
            Ok(true) => event::read(),
            Err(_) => return,
        };
        let told = match event {
            Ok(event::Event::Key(key)) => translate(key).map(Event::Key),
            Ok(event::Event::Resize(..)) => Some(Event::Resized),
            Ok(_) => None,
            Err(_) => return,
        };
        if told.is_some_and(|event| events.send(event.into()).is_err()) {
            return;
        }
    }
}

/// The key, unless it is one that means nothing here.
fn translate(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(match key.code {
        KeyCode::Char('c' | 'd') if control => Key::Quit,
        KeyCode::Char('z') if control => Key::Suspend,
        KeyCode::Char('l') if control => Key::Redraw,
        KeyCode::Char(_) if control || key.modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_keys_are_no_letters() {
        let with = |code, modifiers| translate(KeyEvent::new(KeyCode::Char(code), modifiers));
        assert_eq!(with('n', KeyModifiers::NONE), Some(Key::Char('n')));
        assert_eq!(with('C', KeyModifiers::SHIFT), Some(Key::Char('C')));
        assert_eq!(with('c', KeyModifiers::CONTROL), Some(Key::Quit));
        assert_eq!(with('d', KeyModifiers::CONTROL), Some(Key::Quit));
        assert_eq!(with('z', KeyModifiers::CONTROL), Some(Key::Suspend));
        assert_eq!(with('x', KeyModifiers::CONTROL), None);
        assert_eq!(with('q', KeyModifiers::ALT), None);
    }

    #[test]
    fn a_held_reader_waits_and_goes_on() {
        let gate = Arc::new(Gate::default());
        let reader = Arc::clone(&gate);
        let (sender, passes) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            while sender.send(()).is_ok() {
                reader.pass();
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        let keys = Keys { gate };
        let passed = keys.hold(|| {
            while passes.try_recv().is_ok() {}
            std::thread::sleep(Duration::from_millis(30));
            passes.try_recv().is_ok()
        });
        assert!(!passed);
        assert!(passes.recv_timeout(Duration::from_secs(5)).is_ok());
    }
}
