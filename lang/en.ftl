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
no-current-folder = the current folder: { $error }
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
# Why a program could not be run: it follows "could not be run:".
program-not-run = the program could not be run: { $error }
cannot-use = cannot use { $what } { $path }: { $error }
a-temporary-folder = a temporary folder
a-folder = a folder
the-folder = the folder
the-file = the file
the-courses-file = the course's file
no-environment-for = no environment for the groups { $groups }
tool-unnamed = a `tool` check without a tool
tool-missing = the environment has no program `{ $name }`: is its package in the exercise's groups?
cannot-split = its tests are to run apart from the learner's code, which is not possible here
supervisor-alone = the supervisor lost the grader
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
python-two = is too old: Python 2
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

# Errors in `course.yaml`, `curriculum.yaml` and `exercise.yaml`. A whole error is `ID`, `ID.why`, `ID.help`; where a reason
# or a help serves several errors, it stands by itself. Words between backticks are an author's or ours and stay.

# What a mapping is, as a subject: "an exercise has no `title`", "unknown key `x` in an exercise".
a-course = a course
a-group = a group
an-exercise = an exercise
a-cases-check = a `cases` check
a-case = a case
an-output-check = an `output` check
a-pytest-check = a `pytest` check
a-tool-check = a `tool` check
a-mutants-check = a `mutants` check
a-bad-version = a bad version
an-equivalent-mutant = an equivalent mutant
a-hint = a hint
a-mistake = a mistake
the-limits = `limits`
the-compare = `compare`
the-floats = `floats`
the-starter = `starter`
the-when = `when`
when-of-a-hint = `when` of a hint

# What a value is, as a subject: "a key has the wrong type".
a-key = a key
a-key-of-kwargs = a key of `kwargs`
an-item-of = an item of `{ $list }`
a-check = a check
the-curriculum = the curriculum
an-items-id = an item's id
an-items-title = an item's title
a-groups-name = a group's name
a-pattern-of-before = a pattern of `before`
a-bad-versions-hint = a bad version's hint
a-key-of-a-dict = a key of a dict
an-element-of-a-set = an element of a set

# What a value must be, and what it is: "wanted a list, found the number 3".
a-text = a text
a-list = a list
a-mapping = a mapping
a-whole-number = a whole number
a-number = a number
true-or-false = `true` or `false`
found-nothing = nothing
found-number = the number { $number }
found-text = the text `{ $text }`
found-tagged = a value tagged `!{ $tag }`

write-like = write it like `{ $example }`
remove-it = remove it
remove-one = remove one
keep-one = keep one of the two
rename-one = rename one of them
once-is-enough = once is enough
name-one-of-those = name one of those
move-or-remove = move it away, or remove it
put-regular-file = put a regular file in its place
put-regular-file-or-remove = put a regular file in its place, or remove it
put-regular-or-remove = put a regular file or folder in its place, or remove it

course-not-read = the course could not be read
no-course-file = exercises/course.yaml does not exist or is not a file
    .help = change into the folder of a course (`cd`), the one that holds `exercises`
manifest-unreadable = { $file } cannot be read
    .help = make it a file that you may read
manifest-not-taken = { $file } is not taken
manifest-too-large = { $file } is too large
    .why = a manifest has at most { $most } KiB
    .help = move long output to a file and name it with `stdout_file`
manifest-not-utf8 = { $file } is not UTF-8
    .why = manifests are UTF-8 text
    .help = save it as UTF-8
manifest-empty = { $file } is empty
    .why = a manifest holds at least the required keys
    .help = write it, or take another exercise's manifest as a pattern
yaml-invalid = { $file } is not valid YAML
yaml-too-deep = more than { $most } brackets are open here
yaml-tabs = indent with spaces, not tabs
yaml-quotes-or-tabs = a text that starts with a backtick, `@` or `%` needs quotes around it; indent with spaces, not tabs
yaml-quotes-or-columns = a text that holds `: ` needs quotes around it; keys of a mapping start in the same column
yaml-quotes-for-anchors = a text that starts with `*` or `&` needs quotes around it
yaml-one-document = keep one document: remove the `---` line
yaml-nest-less = nest less deeply
yaml-close-brackets = close them, or nest less deeply
yaml-control-characters = remove the control character, or write it as an escape in double quotes
yaml-close-quotes = close the quotes
yaml-look-around = look at the indentation, the quotes and the brackets on this line and the one above

unknown-key = unknown key `{ $key }` in { $of }
    .why = the keys of { $of } are { $keys }
given-twice = `{ $name }` is given twice
key-twice = each key of { $of } has one value
key-missing = { $of } has no `{ $key }`
    .help = add `{ $example }`
wrong-type = { $name } has the wrong type
    .why = wanted { $wanted }, found { $found }
quote-the-text = put the text in quotes: without them, `: ` starts a mapping
quote-the-number = put it in quotes: `"{ $number }"`
quote-it = put it in quotes
words-empty = { $name } is empty
    .why = it needs a text that says something
out-of-bounds = { $name } is { $number }
    .why = it must lie between { $least } and { $most }
cannot-be = { $name } cannot be `{ $text }`
is-one-of = it is one of { $words }

# Values of Python.
unknown-tag = unknown tag `!{ $tag }`
    .why = the tags for Python's types are { $tags }
    .help = use one of these, or plain YAML
bytes-are-hexadecimal = it takes two hexadecimal digits a byte, and nothing else
unhashable = { $what } is a list, set or dict
    .why = Python refuses values that can change there (TypeError: unhashable type)
    .help = use `!tuple` or `!frozenset`
repeated = { $what } is repeated: { $value }
    .why = Python keeps only one of them

# The course: its manifest, its topics, its groups, its curriculum.
title-why = lists and reports show it
format-why = it tells prolings how to read the course
other-format = the course has format { $format }
    .why = prolings { $version } reads format { $format }
    .help = install a newer prolings (`cargo install prolings`), or correct `format: 1`
bad-python-range = `python: { $range }` cannot be
    .course = write it like `python: ">=3.11"` or `python: ">=3.11,<3.14"`
    .exercise = write it like `python: ">=3.12"` or `python: ">=3.11,<3.14"`
    .within = stay within `{ $range }`, or change `python` in exercises/course.yaml
range-too-old = prolings needs Python { $version } or newer
range-sign = `{ $part }` starts with neither `>=` nor `<`
range-two-bounds = it has two bounds of the same kind
range-no-oldest = it has no oldest version (`>=`)
range-empty = no version lies in it
range-no-version = `{ $text }` is not a version of two numbers such as `3.12`
range-course-ends = the course ends below { $version }
range-course-starts = the course starts at { $version }
range-outside-course = no Python of the course's range lies in it
path-why = it lists the topics in teaching order
bad-topic-name = a topic cannot be called `{ $name }`
    .why = a topic is a folder beside course.yaml: small letters, digits and `_`, a letter first
topic-twice = topic `{ $topic }` is in the path twice
    .why = each topic has one place
topic-without-folder = topic `{ $topic }` has no folder
    .why = `path` names it, but exercises/{ $topic } does not exist
    .help = add the folder, or remove the topic from `path`
topic-not-in-path = topic `{ $topic }` is not in the course's path
    .why = `path` in exercises/course.yaml gives every topic its place
    .help = add `- { $topic }` to `path`, or move the folder away
topic-without-exercises = topic `{ $topic }` has no exercises
    .why = a topic is a folder of exercises
    .help = add an exercise, or remove the topic from `path` and the folder
no-module-name = `{ $name }` is no module
    .why = `preload` takes names as `import` does
module-twice = a module is imported once
bad-group-name = a group cannot be called `{ $name }`
    .why = it names a file: small letters, digits and `_`, a letter first
group-twice = each group has one place
group-without-lock = group `{ $group }` has no lock
    .why = exercises/requirements/{ $group }.txt is missing: exact versions with hashes of what it installs
    .help = make it: `uv pip compile --universal --generate-hashes exercises/requirements/{ $group }.in -o exercises/requirements/{ $group }.txt`
item-twice = item `{ $item }` is given twice
    .why = exercises name items by their ids
    .help = give one of them another id
bad-item-name = an item cannot be called `{ $name }`
    .why = an id is one word, to be listed in `covers`

# Folders and files.
stray-file = stray file { $name }
stray-folder = stray folder { $name }
beside-topics = beside topics only { $files } belong here
beside-exercises = beside exercises only `{ $file }` belongs here
folder-without-manifest = folder { $folder } has no exercise.yaml
    .why = every folder of a topic is an exercise
    .help = add its exercise.yaml, or move the folder away
bad-folder-name = folder { $folder } is not named like `02_my_meta`
    .why = it orders and names the exercise: two digits, `_`, then small letters, digits and `_`
    .help = rename the folder
same-number = two exercises of a topic have the same number
    .why = { $folder } has it too, so their order is not given
    .help = give one of them another number
too-many-files = the exercise has more than { $most } files
    .why = each of them is copied for every check
    .help = move away what the exercise does not need
folders-too-deep = folders nest too deeply
    .why = an exercise is small
    .help = bring the files further up
bad-file-name = the file's name cannot be used
    .why = names of an exercise's files are UTF-8 without backslashes, to work everywhere
    .help = rename it
not-a-regular-file = not a regular file
    .why = pipes, sockets and devices cannot be copied
file-is-irregular = { $file } is not a regular file
file-is-a-link = { $file } is a symbolic link
link-leads-out = a link could lead out of the exercise, so none is followed
link-leads-out-of-course = a link could lead out of the course, so none is followed
bad-path = { $name } names `{ $path }`
    .help = write the path from the exercise's folder: `{ $example }`
path-empty = the path is empty
path-absolute = the path is absolute
path-parent = the path leaves the exercise's folder by `..`
path-not-plain = the path is not in its plain form: parts joined by single `/`, no `.`
file-missing = { $file } is missing
    .why = { $name } names it
    .help = add the file, or correct the name
    .near = did you mean `{ $name }`? If not, add the file
file-is-a-folder = { $file } is a folder
    .why = { $name } names it, and takes files only
    .help = name each of its files

# An exercise.
exercise-without-readme = exercise `{ $exercise }` has no README.md
    .why = it is the task that the learner reads
    .help = add README.md with the task in a few lines
exercise-without-checks = exercise `{ $exercise }` has no checks
    .why = without a check nothing is judged
    .help = add `checks:` with an `output`, `cases`, `pytest`, `tool` or `mutants` check
exercise-twice = two exercises are called `{ $name }`
    .why = { $folder } is called so too; the number does not count
    .help = rename one of the folders
bad-exercise-name = an exercise cannot be called `{ $name }`
    .why = names are small letters, digits and `_`, a letter first
    .help = write the name that it had, without the number
alias-taken = alias `{ $alias }` is taken
    .today = an exercise has that name today
    .already = it is an alias of `{ $exercise }` already
    .help = remove the alias
after-twice = `{ $name }` is listed twice in `after`
after-unknown = unknown exercise `{ $name }` in `after`
    .why = no exercise of the course has that name
    .help = name an exercise without its number
after-itself = exercise `{ $exercise }` comes after itself
    .alone = it is listed in its own `after`
    .circle = each comes after the next, and the last after the first: { $names }
    .help = remove one of these `after` entries
edit-why = it names the files that the learner edits
file-twice = { $file } is listed twice in `edit`
cannot-be-edited = { $file } cannot be edited by the learner
    .help = remove it from `edit`
protected-tests = a `pytest` check judges with it
protected-version = it is the code that the learner's tests are tried on
protected-output = it is the expected output
protected-manifest = it is the manifest
protected-task = it is the task
shadows-module = { $file } would shadow the standard library's `{ $module }`
    .why = Python looks in the program's own folder first, so every import of it would find this file
    .help = rename it, for example to `my_{ $module }.py`
tests-not-in-edit = { $file } is not in `edit`
    .why = in a `mutants` check the learner writes the tests
    .help = add it: `edit: [{ $file }]`
item-covered-twice = `{ $item }` is listed twice in `covers`
unknown-item = unknown item `{ $item }` in `covers`
    .why = exercises/curriculum.yaml lists what the course is to teach, and has no such item
    .help = name an item of it, or add the item there
unknown-group = unknown group `{ $group }`
    .why = the course has { $groups }
    .help = add it to `groups` in exercises/course.yaml, with its lock in exercises/requirements
no-unit = `{ $name }: { $number }` has no unit
    .why = a number alone could be anything; the units are { $units }
    .help = add the unit: `{ $example }`
unknown-unit = `{ $name }: { $text }` has no known unit
    .why = the units are { $units }
no-number-with-unit = `{ $name }: { $text }` is not a number with a unit
    .why = `{ $number }` is not a number that can be used
too-small = `{ $name }: { $text }` is too small
too-large = `{ $name }: { $text }` is too large

# Hints, mistakes, the starter.
hints-why = a learner who asks for a hint gets one
hint-text-why = it is what the learner reads
hint-conditions = `when` of a hint wants one condition
    .why = a hint is for those whose test fails, or for those who make a mistake
    .help = give `test` or `mistake`
hint-test-why = it names tests; the hint is for those who fail one
unknown-mistake = unknown mistake `{ $mistake }`
    .why = it is not among the `mistakes` of this exercise
    .help = name one of those mistakes
mistake-name-why = it names the folder under `solutions/…/mistakes/`
mistake-feedback-why = it is what a learner is told who makes this mistake
bad-mistake-name = a mistake cannot be called `{ $name }`
    .why = it names a folder: small letters, digits and `_`, a letter first
mistake-twice = two mistakes are called `{ $name }`
    .why = its name finds a mistake's folder and its feedback
when-empty = `when` is empty
    .why = a mistake without conditions would be recognised in every failure
    .help = add a condition, or remove `when`
mistake-test-why = it names tests that fail when this mistake is made
mistake-passes-why = it names tests that pass when this mistake is made
mistake-versions-why = it names versions of the code that the learner's tests are wrong about
bad-expression = `{ $name }` is not a regular expression
    .help = mend it; a literal `(`, `[`, `{ "{" }`, `*`, `+`, `?` or `.` needs a backslash
unknown-version = unknown version `{ $version }`
    .why = the versions that it can name are { $versions }
    .none = the exercise has no `mutants` check with such versions
fails-why = it names the tests that fail, or the kind of the check that does
fails-list-why = it names the tests that fail
fails-takes = it is a test of this exercise, a list of them, or the kind of a check that it has: { $kinds }
mutant-why = `prolings dev mutate` shows it: the line before and after the change
mutant-why-why = whoever reads it must be able to tell that it is true
mutant-twice = mutant `{ $mutant }` is declared twice
    .why = one declaration holds for all such changes

# Checks.
check-without-kind = a check does not say what it checks
    .why = one key of a check is { $kinds }; this one has { $keys }
    .help = add `output: FILE`, `cases: FILE`, `pytest: FILE`, `tool: [NAME, …]` or `mutants: FOLDER`
check-without-keys = one key of a check is { $kinds }
check-of-several-kinds = a check is of several kinds: { $kinds }
    .why = each check judges in one way
    .help = make each a check of its own, with its own `-`
tool-why = it is the tool's name and its arguments
no-expected-output = exercise `{ $exercise }` has no expected output
    .why = an `output` check needs `stdout` or `stdout_file`
    .help = add `stdout: |` with what the solution prints, or run `prolings dev bless { $exercise }`
expected-output-twice = the expected output is given twice
    .why = an `output` check takes `stdout` or `stdout_file`, not both
expected-too-large = too large
    .why = expected output has at most { $most } MiB
    .help = make the program print less
before-and-exact = `before` beside `order: exact`
    .why = rules on what comes before what are for lines in any order
    .help = remove `order`, or write `order: any`
before-why = a rule is a pair of patterns
before-no-pair = a rule of `before` is not a pair
    .why = a rule is two patterns: lines that match the first come before lines that match the second
floats-why = it needs `abs`, `rel` or both
tolerance-why = a tolerance is a finite number, zero or more
bad-pattern-in-line = bad pattern in the expected line `{ $line }`
bad-pattern-in-before = bad pattern `{ $pattern }` in `before`
bad-placeholder-expression = mend the regular expression; a literal `(`, `[`, `.` or `*` needs a backslash
placeholder-unclosed = a `{ "{{" }` is never closed
    .help = close it with `{ "}}" }`; two literal braces are `{ "{{re:\\{\\{}}" }`
unknown-placeholder = `{ "{{" }{ $name }{ "}}" }` is unknown; there are { $known }
    .help = use one of these, or `{ "{{re:\\{\\{}}" }` for two braces
no-placeholder = `{ "{{" }{ $name }{ "}}" }` is no placeholder: there are { "{{int}}" }, { "{{float}}" }, { "{{hex}}" }, { "{{any}}" } and { "{{re:REGEX}}" }
own-expression-unclosed = `{ "{{re:" }` is not closed by `{ "}}" }`
no-expression = `{ $expression }` is no regular expression: { $why }
table-why = a `cases` check needs calls and what must come of them
call-why = a case says which function it calls
message-without-raises = `message` without `raises`
    .why = it is part of an exception's message
    .help = add `raises: ValueError`
case-without-result = a case does not say what must come of the call
    .why = a case needs one of `returns` and `raises`
    .help = add `returns: …` or `raises: …`
case-with-both = a case has both `returns` and `raises`
    .why = a call does one or the other
names-joined-by-dots = it is a Python name, or several joined by dots
argument-twice = argument `{ $name }` is given twice
    .why = a keyword argument has one value
no-argument-name = `{ $name }` cannot be an argument's name
    .why = keyword arguments are Python names
split-allowed-and-always = `split: allowed` beside `mode: split` says nothing
    .why = the tests are split wherever they run
    .help = remove `split`
classes-without-split = `classes` without a split run
    .why = they say which of the learner's classes are asked how their objects compare when tests run apart from them
    .help = add `split: allowed` or `mode: split`, or remove `classes`
classes-why = it names classes of the learner's
no-class-name = `{ $name }` is no name of a class
    .why = a name as Python has it, without its module
    .help = write `Vector`
no-locked-tests = a `pytest` check of `{ $exercise }` has no locked tests
    .why = a pass needs every test of the list, so that none can go missing unnoticed
test-twice = test `{ $test }` is listed twice
    .why = each test has one id and runs once
test-names-file = test id `{ $test }` names the file
    .why = `pytest` names it already
    .help = write `{ $test }`
unknown-test = unknown test `{ $test }`
    .why = it is not among the `tests` of this exercise's `pytest` checks
    .help = name one of those tests
own-tests-why = it names the test file that the learner writes
bad-why = each wrong version of the code needs a hint for learners whose tests let it through
folder-without-files = { $folder }/ has no files
    .why = it holds the code that the learner's tests are tried on: `good/` and a folder for each wrong version
no-good-version = { $folder } is missing
    .why = it is the right code, on which the learner's tests must pass
    .help = add it
version-has-folder = each version of the code has a folder of its own, also in `equivalent/`
    .help = move it into the folder of its version
bad-version-name = a version cannot be called `{ $name }`
    .why = versions are named with small letters, digits and `_`, a letter first
    .help = rename its folder
version-twice = two versions are called `{ $name }`
    .why = feedback and reports name versions without their folder
version-shadows = tests import it by that name
    .help = rename it in every version
good-version-differs = { $file } differs from { $other }
    .why = learners read the one and their tests are tried on the other
    .help = make them the same, or remove the first
good-version-lacks = { $folder } has no { $file }
    .why = { $file } would replace it
    .help = name it as the good version does, or add it there
version-hint-twice = a version has one hint
version-without-folder = bad version `{ $version }` has no folder
    .why = its code would lie in { $folder }
    .help = add the folder, or remove the entry
version-without-hint = bad version `{ $version }` has no hint
    .why = learners whose tests let it through are told its hint
    .help = add it to `bad`: `{ $version }: …`
no-bad-version = { $folder } has no bad version
    .why = without wrong code nothing shows what the learner's tests are worth
    .help = add a folder beside `good/` for each wrong version
version-hint-why = learners whose tests let it through are told it

## Authors: proofs, mutants, templates

# Counts, which stand in sentences.
number-of-exercises = { $number ->
    [one] { $number } exercise
   *[other] { $number } exercises
}
number-of-runs = { $number ->
    [one] { $number } run
   *[other] { $number } runs
}
number-of-mutants = { $number ->
    [one] { $number } mutant
   *[other] { $number } mutants
}
number-of-items = { $number ->
    [one] { $number } item
   *[other] { $number } items
}
number-of-topics = { $number ->
    [one] { $number } topic
   *[other] { $number } topics
}
number-of-hints = { $number ->
    [one] { $number } hint
   *[other] { $number } hints
}
number-of-mistakes = { $number ->
    [one] { $number } mistake
   *[other] { $number } mistakes
}

# `dev check`: its end.
proof-of-all = { $all } proved by { $runs } in { $time }
proof-of-some = { $number } of { $all } proved by { $runs } in { $time }
proved-before = { $number } unchanged since they were proved
proof-nothing-found = { $counted }: nothing found.
proof-findings = { $number ->
    [one] { $number } finding; { $counted }.
   *[other] { $number } findings; { $counted }.
}
# Before what is no finding.
proof-label-skipped = skipped
proof-label-unchecked = not checked
proof-label-split = split
proof-skipped = { $exercise }: { $reason }
split-many = { $passing } of { $number } solutions pass in `mode: split` too, { $open } of them without `split: allowed`
split-passes = { $exercise }: the solution passes in `mode: split` too, as allowed
split-would-pass = { $exercise }: the solution passes in `mode: split` too: `split: allowed`?
split-fails = { $exercise }: the solution does not pass in `mode: split`
split-fails-because = { $exercise }: the solution does not pass in `mode: split` ({ $why })

# `dev check`: findings in files. The place is a path and a line.
finding-at = { $what } ({ $place })
still-to-write = still to be written: { $wanted }
notes-missing = the notes are missing: { $file }
starter-file-missing = a file of the starter is missing: { $file }
solution-file-missing = a file of the solution is missing: { $file }
mistake-file-missing = a file of a mistake is missing: { $file }
mistake-not-in-manifest = mistake `{ $mistake }` is not in the manifest: { $folder }
too-few-hints = hints: { $number }, and at least { $least } are wanted, from a nudge to nearly the answer
too-few-mistakes = mistakes: { $number }, and at least { $least } are wanted, each with its feedback
hides-module = { $file } would be imported by accident in place of the standard library's `{ $module }`: rename it
hides-package = { $file } would be imported by accident in place of the installed package `{ $package }`: rename it
not-to-be-preloaded = `preload` names `{ $module }`, which cannot be: { $why }
no-heading = { $file } does not begin with a heading (`# …`)
task-too-short = { $words ->
    [one] { $file } says too little: { $words } word beside headings and code, for a task that the learner can act on
   *[other] { $file } says too little: { $words } words beside headings and code, for a task that the learner can act on
}
notes-too-short = { $words ->
    [one] { $file } says too little: { $words } word beside headings and code, for why the solution is so
   *[other] { $file } says too little: { $words } words beside headings and code, for why the solution is so
}
link-not-closed = a link is not closed: `{ $link }`
link-without-address = a link has no address
link-with-space = a link's address has a space: `{ $address }`
link-no-address = a link's address is none: `{ $address }`
link-to-nothing = a link leads to a file that is not there: `{ $address }`
hint-gives-away = hint { $number } gives a line of the solution away: `{ $line }`
misspelt = `{ $word }` is misspelt: { $better }?
misspelt-somehow = `{ $word }` is misspelt
either-or = { $first } or { $second }
not-formatted = { $file } is not formatted: `ruff format { $file }`
no-typos = spelling: `typos` is not on PATH (`pipx install typos`)
no-ruff = style: `ruff` is neither in the environment of the group `quality` nor on PATH (`pipx install ruff`)
spelling-failed = spelling: { $tool } failed: { $why }
style-failed = style: { $tool } failed: { $why }

# `dev check`: findings of runs.
the-learners-file = the learner's file
the-starters-file = the starter
the-solution = the solution
mistake-named = mistake `{ $mistake }`
could-not-be-judged = { $what } could not be judged
wrongly-passes = { $what } passes
solution-fails = the solution fails
leaves-processes = the solution leaves processes running after { $check }
leaves-files = the solution leaves files behind in the learner's folder: { $files }. Use a temporary folder, or remove them
starter-undeclared = declare why the starter fails: `{ $declaration }`
starter-fails-otherwise = the starter does not fail as `starter` declares; it fails by `{ $declaration }`
starter-no-python = the starter is no valid Python ({ $class }): mend it or, if that is the lesson, declare `raises: { $class }`
starter-not-imported = the starter cannot be imported ({ $class }): mend it or, if that is the lesson, declare `raises: { $class }`
starter-earns-feedback = the starter earns the feedback of mistake `{ $mistake }`
mistake-earns-other = mistake `{ $mistake }` earns the feedback of `{ $other }`
mistake-earns-nothing = mistake `{ $mistake }` does not earn its feedback: `when` does not hold
mistake-without-when = mistake `{ $mistake }` has no `when`, so its feedback is never shown
# Seconds with one decimal.
solution-is-slow = the solution needs { $whole }.{ $tenths } s, and half of its limit (`{ $limit }`) must be enough for slower machines
fails-now-and-then = the solution passes once and fails on a busy machine, or now and then
# What follows says under which circumstances.
fails-under = the solution fails { $circumstances }
and-also = { $first }, and { $then }
in-own-python = in a Python of its own (`start: cold`)
with-hash-seed = with another hash seed (PYTHONHASHSEED={ $seed })
in-another-locale = in another locale (LC_ALL={ $locale })
in-another-time-zone = in another time zone (TZ={ $zone })
in-another-folder = in a folder of another name (`{ $folder }`)
in-another-order = with its tests in another order
with-half-of-memory = with half of its memory limit
solution-fails-split = the solution fails in a split run, which `split` allows
starter-passes-split = the starter passes in a split run, which `split` allows
mistake-passes-split = mistake `{ $mistake }` passes in a split run, which `split` allows

# `--changed-since`.
changes-unknown = git does not say what has changed since `{ $reference }`
    .help = name a commit, branch or tag of the repository that the course lies in, such as `--changed-since main`
git-not-run = git could not be run: { $error }

# `dev mutate`.
no-mutant = no mutant
mutants-killed = { $killed } of { $of } killed, { $percent }
mutants-equivalent = { $score }, { $number } equivalent
mutants-end = { $exercises }: { $killed } of { $mutants } killed, { $percent }; { $run } run in { $time }.
mutants-least = Each exercise must reach { $each }, all together { $all }.
mutants-survive = Add a test that notices the change, or declare in exercise.yaml why none can: `{ $declaration }`
# What a change to a program is made to, after the place.
operator-arguments = arguments
operator-arithmetic = arithmetic
operator-assertion = assertion
operator-assignment = assignment
operator-await = await
operator-boundary = boundary
operator-comparison = comparison
operator-condition = condition
operator-constant = constant
operator-context = context
operator-decorator = decorator
operator-exception = exception
operator-loop = loop
operator-return = return
operator-statement = statement
changed-meanwhile = its files were changed meanwhile: run it again
mutants-not-remembered = the mutants of { $exercise } are not remembered: { $error }
not-python = { $file } is not Python, and not changed
changes-not-judged = changes that were not judged: { $number }
change-not-judged = `{ $change }` could not be judged: { $why }
equivalent-unknown = no change is called `{ $mutant }`: remove it from `equivalent`
equivalent-noticed = `{ $mutant }` is noticed by a check: remove it from `equivalent`
solution-not-judged = not judged: { $reason }
solution-not-judged-here = not judged here
solution-does-not-pass = the solution does not pass: `prolings dev check { $exercise }` shows why
file-unreadable = a file of `{ $exercise }` cannot be read
    .help = `prolings dev check { $exercise }` shows which
solution-unreadable = the solution of `{ $exercise }` cannot be read
    .help = `prolings dev check { $exercise }` shows what is missing
cannot-make-mutants = cannot make mutants
    .help = `prolings doctor` shows which Python is used; `prolings dev check` shows a wrong solution
helper-is-silent = the helper program says nothing
mutants-no-folder = cannot make a temporary folder
cannot-write = cannot write { $file }
    .help = make room for it, or choose another name

# `dev coverage` and `dev stats`.
covers-nothing = without an item in `covers`: { $exercises }
items-covered = { $number } of { $items } covered by { $exercises }
coverage-complete = { $covered }.
coverage-lacks = { $covered }; { $missing } without exercise.
no-curriculum = the course has no curriculum
    .why = without a list of what is to be taught, nothing can be missing
    .help = write it, an item a line: `A1.2: Writing a metaclass`, and name the items in `covers` of exercises
stats-size = { $exercises } in { $topics }, with { $hints } and { $mistakes }
stats-kinds = exercises with a check of the kind
stats-levels = exercises by level
stats-level = level { $level }
stats-times = time of the solutions: { $time } in all
stats-times-known = time of the solutions: { $time } in all; not known of { $unknown }, which `prolings dev check` has not proved here
stats-scores = changes to the solutions that checks notice: { $killed } of { $of }, { $percent }
stats-scores-unknown = changes to the solutions that checks notice: not known
stats-scores-untried = { $scores }; { $number } not tried by `prolings dev mutate`

# `dev bless`.
bless-stdout = { $manifest }: stdout of { $script }
bless-nothing = { $exercise } has no `pytest` or `output` check: nothing to lock.
bless-up-to-date = { $file } is up to date.
bless-would-write = { $file } would be written (--dry-run).
bless-written = { $file } is written.
bless-not-utf8 = { $script } prints what is not UTF-8
    .why = a manifest is text
    .help = use `stdout_file: expected.txt` instead of `stdout`
bless-bad-end = the solution's { $script } does not end as it should
    .why = its output is expected of a run that ends with exit code { $code }
    .help = `prolings dev check { $exercise }` shows what happens
bless-patterns = the solution prints something else than `{ $script }` must, which holds patterns
    .why = what may differ from run to run only you know
    .help = `prolings dev check { $exercise }` shows what happens; mend the expected output by hand
bless-nowhere = no `{ $check }` check was found to write to
    .why = only a check on lines of its own, beginning with `- `, can be changed
    .help = write it on lines of its own, beginning with `- { $check }`
bless-tests-fail = the solution of `{ $exercise }` does not pass { $file }
    .why = ids are locked from a run in which every test passes
    .help = `prolings dev check { $exercise }` shows what fails

# `dev new`.
new-is-sound = `{ $name }` is sound, and says nothing yet: `FILL IN` stands where only you know the words.
new-lists = `prolings dev check { $name }` lists what is still to be written.
new-without-topic = `{ $text }` names no exercise of a topic
    .why = an exercise lies in a topic: TOPIC/NAME
new-bad-name = `{ $name }` cannot be a name
new-taken = there is an exercise `{ $name }` already
    .why = a name belongs to one exercise of the course, for ever
    .help = choose another name
new-means-something = `{ $name }` means something to Python
    .why = the program is called like the exercise, and could not be imported under that name
    .help = choose another name, such as `my_{ $name }`
new-no-quality = the course has no group `quality`
    .why = the template's tool is mypy, which the group `quality` installs
    .help = add the group to exercises/course.yaml, with its lock, or choose another `--check`
new-number-taken = the number { $number } is taken in `{ $topic }`
    .why = the number orders an exercise in its topic
    .help = leave the number out, or take { $number }
new-no-number = `{ $topic }` has no number left
    .why = numbers have two digits
    .help = put the exercise into another topic, or name a free number: `TOPIC/07_name`
path-not-changed = `path` gives every topic its place, and could not be changed without touching more than it
    .help = add `- { $topic }` to `path` yourself, and run this again

## Grading: submissions, classes, shards

# What differs, each with both values.
differences = { $first }; { $rest }
differs-prolings = version of prolings: { $one } and { $two }
differs-course = course: { $one } and { $two }
differs-course-commit = commit of the course: { $one } and { $two }
differs-submission-commit = commit of the submission: { $one } and { $two }
differs-locks = locks: { $one } and { $two }
differs-python = Python: { $one } and { $two }
differs-seed = seed: { $one } and { $two }
differs-choice = choice of exercises: { $one } and { $two }
differs-machine = exercises that the machine cannot judge: { $one } and { $two }
differs-shard-count = number of shards: { $one } and { $two }
differs-exercises = exercises: { $one } and { $two }
differs-submission = submission: { $one } and { $two }
differs-columns = the exercises
differs-class = the class: { $one } and { $two } submissions, or other names
differs-parts = the number of shards: { $one } and { $two }
# What stands for one of two things that differ.
choice-changed = only what was changed
choice-every = every exercise
machine-lacks-nothing = nothing
no-commit = none

# Notices on a class.
class-no-folders = not submissions, since they are no folders: { $names }
class-no-folders-more = not submissions, since they are no folders: { $names } and { $more } more
class-other-conditions = everything is graded again, since the journal is of other grades: { $differences }
class-other-sandbox = { $number } graded again: the sandbox had other layers before
class-damaged-lines = { $number ->
    [one] { $number } damaged line of the journal is graded again
   *[other] { $number } damaged lines of the journal are graded again
}

# The grading of a class at a terminal.
class-so-far = { $done } of { $total } graded
class-rate = { $rate } a second, about { $time } left
class-graded = { $number ->
    [one] { $number } submission graded
   *[other] { $number } submissions graded
}
class-faults = { $number } could not be graded
class-partly = { $number } only in part
class-waiting = { $number } not reached
class-known = { $number } known from the journal
class-averages = mean { $mean } %, median { $median } %
class-row-fault = could not be graded: { $why }

# Errors of grading.
submission-none = no submission here
    .no-folder = it is no folder
    .exercises-no-folder = its `exercises` is no folder
    .no-exercises = it has no folder `exercises`
    .help = name the folder that holds the learner's `exercises/`: `--submission DIR`
submission-not-copied = cannot copy a submission
base-no-temporary = cannot make a temporary folder
base-no-course = no course can be had from commit { $commit }
    .why = it has no exercises/course.yaml
    .help = `--base` takes a commit or branch that holds the course, such as `origin/main`
base-no-commit = there is no commit `{ $name }`
    .why = git gave no commit
    .help = name a commit or branch that this repository has; a shallow clone may lack it: `git fetch --depth=1 origin { $name }`, then `--base FETCH_HEAD`
git-no-streams = git has no streams
git-stopped = git stopped before it was asked for all
git-no-utf8 = a file's name is not UTF-8
git-listing = git's listing cannot be read
git-irregular = { $path } is no regular file in it (a symbolic link or a submodule?)
git-no-file = git cannot give a file: { $answer }
roster-none = there are no submissions here
    .folder = the folder holds no folders
    .file = the file lists nothing
roster-takes = `--submissions` takes a folder with one folder for each learner, or a file with a path a line
roster-unreadable = the submissions cannot be read
roster-no-list = this is no list of submissions
    .why = a folder, or a text file of at most 16 MiB, is wanted
roster-no-utf8 = this list of submissions is not UTF-8
    .why = a byte in this line is no text
    .help = save it as UTF-8; for folders with such names give their folder: `--submissions DIR`
roster-link = it is a symbolic link: none is followed, unless a list names it (`--submissions FILE`)
roster-fields = this line has { $number } fields
roster-nameless = a submission needs a name and a path
roster-quote-open = a quote is not closed
roster-quote-behind = something stands behind a closing quote
roster-line-why = a line is a path, or `name,path`; quotes hold what has a comma
roster-line-help = for instance `ada,submissions/ada`
roster-double = two submissions are called `{ $name }`
    .why = the other one stands in line { $line }
    .help = give each a name of its own: `name,path`
journal-locked = another prolings grades into this folder
    .why = both would write the same journal and the same gradebook
    .help = wait until it is done, or name another folder: `--output DIR`
journal-unusable = the journal of the grades cannot be used
    .long-line = a line is longer than any that prolings writes
    .help = `--output DIR` names a folder that can be written to
    .full = nothing that was graded is lost: make room, and run the same command again
journal-version = this journal was written by another version of prolings
    .why = it has the form { $found }, and this prolings knows form { $known }
    .help = use that prolings, or name another folder: `--output DIR`
row-too-long = its programs print more than a journal holds: grade it alone with `--submission`
row-unwritable = what its programs reported cannot be written down: grade it alone with `--submission`
gradebook-impossible = a gradebook cannot be put together
database-unwritable = the database cannot be written
    .silent = the helper program says nothing
    .help = name a SQLite database or a new file that can be written: `--db PATH`; the journal has every grade
report-unwritable = a report cannot be written
    .help = name a file in a folder that exists and can be written to: `--report FORMAT=PATH`
    .again = make room or name another file, and run the same command again: nothing is graded twice
report-names-none = `{ $text }` names no report
report-no-format = there is no format `{ $name }`
    .why = `--report` takes FORMAT=PATH, with a format of { $names }
    .help = for instance `--report json=report.json`; `-` as PATH is standard output
class-no-format = a class has no report `{ $name }`
    .why = for a class `--report` takes FORMAT=PATH, with a format of { $names }
    .help = for instance `--report gradebook-csv=grades.csv`; `-` as PATH is standard output

# Parts of the work, and what joins them.
shard-needs-seed = `--shard` needs `--seed`
    .why = the random must-fail tests of all shards are made from one number, or their grades would not belong together
    .help = give every shard the same number that nobody knows before, such as the number of the CI run: `--seed NUMBER`
shard-unreadable = `{ $text }` is no shard
    .why = `--shard` takes INDEX/COUNT with an index from 1 to the count, or `auto`
    .help = for instance `--shard 1/4` to `--shard 4/4`
shard-unsaid = nothing says which shard this is
    .why = none of GitLab, CircleCI, Buildkite, a Kubernetes Indexed Job and a Slurm array has set its variables
    .help = name the shard: `--shard INDEX/COUNT`, with an index from 1
shard-unclear = { $service } does not say which shard this is
shard-contradicted = two services say different things of which shard this is
shard-impossible = there is no such shard
    .why = { $service } says { $shard }
shard-without-total = `{ $variable }` is not set: it says how many shards there are
shard-without-variable = `{ $variable }` is not set
shard-no-number = `{ $variable }` is { $text }, which is no number
shard-uneven = task { $task } of { $count } tasks from { $first } to { $last } has no place that can be told
timings-none = no times can be had from this file
    .why = nothing in it has a name and `seconds`
    .help = `--timings` takes a `gradebook.jsonl` or `journal.jsonl`, or a `json` report of one submission
part-whole = the whole class
part-shard = shard { $shard }
merge-nothing = there is nothing to join
merge-two-kinds = a class and a submission cannot be joined
    .why = { $journal } is the journal of a class, and this is not
    .help = name the folders that `grade --submissions --shard` wrote, or `json` reports, not both
merge-into-part = a shard would be mixed with the whole
    .why = this is the folder that the whole is to be written to
    .help = name another folder: `--output DIR`
merge-no-report = this is no report that can be joined
    .too-large = a file of at most 1 GiB is wanted
    .help = `prolings merge` takes `json` or `jsonl` reports of `grade --shard`, or the folders of a class
merge-no-origin = this report does not say where it comes from
    .why = it is no report of `prolings grade`
    .help = name reports of `prolings grade --shard`
merge-no-shard = this report is no shard
    .why = it was graded without `--shard`: there is nothing to join it with
    .help = `prolings grade --shard INDEX/COUNT --report json=PATH` writes shards
merge-no-journal = this is no journal of a class
    .why = its first line does not say what was graded
    .help = `prolings merge` takes `journal.jsonl` files, or folders that `grade --output` wrote
merge-damaged-journal = { $number ->
    [one] { $number } line of this journal cannot be read
   *[other] { $number } lines of this journal cannot be read
}
    .why = it was changed after it was written: what they said is not known
    .help = run that shard again with the same `--output`: what is missing is graded again
merge-stopped = shard { $shard } was stopped before its end
    .why = not all of its exercises were judged
    .help = run that shard again
merge-double = { $part } is there twice
    .why = the other is { $path }
    .help = name each shard once
merge-missing = shard { $shard } is missing
    .why = { $given } of { $count } shards were given
    .report = grade it with `--shard { $shard }`, and name its report too
    .journal = grade it with `--shard { $shard }`, and name its journal too
merge-unfinished = { $part } lacks { $names }
    .why = { $graded } of { $all } submissions were graded
    .help = run the same command again: it goes on where it stopped
merge-ungraded = no shard has graded { $names }
merge-exercises-double = some exercises were graded in two shards
merge-submissions-double = some submissions were graded in two shards
merge-cut = the shards were not cut in the same way
    .exercises = give every shard the same `--timings`, or none
    .submissions = give every shard the same `--submissions` and the same `--timings`
merge-mixed-reports = these reports do not belong together
    .why = unlike { $path }: { $differences }
    .help = grade all shards with the same prolings, Python, course, submission and `--seed`
merge-mixed-grades = these grades do not belong together
    .why = unlike { $path }: { $differences }
    .help = grade all shards with the same prolings, Python, course, submissions and `--seed`
names-and-more = { $names } and { $more } more

## Grading for proof, and full disks

no-proof-here = tests cannot run apart from learners' code on this machine: what could be proof elsewhere is judged as usual, and is none
differs-trust = trust: { $one } and { $two }
class-unproved = { $number } not forgery-proof
page-class-unproved = passed, not forgery-proof
page-cell-unproved = { $submission }, { $exercise } passed, which is not forgery-proof
report-needs-room = make room, or name a file on another disk: `--report FORMAT=PATH`

## Reports for people

# How far passes are to be trusted.
trust-proof = forgery-proof
trust-no-proof = not forgery-proof
all-proved = Every pass is forgery-proof.
unproved = Not forgery-proof: { $names }.
unproved-more = Not forgery-proof: { $names } and { $more } more.

# A comment on a pull request, the summary of a step, annotations.
bytes-left-out = { $number ->
    [one] {"["}{ $number } more byte]
   *[other] {"["}{ $number } more bytes]
}
report-counts = { $counts }.
report-counts-so-far = { $counts } (still running).
report-nothing-graded = Nothing was graded.
report-nothing-graded-so-far = Nothing was graded (still running).
report-not-reached = { $number } not reached
# Heads of columns.
report-exercise = exercise
report-result = result
report-points = points
report-more-exercises = { $number ->
    [one] +{ $number } more exercise
   *[other] +{ $number } more exercises
}
report-more-problems = +{ $number } more that did not pass
report-more-in-summary = +{ $number } more in the summary
report-place = { $file }, line { $line }
report-altered = { $number ->
    [one] { $number } of the course's own files differs in the submission; none was used.
   *[other] { $number } of the course's own files differ in the submission; none was used.
}
report-origin = prolings { $version }, course { $course }, submission { $submission }, sandbox: { $layers }, seed { $seed }
origin-unknown = unknown
origin-none = none

# The page of a submission. In messages that begin with `page-`, values may be markup.
page-score = { $earned } of { $possible } points
page-still-running = Still running: { $done } of { $all } judged.
page-search = Search
page-search-hint = name, topic or text
page-keys = { $slash } search, { $j } { $k } next and previous, { $enter } open or close, { $f } only what did not pass
page-nothing-matches = Nothing matches.
page-origin = Where this comes from
# In a column, before what they are.
page-origin-course = course
page-origin-content = its content
page-origin-submission = submission
page-origin-commit = its commit
page-origin-locks = locks
page-origin-sandbox = sandbox
page-origin-seed = seed
page-altered = Files of the course that differ in the submission; none was used:

# The page of a class.
page-class-title = { $course }: gradebook
page-class-graded = { $all ->
    [one] { $graded } of { $all } submission graded
   *[other] { $graded } of { $all } submissions graded
}
page-class-incomplete = Not complete: { $number } not graded yet.
page-class-shard = This is shard { $shard } of the class.
page-class-distribution = Distribution
page-class-faults = Could not be graded
page-class-map = Submissions and exercises
page-class-search-hint = name
page-class-order = Order
page-class-order-name = as handed in
page-class-order-low = fewest points first
page-class-order-high = most points first
page-class-keys = { $slash } search, arrow keys move in the map
page-class-partial = some points
page-class-not-started = not started
page-class-choose = Choose a field to see what it says.
page-class-submission = submission
page-class-exercises = Exercises and their commonest mistakes
page-class-share = { $share } passed
page-class-not-judged = { $number } not judged
# A field of the map, in a sentence.
page-cell-passed = { $submission }, { $exercise } passed
page-cell-partial = { $submission }, { $exercise } earned some of its points
page-cell-failed = { $submission }, { $exercise } failed
page-cell-not-started = { $submission }, { $exercise } not started
page-cell-fault = { $submission }, { $exercise } could not be judged
page-cell-skipped = { $submission }, { $exercise } skipped
# What a field says, and what the learner is told.
page-cell-told = { $field }: { $told }
