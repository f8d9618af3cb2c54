import functools
from concurrent.futures import ProcessPoolExecutor

import tools


def count_in(texts, word, workers=2, context=None):
    """Return how often the word occurs in each of the texts."""
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        count = functools.partial(count_one, word)
        return [pool.submit(count, text).result() for text in texts]


def count_one(word, text):
    return tools.count(text, word)


if __name__ == "__main__":
    print(count_in(["to be or not to be", "be", "that is the question"], "be"))
