import threading

import pytest
from worker_queue import Crew

LIMIT = 5  # seconds; nothing that works ever waits so long
hanging = []


def in_thread(call):
    """Start the call in a thread that does not keep the program alive."""
    errors = []

    def run():
        try:
            call()
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.errors = errors
    thread.start()
    return thread


def close(crew, after=""):
    """Close the crew, but do not wait for ever."""
    thread = in_thread(crew.close)
    thread.join(0.3 if hanging else LIMIT)
    if thread.is_alive():
        hanging.append(thread)  # it has failed, so the others need not wait so long
        pytest.fail(f"close() waits for ever{after}", pytrace=False)
    if thread.errors:
        pytest.fail(f"close() raised {thread.errors[0]!r}", pytrace=False)


def sorted_pairs(pairs):
    return sorted(pairs, key=repr)


def crew_and_threads(handle, workers):
    before = set(threading.enumerate())
    crew = Crew(handle, workers)
    return crew, [t for t in threading.enumerate() if t not in before]


def test_every_job_is_done_once():
    handled = []

    def handle(job):
        handled.append(job)
        return job * 2

    crew = Crew(handle, workers=4)
    for job in range(200):
        crew.put(job)
    close(crew)
    assert sorted(handled) == list(range(200)), "each job must be handled exactly once"
    assert sorted(crew.results) == [(job, job * 2) for job in range(200)], (
        "results must hold a pair of each job and its result"
    )
    assert crew.errors == [], "no job has failed"


def test_the_threads_have_ended():
    crew, threads = crew_and_threads(str, workers=4)
    daemons = [thread for thread in threads if thread.daemon]
    for job in range(3):
        crew.put(job)
    close(crew)
    left = [thread.name for thread in threads if thread.is_alive()]
    assert left == [], "when close() comes back, all threads must have ended"
    assert daemons == [], (
        "the threads must not be daemons, which are killed when the program ends"
    )


def test_nobody_is_left_behind():
    crew, threads = crew_and_threads(str, workers=5)
    close(crew)
    assert len(threads) == 5, "there must be as many threads as workers"
    left = [thread.name for thread in threads if thread.is_alive()]
    assert left == [], "without any job, too, all threads must end"
    assert (crew.results, crew.errors) == ([], []), "nothing was done"


def test_three_workers_are_there_by_default():
    before = set(threading.enumerate())
    crew = Crew(str)
    threads = [t for t in threading.enumerate() if t not in before]
    close(crew)
    assert len(threads) == 3, "without `workers` there must be three"


def test_all_workers_work_at_the_same_time():
    everybody = threading.Barrier(4)
    crew = Crew(lambda job: everybody.wait(LIMIT) >= 0, workers=4)
    for job in range(8):
        crew.put(job)
    close(crew)
    assert crew.errors == [], (
        "four workers must handle four jobs at the same time: a job that waits for "
        "three others must meet them"
    )
    assert len(crew.results) == 8, "all jobs must be done"


def test_errors_are_reported():
    error = LookupError("nothing there")

    def handle(job):
        if job == "bad":
            raise error
        return job.upper()

    crew = Crew(handle, workers=2)
    for job in ("a", "bad", "b"):
        crew.put(job)
    close(crew)
    assert crew.errors == [("bad", error)], (
        "errors must hold a pair of the job and the exception that it raised"
    )
    assert sorted_pairs(crew.results) == [("a", "A"), ("b", "B")], (
        "a job that failed has no result, and all others have one"
    )


def test_a_worker_survives_many_errors():
    def handle(job):
        if job < 10:
            raise ValueError(job)
        return job

    crew = Crew(handle, workers=1)
    for job in range(12):
        crew.put(job)
    close(crew)
    assert [job for job, _ in crew.errors] == list(range(10)), (
        "one worker must survive any number of errors"
    )
    assert crew.results == [(10, 10), (11, 11)], "and handle the jobs that follow"


@pytest.mark.parametrize("job", [None, 0, "", False, (), Exception], ids=repr)
def test_any_object_may_be_a_job(job):
    crew = Crew(repr, workers=1)
    crew.put(job)
    crew.put("last")
    close(crew, after=f" when {job!r} was one of the jobs")
    assert crew.results == [(job, repr(job)), ("last", "'last'")], (
        f"{job!r} is a job like others"
    )


def test_close_waits_for_the_last_job():
    begun, go_on = threading.Event(), threading.Event()

    def handle(job):
        begun.set()
        go_on.wait(LIMIT)
        return job

    crew = Crew(handle, workers=1)
    crew.put("slow")
    crew.put("next")
    begun.wait(LIMIT)
    closing = in_thread(crew.close)
    closing.join(0.1)
    too_early = not closing.is_alive()
    go_on.set()
    closing.join(LIMIT)
    assert not too_early, "close() came back before the last job was done"
    assert crew.results == [("slow", "slow"), ("next", "next")], (
        "jobs that are in the queue when the crew is closed must be done as well"
    )


def test_a_closed_crew_takes_no_jobs():
    crew, threads = crew_and_threads(str, workers=2)
    close(crew)
    at_home = not any(thread.is_alive() for thread in threads)
    assert at_home, "the threads of a closed crew must have ended"
    try:
        crew.put("late")
        got = "no error"
    except RuntimeError:
        got = "RuntimeError"
    assert got == "RuntimeError", "after close(), put must raise RuntimeError"
    assert crew.results == [], "and the job must not be done"


def test_closing_twice_does_nothing():
    crew = Crew(str, workers=2)
    crew.put(1)
    close(crew)
    close(crew)
    assert crew.results == [(1, "1")], "closing a second time must change nothing"


def test_crews_are_apart():
    first, second = Crew(str, workers=1), Crew(repr, workers=1)
    first.put("a")
    close(first)
    second.put("b")
    close(second)
    assert (first.results, second.results) == ([("a", "a")], [("b", "'b'")]), (
        "each crew must have its own jobs and results, and its own end"
    )
