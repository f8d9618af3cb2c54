//! What kind of mismatch an exception is: wrong syntax, a failed import, or simply raised.

use super::view::View;
use crate::model::record::PyException;
use crate::model::verdict::Mismatch;

/// The mismatch for an exception that ended the learner's program or kept it from being loaded.
pub(super) fn mismatch(view: &View<'_>, exception: &PyException) -> Mismatch {
    let shown = view.exception(exception);
    if is_own_syntax(view, exception) {
        Mismatch::Syntax { exception: shown }
    } else if is_a(exception, "ImportError") || names_own_module(view, exception) {
        Mismatch::Import { exception: shown }
    } else {
        Mismatch::Raised { exception: shown }
    }
}

/// Whether the exception is of that class or of a subclass. `class` may be a bare name or a dotted one.
pub(super) fn is_a(exception: &PyException, class: &str) -> bool {
    let named =
        |name: &String| name == class || name.strip_suffix(class).is_some_and(|module| module.ends_with('.'));
    named(&exception.class)
        || exception.bases.iter().any(named)
        || builtin_bases(&exception.class).contains(&class)
}

/// Whether the program asked for input and there was none.
pub(super) fn wants_input(exception: &PyException) -> bool {
    is_a(exception, "EOFError") && exception.message.contains("reading a line")
}

/// Whether it is a `SyntaxError`, `IndentationError` or `TabError`.
pub(super) fn is_syntax(exception: &PyException) -> bool {
    is_a(exception, "SyntaxError")
}

/// Whether the learner's file itself is no valid Python; code given to `eval` or `compile` is another matter.
pub(super) fn is_own_syntax(view: &View<'_>, exception: &PyException) -> bool {
    is_syntax(exception) && exception.syntax.as_ref().is_some_and(|syntax| view.is_own(&syntax.file))
}

/// Whether a module or a name that the learner's files should give could not be imported, or an import in them failed.
pub(super) fn is_own_import(view: &View<'_>, exception: &PyException) -> bool {
    names_own_module(view, exception) || (is_a(exception, "ImportError") && view.touches_own(exception))
}

/// Whether the exception says that one of the learner's modules, or a name in it, is not there.
pub(super) fn names_own_module(view: &View<'_>, exception: &PyException) -> bool {
    let message = exception.message.as_str();
    let says = |module: String| {
        if is_a(exception, "ImportError") {
            names(message, &module)
        } else {
            is_a(exception, "AttributeError")
                && message.starts_with(&format!("module '{module}' has no attribute"))
        }
    };
    own_modules(view).any(says)
}

fn names(message: &str, module: &str) -> bool {
    let quoted = format!("'{module}'");
    ["No module named ", " from ", " from partially initialized module "]
        .iter()
        .any(|before| message.split_once(before).is_some_and(|(_, rest)| rest.starts_with(&quoted)))
}

/// The dotted names of the learner's files, and of their packages.
fn own_modules<'a>(view: &View<'a>) -> impl Iterator<Item = String> + use<'a> {
    view.exercise.edit.iter().flat_map(|path| {
        let module = path.as_str().strip_suffix(".py").unwrap_or(path.as_str()).replace('/', ".");
        let package = module.split('.').next().map(str::to_owned);
        [Some(module.trim_end_matches(".__init__").to_owned()), package].into_iter().flatten()
    })
}

/// The bases of built-in exceptions: a traceback on the error stream does not tell them.
fn builtin_bases(class: &str) -> &'static [&'static str] {
    match class {
        "ModuleNotFoundError" => &["ImportError", "Exception"],
        "IndentationError" => &["SyntaxError", "Exception"],
        "TabError" => &["IndentationError", "SyntaxError", "Exception"],
        "IndexError" | "KeyError" => &["LookupError", "Exception"],
        "ZeroDivisionError" | "OverflowError" | "FloatingPointError" => &["ArithmeticError", "Exception"],
        "RecursionError" | "NotImplementedError" => &["RuntimeError", "Exception"],
        "UnboundLocalError" => &["NameError", "Exception"],
        "UnicodeDecodeError" | "UnicodeEncodeError" | "UnicodeTranslateError" => {
            &["UnicodeError", "ValueError", "Exception"]
        }
        "FileNotFoundError" | "FileExistsError" | "PermissionError" | "IsADirectoryError"
        | "NotADirectoryError" | "TimeoutError" | "InterruptedError" | "ProcessLookupError"
        | "ChildProcessError" | "BlockingIOError" | "ConnectionError" => &["OSError", "Exception"],
        "BrokenPipeError" | "ConnectionAbortedError" | "ConnectionRefusedError" | "ConnectionResetError" => {
            &["ConnectionError", "OSError", "Exception"]
        }
        "ExceptionGroup" => &["BaseExceptionGroup", "Exception"],
        "KeyboardInterrupt" | "SystemExit" | "GeneratorExit" | "BaseExceptionGroup" => &["BaseException"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exception(class: &str, bases: &[&str]) -> PyException {
        PyException {
            class: class.into(),
            bases: bases.iter().map(|base| (*base).to_owned()).collect(),
            ..PyException::default()
        }
    }

    #[test]
    fn a_subclass_is_what_its_base_is() {
        let own = exception("shop.OutOfStock", &["shop.ShopError", "ValueError", "Exception"]);
        for class in ["OutOfStock", "shop.OutOfStock", "ShopError", "ValueError"] {
            assert!(is_a(&own, class), "{class}");
        }
        for class in ["Stock", "shop", "KeyError", "other.OutOfStock", ""] {
            assert!(!is_a(&own, class), "{class}");
        }
    }

    #[test]
    fn built_in_bases_are_known() {
        assert!(is_a(&exception("ModuleNotFoundError", &[]), "ImportError"));
        assert!(is_syntax(&exception("TabError", &[])));
        assert!(!is_a(&exception("KeyError", &[]), "ValueError"));
    }
}
