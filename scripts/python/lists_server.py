"""A plain number-list server: one connection at a time, a fresh list for each.

Usage: lists_server.py [PORT [NUMBERS]]
"""

import random
import socket
import sys


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 12345
    numbers = int(sys.argv[2]) if len(sys.argv) > 2 else 250_000
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(128)
        print("Listening on %s:%d" % listener.getsockname(), flush=True)
        while True:
            connection, _ = listener.accept()
            with connection:
                values = [random.randint(-999_999_999, 999_999_999) for _ in range(numbers)]
                connection.sendall(",".join(map(str, values)).encode())


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
