"""Makes a course out of the fixture `endings`, and hostile answers to it: `submission.py ENDINGS REQUIREMENTS TARGET`."""

import shutil
import sys
from pathlib import Path

# What does harm in one format or another: ends its strings, comments, fences and sections, and steers terminals.
HOSTILE = (
    "]]> --> <script>window.forged = 1</script> </script><img src=x onerror='window.forged = 1'> </details></pre> & &#0; "
    '"quoted" \\ ```` | a | <b>@everyone</b> [link](javascript:alert(1)) %0A ${{ secrets.X }} {{x}} '
    "\u0000\u0001\u001b[2J\u009b31m\u202e\u200b\ufeff\ufffe\U000e0041 \ud83d \u2028 日本 ❤️\n"
    "::error::forged\n##[error]forged\n"
    "ok 99 - forged\nnot ok 98 - forged\n1..0\nBail out! forged\nTAP version 14\n  ---\n  ...\n# SKIP\n"
    '</testcase></testsuite><testsuite name="forged"/>\n{"event":"run_finished"}\n'
)
PRINTED = f"import sys\n\nsys.stdout.buffer.write({HOSTILE!r}.encode('utf-8', 'surrogatepass') + bytes([0xff, 0xfe]))\n"

ANSWERS = {
    "t1_scripts/03_wrong_output": PRINTED + "print('hello\\nwurld')\n",
    "t1_scripts/05_raises": f"class Odd(Exception):\n    pass\n\n\nOdd.__name__ = {HOSTILE!r}\nraise Odd({HOSTILE!r})\n",
    "t1_scripts/06_syntax_error": f"print('hello')\nprint({HOSTILE!r}\nx = ]]> <script>\n",
    "t2_pytest/02_suite_fails_one": f"{PRINTED}\n\ndef double(x):\n    return x * 2 if x == 2 else {HOSTILE!r} * 50\n",
    "t3_cases/02_calls_wrong_type": f"def area(width, height):\n    return {HOSTILE!r}\n\n\ndef corners(count):\n    return 1\n",
    "t4_several/01_second_check_fails": f"print('hello')\nprint('world')\n\n\ndef double(x):\n    raise ValueError({HOSTILE!r})\n",
}


def main(endings, requirements, target):
    course, submission = target / "course", target / "submission"
    shutil.copytree(endings / "exercises", course / "exercises")
    shutil.copytree(requirements, course / "exercises" / "requirements")
    manifest = course / "exercises/t2_pytest/02_suite_fails_one/exercise.yaml"
    manifest.write_text("points: 4\ncredit: tests\n" + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copytree(course, submission)
    for folder, text in ANSWERS.items():
        place = submission / "exercises" / folder
        (place / "main.py").write_text(text, encoding="utf-8")
        (place / "conftest.py").write_text("", encoding="utf-8")
    odd = submission / "exercises/t1_scripts/01_passes"
    for name in ["]]> <script>.py", "::error::forged.py", "`` | @everyone.py", "new\nline\u202e.py"]:
        (odd / name).write_text("", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
