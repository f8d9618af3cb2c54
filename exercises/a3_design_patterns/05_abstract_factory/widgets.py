"""Widgets of two kinds. What they have in common is `draw`."""

import html


class TextButton:
    def __init__(self, label):
        self.label = label

    def draw(self):
        return f"< {self.label} >"


class TextCheckbox:
    def __init__(self, label, checked):
        self.label = label
        self.checked = checked

    def draw(self):
        return f"[{'x' if self.checked else ' '}] {self.label}"


class HtmlButton:
    def __init__(self, label):
        self.label = label

    def draw(self):
        return f"<button>{html.escape(self.label)}</button>"


class HtmlCheckbox:
    def __init__(self, label, checked):
        self.label = label
        self.checked = checked

    def draw(self):
        checked = " checked" if self.checked else ""
        label = html.escape(self.label)
        return f'<label><input type="checkbox"{checked}> {label}</label>'
