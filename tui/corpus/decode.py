"""bytes -> text: the encoding found, mojibake repaired, control characters replaced one for one by spaces."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a terminal could obey or a reader could not see: C0 (but not tab and line feed), DEL, C1, the bidirectional
# overrides, and halves of surrogate pairs.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# UTF-8 read as Windows-1252 or Latin-1 leaves one of these before another high character.
_MOJIBAKE = re.compile("[ÂÃâÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_SAMPLE = 1 << 16
_MOSTLY_ASCII = 0.8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, the encoding that gave it, and sentences for the user about what was repaired."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None, exact: bool = False) -> Decoded:
    """`data` as text. `declared` is what a header or `<meta charset>` says; a BOM and valid UTF-8 are believed more.

    `exact` is for plain text, whose offsets are promised to be those of the file read as UTF-8 with newlines made \\n:
    a BOM stays as a character, broken encodings are told and not repaired, controls become spaces one for one.
    """
    if exact:
        try:
            return _exact(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    text, encoding, notes = _decode(data, declared)
    cleaned = clean(text)
    return Decoded(cleaned.text, encoding, (*notes, *cleaned.notes))


def _exact(text: str) -> Decoded:
    """UTF-8 text with nothing changed but newlines and, one for one, what no reader may see."""
    notes = []
    if _MOJIBAKE.search(text):
        notes.append("The text was once read in a wrong encoding: some of its letters are broken.")
    text, controls = _CONTROL.subn(" ", _newlines(text))
    if controls:
        notes.append(_controls_note(controls))
    return Decoded(text, "utf-8", tuple(notes))


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def _controls_note(count: int) -> str:
    return f"{count} control characters were replaced by spaces."


def clean(text: str, encoding: str = "utf-8") -> Decoded:
    """Text that came decoded already (a JSON field): newlines made \\n, mojibake repaired, controls replaced."""
    notes: list[str] = []
    text = _newlines(text)
    if _MOJIBAKE.search(text):
        import ftfy

        fixed = ftfy.fix_encoding(text)
        if fixed != text:
            text = fixed
            notes.append("A broken encoding was repaired.")
    text, controls = _CONTROL.subn(" ", text)
    if controls:
        notes.append(_controls_note(controls))
    return Decoded(text, encoding, tuple(notes))


def _decode(data: bytes, declared: str | None) -> tuple[str, str, list[str]]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), name, []
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        # A file cut off in the middle of a character is still UTF-8.
        if len(data) > 64 and error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8"), "utf-8", ["The text ends in the middle of a character."]
    name = _known(declared) or _guess(data)
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    return text, name, [f"{broken} bytes could not be read as {name}."] if broken else []


def _known(name: str | None) -> str | None:
    """The codec that reads `name` as browsers do (Latin-1 is Windows-1252), or None."""
    try:
        found = codecs.lookup((name or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    # A name such as "hex" is a codec of Python's but no encoding of text; UTF-8 has failed already.
    return found if found != "utf-8" and codecs.lookup(found)._is_text_encoding else None


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if sum(byte < 0x80 for byte in sample) > _MOSTLY_ASCII * len(sample):
        return "cp1252"  # English with curly quotes; a guess among code pages would be wrong about its pounds
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"
