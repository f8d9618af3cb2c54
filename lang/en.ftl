# The texts of prolings, in English.
#
# Every language has a file like this one, with the same messages; what a language lacks is said in English.
# docs/translating.md says how a language is added. Words between backticks are commands or code: they stay as they are.

## Numbers, times, lists

decimal-mark = { "." }
time-milliseconds = { $milliseconds } ms
time-seconds = { $seconds } s
time-minutes = { $minutes } min
time-minutes-seconds = { $minutes } min { $seconds } s
# The items before the last one have commas between them already.
list = { $most } and { $last }
files = { $number ->
    [one] { $number } file
   *[other] { $number } files
}
more-lines = { $number ->
    [one] { $number } more line
   *[other] { $number } more lines
}
more-calls = { $number ->
    [one] { $number } more call
   *[other] { $number } more calls
}
more-pairs = { $number ->
    [one] { $number } more pair
   *[other] { $number } more pairs
}
more-tests = { $number ->
    [one] { $number } more test
   *[other] { $number } more tests
}
more-files = { $number ->
    [one] { $number } more file
   *[other] { $number } more files
}
more-versions = { $number ->
    [one] { $number } more version
   *[other] { $number } more versions
}
of = { $number } of { $all }

## A verdict

status-passed = passed
status-failed = failed
status-fault = could not be judged
# In a column with the others: at most as long as they are.
status-fault-short = fault
status-skipped = skipped
status-stopped = stopped
name-of-starter = { $exercise } (starter)
name-of-solution = { $exercise } (solution)
name-of-mistake = { $exercise } (mistake { $mistake })
not-right-either = Not right either:
not-your-mistake = This is not your mistake: { $what }
note = note:
forgiven = forgiven: { $what }
forgiven-final-newline = a missing newline at the end
forgiven-trailing-spaces = spaces at line ends
forgiven-carriage-returns = Windows line ends
processes-ended = processes that were left running have been ended

## A failure

prints-nothing = The program prints nothing.
prints-something = The program prints something where nothing is expected.
white-space-differs = The output differs in white space only, first in line { $line }.
output-differs = The output differs, first in line { $line }.
line-order = Two lines are in the wrong order.
must-come-first = must come first
and-only-then = and only then
exit-code = The program ends with another exit code than it should.
tool-finds = `{ $command }` finds something (exit code { $code }).
asks-for-input = The program asks for input, and no input is given.
stops-with-exception = The program stops with an exception.
cannot-be-imported = The file cannot be imported.
name-is-missing = `{ $name }` is missing: the tests import it from `{ $module }`.
other-tests-fail = { $number ->
    [one] { $number } other test fails too:
   *[other] { $number } other tests fail too:
}
same-reason = the same

## A failure in a few words, in a line with the exercise's name

brief-line-order = lines in the wrong order
brief-exit-code = exit code { $actual } instead of { $expected }
brief-syntax = a syntax error in { $file }, line { $line }
brief-call = { $call } gives something else
brief-calls = { $number } calls give something else
brief-tests = { $number ->
    [one] { $number } test fails
   *[other] { $number } tests fail
}
brief-tests-missing = { $number ->
    [one] { $number } test did not run to the end
   *[other] { $number } tests did not run to the end
}
brief-tool = { $command } finds something
brief-timed-out = still running after { $time }
brief-output-limit = too much output
brief-signal = ended by { $signal }
brief-no-tests = no test to judge
brief-right-code-fails = the tests fail on right code ({ $version })
brief-survivors = { $number } of { $of } wrong versions get through
brief-wrong = not right yet

## Diffs and values

# Before a value that was wanted, and before the one that came; below one another.
expected = expected
got = got
legend-expected = expected
legend-yours = yours
legend-space = space
legend-tab = tab
legend-carriage-return = carriage return
legend-empty-line = empty line
# For screen readers, instead of the signs - and + and a blank.
side-expected = expected:
side-yours = yours:
side-both = both:
no-newline = (no newline at the end)
equal-lines = { $number ->
    [one] { $number } equal line
   *[other] { $number } equal lines
}
output-left-out = ({ $size } of your output left out)

## Tests

test-fails = { $test } fails.
test-could-not-start = { $test } could not start: what it needs fails.
in-file = in { $file }
printed = printed:
printed-on-error-stream = on the error stream:
tests-did-not-end = { $number ->
    [one] { $number } test did not run to the end:
   *[other] { $number } tests did not run to the end:
}

## Tests that the learner writes

no-test-in = There is no test in { $file }.
    .how = pytest runs functions whose names start with `test_`.
every-test-skipped = Every test is skipped or expected to fail, so nothing is tested.
tests-passed-and-failed = Your tests passed on the right code, and then failed on the same code.
    .how = Nothing may depend on an earlier run, on chance or on time.
tests-fail-on-right-code = Your tests fail on the right code.
tests-fail-on-other-right-code = Your tests fail on code that is right too (version `{ $version }`).
    .how = It does the same in another way: test what the code does, not how.
let-the-one-through = Your tests let the wrong version through.
let-all-through = Your tests let all { $of } wrong versions through.
let-some-through = Your tests let { $number } of { $of } wrong versions through.
each-tells-its-hint = Each tells its hint when those above it are caught.
stops-instead = `{ $test }` stops with `{ $class }`: that is no failed assertion, so it does not count.
not-loaded-instead = Your tests cannot be loaded with it: { $exception }. Only a test that fails counts.
running-instead = Your tests were still running on it after { $time }: no test failed.
ended-instead = The run ended early on it: no test failed.
versions-caught = { $number ->
    [one] { $number } wrong version caught:
   *[other] { $number } wrong versions caught:
}
caught-by = by { $tests }
caught-by-and-more = by { $tests } and { $more } more

## Exceptions

caused-by = caused by
and-again = and again
in-function = in { $function }
cannot-read = Python cannot read { $file }, line { $line }.
column = column { $column }
# Without a full stop: one is added.
syntax-invalid = this is not valid Python, here or just before
syntax-indented-further = the line is indented further than the one above, without a reason to be
syntax-indentation-matches-none = the line's indentation matches none of the blocks above it
syntax-file-ends = the file ends in the middle of something
syntax-tabs-and-spaces = tabs and spaces are mixed in the indentation
syntax-colon-missing = a `:` is missing

## Programs that were stopped

waited-for-input = The program waited { $time } for input, and no input is given.
waited-for-input-here = The program waited { $time } for input, and no input is given. It was here:
still-running = The program was still running after { $time }, and was ended.
still-running-here = The program was still running after { $time }. It was here:
wrote-too-much = The program wrote more than { $limit }, and was ended.
began-with = It began with:
limit-cpu = The program used more than { $time } of processor time, and was ended.
    .meaning = All its processes and threads together count.
    .brief = too much processor time
limit-memory = The program used more than { $size } of memory, and was ended.
    .meaning = All its processes together count.
    .brief = too much memory
limit-processes = The program had more than { $most } processes and threads at once, and was ended.
    .meaning = Are they started in a loop, or does each start others?
    .brief = too many processes
limit-file-size = The program wrote a file larger than { $size }, and was ended.
    .meaning = Does a loop write without end?
    .brief = a file that is too large
limit-files = The program made more than { $most } files and folders, and was ended.
    .meaning = Does a loop make them without end?
    .brief = too many files
limit-written = The program wrote more than { $size } to files, and was ended.
    .meaning = Does a loop write without end?
    .brief = too much written to files
ended-by = The program was ended by { $signal }.
signal = signal { $number }
signal-touched-memory = It touched memory that it may not: often recursion without end, or `ctypes`.
signal-aborted = It gave itself up: `os.abort()`, or an error inside Python or a library.
signal-killed = Something killed it: often it used more memory than there is.
signal-processor-time = It used all the processor time that it may.
signal-file-size = It wrote a file larger than it may.
signal-asked-to-end = Something asked it to end.

## The end of a run

standing = { $done } of { $total } done
standing-pending = { $number } not started
standing-changed = { $number ->
    [one] { $number } changed since it passed
   *[other] { $number } changed since they passed
}
tally-faults = { $number } could not be judged
tally-failed = { $number } failed
tally-passed = { $number } passed
tally-skipped = { $number } skipped
tally-time = in { $time }
tally-unchanged = { $number } unchanged
tally-all-unchanged = nothing changed
nothing-checked = Nothing was checked.
stopped-unchecked = { $number ->
    [one] Stopped: { $number } exercise was not checked.
   *[other] Stopped: { $number } exercises were not checked.
}
points = { $earned } of { $possible } points
files-differ = { $number ->
    [one] { $number } file of the course differs in the submission. The course's own were used:
   *[other] { $number } files of the course differ in the submission. The course's own were used:
}
course-complete = All { $total } exercises are done. The course is complete.
every-exercise-done = Every exercise of this course is done.
# Before the one next step.
next = Next:
edit-then = edit { $files }, then { $check }
nudge = for a nudge, { $command }
stuck-nudge = stuck? Try { $command }
# Before a path or a command, below one another.
read = read
edit = edit
then = then
then-check = then `prolings check { $exercise }`
runs-for-long = { $exercise } has run for more than { $time }

## Hints, tasks, progress

hint-number = hint { $number } of { $all }
last-hint = That was the last hint.
more-hints = { $number } more: `prolings hint { $exercise }` again
whole-task = `t` shows the whole task
changed-since-passing = Changed since passing: { $names }. `prolings check` judges what you have started.

## A course that is written or brought up to date

initialised = { $exercises ->
    [one] { $title }: { $exercises } exercise in { $place }
   *[other] { $title }: { $exercises } exercises in { $place }
}
this-folder = this folder
# After `prolings next` and `prolings check`, below one another.
next-shows = shows the first task
check-judges = judges what you have edited
version = { $title }: version { $version }
version-change = { $title }: version { $before } { $arrow } { $after }
up-to-date = Everything is up to date.
files-brought = { $number ->
    [one] { $number } file brought up to date
   *[other] { $number } files brought up to date
}
files-would-be-brought = { $number ->
    [one] { $number } file would be brought up to date
   *[other] { $number } files would be brought up to date
}
update-new = new
update-renamed = renamed
update-left = left the course
is-now = { $old } is { $new } now
update-shelved = Left the course; what you wrote is kept:
shelved-in = { $name }, in { $folder }
update-kept = Kept as you wrote them; the task has changed, and its new starter lies beside:
starter-beside = { $file }, new starter in { $starter }
update-overruled = Changed by you, and not yours to edit: the course's files are back:
update-dropped = No longer part of the course:
update-late = Saved while an update was interrupted, and kept:
# Before the path of a folder.
backup-is-in = A copy of all that you wrote is in
backup-would-be-in = A copy of all that you wrote would be put into

## Errors

error = error:
error-where = where:
error-why = why:
error-help = help:
errors = { $number ->
    [one] { $number } error
   *[other] { $number } errors
}
did-you-mean = did you mean `{ $name }`?

## Notices

update-was-finished = an update was interrupted; it is finished now

## Runs that came to nothing

# What follows says how a run of tests ended; it becomes a sentence.
ended-at-import = the program ended the run while it was being imported (`sys.exit`?)
ended-as-if-well = the program ended the run early, as if all were well (`os._exit(0)` or `sys.exit`?)
ended-with-code = the program ended the run early, with exit code { $code } (`os._exit` or `sys.exit`?)
pytest-ended-early = pytest ended early, with status { $status } and exit code { $code }
unreadable-report = part of what the run reported could not be read (does the program write to a file descriptor that it did not open?)
foul-play = the test run was tampered with or ran twice: { $why }
foul-started-twice = it started twice, or reported before it started
foul-after-the-end = something was reported after the end
foul-collected-twice = the tests were collected twice
foul-before-collection = a test was reported before the tests were collected
foul-test-twice = a test was reported more than once
foul-unknown-test = a test was reported that does not exist
foul-sentinel-passed = a test that must fail was reported as passed
foul-calls = it reported calls, not tests
foul-unknown-call = a call was reported that was never asked for
foul-call-twice = a call was reported more than once
cancelled = cancelled
# After a file's name.
refused-missing = is missing; `prolings reset { $exercise }` brings the starter back
refused-unreadable = cannot be read ({ $error })
refused-link = is a symbolic link; a regular file is wanted
refused-irregular = is not a regular file
refused-too-large = is larger than { $limit }

## Calls: what was wanted, and what came

call-prints-nothing = prints nothing
call-prints = prints { $text }
call-value-of-type = { $value } (of type { $type })
call-raises = raises { $class }
call-raises-with-part = raises { $class } whose message contains { $part }
call-raises-message = raises { $class }: { $message }
call-returns = returns { $value }
call-reported-nothing = nothing was reported

## What is not the learner's doing

run-doctor = run `prolings doctor`
run-bless = run `prolings dev bless { $exercise }`
run-dev-check = run `prolings dev check { $exercise }`
courses-mistake = this is the course's mistake, not yours: `prolings dev check { $exercise }` shows it
ended-before-loading = Python ended with exit code { $code } before it loaded `{ $exercise }`
could-not-run = `{ $exercise }` could not be run: { $why }
tests-not-loaded = the tests of `{ $exercise }` could not be loaded
tests-not-judged = the tests of `{ $exercise }` could not be judged
pytest-found-none = pytest found no tests in { $file }
tests-differ-from-lock = the `tests:` of `{ $exercise }` are not the tests in { $file }
tests-skipped = tests of `{ $exercise }` were skipped, so they prove nothing
    .help = a test that is in `tests:` must run: remove its skip or xfail mark
version-not-imported = version `{ $version }` of the code of `{ $exercise }` cannot be imported
tested-code-not-imported = the code that the tests of `{ $exercise }` test cannot be imported

## Mistakes that people make anywhere

general-tabs = Line { $line } is set in with tabs where other lines have spaces: they may look alike and are not. Use four spaces everywhere; an editor can convert the whole file.
general-block-expected = Line { $opener } ends in a colon: what belongs to it must stand below it, set in by four spaces. Line { $line } is not.
general-unindent = Line { $line } is set in by a number of spaces that no block above it has. Set it in exactly as far as the lines that it belongs to.
general-indented-further = Line { $line } is set in further than the line above it, and that line opens no block. Set it in exactly as far as the lines that it belongs to.
general-attribute-without-self = `{ $name }` belongs to the object: in a method it is `self.{ $name }`.
general-called-on-class = `{ $method }` is called on the class `{ $class }`, where there is no object yet. Make one first: `{ $class }(…).{ $method }(…)`.
general-missing-self = `{ $method }` in line { $line } has no `self`. Python hands a method its object as the first argument: write `{ $definition }`.
general-shadowed = Line { $line } gives the name `{ $name }` to something else, so `{ $name }(…)` is no longer Python's own `{ $name }`. Choose another name there.
general-forgotten-await = `{ $name }(…)` in line { $line } only makes a coroutine; nothing in it has run yet. Write `await` before it.
general-mistyped = There is no `{ $name }`. Did you mean `{ $near }`?
general-mistyped-attribute = `{ $owner }` has no `{ $name }`, but it has `{ $near }`. Is one of them mistyped?
general-mistyped-in-module = `{ $file }` has no `{ $name }`, but it has `{ $near }`. Is that mistyped?
general-text-for-number = `{ $got }` is a text, and a number is wanted: `{ $wanted }`. `int(…)` or `float(…)` makes one of it.
general-number-for-text = `{ $got }` is a number, and a text is wanted: `{ $wanted }`. `str(…)` makes one of it.
general-text-compared = `{ $sign }` compares a text with a number. What is read or given as text stays text, even when it looks like a number: `int(…)` makes a number of it.
general-never-equal = Line { $line } compares `{ $name }`, a number, with the text `"{ $number }"`: they are never equal. Write `{ $name } { $sign } { $number }`.
general-printed = `{ $function }` prints its result and returns nothing. `print` shows a value to people, `return` hands it to the caller: write `return …` in place of `print(…)`.
general-printed-somewhere = The function prints its result and returns nothing. `print` shows a value to people, `return` hands it to the caller: write `return …` in place of `print(…)`.
general-mutable-default = The default `{ $name }={ $default }` of `{ $function }` is made once, when line { $line } runs, and shared by all calls: what one call puts in is still there in the next. Use `{ $name }=None`, and make a new one in the function when it is None.
general-index-too-far = The index goes one too far: the first item has the index 0, so the last of `n` items has `n - 1`. `range(len(items))` gives exactly these.
general-off-by-one = Off by one: { $which }. Look at where the counting starts and where it ends. `range(a, b)` and `items[a:b]` begin with `a` and stop before `b`.
off-by-one-too-large = the result is one too large
off-by-one-too-small = the result is one too small
off-by-one-first-character = the first character is missing
off-by-one-last-character = the last character is missing
off-by-one-character-too-many = there is one character too many
off-by-one-first-item = the first item is missing
off-by-one-last-item = the last item is missing
off-by-one-item-too-many = there is one item too many
off-by-one-first-line = the first line is missing
off-by-one-last-line = the last line is missing
off-by-one-line-too-many = there is one line too many
general-changed-in-place = `.{ $method }(…)` changes the object itself and returns None, and that is what `{ $name }` returns. Change it first, then return the object.
general-end-without-return = `{ $name }` comes to its end without a `return` here, and then it returns None. Follow it with these values.
general-no-return = `{ $name }` has no `return` with a value, so it returns None. Hand the result back: `return …`.
error-at = { $what } (at { $place })
error-with-reason = { $what }: { $reason }
error-with-reason-and-help = { $what }: { $reason }; { $help }
nothing-remembered = nothing is remembered of this run: { $reason }
run-not-remembered = this run is not remembered: { $reason }
starters-not-kept = the starters cannot be kept ({ $reason }): what you change now may count as the starter next time
starters-guessed = { $exercises ->
    [one] git could not be asked for the starters ({ $why }): the files of { $exercises } exercise as they are now count as the starter
   *[other] git could not be asked for the starters ({ $why }): the files of { $exercises } exercises as they are now count as the starter
}
progress-left-damaged = your progress in `.prolings/{ $file }` cannot be understood ({ $why }) and cannot be set aside ({ $reason }); it is left as it is, and progress is not kept
progress-starts-anew = your progress in `.prolings/{ $file }` could not be understood ({ $why }); it was set aside as `.prolings/{ $aside }`, and progress starts anew
progress-partly-kept = your progress in `.prolings/{ $file }` could not be understood ({ $why }); it was set aside as `.prolings/{ $aside }`, and what could be understood of it is kept
strays = no part of the course, and left alone: { $places }
many-strays = no part of the course, and left alone: { $places } and { $more } more
files-are-open = programs can reach your files on this machine: run only those that you trust (`prolings doctor`)
network-is-open = programs can reach the network on this machine: run only those that you trust (`prolings doctor`)
files-and-network-are-open = programs can reach your files and the network on this machine: run only those that you trust (`prolings doctor`)
every-exercise-graded = every exercise is graded: without `--base` or `--submission` nothing tells what the learner changed
nothing-graded = no learner's file was changed: nothing is graded (`--all` grades everything)

## Commands

nothing-to-run = exercise `{ $exercise }` has no Python file to run
    .help = `prolings check { $exercise }` judges it
no-hints = exercise `{ $exercise }` has no hints
    .help = its task is in { $task }
not-passed-yet = `{ $exercise }` has not passed yet
    .why = the solution is worth most after you have found your own
    .help = `prolings hint { $exercise }` helps without giving it away; `prolings solution { $exercise } --force` shows it now
no-solution-here = this copy of the course has no solution for `{ $exercise }`
    .help = a full copy of the course has it, beside `exercises/`
no-editor = no editor is known
    .why = neither `$VISUAL` nor `$EDITOR` is set, and this is not the terminal of an editor
    .help = `prolings edit --edit-cmd nano`, or open { $files } yourself
    .line = no editor is known: open { $files } yourself, or set EDITOR to one
editor-ended = the editor ended with { $status }
    .why = it was to open { $files }
    .help = `--edit-cmd`, `$VISUAL` or `$EDITOR` name another one

## Starters that are put back

one-nothing-to-reset = { $exercise } is as it was shipped: nothing to reset.
nothing-to-reset = { $number } exercises are as they were shipped: nothing to reset.
nothing-was-changed = Nothing was changed.
one-is-reset = { $exercise } is as it was shipped.
are-reset = { $number } exercises are as they were shipped.
file-kept = Your file is kept at { $path }
files-kept = Your { $number } files are kept in .prolings/backups
no-topic = there is no topic `{ $topic }`
    .help = `prolings list` shows the topics
reset-unconfirmed = `prolings reset { $what }` wants to be confirmed
    .why = it replaces your files, and there is no terminal to ask
    .help = run `prolings reset { $what } --yes`; your files are kept as a backup
# Questions that a yes answers; the letter for it follows, and English ones do as well.
reset-one = Put the starter of { $exercise } back? Your file is kept as a backup.
reset-several = Put the starters of these { $number } exercises back? Your files are kept as backups.
yes-key = y
yes = yes
cannot-restore = cannot put the starter of `{ $file }` back
    .help = move it away, then run the command again
is-a-link = it is a symbolic link
is-irregular-file = it is not a regular file
is-not-a-folder = it is not a folder
starter-unknown = the starter of `{ $exercise }` is not known
    .help = take the file from the course: in its folder, `git log -- '{ $file }'` shows its history
starter-damaged = what was kept of it in `.prolings/starters` is damaged or gone
starter-never-seen = the file was not there, or was no regular file of at most 1 MiB, when prolings first looked at it

## Courses

no-course-here = no course here
    .why = neither this folder nor one above it holds exercises/course.yaml
    .help = change into the folder of a course (`cd`), or name it: `--course DIR`
half-a-course = { $folder } has no course.yaml
    .help = add course.yaml there if it is a course, or change into the folder of a course (`cd`), or name it: `--course DIR`
no-folder = there is no folder `{ $folder }`
course-takes-a-folder = `--course` takes the folder that holds `exercises/`
from-takes-a-course = `--from` takes the folder of a course: the one that holds `exercises/`
no-course-to-take = there is no course to take
    .why = exercises/course.yaml is not there
    .help = `--from` takes the folder that holds `exercises/`
course-damaged = files of the course itself are missing or changed
    .why = this folder was made by `prolings init`, and its course was sound then
    .help = `prolings update` brings the course's own files back; what you wrote is kept
names-several = `{ $text }` names { $number } exercises
    .why = this command takes one exercise
    .help = name one of: { $names }
names-nothing = nothing in this course is named `{ $text }`
    .why = it is no exercise, topic, path below `exercises/` or pattern that matches one
    .help = see `prolings list` for the names
course-here-already = there is a course here already
go-on = `prolings next` goes on with it
go-on-or-update = `prolings next` goes on with it; `prolings update` brings it up to date
lies-in-a-course = `{ $folder }` lies in its folder
    .help = name a folder outside of it: `prolings init ../my-course`
is-no-folder = `{ $folder }` is no folder
name-a-new-folder = name a new folder: `prolings init my-course`
folder-not-empty = { $folder } is not empty
this-folder-not-empty = this folder is not empty
folder-holds = it holds { $files }; a course gets a folder of its own
folder-holds-more = it holds { $files } and { $more } more; a course gets a folder of its own
cannot-update = this course cannot be brought up to date
    .why = it was not written by `prolings init`, or the record of what was shipped is gone
    .help = write the course to a new folder with `prolings init`, and copy your files there
cannot-update-a-clone = in a clone, `git pull` brings what is new; `prolings init` makes a folder that can be updated
source-gone = the folder that this course came from is gone
    .help = name the folder of the course: `prolings update --from COURSE`
another-course = this is the course `{ $here }`, not `{ $there }`
    .why = an update brings another version of the same course
    .help = write the other course to a folder of its own: `prolings init DIR --from COURSE`
newer-version-here = this folder has version { $version } of the course, which is newer
    .why = the one to take has version { $version }
    .help = get the newer version of that folder
install-newer-prolings = install a newer prolings: it carries the course (`pip install -U prolings`, `uv tool upgrade prolings` or `cargo install prolings`)
unreadable = cannot be read
    .help = make it readable for you
in-the-way = this file is in the way of an update
    .help = move it out of `exercises`, then run `prolings update` again
is-irregular = it is no regular file
is-larger = it is larger than { $limit }
is-named-strangely = its name is no UTF-8
update-unfinished = an update was interrupted and cannot be finished
    .why = what it was about to do is damaged
    .help = move that file away, then run `prolings update` again; your own files are not touched by that

## Progress

progress-is-held = another prolings holds this course's progress
    .why = it did not let go within { $seconds } seconds
    .help = end or continue the other prolings (`jobs`, `fg`), then run the command again
newer-progress = your progress was written by a newer prolings
    .why = it has version { $version }, and this prolings knows versions up to { $known }
    .help = update prolings; to start anew instead, move the file away
proofs-forgotten = Forgot that { $number } of the course's exercises were proved.
no-results = There were no remembered results.
results-removed = { $number ->
    [one] Removed { $number } remembered result: { $size }.
   *[other] Removed { $number } remembered results: { $size }.
}
no-environments = There were no Python environments.
environments-removed = { $number ->
    [one] Removed { $number } Python environment: { $size }.
   *[other] Removed { $number } Python environments: { $size }.
}
no-useless-environments = There were no Python environments that are no longer used.
useless-environments-removed = { $number ->
    [one] Removed { $number } Python environment that is no longer used: { $size }.
   *[other] Removed { $number } Python environments that are no longer used: { $size }.
}
environment-is-busy = Left alone, since another prolings is making it: { $folder }

## Python and its environments

python-environment = Python environment { $groups }
python-at = Python { $version } at { $place }
made-once = { $what }, made once
made-from = from { $what }
step-waiting = another prolings is making it; waiting
step-creating = creating it
step-installing = installing { $packages } packages
step-compiling = compiling bytecode
step-fetching-uv = fetching uv, for the next time
step-done = done
named-python = the Python named by --python or PROLINGS_PYTHON cannot be used
    .version = it is Python { $version } ({ $why }); the course needs { $range }
    .why = it { $why }
    .missing = there is no such program
    .help = name another, or leave the choice to prolings; { $advice }
no-python = no Python was found
    .why = the course runs on Python { $range }; PATH, virtual environments, pyenv and uv have none
no-fitting-python = no Python that runs this course was found: it needs { $range }
    .why = found, and not usable:{ $found }
install-python = install Python { $version }: { $system }, `uv python install { $version }`, or https://www.python.org/downloads/; a Python in another place is named with `--python PATH`
    .package = your system's package (Debian, Ubuntu: `sudo apt install python3 python3-venv`; Fedora: `sudo dnf install python3`)
no-venv = this Python cannot make environments: its `venv` or `ensurepip` module is missing
    .why = { $python } comes without them, and uv is not on PATH
install-venv = install it (Debian, Ubuntu: `sudo apt install python3-venv`), or uv: https://docs.astral.sh/uv/
install-complete-python = install a complete Python from https://www.python.org/downloads/, or uv: https://docs.astral.sh/uv/
package-hash = a package is not the one that the course's lock names
    .help = somebody changed the download or the lock: get the lock back from the course's repository and clear the installer's cache (`uv cache clean` or `pip cache purge`); if a mirror is set, try without it
lock-incomplete = the course's lock is incomplete
    .help = lock every package with its hashes: `uv pip compile --universal --generate-hashes GROUP.in -o GROUP.txt`
package-for-python = a package of the course cannot be had for this Python
    .help = { $python } may be too new or too unusual for it: name another with `--python PATH`; or the package index cannot be reached, or a mirror lacks it
index-certificate = the package index's certificate is not trusted
    .help = behind a company's proxy, name its certificates: set SSL_CERT_FILE (uv) and PIP_CERT (pip); uv can also take the system's with UV_SYSTEM_CERTS=1
index-refused = the package index refused the request
    .help = check the address and credentials of the index or proxy (UV_DEFAULT_INDEX, PIP_INDEX_URL, HTTPS_PROXY)
index-unreachable = the package index cannot be reached
    .help = connect to the internet and run the same command again (later checks work offline); another index is set with UV_DEFAULT_INDEX and PIP_INDEX_URL, a proxy with HTTPS_PROXY
environment-unwritable = the environment's folder cannot be written
    .help = give yourself the right to write there, or name another folder with PROLINGS_ENV_DIR=/path/to/folder
environment-not-made = the Python environment could not be made
    .help = run the same command again; when that does not help, `prolings doctor` shows the interpreter and installer
environment-stopped = stopped before the Python environment was complete
    .why = nothing half-made was left behind
    .help = run the same command again to make it
again-or-another-folder = run the same command again; another folder is named with PROLINGS_ENV_DIR
disk-full = the disk is full
    .help = free some space and run again, or name a folder on another disk with PROLINGS_ENV_DIR=/path/to/folder

## The exercise in a watch

edit-and-save = edit and save
edit-files-and-save = edit { $files } and save
nudge-key = { $step }; `h` for a nudge
stuck-key = { $step }. Stuck? `h` shows a hint
# Before an exercise's name.
goes-on-to = `n` goes on to
passed-before = It passed before; the file has changed since.
not-checked-yet = not checked yet

## Doctor

languages = languages: { $codes }
language-chosen = { $code } is spoken now; `--lang` and $LANG choose
doctor-system = { $system } on { $machine }
doctor-isolation = isolation of programs
doctor-best-effort = best effort here: programs are ended as a group, and there is no sandbox
    .details = judge only programs that you trust
doctor-limits = limits
    .details = what a program leaves running is ended; time, memory, processes, files and output are limited
doctor-no-layer = no { $layer }
doctor-not-taken = not taken: { $why }
doctor-no-venv = it lacks venv or ensurepip: environments need uv then
doctor-at = { $what } at { $place }
doctor-environments = environments
doctor-environment = { $packages } packages, { $size }, { $folder }
doctor-made-later = made when an exercise needs it
doctor-outdated = of another Python or other locks: no longer used, `prolings clean` removes it
doctor-python-gone = its Python is gone: it is made anew when it is needed
doctor-half-made = half-made: it is made anew when it is needed
doctor-in-the-making = another prolings is making it right now
doctor-course = course: { $title }
doctor-a-course = course
doctor-course-size = { $exercises } exercises in { $topics } topics
doctor-needs = some exercises need { $needs }
    .details = where one is missing, exercises that need it are skipped, with the reason
doctor-broken-course = the course cannot be used
doctor-programs = programs
doctor-not-on-path = no { $name } on PATH
doctor-uv = makes environments quickly
    .missing = environments are made with pip, which takes longer
doctor-git = tells starters from your work
    .missing = starters are known from when prolings first saw them
# How something is, in a column: at most 7 letters.
doctor-ok = ok
doctor-later = later
doctor-note = note
doctor-problem = problem
doctor-all-well = All is well.
doctor-problems = { $number ->
    [one] { $number } problem to mend.
   *[other] { $number } problems to mend.
}
layer-uid = jobs run as a user of their own: your files and processes are not theirs
    .missing = jobs run as you
layer-landlock = jobs open only their own folders, Python and the system's programs
    .missing = the kernel has no Landlock here
layer-seccomp = jobs open no network sockets, trace nothing and signal only themselves
    .missing = the kernel has no seccomp here
layer-pid = jobs see no processes but their own, and all of them end with the job
    .missing = namespaces are not allowed here
    .proc = their /proc can be read, and shows nothing but these
    .no-proc = they have no /proc: one of their own cannot be made here
layer-mount = jobs have a file tree in which nothing else exists
layer-net = jobs with `network: loopback` reach nothing but themselves
    .missing = jobs with `network: loopback` can reach the network
doctor-not-preloaded = `{ $module }` is not preloaded: { $why }
    .details = each exercise that uses it imports it for itself

## The list

# How an exercise stands, in a column: short words.
state-done = done
state-changed = changed
state-failed = failed
state-started = started
state-pending = pending
state-skipped = skipped
# Before the path of the file to edit.
list-next = next:

## The watch: keys, rows, prompts

# What keys are called that are no letters. The list's help gives them a column.
key-enter = Enter
key-space = Space
key-escape = Esc
    .help-in-list = one step back: from the search, from the filter, from the list
key-up-and-down = Up Down
# Behind a key's letter, as many in one row as fit: a word or two. `.help` is what the help says of the key.
key-hint = hint
    .help = one more hint; Esc puts the hints away
key-details = details
    .help = everything about the verdict: the whole diff, the output, the hints, the task
key-task = task
    .help = the task
key-next = next
    .help = the next exercise that is not done
key-previous = previous
    .help = the exercise before this one
key-list = list
    .help = every exercise and how it stands: to search, to filter, to go to
key-go-to = go to
    .help = go to an exercise: type a part of its name, Enter takes the first that fits
key-go-there = go to
    .help = make the chosen exercise the one that you work on; fold or unfold a topic
key-open = open
    .help = open the file in `$VISUAL` or `$EDITOR`
key-again = again
    .help = check again
key-solution = solution
    .help = the solution and its notes, once you have passed
key-reset = reset
    .help = put the starter back; your file is kept as a backup
    .help-in-list = put the starter of the chosen exercise back; your file is kept as a backup
key-check-all = check all
    .help = check every exercise of the course; Esc stops it
key-help = help
    .help = this help
key-search = search
    .help = in a text: search it; n and N go on and back, Space and b turn pages, g and G go to its ends
    .help-in-list = search: type parts of a name, a title or a topic
key-quit = quit
    .help = quit; Ctrl-C and Ctrl-D do too
key-suspend =
    .help = suspend; `fg` in the shell comes back
key-filter = filter
    .help = only open ones, failed ones, and so on; F goes back
key-fold = fold
    .help = fold or unfold the topic
key-fold-all = fold all
    .help = fold or unfold every topic
key-down-and-up =
    .help = down and up, as the arrows do
key-page-down = page down
key-page-up = page up
    .help = a page up; Page Up and Page Down do too
key-start-and-end =
    .help = to the start and to the end, as Home and End do
key-back = back
    .help = back; l does too
key-down = down
key-up = up
key-start = start
key-end = end
key-choose = choose
key-end-of-search = end of the search
watch-keys = Keys
    .more = Saving the file checks it. Saving another exercise that you have started goes there. Nothing moves on by itself: after a pass you stay as long as you like.
list-keys = Keys of the list
    .more = A star marks the exercise at hand. An exercise is done when it passed with the files as they are; one that was changed since says so.
# Titles of texts.
watch-details-of = Details of { $exercise }
watch-task-of = Task of { $exercise }
watch-solution-of = Solution of { $exercise }
watch-every-exercise = Every exercise
watch-cannot-be-checked = { $exercise } cannot be checked
# Above the task, below everything else that is known of an exercise.
watch-task = Task
# After the last row that there is room for.
key-shows-them = { $lines }, `d` shows them
# In the last rows. What is typed follows `watch-search` and `watch-go-to`.
watch-place = { $first }-{ $last } of { $all }
watch-search = Search:
    .keys = Enter searches, Esc does not
watch-found = { $number } of { $all } found
    .nothing = no "{ $text }" here
watch-go-to = Go to:
    .keys = Enter takes the first, Esc goes back
no-name-has-that = No exercise has that in its name.
    .note = no exercise has that in its name
# `.line` is for a watch that prints lines; there an answer is a whole line.
put-back = Put the starter of { $exercise } back?
    .keys = { $yes } puts it back, and your file is kept as a backup; any other key changes nothing
    .line = put the starter of { $exercise } back? { $yes } does, and your file is kept as a backup; anything else changes nothing
changed-nothing = nothing was changed
as-shipped = { $exercise } is as it was shipped
your-file-is-kept = your file is kept at { $file }
your-files-are-kept = your files are kept: { $file } and { $more } more
not-reset = not reset: { $why }
# What goes on, and what just happened: begins with a small letter, no full stop.
watch-checking = checking
watch-checking-all = checking every exercise
    .so-far = checking every exercise: { $done } of { $all }; Esc stops
watch-going-on-for = { $what }, { $time }
at-a-step = { $what }: { $step }
watch-checked-again = checked again: nothing changed
watch-passed-and-gone-on = { $exercise } passed; `p` goes back to it
is-still-running = { $exercise } is still running
watch-each-save-is-checked = each save is checked; Ctrl-C ends the watch
watch-saves-are-polled = saves are noticed with a short delay here: the system tells of none
watch-saved-another = you saved { $exercise }: here it is; `g` goes back to { $before }
watch-saved-as-shipped = { $exercise } was saved as it is shipped
    .keys = { $exercise } was saved as it is shipped; `g` goes there
watch-saved-others = { $number } other exercises were saved
    .keys = { $number } other exercises were saved; `c` checks them
watch-others-are-done = every other exercise is done
watch-is-the-first = this is the first exercise
watch-judge-is-gone = the thread that judges has ended
has-no-hints = { $exercise } has no hints; `t` shows its task
was-the-last-hint = that was the last hint; `d` shows all of them
solution-after-passing = the solution of { $exercise } is shown once you have passed
solution-is-missing = this copy of the course has no solution for { $exercise }
which-editor = which editor? Set VISUAL or EDITOR, such as `export EDITOR=nano`
editor-needs-terminal = that editor needs this terminal, and lines are read from it here: open { $files } in another one
open-in-editor = { $files } is open in your editor
line-commands = Type a letter and Enter: n next, p previous, g NAME go to, h hint, t task, r check again, d details, s solution, o open in an editor's own window, x reset, c check all, l list, q quit.
# The list: what heads its columns, what is shown of it, and what is said of the chosen line.
list-state = state
list-exercise = exercise
list-title = title
exercises = { $number ->
    [one] { $number } exercise
   *[other] { $number } exercises
}
found-exercises = { $total ->
    [one] { $found } of { $total } exercise
   *[other] { $found } of { $total } exercises
}
only-open = only open: { $exercises }
only-failed = only failed: { $exercises }
only-changed = only changed since they passed: { $exercises }
only-started = only started: { $exercises }
only-pending = only pending: { $exercises }
only-skipped = only skipped: { $exercises }
only-done = only done: { $exercises }
topic-folded = { $done } of { $total } done; Space unfolds it
topic-unfolded = { $done } of { $total } done; Space folds it
about-done = done
about-changed = it passed, and was changed since
about-failed = it does not pass yet
about-started = changed, and not checked since
about-pending = not started
watch-nothing-fits = Nothing fits; Esc shows every exercise.
choose-to-reset = choose an exercise; `prolings reset --topic` resets a topic
# Instead of a watch.
no-exercises = this course has no exercises
    .help = `prolings dev check` is for authors
no-current-exercise = every exercise is done: there is no current one
    .help = name an exercise; `prolings list` shows them
editor-not-started = the editor cannot be started: { $error }

## Files, Pythons and environments that cannot be used

cannot-read-file = cannot read `{ $file }`
cannot-write-file = cannot write `{ $file }`
cannot-read-path = cannot read { $path }: { $error }
cannot-write-path = cannot write { $path }: { $error }
cannot-start-program = cannot start { $program }: { $error }
no-temporary-folder = cannot make a temporary folder: { $error }
error-in-file = `{ $file }`: { $why }
# Why a file cannot be read or written. It follows "why:".
file-disk-full = the disk is full
    .help = free some space, then run the command again
file-quota = your disk quota is used up
    .help = delete files that you no longer need, then run the command again
file-read-only = it lies on a read-only file system
    .help = copy the course to a folder that you can write to, and run prolings there
file-no-reading = reading it is not permitted to you
    .help = see who owns it with `ls -la '{ $folder }'`, and give yourself the right to read there
file-no-writing = writing it is not permitted to you
    .help = see who owns it with `ls -la '{ $folder }'`, and give yourself the right to write there
file-not-there = the folder or file is not there
    .help = look whether it was moved or deleted, then run the command again
file-in-the-way = a file stands where a folder must be
    .help = move that file away, then run the command again
folder-in-the-way = a folder stands where a file must be
    .help = move that folder away, then run the command again
mend-and-again = mend that, then run the command again
# Why the progress file cannot be understood. It follows "cannot be understood" in brackets.
file-no-json = it is not JSON: { $error }
file-no-object = it is not a JSON object
file-no-version = it has no valid `version`
file-no-exercises = its `exercises` are not a JSON object
file-partly-read = { $number } of its exercises cannot be understood, such as { $first }
file-too-large = it is larger than any progress
newer-starters = the starters were kept by a newer prolings
    .help = update prolings
newer-record = the course was written by a newer prolings
    .why = its record has form { $form }, and this prolings knows forms up to { $known }
    .help = install a newer prolings
record-damaged = what was shipped is not known any more
    .why = its record cannot be understood: { $why }
    .help = take that file from git or a backup; or write the course to a new folder with `prolings init`, and copy your files there
course-cannot-be-taken = the course cannot be taken
    .help = mend it, then run the command again
journal-gone = the update's journal is gone
git-no-head = it gave no commit for HEAD
git-is-missing = git is not installed
git-not-started = git does not start: { $error }
git-says-nothing = git failed without a word
# What an exercise needs and a machine lacks.
needs-python = it needs Python { $range }, and this is Python { $version }
needs = it needs { $names }, which this machine lacks
    .headers = it needs { $names }, which this machine lacks; the header files are installed by `{ $command }`
needs-split = its tests run apart from the learner's code, which this machine cannot do
needs-also = { $before }, { $next }
python-headers = Python's header files
none-kept-waiting = every check started a Python of its own, which is slow: none could be kept waiting ({ $why })
sandbox-lacks = the sandbox lacks { $layers }
    .why = nothing is judged without what `--require` or `--isolation full` names; active here: { $active }
    .no-layer = nothing is judged without what `--require` or `--isolation full` names; active here: none
    .help = run `prolings doctor` to see what each layer needs, or ask for less
# Why a Python was chosen: how it was found.
python-chosen = { $how } ({ $program })
    .second-best = { $how } ({ $program }); a preview or free-threaded build, but nothing else fits
python-named = named by --python or PROLINGS_PYTHON
python-of-virtual-environment = of the active virtual environment { $folder }
python-of-conda = of the active conda environment { $folder }
python-on-path = { $name } on PATH
    .first = the first { $name } on PATH
python-of-launcher = what the launcher `py { $flag }` starts
python-of-pyenv = the newest that fits among pyenv's versions
python-of-uv = the newest that fits among uv's Pythons
# Why one was not taken. Those that were refused before it stand above it.
python-refused = { $before }
    { $program }: { $why }
    .version = { $before }
    { $program }: Python { $version }, { $why }
python-second-best = a preview or free-threaded build: only taken when nothing else fits
python-of-apple = Apple's own: too old, and starting it may open a dialog
python-not-cpython = is { $implementation }; the course's packages are locked for CPython
python-too-old = too old
python-too-new = too new
python-is-gone = its executable { $executable } does not exist
python-not-started = could not be started: { $error }
python-no-answer = gave no answer within { $time }
python-two = too old: Python 2
python-broken = is no working Python
    .words = is no working Python: { $words }
# Making an environment. The last words are the installer's own, on lines below.
last-words = { $failed }; its last words:
    { $words }
environment-not-created = making a virtual environment from { $python } failed
packages-not-installed = installing { $locks } with { $installer } failed
pip-not-made = making a virtual environment for pip failed
tools-not-written = the tools' folder could not be written
installer-not-started = a program that makes the environment could not be started
environment-not-started = the environment's own Python could not be started
environment-not-locked = the environment could not be locked
environment-not-removed = an old environment could not be removed
environments-folder-not-made = the folder of Python environments could not be made
environment-not-completed = the environment could not be declared complete
environment-gone = the Python environment is gone right after it was made
    .help = run the same command again
not-removed = it could not be removed
no-group = the course has no group of packages named `{ $group }`
    .why = groups are declared under `groups:` in course.yaml; every environment holds `core`
    .help = declare it, or take it out of the exercise's `groups:`
lock-unreadable = the lock could not be read
lock-missing = the lock of group `{ $group }` is missing
    .why = the environment is made of the exact versions and hashes that the lock lists
    .help = get it back from the course's repository (`git checkout -- exercises/requirements`)
# Why a module is not imported before programs are forked.
unfit-module = `{ $module }`: { $why }
unfit-import = it cannot be imported: { $error }
unfit-threads = it starts threads, and { $number } of them would be missing in a fork
unfit-process = it starts a process
unfit-files = it leaves a file or connection open, which forks would share
unfit-environment = it changes environment variables
unfit-signals = it handles signals
unfit-streams = it changes the streams, hooks or working folder of Python

## Help of commands

# What stands around the texts of a command, and what is added to an option in brackets. In English clap says these by
# itself.
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-command-value = COMMAND
help-env = [env: { $variable }]
help-default = [default: { $value }]
help-values = [possible values: { $values }]
help-described-values = Possible values:
# Commands (`help-check`), their arguments and options (`help-check-jobs`), values of options (`help-grade-trust-proof`),
# and the options of every command (`help-option-lang`). In English these are the comments in `src/cli/args.rs`.
help-prolings = Grader and course runner for small broken Python programs: learn Python at the terminal, grade it in CI
    .after =
        `prolings` alone, in a terminal, is `prolings watch`: edit the file that it names, and save.

        The same, command by command:
          prolings check    says what is wrong, and in which file
          prolings next     shows the task
          prolings hint     helps when stuck; each time one hint more

        Exit codes: 0 all passed, 1 something does not pass yet,
        2 could not judge, 130 interrupted.
help-help = Print this message or the help of the given subcommand(s)
help-option-course = The course's folder [default: the nearest one around the current folder]
help-option-python = The Python to use [default: found by itself, see `prolings doctor`]
help-option-isolation = How programs are kept away from what is not theirs
help-option-isolation-full = Every layer of the sandbox, or nothing is judged
help-option-isolation-best = Every layer that works here
help-option-isolation-cold = The same, with a fresh Python for every check
help-option-isolation-none = No sandbox: for programs that you trust
help-option-require = Layers of the sandbox without which nothing is judged (see `prolings doctor`)
help-option-edit-cmd = The editor's command line [default: by the terminal, $VISUAL or $EDITOR]
help-option-color = When to use colour; NO_COLOR is honoured
help-option-color-auto = On a terminal, unless NO_COLOR is set
help-option-color-always = Always
help-option-color-never = Never
help-option-no-color = The same as `--color never`
help-option-ascii = Use ASCII symbols only
help-option-linear = For screen readers: one thing a line, in words, and nothing that is drawn
help-option-lang = The language to speak and to show the course's texts in, where they have it: `de`, `pt_BR` [default: by $LANG]
help-option-help = Print help (see more with '--help')
    .long = Print help (see a summary with '-h')
help-option-version = Print version
help-watch = Judge your file each time that you save it; keys for all the rest
    .after = `?` in a watch tells every key. `d` opens the whole diff, the output, the hints and the task in a pager inside the watch: Space and `b` turn its pages, `/` searches, `q` goes back.
help-watch-name = The exercise to begin with [default: the current one]
help-watch-plain = Print a report after each save, line by line, instead of drawing a screen
help-watch-poll = Look at the files again and again instead of waiting to be told of changes
help-watch-auto-advance = Go on to the next exercise by itself after a pass
help-check = Judge exercises: those that you have started and the current one, or those that you name
help-check-wanted = Exercises, topics, paths or patterns such as `a1_*`
help-check-all = Judge every exercise of the course
help-check-jobs = How many to judge at once [default: the number of cores]
help-check-no-cache = Judge unchanged exercises too, instead of showing what they came to the last time
help-check-json = Print events as JSON lines (see docs/events.md)
help-run = Run your file as it is, with this terminal attached
help-run-name = The exercise: a name or a path
help-run-args = Arguments for the program
help-list = Show every exercise and how it stands; on a terminal, to search, filter, reset and go to
help-list-plain = Print the table, also on a terminal that could show a list to move in
help-list-json = Print JSON
help-progress = Show how much is done of each topic
help-progress-json = Print JSON
help-hint = Show a hint; each time one more
help-hint-name = The exercise [default: the current one]
help-hint-json = Print JSON
help-reset = Put the starter back; your file is kept as a backup
help-reset-name = The exercise
help-reset-topic = Every exercise of a topic
help-reset-all = Every exercise of the course
help-reset-yes = Do not ask
help-edit = Open your files in your editor
help-edit-name = The exercise [default: the current one]
help-solution = Show the solution and why it is so, after you have passed
help-solution-name = The exercise
help-solution-force = Show it although the exercise does not pass yet
help-init = Write the course that prolings carries to a new folder, to work in
help-init-folder = The folder: a new one, or an empty one
help-init-from = Take the course from this folder instead of the one that prolings carries
help-update = Bring the course in this folder up to date; what you wrote is kept
help-update-from = Take the course from this folder instead of where it came from
help-update-dry-run = Say what would be done, and do nothing
help-next = Show what to work on next
help-next-json = Print JSON
help-doctor = Show which Python and environments are used, and what is missing
help-doctor-json = Print JSON
help-clean = Remove remembered results and Python environments that are no longer used, or all of these
help-clean-environments = Remove all Python environments instead of the remembered results and the environments that are no longer used
help-clean-all = Remove both
help-completions = Print a completion script for your shell
help-completions-shell = The shell
help-grade = Grade a submission, for CI and teachers
help-grade-submission = The folder with the learner's `exercises/` [default: the course's own]
help-grade-submissions = Grade a class: a folder with one folder or git repository for each learner, or a file with a path (or `name,path`) in each line (see docs/at-scale.md)
help-grade-output = Where the journal and the gradebooks of a class go; what stands there already is not graded again
help-grade-db = Write the gradebook of a class into this SQLite database as well
help-grade-shard = Grade one part of several: INDEX/COUNT with an index from 1, or `auto` for what GitLab, CircleCI, Buildkite, a Kubernetes Indexed Job or a Slurm array says. `prolings merge` joins the parts
help-grade-timings = Make parts that take the same time, by the times in an earlier report (`gradebook.jsonl`, or `json`)
help-grade-base = The commit or branch that tests, manifests and locks are taken from, such as `origin/main`
help-grade-only = Exercises, topics or patterns to grade [default: those that the learner changed]
help-grade-all = Grade every exercise, changed or not
help-grade-min-score = Exit with 1 when less than this share of the points is earned, in percent, instead of when anything fails; of a class, when anybody earns less, and never without this
help-grade-seed = Make the random must-fail tests from this number, to repeat a run exactly
help-grade-trust = How far a pass must be trusted. `proof`: tests run apart from the learner's code wherever the course allows it, and what is not forgery-proof all the same is named
help-grade-trust-usual = As each exercise's manifest has it
help-grade-trust-proof = As far as the course allows
help-grade-report = Write a report; several may be given (see docs/reports.md) [default: what the CI service reads]
help-grade-jobs = How many to judge at once [default: the number of cores]
help-merge = Join what several machines have graded (`grade --shard`)
help-merge-parts = What each shard wrote: the folders (or journals) of a class, or the `json` or `jsonl` reports of a submission
help-merge-output = Where the journal and the gradebooks of a class go
help-merge-db = Write the gradebook of a class into this SQLite database as well
help-merge-min-score = As for `grade`
help-merge-report = Write a report; several may be given. The formats are those of `grade`
help-dev = For course authors
help-dev-new = Make a new exercise: sound as it is, with everything still to be written marked
help-dev-new-name = Where it belongs and what it is called: TOPIC/NAME. A new topic is added to the end of the path
help-dev-new-check = How it is judged
help-dev-new-check-output = Run a script, compare what it prints
help-dev-new-check-cases = Call functions, compare plain data
help-dev-new-check-pytest = Run a test file
help-dev-new-check-mutants = The learner writes tests, which must notice wrong code
help-dev-new-check-tool = Run a real tool, such as mypy
help-dev-check = Prove exercises: the starter fails as declared, the solution passes every time, each mistake earns its feedback
help-dev-check-wanted = Exercises, topics, paths or patterns [default: all]
help-dev-check-changed-since = Only exercises that have changed since this commit, also those not committed yet
help-dev-check-repeat = How many times each solution must pass; all but the first on a busy machine, under other circumstances
help-dev-check-jobs = How many jobs at once [default: the number of cores]
help-dev-check-no-cache = Prove exercises again that were proved as they are
help-dev-check-json = Print findings as JSON
help-dev-bless = Write what the solution decides, test ids and expected output, after showing what changes
help-dev-bless-name = The exercise
help-dev-bless-dry-run = Show what would change, and write nothing
help-dev-mutate = Show how strong checks are: change solutions in small ways and list the changes that no check notices
    .after = Exit code 1 when an exercise reaches less than 90 %, or all together less than 95 %, or when a declared equivalent is stale.
help-dev-mutate-wanted = Exercises, topics, paths or patterns [default: all]
help-dev-mutate-sample = Run at most so many changes of each exercise, always the same ones
help-dev-mutate-min-score = What each exercise and all together must reach, in percent [default: 90 each, 95 together]
help-dev-mutate-jobs = How many jobs at once [default: the number of cores]
help-dev-mutate-no-cache = Run every change again, also those whose outcome is known
help-dev-mutate-json = Print JSON
help-dev-coverage = Show which items of the curriculum have an exercise, and which have none
help-dev-coverage-allow-missing = Succeed although items have no exercise: the course grows
help-dev-coverage-json = Print JSON
help-dev-stats = Show what the course is made of: kinds of checks, levels, times
help-dev-stats-json = Print JSON, with each exercise
help-dev-schema = Print the JSON Schema of a manifest, for your editor, or of a report, for programs that read it
help-dev-schema-manifest = Of which manifest or report
help-dev-schema-manifest-course = `course.yaml`
help-dev-schema-manifest-exercise = `exercise.yaml`
help-dev-schema-manifest-report = A `json` report of `grade`
help-dev-schema-manifest-event = A line of a `jsonl` report, and of `--json`

## Authors: files of a course

## Authors: proofs, mutants, templates

## Grading: submissions, classes, shards

## Reports for people
