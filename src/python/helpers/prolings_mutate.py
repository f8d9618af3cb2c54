"""Writes the mutants of a Python file: each a small change that a good check notices.

    python -I prolings_mutate.py MODE

The file comes on standard input. MODE is `module` (what is below `if __name__ == "__main__":` never runs), `script` (it
does) or `tests` (the file is a test suite: assertions are what it is worth). Standard output gets a JSON list, in the
order of the file: the line, the operator, and the whole file with its change. A change replaces a span of text, so
everything else stays as it was written. What is no Python any more, or the same program, is left out.
"""

import ast
import io
import json
import marshal
import sys
import tokenize
import warnings

NEGATED = {
    **{ast.Eq: "!=", ast.NotEq: "==", ast.Lt: ">=", ast.LtE: ">", ast.Gt: "<=", ast.GtE: "<"},
    **{ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in"},
}
BOUNDARY = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
ARITHMETIC = {
    **{ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.Mod: ("%", "*")},
    **{ast.FloorDiv: ("//", "/"), ast.Pow: ("**", "*"), ast.LShift: ("<<", ">>"), ast.RShift: (">>", "<<")},
    **{ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"), ast.BitXor: ("^", "&")},
}
# What only a type checker or a reader sees.
UNSEEN_DECORATORS = {"final", "override", "overload", "no_type_check"}
NAMING_CALLS = {"TypeVar", "ParamSpec", "TypeVarTuple", "NewType"}
NAMING_TARGETS = {"__all__", "__slots__", "__match_args__"}
INACTIVE = '__import__("contextlib").nullcontext'
LENIENT = '__import__("contextlib").suppress(BaseException)'


class Source:
    """The file as bytes, with the places of nodes and operators in it."""

    def __init__(self, data):
        self.data = data
        self._lines = [0]
        for line in data.split(b"\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.operators = []
        for token in tokenize.tokenize(io.BytesIO(data).readline):
            if token.type in (tokenize.OP, tokenize.NAME):
                start = self._lines[token.start[0] - 1] + len(token.line[: token.start[1]].encode())
                self.operators.append((start, token.string))

    def start(self, node):
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node):
        return self._lines[node.end_lineno - 1] + node.end_col_offset

    def text(self, node):
        return self.data[self.start(node) : self.end(node)].decode()

    def line(self, offset):
        return self.data.count(b"\n", 0, offset) + 1

    def tokens(self, start, end, *wanted):
        """Where these operators or words stand between two places."""
        return [(at, at + len(word)) for at, word in self.operators if start <= at < end and word in wanted]


class Mutator(ast.NodeVisitor):
    """Walks a module and notes the spans of its mutants."""

    def __init__(self, source, mode):
        self.source = source
        self.mode = mode
        self.changes = []
        self._words = True  # whether texts count here

    def change(self, operator, start, end, text):
        self.changes.append((start, end, operator, text))

    def replace(self, operator, node, text):
        self.change(operator, self.source.start(node), self.source.end(node), text)

    def remove(self, node):
        self.replace("statement", node, "pass")

    def without_words(self, *nodes):
        """Visits what is written for humans: its texts may change."""
        before, self._words = self._words, False
        for node in nodes:
            if node is not None:
                self.visit(node)
        self._words = before

    def all(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    # ---- statements

    def body(self, statements):
        first = statements[0] if statements else None
        docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        self.all(statements[1:] if docstring else statements)

    def visit_Module(self, node):
        self.body(node.body)

    def visit_ClassDef(self, node):
        self.decorators(node)
        self.keywords([*node.bases, *node.keywords])
        self.all([*node.bases, *node.keywords])
        self.body(node.body)

    def visit_FunctionDef(self, node):
        self.decorators(node)
        self.visit(node.args)
        self.body(node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_arguments(self, node):
        self.all([*node.defaults, *node.kw_defaults])

    def visit_Lambda(self, node):
        self.visit(node.args)
        if not is_none(node.body):
            self.replace("return", node.body, "None")
        self.visit(node.body)

    def decorators(self, node):
        places = [self.source.tokens(0, self.source.start(each), "@")[-1][0] for each in node.decorator_list]
        for index, decorator in enumerate(node.decorator_list):
            end = [*places, self.source.start(node)][index + 1]
            if name_of(decorator) not in UNSEEN_DECORATORS:
                self.change("decorator", places[index], end, "")
            self.visit(decorator)

    def visit_Expr(self, node):
        if not isinstance(node.value, ast.Constant):
            self.remove(node)
            self.visit(node.value)

    def visit_Assign(self, node):
        if any(name_of(target) in NAMING_TARGETS for target in node.targets) or names_itself(node.value):
            return
        if all(isinstance(target, ast.Name) for target in node.targets):
            if not isinstance(node.value, ast.Constant):
                self.replace("assignment", node.value, "None")
        else:
            self.remove(node)
        self.all([*node.targets, node.value])

    def visit_AnnAssign(self, node):
        if node.value is not None:
            self.all([node.target, node.value])

    def visit_AugAssign(self, node):
        self.remove(node)
        symbol, other = ARITHMETIC.get(type(node.op), (None, None))
        for start, end in self.source.tokens(self.source.end(node.target), self.source.start(node.value), f"{symbol}="):
            self.change("arithmetic", start, end, f"{other}=")
        self.all([node.target, node.value])

    def visit_Return(self, node):
        if node.value is None:
            self.remove(node)
        elif not is_none(node.value):
            self.replace("return", node.value, "None")
            self.visit(node.value)

    def visit_Raise(self, node):
        self.remove(node)
        if node.exc is not None and name_of(node.exc) != "Exception":
            self.replace("exception", node.exc, 'Exception("mutant")')
        if node.cause is not None and not is_none(node.cause):
            self.change("exception", self.source.end(node.exc), self.source.end(node.cause), "")
        self.without_words(node.exc, node.cause)

    def visit_Assert(self, node):
        self.remove(node)
        self.visit(node.test)

    def visit_Delete(self, node):
        self.remove(node)

    def visit_Break(self, node):
        self.replace("loop", node, "continue")

    def visit_Continue(self, node):
        self.replace("loop", node, "break")

    def visit_If(self, node):
        if names(node.test, "TYPE_CHECKING"):
            return
        if names(node.test, "__name__"):
            if self.mode != "script":
                return self.all(node.orelse)
            self.without_words(node.test)
        else:
            self.condition(node.test)
        self.all([*node.body, *node.orelse])

    def visit_While(self, node):
        self.condition(node.test)
        self.all([*node.body, *node.orelse])

    def visit_With(self, node):
        for item in node.items:
            self.replace("context", item.context_expr, f"{INACTIVE}({self.source.text(item.context_expr)})")
            self.visit(item.context_expr)
        self.all(node.body)

    visit_AsyncWith = visit_With

    def visit_ExceptHandler(self, node):
        if node.type is not None:
            self.replace("exception", node.type, "()")
        self.all(node.body)

    # ---- expressions

    def condition(self, node):
        negates_itself = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        if not negates_itself and not (isinstance(node, ast.Compare) and len(node.ops) == 1):
            self.replace("condition", node, f"not ({self.source.text(node)})")
        self.visit(node)

    def visit_IfExp(self, node):
        self.condition(node.test)
        self.all([node.body, node.orelse])

    def visit_comprehension(self, node):
        self.visit(node.iter)
        for test in node.ifs:
            self.condition(test)

    def visit_Compare(self, node):
        left = node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            words = ["is", "not", "in", "==", "!=", "<", "<=", ">", ">="]
            found = self.source.tokens(self.source.end(left), self.source.start(right), *words)
            if found:
                start, end = found[0][0], found[-1][1]
                self.change("comparison", start, end, NEGATED[type(op)])
                if type(op) in BOUNDARY:
                    self.change("boundary", start, end, BOUNDARY[type(op)])
            left = right
        self.generic_visit(node)

    def visit_BinOp(self, node):
        symbol, other = ARITHMETIC.get(type(node.op), (None, None))
        for start, end in self.source.tokens(self.source.end(node.left), self.source.start(node.right), symbol):
            self.change("arithmetic", start, end, other)
        self.generic_visit(node)

    def visit_BoolOp(self, node):
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            for start, end in self.source.tokens(self.source.end(left), self.source.start(right), word):
                self.change("condition", start, end, other)
        self.generic_visit(node)

    def visit_UnaryOp(self, node):
        operator = "condition" if isinstance(node.op, ast.Not) else "arithmetic"
        self.change(operator, self.source.start(node), self.source.start(node.operand), "")
        self.generic_visit(node)

    def visit_Await(self, node):
        self.change("await", self.source.start(node), self.source.start(node.value), "")
        self.generic_visit(node)

    def visit_Yield(self, node):
        if node.value is not None and not is_none(node.value):
            self.replace("return", node.value, "None")
            self.visit(node.value)

    def visit_Call(self, node):
        if names_itself(node):
            return
        start, end, text = self.source.start, self.source.end, self.source.text
        for left, right in zip(node.args, node.args[1:], strict=False):
            if not {type(left), type(right)} & {ast.Starred} and text(left) != text(right):
                between = self.source.data[end(left) : start(right)].decode()
                self.change("arguments", start(left), end(right), text(right) + between + text(left))
        self.keywords([*node.args, *node.keywords])
        self.generic_visit(node)

    def keywords(self, arguments):
        """Each keyword argument dropped, with the comma that parts it from its neighbour."""
        start, end = self.source.start, self.source.end
        given = sorted(arguments, key=start)
        for index, each in enumerate(given):
            if not isinstance(each, ast.keyword) or each.arg is None:
                continue
            if index:
                self.change("arguments", end(given[index - 1]), end(each), "")
            else:
                self.change("arguments", start(each), start(given[1]) if len(given) > 1 else end(each), "")

    def visit_JoinedStr(self, node):
        # Where its parts stand, Python tells since 3.12 only, and the mutants shall be the same everywhere.
        if self._words:
            self.replace("constant", node, '""')

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, bool):
            self.replace("constant", node, str(not value))
        elif isinstance(value, (int, float)):
            self.replace("constant", node, repr(value + 1))
        elif isinstance(value, str) and self._words:
            self.replace("constant", node, repr(value + "XX"))
        elif isinstance(value, bytes):
            self.replace("constant", node, repr(value + b"XX"))


class TestMutator(ast.NodeVisitor):
    """Walks a test file: without one of its assertions it is worth less."""

    def __init__(self, source):
        self.source = source
        self.changes = []

    def visit_Assert(self, node):
        self.changes.append((self.source.start(node), self.source.end(node), "assertion", "pass"))

    def visit_With(self, node):
        for item in node.items:
            if name_of(item.context_expr) == "raises":
                place = (self.source.start(item.context_expr), self.source.end(item.context_expr))
                self.changes.append((*place, "assertion", LENIENT))
        self.generic_visit(node)


def is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def name_of(node):
    """The last name of `a`, `b.a`, `a(...)` or `b.a(...)`."""
    node = node.func if isinstance(node, ast.Call) else node
    return getattr(node, "attr", None) or getattr(node, "id", None)


def names_itself(node):
    """Whether it makes something for type checkers, which is given its own name."""
    return isinstance(node, ast.Call) and name_of(node) in NAMING_CALLS


def names(node, name):
    return any(getattr(each, "id", getattr(each, "attr", None)) == name for each in ast.walk(node))


def program(data):
    """What Python makes of a file, or None when it is no Python."""
    try:
        return marshal.dumps(compile(data, "file", "exec", dont_inherit=True))
    except (SyntaxError, ValueError):
        return None


def mutants(data, mode):
    source = Source(data)
    mutator = TestMutator(source) if mode == "tests" else Mutator(source, mode)
    mutator.visit(ast.parse(data))
    seen, found = {program(data), None}, []
    for start, end, operator, text in sorted(set(mutator.changes)):
        changed = data[:start] + text.encode() + data[end:]
        made = program(changed)
        if made not in seen:
            seen.add(made)
            found.append({"line": source.line(start), "operator": operator, "source": changed.decode()})
    return found


def main():
    warnings.simplefilter("ignore")  # of doubtful code, which mutants are
    json.dump(mutants(sys.stdin.buffer.read(), sys.argv[1]), sys.stdout)


if __name__ == "__main__":
    main()
