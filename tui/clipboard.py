"""Copying: the terminal is asked to (OSC 52), which reaches the user's own machine over SSH; no terminal answers.

So the words are honest: text was *sent to the terminal*; whether it arrived only a paste tells. Without SSH the native
clipboard is used as well, where a program for it is installed.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

LIMIT = 74_994
"""Bytes of text: more would exceed 100,000 in base64, where terminals begin to drop the whole sequence."""
_NATIVE = (("wl-copy",), ("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"), ("pbcopy",))


@dataclass(frozen=True, slots=True)
class Sent:
    """What was done: the escape sequence for the terminal ("" for none), and words for the user."""

    sequence: str
    words: str
    ok: bool = True


def copy(text: str, env: Mapping[str, str] | None = None) -> Sent:
    """How `text` goes to the clipboard from here. Native copying is done; the sequence is the caller's to write."""
    env = os.environ if env is None else env
    data = text.encode("utf-8", "replace")
    if len(data) > LIMIT:
        return Sent("", f"{len(data):,} bytes are more than terminals take ({LIMIT:,}): nothing was sent", ok=False)
    remote = bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY"))
    native = None if remote else _native(data, env)
    sequence = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a"
    said = f"{len(text):,} characters sent to the terminal"
    if native is not None:
        said = f"{len(text):,} characters sent to the terminal and to {native}"
    if env.get("TMUX"):
        said += "; tmux passes them on with: set -g set-clipboard on"
    return Sent(sequence, said)


def path_words(env: Mapping[str, str] | None = None) -> str:
    """Which way a copy would take, for `newsdash info`."""
    env = os.environ if env is None else env
    if env.get("SSH_CONNECTION") or env.get("SSH_TTY"):
        return "OSC 52 to the terminal (over SSH)"
    program = _program(env)
    return "OSC 52 to the terminal" + (f", and {program[0]}" if program else "")


def _program(env: Mapping[str, str]) -> tuple[str, ...] | None:
    for command in _NATIVE:
        needs = {"wl-copy": "WAYLAND_DISPLAY", "xclip": "DISPLAY", "xsel": "DISPLAY"}.get(command[0])
        if (needs is None or env.get(needs)) and shutil.which(command[0]):
            return command
    return None


def _native(data: bytes, env: Mapping[str, str]) -> str | None:
    command = _program(env)
    if command is None:
        return None
    try:
        subprocess.run(command, input=data, timeout=2, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return None
    return command[0]
