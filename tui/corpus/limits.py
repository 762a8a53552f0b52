"""How much is read: what stands between a hostile or broken file and the machine's memory and time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

MB = 1_000_000


class TooLarge(Exception):
    """What was being read is larger than its limit. The message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes and counts.

    `document` is what is held in memory at once: a text, a page, a record of a dump, a feed. `members` is how many
    files are read from one archive. A compressed file may grow `ratio` times, or to `small` bytes if that is more
    (text rarely shrinks to less than a thirtieth), but never to more than `expanded` bytes. `depth` is how many
    containers may stand in one another (a page in a gzip in a zip is two). `failures` is how many failing records of
    one file are told one by one; the rest is told as a number.
    """

    document: int = 64 * MB
    members: int = 1_000_000
    ratio: int = 250
    small: int = 64 * MB
    expanded: int = 256_000 * MB
    depth: int = 4
    failures: int = 20

    def unpacked(self, packed: int) -> int:
        """The most that `packed` bytes may unpack to."""
        return min(self.expanded, max(self.small, self.ratio * packed))


def read_bounded(stream: IO[bytes], limit: int) -> bytes:
    """All that `stream` has left. Raises `TooLarge` where that is more than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(min(1 << 20, limit + 1 - size)):
        size += len(chunk)
        if size > limit:
            raise TooLarge(f"it is larger than {megabytes(limit)}, the most that one document may have.")
        parts.append(chunk)
    return b"".join(parts)


def megabytes(size: int) -> str:
    """A size for a sentence."""
    return f"{size // MB} MB" if size >= MB else f"{size} bytes"
