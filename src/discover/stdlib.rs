//! Names of the standard library's modules, which a learner's file must not have.

use crate::model::names::RelPath;

/// The public top-level modules of CPython 3.11 to 3.14, on any platform.
const MODULES: &str = "\
    abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb \
    binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys \
    compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses \
    dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler \
    fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp \
    gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword \
    lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt \
    multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb \
    pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile \
    pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets \
    select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile \
    sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog \
    tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib \
    trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings \
    wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";

/// The module of the standard library that a file at the top of an exercise, or a package there, would hide.
pub fn shadowed(file: &RelPath) -> Option<&'static str> {
    let path = file.as_str();
    let name = match path.split_once('/') {
        Some((package, _)) => path.ends_with(".py").then_some(package)?,
        None => path.strip_suffix(".py")?,
    };
    MODULES.split_ascii_whitespace().find(|module| *module == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_importable_names_shadow() {
        let shadows = |path| shadowed(&RelPath::new(path).unwrap());
        assert_eq!(shadows("queue.py"), Some("queue"));
        assert_eq!(shadows("json/decoder.py"), Some("json"));
        for path in ["queue.txt", "my_queue.py", "shop/queue.py", "html/index.html", "email"] {
            assert_eq!(shadows(path), None, "{path}");
        }
    }
}
