def choose(job, gil=True):
    """Return "none", "asyncio", "threads" or "processes"."""
    if job.pieces > 100:
        return "threads"
    if job.pieces > 1:
        return "processes"
    return "none"


async def answer_all(questions, compute, executor):
    """Return what `compute` gives for each question."""
    return [compute(question) for question in questions]


if __name__ == "__main__":
    from jobs import JOBS

    for name, job in JOBS.items():
        print(f"{name}: {choose(job)}")
