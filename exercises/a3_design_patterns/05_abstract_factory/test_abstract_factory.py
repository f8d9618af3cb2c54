import abstract_factory
import pytest
import widgets


def made(name, *arguments):
    """Call what the file must define under this name, and say so when it does not."""
    if not hasattr(abstract_factory, name):
        pytest.fail(f"abstract_factory.py must define {name}", pytrace=False)
    try:
        return getattr(abstract_factory, name)(*arguments)
    except TypeError as error:
        given = ", ".join(repr(argument) for argument in arguments)
        pytest.fail(f"{name}({given}) must be allowed: {error}", pytrace=False)


def called(family, method, *arguments):
    """Ask a family for a widget, and say so when it has no such method."""
    if not hasattr(family, method):
        pytest.fail(f"a {type(family).__name__} must have {method}()", pytrace=False)
    return getattr(family, method)(*arguments)


FAMILIES = [
    pytest.param("text", "Text", id="text"),
    pytest.param("html", "Html", id="html"),
]


@pytest.mark.parametrize(("style", "prefix"), FAMILIES)
def test_a_family_makes_its_own_widgets(style, prefix):
    family = made(f"{prefix}Family")
    for method, kind, arguments in [
        ("button", "Button", ("OK",)),
        ("checkbox", "Checkbox", ("Sure", True)),
    ]:
        got = type(called(family, method, *arguments)).__name__
        assert got == prefix + kind, (
            f"a {prefix}Family makes {style} widgets only, but {method}() gave a {got}"
        )


def drawn(widget):
    return widget.draw() if hasattr(widget, "draw") else widget


def test_a_widget_gets_its_label_and_its_mark():
    family = made("TextFamily")
    assert drawn(called(family, "button", "OK")) == "< OK >", (
        "button(label) must give a button with that label"
    )
    for arguments, text in [
        (("Sure", True), "[x] Sure"),
        (("Sure", False), "[ ] Sure"),
        (("Sure",), "[ ] Sure"),
    ]:
        got = drawn(called(family, "checkbox", *arguments))
        assert got == text, (
            f"checkbox{arguments} must give a checkbox with that label, checked only "
            "when that is asked for"
        )
    html_box = drawn(called(made("HtmlFamily"), "checkbox", "Sure"))
    assert "checked" not in html_box, (
        "HtmlFamily().checkbox('Sure') must give a checkbox that is not checked"
    )
    html_box = drawn(called(made("HtmlFamily"), "checkbox", "Sure", True))
    assert "checked> Sure" in html_box, (
        "HtmlFamily().checkbox('Sure', True) must give one that is checked"
    )
    html_button = drawn(called(made("HtmlFamily"), "button", "OK"))
    assert html_button == "<button>OK</button>", "a button must have its label"


def test_each_widget_is_a_new_one():
    family = made("TextFamily")
    first, second = (called(family, "button", "OK") for _ in range(2))
    assert first is not second, "each call of button() must make a new widget"


@pytest.mark.parametrize(("style", "prefix"), FAMILIES)
def test_family_for_a_style(style, prefix):
    got = made("family_for", style)
    assert type(got).__name__ == f"{prefix}Family", (
        f"family_for({style!r}) must return a {prefix}Family"
    )
    assert isinstance(got, abstract_factory.Family), (
        f"{prefix}Family must be a subclass of Family"
    )


@pytest.mark.parametrize("style", ["gtk", "TEXT", ""])
def test_an_unknown_style_is_an_error(style):
    try:
        got = type(made("family_for", style)).__name__
    except Exception as error:
        got, message = type(error).__name__, str(error)
    assert got == "ValueError", (
        f"there is no style {style!r}: family_for must raise ValueError, and gave {got}"
    )
    assert style in message, "the message must name the style"


@pytest.mark.parametrize("missing", ["button", "checkbox"])
def test_half_a_family_cannot_be_made(missing):
    family = getattr(abstract_factory, "Family", None)
    if not isinstance(family, type):
        pytest.fail("abstract_factory.py must define a class Family", pytrace=False)
    methods = {"button": lambda self, label: None, "checkbox": lambda self, label: None}
    del methods[missing]
    half = type(family)("HalfFamily", (family,), methods)
    try:
        half()
        got = "no error"
    except TypeError:
        got = "TypeError"
    assert got == "TypeError", (
        f"a family without {missing} must be refused as soon as one is made"
    )


class LoudButton:
    def __init__(self, label):
        self.label = label

    def draw(self):
        return self.label.upper()


class LoudCheckbox(LoudButton):
    def __init__(self, label, checked=False):
        super().__init__(label + ("!" if checked else "?"))


def loud_family():
    """A family of widgets that nobody knew when Dialog was written."""
    family = getattr(abstract_factory, "Family", object)
    methods = {
        "button": lambda self, label: LoudButton(label),
        "checkbox": lambda self, label, checked=False: LoudCheckbox(label, checked),
    }
    return type(family)("LoudFamily", (family,), methods)()


def test_a_dialog_takes_any_family():
    dialog = made("Dialog", "Delete?", loud_family())
    dialog.add_checkbox("sure", True)
    dialog.add_checkbox("really")
    dialog.add_button("yes")
    got = dialog.draw()
    assert got == "Delete?\nSURE!\nREALLY?\nYES", (
        "with a family that Dialog has never seen, all widgets must come from that "
        "family, in the order in which they were added"
    )


@pytest.mark.parametrize(("style", "prefix"), FAMILIES)
def test_all_widgets_of_a_dialog_are_of_one_family(style, prefix):
    dialog = made("Dialog", "Delete?", made("family_for", style))
    dialog.add_checkbox("sure")
    dialog.add_button("yes")
    got = [type(widget).__name__ for widget in dialog.widgets]
    assert got == [f"{prefix}Checkbox", f"{prefix}Button"], (
        f"all widgets of a dialog in {style} must be of that family"
    )


def test_two_dialogs_do_not_disturb_each_other():
    text = made("Dialog", "One?", made("family_for", "text"))
    page = made("Dialog", "Two?", made("family_for", "html"))
    page.add_button("yes")
    text.add_button("no")
    page.add_checkbox("sure", True)
    assert (text.draw(), page.draw().splitlines()[:2]) == (
        "One?\n< no >",
        ["Two?", "<button>yes</button>"],
    ), "a text dialog and an HTML dialog must be able to exist side by side"
    assert isinstance(page.widgets[1], widgets.HtmlCheckbox), (
        "a dialog must keep its family after another one was made"
    )
