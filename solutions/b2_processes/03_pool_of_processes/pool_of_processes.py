import functools
from concurrent.futures import ProcessPoolExecutor

import tools


def count_in(texts, word, workers=2, context=None):
    """Return how often the word occurs in each of the texts."""
    size = max(1, -(-len(texts) // workers))  # rounded up
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        return list(pool.map(functools.partial(count_one, word), texts, chunksize=size))


def count_one(word, text):
    return tools.count(text, word)


if __name__ == "__main__":
    print(count_in(["to be or not to be", "be", "that is the question"], "be"))
