"""Zip and tar archives -> their members as streams. A member's name never names a file outside: it is only ever an
id."""

from __future__ import annotations

import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from tui.corpus.limits import Limits, TooLarge
from tui.corpus.raw import Unreadable
from tui.corpus.streams import Meter, Metered, replay

BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip
"""What Python's archive readers raise on archives that are broken, encrypted or of a make they do not know."""

_OFFICE = ("[Content_Types].xml", "mimetype")
"""Members that only documents packed as a zip have."""
_SPOOL = 1 << 20


def zip_members(stream: IO[bytes], limits: Limits, packed: int) -> Iterator[tuple[str, IO[bytes]] | Unreadable]:
    """The files of a zip archive in order of name. A zip is read from its end, so a pipe is first copied to a temporary
    file of at most the allowed size."""
    meter = Meter(limits.unpacked(packed))
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as copy:
        if not (hasattr(stream, "seekable") and stream.seekable()):
            while chunk := stream.read(_SPOOL):
                meter.count(len(chunk))
                copy.write(chunk)
            copy.seek(0)
            stream = copy
        with zipfile.ZipFile(stream) as archive:
            infos = sorted(archive.infolist(), key=lambda info: info.filename)
            if any(info.filename in _OFFICE for info in infos):
                yield Unreadable("", "it is an office document or a book; give its text instead.")
                return
            for number, info in enumerate(infos):
                if number == limits.members:
                    yield Unreadable("", f"the archive has {len(infos)} files; only the first {number} were read.")
                    return
                name = info.filename.replace("\\", "/")
                if info.is_dir() or _is_hidden(name):
                    continue
                reason = _refused(name) or ("it is a link." if stat.S_ISLNK(info.external_attr >> 16) else None)
                if info.flag_bits & 0x1:
                    reason = "it is encrypted."
                if reason:
                    yield Unreadable(name, reason)
                    continue
                try:
                    with archive.open(info) as member:
                        yield name, replay(b"", Metered(member, meter))  # type: ignore[arg-type]
                except TooLarge:
                    raise
                except BROKEN as error:
                    yield Unreadable(name, f"the archive is broken here ({error}).")


def tar_members(stream: IO[bytes], limits: Limits, packed: int) -> Iterator[tuple[str, IO[bytes]] | Unreadable]:
    """The files of a tar archive, in its order, read from a pipe as well as from a file."""
    meter = Meter(limits.unpacked(packed))
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for number, info in enumerate(archive):
            if number == limits.members:
                yield Unreadable("", f"the archive has more than {number} files; only the first {number} were read.")
                return
            name = info.name
            if info.isdir() or _is_hidden(name):
                continue
            reason = _refused(name) or (None if info.isfile() else "it is a link or a device.")
            member = None if reason else archive.extractfile(info)
            if member is None:
                yield Unreadable(name, reason or "it is no file.")
            else:
                yield name, replay(b"", Metered(member, meter))  # type: ignore[arg-type]


def _refused(name: str) -> str | None:
    """Why a member of this name is not read."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":"):
        return "its name leads out of the archive."
    return None


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)
