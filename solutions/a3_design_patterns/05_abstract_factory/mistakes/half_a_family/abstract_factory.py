from widgets import HtmlButton, HtmlCheckbox, TextButton, TextCheckbox


class Family:
    """Makes widgets that fit together."""

    def button(self, label):
        raise NotImplementedError

    def checkbox(self, label, checked=False):
        raise NotImplementedError


class TextFamily(Family):
    def button(self, label):
        return TextButton(label)

    def checkbox(self, label, checked=False):
        return TextCheckbox(label, checked)


class HtmlFamily(Family):
    def button(self, label):
        return HtmlButton(label)

    def checkbox(self, label, checked=False):
        return HtmlCheckbox(label, checked)


FAMILIES = {"text": TextFamily, "html": HtmlFamily}


def family_for(style):
    if style not in FAMILIES:
        raise ValueError(f"unknown style: {style!r}")
    return FAMILIES[style]()


class Dialog:
    """A question with widgets below it, all of one family."""

    def __init__(self, question, family):
        self.question = question
        self.family = family
        self.widgets = []

    def add_checkbox(self, label, checked=False):
        self.widgets.append(self.family.checkbox(label, checked))

    def add_button(self, label):
        self.widgets.append(self.family.button(label))

    def draw(self):
        return "\n".join([self.question, *(widget.draw() for widget in self.widgets)])


if __name__ == "__main__":
    dialog = Dialog("Delete all files?", family_for("text"))
    dialog.add_checkbox("I have a backup")
    dialog.add_button("Delete")
    print(dialog.draw())
