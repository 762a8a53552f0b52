"""Other languages are recognised and passed over with a notice."""

from __future__ import annotations

import pytest

from tests.corpus.scrape import PROSE, classes, read, report
from tui.corpus.language import detect
from tui.corpus.model import LineClass

TEXTS = {
    "de": "Der Präsident hat am Mittwoch erklärt, dass die Truppen von der Grenze abgezogen werden und nicht bleiben.",
    "fr": "Le président a déclaré mercredi que les troupes seraient retirées de la frontière et ne resteraient pas.",
    "es": "El presidente dijo el miércoles que las tropas se retirarán de la frontera y que no habrá más soldados.",
    "it": "Il presidente ha detto mercoledì che le truppe saranno ritirate dal confine e che non sono più lì.",
    "pt": "O presidente disse na quarta-feira que as tropas serão retiradas da fronteira e que não há mais soldados.",
    "nl": "De president zei woensdag dat de troepen van de grens worden teruggetrokken en dat er niet meer komen.",
    "pl": "Prezydent powiedział w środę, że wojska nie będą stały na granicy i że nie jest to już potrzebne dla kraju.",
    "tr": "Cumhurbaşkanı çarşamba günü askerlerin bu sınırdan ve bölgeden çekileceğini, daha çok olmayacağını söyledi.",
    "ru": "Президент заявил в среду, что войска будут отведены от границы и больше не останутся там.",
    "uk": "Президент заявив у середу, що війська буде відведено від кордону і вони більше там не залишаться.",
    "ar": "قال الرئيس يوم الأربعاء إن القوات ستنسحب من الحدود",
    "fa": "رئیس جمهور گفت که نیروها از مرز خارج می‌شوند و پس از آن چیزی نیست",
    "zh": "总统星期三表示军队将从边境撤出",
    "ja": "大統領は水曜日、軍隊が国境から撤退すると述べた",
    "ko": "대통령은 수요일 군대가 국경에서 철수할 것이라고 말했다",
    "he": "הנשיא אמר ביום רביעי כי הכוחות ייסוגו מהגבול",
    "el": "Ο πρόεδρος δήλωσε την Τετάρτη ότι τα στρατεύματα θα αποσυρθούν",
    "en": "The president said on Wednesday that the troops would be withdrawn from the border and none would stay.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_languages_are_told(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kyiv 12:45",
        "Freedonia Sylvania Klopstokia",
        "Russian Troops Leave Border, Kyiv Says; Blinken Meets Lavrov In Geneva On Friday",
    ],
)
def test_a_few_words_or_a_headline_are_not_taken_for_another_language(text: str) -> None:
    assert detect(text) in (None, "en")


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("ru", "Russian"), ("ar", "Arabic")])
def test_an_article_in_another_language_gives_no_sentences_but_a_notice(code: str, name: str) -> None:
    article = read("\n\n".join([TEXTS[code]] * 4))
    assert article.language == code
    assert article.sentences == ()
    assert any(name in note for note in article.notes)


def test_a_foreign_paragraph_in_an_english_article_is_no_text() -> None:
    article = read(report(foot=(TEXTS["de"],)))
    assert article.language == "en"
    assert classes(article)[TEXTS["de"]] is LineClass.FURNITURE
    assert [s.text for s in article.sentences if s.cls is LineClass.BODY] == list(PROSE)
