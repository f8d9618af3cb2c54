from meeting import fetch, meeting


def fetch_all(urls, at_once=8):
    """Return the pages, in the order of the urls."""
    pages = []
    for url in urls:
        pages.append(fetch(url))
    return pages


if __name__ == "__main__":
    with meeting(8) as server:
        print(fetch_all([f"{server.url}/{number}" for number in range(8)]))
