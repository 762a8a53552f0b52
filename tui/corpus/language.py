"""Which language a text is in, told by its script and its commonest words. Small, offline, and only sure of English."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {
    "en": "the of and to in a is that for it was on are as with his they at be this from have or had by but not what were we when your said "
    "there their which has who will been its more after would he she you i an about also into than could us over new out up people",
    "de": "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis mehr durch man sein wurde",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son ou aux été cette ont sa mais ses être comme nous elle leur même après deux fait",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está",
    "it": "di e il la che in a per un è del non sono una della con i si da le al come dei anche più nel gli ha alla dal lo ma nella delle se su o ai suo essere stato questo",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre",
    "nl": "de en van het een in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar heeft hij ze wordt door over ze die wel was worden zou dit",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år säger hon under också efter",
    "no": "og i det er på som en å av for til at med har de ikke den om et han men var seg fra vi kan når år sier også etter",
    "da": "og i det er på som en at af for til med har de ikke den om et han men var sig fra vi kan når år siger også efter",
    "pl": "i w na z się do nie że to jest o jak po co za od ale przez dla są przy być już ich ma tym może oraz jego tylko przed",
    "cs": "a v se na je že s z do o k i ale to po jako za by pro jsou od při nebo které jeho byl jsem podle",
    "hu": "a az és hogy nem is egy van meg ez volt de már csak mint még ki el vagy azt",
    "ro": "de și în a la cu pe o nu care că se din un mai pentru este fi ca al au fost sau prin după",
    "tr": "ve bir bu da de için ile olarak çok daha olan ne gibi o en kadar sonra ise ancak var değil",
    "id": "yang dan di dengan untuk ini dari dalam itu tidak akan pada juga ke ada tersebut oleh telah mereka kami",
    "sr": "i u je da na se su za od sa o kako koji što nije bi ili ali kao te biti iz do",
    "fi": "ja on ei että se oli hän mutta myös kun ovat joka sen tai jos ole kuin",
    "vi": "và của là các có trong cho không được với một những người đã này để khi",
}
_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish",
    "no": "Norwegian", "da": "Danish", "pl": "Polish", "cs": "Czech", "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish",
    "id": "Indonesian", "sr": "Serbian or Croatian", "fi": "Finnish", "vi": "Vietnamese", "ru": "Russian", "uk": "Ukrainian",
    "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "el": "Greek", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "hi": "Hindi",
    "th": "Thai", "ka": "Georgian", "hy": "Armenian", "am": "Amharic", "bn": "Bengali", "ta": "Tamil", "my": "Burmese",
}  # fmt: skip
_SETS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
# Ranges of letters that belong to one script, with the language meant where nothing closer tells.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7af]")), ("zh", re.compile("[\u4e00-\u9fff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")), ("ru", re.compile("[\u0400-\u04ff]")), ("fa", re.compile("[پچژگ]")), ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")), ("el", re.compile("[\u0370-\u03ff]")), ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")), ("ta", re.compile("[\u0b80-\u0bff]")), ("th", re.compile("[\u0e00-\u0e7f]")),
    ("my", re.compile("[\u1000-\u109f]")), ("ka", re.compile("[\u10a0-\u10ff]")), ("hy", re.compile("[\u0530-\u058f]")),
    ("am", re.compile("[\u1200-\u137f]")),
)  # fmt: skip
_NOT_LATIN = re.compile("[^\\W\\d_\u0000-\u024f]")
_SAMPLE = 4_000
_LEAST_WORDS = 8
_SURELY_ENGLISH = 0.3
_ENGLISH_SHARE = 0.15
"""In English news a third of the words and more are of the list; in other languages hardly one in ten is."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None where there are too few words to tell.

    "und" where it is surely not English but no other language fits.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii():
        foreign = len(_NOT_LATIN.findall(sample))
        if foreign and foreign > 0.5 * sum(map(str.isalpha, sample)):
            return _by_script(sample)
    counts = Counter(_WORD.findall(sample.lower()))
    words = counts.total()
    if words < _LEAST_WORDS:
        return None
    if sum(counts[w] for w in _SETS["en"]) >= _SURELY_ENGLISH * words:
        return "en"
    shares = {code: sum(counts[w] for w in known) / words for code, known in _SETS.items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if best == "en" or shares["en"] >= max(_ENGLISH_SHARE, 0.8 * shares[best]):
        return "en"
    if shares[best] >= _ENGLISH_SHARE:
        return best
    # Headlines and lists have few small words; say nothing about a text that is neither.
    return None if words < 60 or shares["en"] >= 0.05 else "und"


def language_name(code: str) -> str:
    """The English name of a language, for notices."""
    return _NAMES.get(code[:2].lower(), "another language" if code == "und" else code)


def _by_script(sample: str) -> str:
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    best = max(counts, key=lambda code: counts[code])
    if best == "ru" and counts["uk"] > 0.01 * counts["ru"]:
        return "uk"
    if best == "ar" and counts["fa"] > 0.01 * counts["ar"]:
        return "fa"
    if best == "zh" and counts["ja"] > 0.05 * counts["zh"]:
        return "ja"
    return best if counts[best] else "und"
