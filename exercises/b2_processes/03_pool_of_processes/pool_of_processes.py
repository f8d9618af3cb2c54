from concurrent.futures import ProcessPoolExecutor

import tools


def count_in(texts, word, workers=2, context=None):
    """Return how often the word occurs in each of the texts."""
    with ProcessPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(lambda text: tools.count(text, word), texts))


if __name__ == "__main__":
    print(count_in(["to be or not to be", "be", "that is the question"], "be"))
