from concurrent.futures import ThreadPoolExecutor

from meeting import fetch, meeting


def fetch_all(urls, at_once=8):
    """Return the pages, or the errors in their places, in the order of the urls."""
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        return list(pool.map(fetch_or_error, urls))


def fetch_or_error(url):
    try:
        return fetch(url)
    except OSError as error:
        return error


if __name__ == "__main__":
    with meeting(8) as server:
        print(fetch_all([f"{server.url}/{number}" for number in range(8)]))
