//! Topics that show their exercises or keep them back.

use super::{Browser, Line};

impl Browser {
    pub(super) fn is_folded(&self, topic: &str) -> bool {
        self.query.trim().is_empty() && self.folded.contains(topic)
    }

    pub(super) fn fold_or_unfold(&mut self) {
        let Some(topic) = self.topic_of_line() else { return };
        if !self.folded.remove(&topic) {
            self.folded.insert(topic.clone());
        }
        self.arrange_at_topic(&topic);
    }

    /// From an exercise to its topic, and from there to the topic alone.
    pub(super) fn leave_topic(&mut self) {
        let Some(topic) = self.topic_of_line() else { return };
        if matches!(self.lines.get(self.cursor), Some(Line::Topic(_))) {
            self.folded.insert(topic.clone());
        }
        self.arrange_at_topic(&topic);
    }

    pub(super) fn unfold(&mut self) {
        let Some(topic) = self.topic_of_line() else { return };
        if self.folded.remove(&topic) {
            self.arrange_at_topic(&topic);
        } else {
            self.go(self.cursor + 1);
        }
    }

    pub(super) fn fold_all(&mut self) {
        let topic = self.topic_of_line().unwrap_or_default();
        if self.folded.is_empty() {
            self.folded = self.list.topics.iter().map(|topic| topic.name.clone()).collect();
        } else {
            self.folded.clear();
        }
        self.arrange_at_topic(&topic);
    }
}
