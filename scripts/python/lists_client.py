"""A plain number-list client: downloads lists one by one, then sorts them one by one.

Usage: lists_client.py PORT COUNT; files go to unsorted_files and sorted_files in the working folder.
"""

import os
import socket
import sys
import time


def download(port, count):
    os.makedirs("unsorted_files", exist_ok=True)
    for i in range(count):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            text = b""
            while data := connection.recv(1024):
                text += data
        with open(f"unsorted_files/{i}.txt", "wb") as file:
            file.write(text)


def sort(count):
    os.makedirs("sorted_files", exist_ok=True)
    for i in range(count):
        with open(f"unsorted_files/{i}.txt") as file:
            numbers = [int(number) for number in file.read().split(",")]
        numbers.sort()
        with open(f"sorted_files/{i}.txt", "w") as file:
            file.write(",".join(map(str, numbers)))


def main():
    port, count = int(sys.argv[1]), int(sys.argv[2])
    start = time.monotonic()
    download(port, count)
    downloaded = time.monotonic()
    print("Files download time:", downloaded - start, flush=True)
    sort(count)
    print("Sorting time:", time.monotonic() - downloaded, flush=True)


if __name__ == "__main__":
    main()
