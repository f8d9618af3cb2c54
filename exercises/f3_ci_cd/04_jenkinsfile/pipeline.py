"""Reads a Jenkinsfile with a parser of Groovy, as a tree of calls."""

from dataclasses import dataclass, field
from pathlib import Path

import tree_sitter
import tree_sitter_groovy

FILE = Path(__file__).with_name("Jenkinsfile")
CALLS = ("method_invocation", "juxt_function_call")


@dataclass
class Call:
    """`name arguments { body }`, such as `stage('Test') { … }`."""

    name: str
    line: int
    arguments: list = field(default_factory=list)
    named: dict = field(default_factory=dict)
    body: list = field(default_factory=list)
    variables: dict = field(default_factory=dict)

    def all(self, name):
        return [call for call in self.body if call.name == name]

    def one(self, name):
        """The only call of that name in the body, or None."""
        found = self.all(name)
        return found[0] if len(found) == 1 else None

    def deep(self, name):
        """All calls of that name, however deep inside."""
        inside = [found for call in self.body for found in call.deep(name)]
        return self.all(name) + inside


def text(node):
    """A text without its quotes; other expressions as they are written."""
    written = node.text.decode()
    if node.type in ("character_literal", "string_literal"):
        quotes = 3 if written[:3] in ("'''", '"""') else 1
        return written[quotes:-quotes]
    return written


def call_of(node):
    name = node.named_children[0]
    call = Call(name.text.decode(), node.start_point[0] + 1)
    for part in node.named_children[1:]:
        if part.type == "closure":
            fill(call, part)
        elif part.type == "argument_list":
            for argument in part.named_children:
                if argument.type == "map_item":
                    key, value = argument.named_children[:2]
                    call.named[text(key)] = text(value)
                elif argument.type == "closure":
                    fill(call, argument)
                else:
                    call.arguments.append(text(argument))
    return call


def fill(call, closure):
    for node in closure.named_children:
        if node.type == "expression_statement":
            node = node.named_children[0]
        if node.type in CALLS:
            call.body.append(call_of(node))
        elif node.type == "assignment_expression":
            name, value = node.named_children[:2]
            made = call_of(value) if value.type in CALLS else text(value)
            call.variables[text(name)] = made


def broken(node):
    """The lines where the parser lost the thread."""
    if node.is_error or node.is_missing:
        return [node.start_point[0] + 1]
    return [line for child in node.children for line in broken(child)]


def parse(source):
    """Return the calls at the top of the file, and the lines that are no Groovy."""
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_groovy.language()))
    root = parser.parse(source.encode()).root_node
    file = Call("file", 1)
    fill(file, root)
    return file, broken(root)


def show(call, depth=0):
    named = [f"{key}: {value}" for key, value in call.named.items()]
    print("    " * depth + " ".join([call.name, *call.arguments, *named]))
    for name, value in call.variables.items():
        shown = f"{value.name} {value.arguments}" if isinstance(value, Call) else value
        print("    " * (depth + 1) + f"{name} = {shown}")
    for inner in call.body:
        show(inner, depth + 1)


if __name__ == "__main__":
    file, lines = parse(FILE.read_text(encoding="utf-8"))
    for line in lines:
        print(f"line {line} is no Groovy")
    for call in file.body:
        show(call)
