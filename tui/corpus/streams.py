"""Byte streams that can be looked into before they are read, and that give no more than they may."""

from __future__ import annotations

import io
from typing import IO, Any

from tui.corpus.limits import TooLarge, megabytes

HEAD = 1 << 16
"""How many bytes the kind of a file is told from."""


class _Replay(io.RawIOBase):
    """Bytes that were read already, then the rest of their stream."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        super().__init__()
        self.head = memoryview(head)
        self.stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.head:
            part: Any = self.head[: len(buffer)]
            self.head = self.head[len(part) :]
        else:
            part = self.stream.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def replay(head: bytes, stream: IO[bytes]) -> io.BufferedReader:
    """`stream` with `head`, which was read from it, before it again."""
    return io.BufferedReader(_Replay(head, stream), HEAD)


def peek(stream: IO[bytes], size: int = HEAD) -> tuple[bytes, io.BufferedReader]:
    """The first `size` bytes (fewer where there are no more), and the whole stream."""
    parts: list[bytes] = []
    left = size
    while left and (chunk := stream.read(left)):
        parts.append(chunk)
        left -= len(chunk)
    head = b"".join(parts)
    return head, replay(head, stream)


class Metered(io.RawIOBase):
    """A stream that fails with `TooLarge` once a meter that others may share has run over."""

    def __init__(self, stream: IO[bytes], meter: Meter) -> None:
        super().__init__()
        self.stream = stream
        self.meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self.stream.read(len(buffer))
        self.meter.count(len(part))
        buffer[: len(part)] = part
        return len(part)


class Meter:
    """How many bytes came out of one compressed file."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.seen = 0

    def count(self, size: int) -> None:
        """Adds `size`. Raises `TooLarge`."""
        self.seen += size
        if self.seen > self.limit:
            raise TooLarge(f"it unpacks to more than {megabytes(self.limit)}, as files made to fill a disk do.")
