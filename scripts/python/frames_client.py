"""A plain client of seed 001, one thing after the other: what `loadharness client frames` is compared with.

Usage: frames_client.py PORT COUNT FOLDER
Downloads COUNT images from a server on this machine into FOLDER/frames, makes FOLDER/frames.gif of them
with Pillow and prints the two lines of the seed.
"""

import os
import socket
import sys
import time

from PIL import Image


def download(port, count, folder):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
            server.connect(("127.0.0.1", port))
            image = b""
            while True:
                piece = server.recv(1024)
                if not piece:
                    break
                image += piece
        with open(f"{folder}/{number}.png", "wb") as file:
            file.write(image)


def make_gif(count, folder, gif):
    frames = []
    for number in range(count):
        frames.append(Image.open(f"{folder}/{number}.png").convert("RGBA"))
    frames[0].save(gif, format="GIF", append_images=frames[1:], save_all=True, duration=500, loop=0)


def main():
    port, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    start = time.perf_counter()
    download(port, count, f"{folder}/frames")
    print(f"Frames download time: {time.perf_counter() - start}")
    start = time.perf_counter()
    make_gif(count, f"{folder}/frames", f"{folder}/frames.gif")
    print(f"GIF creation time: {time.perf_counter() - start}")


if __name__ == "__main__":
    main()
