import asyncio


def choose(job, gil=True):
    """Return "none", "asyncio", "threads" or "processes"."""
    if job.pieces <= 1:
        return "none"
    if job.waits:
        return "asyncio" if job.made_for_asyncio else "threads"
    if job.releases_gil:
        return "threads"
    return "processes" if job.computing > job.sending else "none"


async def answer_all(questions, compute, executor):
    """Return what `compute` gives for each question."""
    loop = asyncio.get_running_loop()
    answers = [loop.run_in_executor(executor, compute, q) for q in questions]
    return await asyncio.gather(*answers)


if __name__ == "__main__":
    from jobs import JOBS

    for name, job in JOBS.items():
        print(f"{name}: {choose(job)}")
