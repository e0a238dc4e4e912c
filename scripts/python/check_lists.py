"""Checks the files of a number-list client: every sorted list has exactly the numbers of its unsorted one, in order.

Usage: check_lists.py FOLDER COUNT [NUMBERS]
"""

import sys


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    expected = int(sys.argv[3]) if len(sys.argv) > 3 else 250_000
    for i in range(count):
        with open(f"{folder}/unsorted_files/{i}.txt") as file:
            numbers = [int(number) for number in file.read().split(",")]
        with open(f"{folder}/sorted_files/{i}.txt") as file:
            text = file.read()
        if len(numbers) != expected:
            sys.exit(f"list {i} has {len(numbers)} numbers, not {expected}")
        if text != ",".join(map(str, sorted(numbers))):
            sys.exit(f"list {i} is not sorted, or not the same numbers")
    print(f"{count} lists of {expected} numbers: all sorted, all numbers kept")


if __name__ == "__main__":
    main()
