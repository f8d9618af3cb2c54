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

# How an exercise stands, in a column: at most 7 letters.
state-done = done
state-changed = changed
state-failed = failed
state-started = started
state-pending = pending
state-skipped = skipped
# Before the path of the file to edit.
list-next = next:

## The watch: keys, rows, prompts

## Help of commands

## Authors: files of a course

## Authors: proofs, mutants, templates

## Grading: submissions, classes, shards

## Grading for proof

no-proof-here = tests cannot run apart from learners' code on this machine: what could be proof elsewhere is judged as usual, and is none

## Reports for people
