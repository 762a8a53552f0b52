"""Whether an unpunctuated line is a caption rather than a heading or a paragraph that lost its full stop."""

from __future__ import annotations

import re

# Words that only stand under pictures.
_STRONG = re.compile(
    r"\((?:\d(?:st|nd|rd|th) )?[lrc]\)|"
    r"\((?:pictured|left|right|cent(?:re|er)|above|below|top|bottom|inset|seen|foreground|background|file"
    r"|stock)\b[^)]{0,80}\)"
    r"|^(?:pictured|file photo|file picture|file image)\b ?[:,-]|^(?:above|below|left|right|photo|image|screengrab"
    r"|screenshot|footage|still)\b ?:"
    r"|^image caption\b|^media caption\b|^\(?pictured\b|^file ?[-–—:]"
    r"|\b(?:this|an?) (?:[\w-]+ ){0,3}(?:image|photo|photograph|picture|handout|screen ?grab|still|frame ?grab|video"
    r" grab)\b[^.]{0,80}"
    r"\b(?:shows?|showing|taken|released|provided|made available|purports|obtained|posted)\b"
    r"|\b(?:in|from) (?:this|an?) (?:[\w-]+ ){0,3}(?:photo|image|picture|still|handout|frame|screen ?grab)\b"
    r"|\b(?:still (?:grab|image)s?|screen ?grabs?|video grab|frame grab|file (?:photo|picture|image)|handout"
    r" (?:photo|picture|image|video)|stock (?:photo|image))\b"
    r"|\b(?:is|are) (?:seen|pictured|shown|photographed)\b(?! (?:as|by)\b)"
    r"|\[file: [^\]]+\]|\((?:image|photo|picture|credit|source): [^)]+\)\s*$",
    re.I,
)
_CREDIT = re.compile(
    r"(?:^|[.”’\"')\s])(?i:picture|photo|image|photograph|credit|pic|composite|illustration)s?(?i: by| credit|"
    r" courtesy of)?\s?: ?[^.:]{2,90}\.?$"
    r"|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}/(?:AFP|AP|Reuters|REUTERS|Getty Images|EPA|PA|Shutterstock|TASS"
    r"|Sputnik|Xinhua|Anadolu|Pool|NurPhoto|SOPA|Bloomberg|The New York Times)"
    r"|(?:[/(.]\s?|^)(?:Getty Images|Getty|AFP|REUTERS|Reuters|EPA-EFE|EPA|AP Photo|AP|Shutterstock|Alamy|NurPhoto"
    r"|Handout)(?:/[\w .’-]{2,40})*\)?\.?$"
    r"|\b(?:via (?:AP|AFP|REUTERS|Reuters|EPA|Getty Images|Getty))\)?\.?$"
)
# What pictures show people do, in the present tense of captions.
_SCENE = re.compile(
    r"\b(?:attends?|poses?|walks?|stands?|sits?|waves?|shakes? hands|arrives?|leaves?|listens?|looks?|holds?|holding"
    r"|takes? part|participates?|rides?"
    r"|drives?|patrols?|guards?|gathers?|lines? up|trains?|fires?|march(?:es)?|gestures?|addresse?s|greets?|boards?"
    r"|loads?|aims?|pass(?:es)?|carry|carries|waits?"
    r"|queues?|hugs?|lays?|protests?|demonstrates?|celebrates?|watch(?:es)?|inspects?|checks?|prepares?|unloads?"
    r"|clears?|climbs?|smokes?|rises|billows|burns?"
    r"|react|reacts|mourns?|prays?|cheers?|rests?|talks?|speaks?|delivers|meets?|salutes?|kisses|flies|fly|flying"
    r"|walking|standing|sitting|arriving|leaving|"
    r"attending|speaking|seen|pictured|displayed)\b"
)
_TIME_AND_PLACE = re.compile(
    r"(?:\b(?:on|in|,|last) ?)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) \d{1,2})(?:,? \d{4})?\.?$"
    r"|\b(?:yesterday|today)$"
)
# What headlines say and captions do not.
_HEADLINE = re.compile(
    r"\b(?:will|would|could|may|must|should|can|to (?!(?:the|a|an|his|her|their|its)\b)[a-z]+|warns?|urges?|vows?"
    r"|says?|said|claims?|denies|calls for|tells?|told)\b|[!?] "
    r"|: (?!A\b)|\b(?:says?|sources|reports?|officials?)$"
)
# A paragraph goes on from the one before it; a caption begins anew.
_GOES_ON = re.compile(
    r"(?:It|He|She|They|We|I|This|That|These|Those|But|And|Or|So|Yet|However|Meanwhile|Moreover|Also|According|Asked"
    r"|If|When|While|Although|Despite|His|Her|Their|There|Then"
    r"|Earlier|Later|On|In|At|For|As|After|Before|Since|With|By|From|To|Under|Last|Speaking|Still|Another|Both)\b"
    r"|[‘“\"']"
)

_BRACKETED = re.compile(r"\((?:pictured|left|right|cent(?:re|er)|above|below|inset|l|r|c|file photo|file)\b", re.I)


_AGENCIES = ("Getty", "AFP", "euters", "REUTERS", "EPA", "AP", "Shutterstock", "Alamy", "NurPhoto", "Handout")
# One of these stands in every line that `_STRONG` fits.
_PICTURES = ("ictured", "mage", "hoto", "icture ", "andout", "grab", "aption", " seen", " shown", "File", "[f")
_PICTURE_STARTS = ("Above", "Below", "Left", "Right", "Still", "Footage", "Screenshot", "FILE", "file")
_IN_BRACKETS = re.compile(
    r"\((?:2nd |far )?(?:left|right|cent|above|below|top|bottom|inset|file|seen|[lrc]\)|\d(?:st|nd|rd|th) |fore|back"
    r"|stock|photo"
    r"|image|picture|credit|source)",
    re.I,
)


def has_credit(line: str) -> bool:
    """Whether the line ends in (or is) the credit of a picture."""
    if ":" not in line and "/" not in line and not any(agency in line[-40:] for agency in _AGENCIES):
        return False
    return _CREDIT.search(line) is not None


def is_caption(line: str, stopped: bool) -> bool:
    """Whether words of the line say that it stands under a picture; `stopped`: it ends in a full stop."""
    hinted = any(word in line for word in _PICTURES) or line.startswith(_PICTURE_STARTS)
    if not hinted and not ("(" in line and _IN_BRACKETS.search(line)):
        return False
    if not _STRONG.search(line):
        return False
    # A paragraph may speak of a video that shows something; a caption of two sentences ends in a stop as well.
    return not stopped or (len(line) < 400 and bool(_STRONG.match(line) or _BRACKETED.search(line)))


def is_scene(line: str) -> bool:
    """Whether a line without a full stop tells of a scene, in the present tense or with a day at its end."""
    if _GOES_ON.match(line) or _HEADLINE.search(line):
        return False
    return _TIME_AND_PLACE.search(line) is not None or (len(line.split()) > 8 and _SCENE.search(line) is not None)


def goes_on(line: str) -> bool:
    """Whether the line begins like a paragraph that takes up what stood before it."""
    return _GOES_ON.match(line) is not None
