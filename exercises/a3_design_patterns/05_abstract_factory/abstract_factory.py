from widgets import HtmlButton, HtmlCheckbox, TextButton, TextCheckbox

settings = {"style": "text"}


class Dialog:
    """A question with widgets below it."""

    def __init__(self, question):
        self.question = question
        self.widgets = []

    def add_checkbox(self, label, checked=False):
        if settings["style"] == "html":
            self.widgets.append(HtmlCheckbox(label, checked))
        else:
            self.widgets.append(TextCheckbox(label, checked))

    def add_button(self, label):
        if settings["style"] == "html":
            self.widgets.append(HtmlButton(label))
        else:
            self.widgets.append(TextButton(label))

    def draw(self):
        return "\n".join([self.question, *(widget.draw() for widget in self.widgets)])


if __name__ == "__main__":
    dialog = Dialog("Delete all files?")
    dialog.add_checkbox("I have a backup")
    settings["style"] = "html"  # somebody else has changed the settings
    dialog.add_button("Delete")
    print(dialog.draw())
