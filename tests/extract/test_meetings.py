"""Meetings in sentences written for these tests, from many crises: who, how, where, when, how far."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from tui.config import load_config
from tui.corpus.model import Article, LineClass, Sentence
from tui.extract.analysis import analyse
from tui.extract.gazetteer import Gazetteer
from tui.extract.meetings import find_meetings
from tui.records import DatePrecision, Meeting


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.from_config(load_config(None))


def article(published: str, *sentences: str) -> Article:
    """An article of one sentence a line."""
    found, at = [], 0
    for i, text in enumerate(sentences):
        found.append(Sentence(at, at + len(text), text, i, i, LineClass.BODY))
        at += len(text) + 1
    return Article(
        id="test.txt",
        text="\n".join(sentences),
        published=dt.date.fromisoformat(published),
        published_precision=DatePrecision.DAY,
        sentences=tuple(found),
    )


def meetings(published: str, *sentences: str) -> list[Meeting]:
    return find_meetings(analyse(article(published, *sentences), gazetteer()))


def told(m: Meeting) -> tuple[set[str | None], str, str, str | None, str | None]:
    """What the tests compare: labels of the participants, format, status, place, date."""
    return {p.name or p.side for p in m.participants}, str(m.format), str(m.status), m.place, m.date


Expected = tuple[set[str | None], str, str, str | None, str | None]

ONE: list[tuple[str, str, Expected]] = [
    # a meal or an encounter that one has, and a war that the talks are about
    (
        "2023-07-12",
        "French President Emmanuel Macron had dinner with Joe Biden in Paris on Monday.",
        ({"Emmanuel Macron", "Joe Biden"}, "in_person", "held", "Paris", "2023-07-10"),
    ),
    (
        "2023-07-12",
        "Kenyan President William Ruto and Joe Biden held talks on Monday on the worst crisis between Ethiopia and "
        "Sudan in decades.",
        ({"William Ruto", "Joe Biden"}, "unspecified", "held", None, "2023-07-10"),
    ),
    (
        "2023-07-12",
        "Speaking at the start of his talks with Joe Biden on Monday, Kenyan President William Ruto asked for aid.",
        ({"William Ruto", "Joe Biden"}, "unspecified", "under_way", None, "2023-07-10"),
    ),
    (
        "2023-06-12",
        "An attempt to hold talks between Sudan and Chad on June 8 was dropped.",
        ({"Sudan", "Chad"}, "unspecified", "cancelled", None, "2023-06-08"),
    ),
    (
        "2023-07-12",
        "Kenyan President William Ruto was met by Xi Jinping in Beijing on Monday.",
        ({"William Ruto", "Xi Jinping"}, "in_person", "held", "Beijing", "2023-07-10"),
    ),
    (
        "2023-07-12",
        "The African Union's Peace and Security Council met on Friday to discuss the coup in Niger.",
        ({"African Union"}, "multilateral", "held", None, "2023-07-07"),
    ),
    # told without a word of meeting
    (
        "2023-07-12",
        "US Secretary of State Antony Blinken sat across from Iranian Foreign Minister Abbas Araghchi in Muscat.",
        ({"Antony Blinken", "Abbas Araghchi"}, "in_person", "held", "Muscat", "2023-07-12"),
    ),
    (
        "2023-07-12",
        "Xi Jinping gave Antony Blinken 35 minutes in Beijing on Monday.",
        ({"Antony Blinken", "Xi Jinping"}, "in_person", "held", "Beijing", "2023-07-10"),
    ),
    (
        "2023-07-12",
        "Qatar brought Rwandan President Paul Kagame and Congolese President Felix Tshisekedi together in Doha.",
        ({"Qatar", "Paul Kagame", "Felix Tshisekedi"}, "multilateral", "held", "Doha", "2023-07-12"),
    ),
    (
        "2023-07-12",
        "Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev signed a peace deal in "
        "Washington on Friday.",
        ({"Nikol Pashinyan", "Ilham Aliyev"}, "in_person", "held", "Washington", "2023-07-07"),
    ),
    (
        "2023-07-12",
        "Iran and the United States held a second round in Rome on Saturday.",
        ({"Iran", "United States"}, "in_person", "held", "Rome", "2023-07-08"),
    ),
    (
        "2023-07-12",
        "Venezuelan President Nicolas Maduro refused to see the US envoys in Caracas.",
        ({"Nicolas Maduro", "United States"}, "in_person", "refused", "Caracas", None),
    ),
    (
        "2023-07-12",
        "Chinese Premier Li Qiang and Japanese Prime Minister Shigeru Ishiba shared a table in Vientiane on Thursday.",
        ({"Li Qiang", "Shigeru Ishiba"}, "in_person", "held", "Vientiane", "2023-07-06"),
    ),
    # Syria: Geneva and Astana
    (
        "2016-02-03",
        "The UN special envoy Staffan de Mistura met representatives of the Syrian opposition in Geneva on Tuesday.",
        ({"Staffan de Mistura", "Syrian opposition"}, "in_person", "held", "Geneva", "2016-02-02"),
    ),
    (
        "2017-01-20",
        "Kazakhstan will host peace talks between the Syrian government and rebels in Astana on January 23.",
        ({"Syria", "Syrian rebels"}, "in_person", "planned", "Astana", "2017-01-23"),
    ),
    (
        "2018-09-18",
        "Russian President Vladimir Putin and Turkish President Recep Tayyip Erdogan met in Sochi on Monday and "
        "agreed to "
        "create a demilitarised zone in Idlib.",
        ({"Vladimir Putin", "Recep Tayyip Erdogan"}, "in_person", "held", "Sochi", "2018-09-17"),
    ),
    # Afghanistan: Doha
    (
        "2019-02-27",
        "U.S. special envoy Zalmay Khalilzad held talks with Taliban co-founder Mullah Abdul Ghani Baradar in "
        "Doha on Monday.",
        ({"Zalmay Khalilzad", "Abdul Ghani Baradar"}, "in_person", "held", "Doha", "2019-02-25"),
    ),
    (
        "2020-09-12",
        "Afghan government negotiators and Taliban delegates sat down for the first time in Doha on Saturday.",
        ({"Afghanistan", "Taliban"}, "in_person", "held", "Doha", "2020-09-12"),
    ),
    # Tigray: Pretoria
    (
        "2022-10-26",
        "Peace talks between Ethiopia's government and the Tigray People's Liberation Front began in Pretoria on "
        "Tuesday.",
        ({"Ethiopia", "Tigray forces"}, "in_person", "held", "Pretoria", "2022-10-25"),
    ),
    # Sudan: Jeddah
    (
        "2023-05-08",
        "Envoys from Sudan's army and the paramilitary Rapid Support Forces met in Jeddah on Saturday.",
        ({"Sudan", "Rapid Support Forces"}, "in_person", "held", "Jeddah", "2023-05-06"),
    ),
    # Korea
    (
        "2018-06-05",
        "Donald Trump and Kim Jong Un will meet at the Capella hotel in Singapore on June 12.",
        ({"Donald Trump", "Kim Jong Un"}, "in_person", "planned", "Singapore", "2018-06-12"),
    ),
    (
        "2018-04-28",
        "South Korean President Moon Jae-in and North Korean leader Kim Jong Un shook hands at Panmunjom on Friday.",
        ({"Moon Jae-in", "Kim Jong Un"}, "in_person", "held", "Panmunjom", "2018-04-27"),
    ),
    # China and others
    (
        "2022-03-25",
        "Chinese Foreign Minister Wang Yi met his Indian counterpart Subrahmanyam Jaishankar in New Delhi on Friday.",
        ({"Wang Yi", "S. Jaishankar"}, "in_person", "held", "New Delhi", "2022-03-25"),
    ),
    (
        "2022-11-15",
        "President Joe Biden met President Xi Jinping on the sidelines of the G20 summit in Bali on Monday for "
        "more than three hours.",
        ({"Joe Biden", "Xi Jinping"}, "in_person", "held", "Bali", "2022-11-14"),
    ),
    (
        "2020-09-11",
        "The defence ministers of India and China, Rajnath Singh and Wei Fenghe, met in Moscow on September 4.",
        ({"Rajnath Singh", "Wei Fenghe"}, "in_person", "held", "Moscow", "2020-09-04"),
    ),
    # Karabakh
    (
        "2020-11-01",
        "Foreign ministers of Armenia and Azerbaijan met in Geneva on Friday with the co-chairs of the OSCE "
        "Minsk Group.",
        (
            {"Armenia", "Azerbaijan", "Organization for Security and Co-operation in Europe"},
            "multilateral",
            "held",
            "Geneva",
            "2020-10-30",
        ),
    ),
    (
        "2023-05-15",
        "Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev held talks in Brussels "
        "on Sunday, "
        "hosted by European Council President Charles Michel.",
        ({"Nikol Pashinyan", "Ilham Aliyev", "Charles Michel"}, "multilateral", "held", "Brussels", "2023-05-14"),
    ),
    # Niger, ECOWAS
    (
        "2023-08-09",
        "ECOWAS leaders will hold an emergency summit in Abuja on Thursday to discuss the coup in Niger.",
        ({"Economic Community of West African States"}, "multilateral", "planned", "Abuja", "2023-08-10"),
    ),
    (
        "2023-08-08",
        "Acting US Deputy Secretary of State Victoria Nuland flew to Niamey on Monday.",
        ({"Victoria Nuland"}, "visit", "held", "Niamey", "2023-08-07"),
    ),
    # JCPOA
    (
        "2021-04-07",
        "Diplomats from Iran, China, Russia, France, Germany and Britain met in Vienna on Tuesday.",
        (
            {"Iran", "China", "Russia", "France", "Germany", "United Kingdom"},
            "multilateral",
            "held",
            "Vienna",
            "2021-04-06",
        ),
    ),
    (
        "2015-06-28",
        "John Kerry met Iranian Foreign Minister Mohammad Javad Zarif in Vienna for the second day running on Sunday.",
        ({"John Kerry", "Mohammad Javad Zarif"}, "in_person", "held", "Vienna", "2015-06-28"),
    ),
    # Congo, Rwanda
    (
        "2022-07-07",
        "The presidents of Rwanda and the Democratic Republic of Congo, Paul Kagame and Felix Tshisekedi, met in "
        "Luanda on Wednesday.",
        ({"Paul Kagame", "Felix Tshisekedi"}, "in_person", "held", "Luanda", "2022-07-06"),
    ),
    (
        "2025-03-19",
        "Qatar's emir, Sheikh Tamim bin Hamad al-Thani, hosted Mr Kagame and Mr Tshisekedi in Doha on Tuesday.",
        ({"Tamim bin Hamad Al Thani", "Paul Kagame", "Felix Tshisekedi"}, "multilateral", "held", "Doha", "2025-03-18"),
    ),
    # Kosovo
    (
        "2023-02-28",
        "Serbian President Aleksandar Vucic and Kosovo Prime Minister Albin Kurti met the EU's foreign policy "
        "chief, Josep "
        "Borrell, in Brussels on Monday.",
        ({"Aleksandar Vucic", "Albin Kurti", "Josep Borrell"}, "multilateral", "held", "Brussels", "2023-02-27"),
    ),
    # Gaza
    (
        "2014-08-11",
        "Israeli and Hamas negotiators resumed indirect talks in Cairo on Monday.",
        ({"Israel", "Hamas"}, "in_person", "held", "Cairo", "2014-08-11"),
    ),
    (
        "2023-10-18",
        "US President Joe Biden arrived in Tel Aviv on Wednesday.",
        ({"Joe Biden"}, "visit", "held", "Tel Aviv", "2023-10-18"),
    ),
    (
        "2024-05-01",
        "Secretary of State Antony Blinken met Israeli Prime Minister Benjamin Netanyahu in Jerusalem on Wednesday.",
        ({"Antony Blinken", "Benjamin Netanyahu"}, "in_person", "held", "Jerusalem", "2024-05-01"),
    ),
    # Yemen
    (
        "2018-12-07",
        "Yemen's government and Houthi rebels began UN-sponsored talks in Sweden on Thursday.",
        ({"Yemen", "Houthis", "United Nations"}, "multilateral", "held", "Sweden", "2018-12-06"),
    ),
    # Libya
    (
        "2018-05-30",
        "French President Emmanuel Macron brought together Libya's Fayez al-Sarraj and Khalifa Haftar in Paris "
        "on Tuesday.",
        ({"Emmanuel Macron", "Fayez al-Sarraj", "Khalifa Haftar"}, "multilateral", "held", "Paris", "2018-05-29"),
    ),
    # Mali
    (
        "2020-08-23",
        "A delegation from the West African bloc ECOWAS, led by former Nigerian president Goodluck Jonathan, met "
        "the junta "
        "in Bamako on Saturday.",
        ({"Goodluck Jonathan", "Mali"}, "in_person", "held", "Bamako", "2020-08-22"),
    ),
    # Venezuela
    (
        "2019-05-30",
        "Representatives of Venezuela's government and opposition met in Oslo this week.",
        ({"Venezuela", None}, "in_person", "held", "Oslo", "2019-05"),
    ),
    # India and Pakistan
    (
        "2025-05-12",
        "The directors general of military operations of India and Pakistan spoke by phone on Saturday.",
        ({"India", "Pakistan"}, "phone", "held", None, "2025-05-10"),
    ),
    # Ukraine
    (
        "2022-03-10",
        "Russian Foreign Minister Sergei Lavrov and his Ukrainian counterpart Dmytro Kuleba met in Antalya on "
        "Thursday, but the "
        "talks ended without a breakthrough.",
        ({"Sergei Lavrov", "Dmytro Kuleba"}, "in_person", "held", "Antalya", "2022-03-10"),
    ),
    (
        "2014-06-07",
        "Petro Poroshenko and Vladimir Putin spoke for 15 minutes in Paris on Friday.",
        ({"Petro Poroshenko", "Vladimir Putin"}, "in_person", "held", "Paris", "2014-06-06"),
    ),
    (
        "2022-02-11",
        "French President Emmanuel Macron and Mr Putin spoke by phone for more than an hour and a half on Saturday.",
        ({"Emmanuel Macron", "Vladimir Putin"}, "phone", "held", None, "2022-02-05"),
    ),
    (
        "2022-02-18",
        "US Defense Secretary Lloyd Austin spoke with his Russian counterpart Sergei Shoigu on Friday.",
        ({"Lloyd Austin", "Sergei Shoigu"}, "unspecified", "held", None, "2022-02-18"),
    ),
    # Cyber: a call between leaders
    (
        "2021-07-09",
        "Joe Biden told Vladimir Putin in a phone call on Friday that Washington would act against ransomware gangs.",
        ({"Joe Biden", "Vladimir Putin"}, "phone", "held", None, "2021-07-09"),
    ),
    # status
    (
        "2018-05-24",
        "Mr Trump on Thursday cancelled a summit with North Korean leader Kim Jong Un that was planned for June "
        "12 in Singapore.",
        ({"Donald Trump", "Kim Jong Un"}, "in_person", "cancelled", "Singapore", "2018-06-12"),
    ),
    (
        "2022-08-03",
        "Beijing called off a meeting between Chinese Foreign Minister Wang Yi and Japan's Yoshimasa Hayashi in "
        "Phnom Penh.",
        ({"Wang Yi", "Yoshimasa Hayashi"}, "in_person", "cancelled", "Phnom Penh", None),
    ),
    (
        "2023-06-01",
        "China has declined a US request for its defence minister, Li Shangfu, to meet Lloyd Austin in Singapore "
        "this weekend.",
        ({"Li Shangfu", "Lloyd Austin"}, "in_person", "refused", "Singapore", "2023-06-03"),
    ),
    (
        "2019-07-23",
        "Iranian Foreign Minister Mohammad Javad Zarif has invited his Saudi counterpart to visit Tehran next week.",
        ({"Faisal bin Farhan"}, "visit", "proposed", "Tehran", "2019-07"),
    ),
    (
        "2023-03-20",
        "Chinese President Xi Jinping is meeting Russian President Vladimir Putin in Moscow.",
        ({"Xi Jinping", "Vladimir Putin"}, "in_person", "under_way", "Moscow", "2023-03-20"),
    ),
    (
        "2022-08-02",
        "House Speaker Nancy Pelosi is visiting Taiwan.",
        ({"Nancy Pelosi"}, "visit", "under_way", "Taiwan", None),
    ),
    (
        "2021-12-07",
        "Mr Biden and Mr Putin held a two-hour video call on Tuesday.",
        ({"Joe Biden", "Vladimir Putin"}, "video", "held", None, "2021-12-07"),
    ),
    (
        "2021-01-08",
        "The UN Security Council will hold an emergency session on Monday.",
        ({"United Nations"}, "multilateral", "planned", None, "2021-01-11"),
    ),
    (
        "2022-06-28",
        "Turkey's president will meet the leaders of Sweden and Finland in Madrid on Tuesday.",
        ({"Recep Tayyip Erdogan", "Sweden", "Finland"}, "multilateral", "planned", "Madrid", "2022-06-28"),
    ),
    (
        "2023-09-12",
        "North Korean leader Kim Jong Un has travelled to Vladivostok for talks with President Vladimir Putin.",
        ({"Kim Jong Un", "Vladimir Putin"}, "in_person", "planned", "Vladivostok", None),
    ),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ONE, ids=[s[:60] for _, s, _ in ONE])
def test_one_encounter(published: str, sentence: str, expected: Expected) -> None:
    found = meetings(published, sentence)
    assert [told(m) for m in found] == [expected]


NONE = [
    # brought together by a cause, signed in words only, given something else than time
    "The fighting has brought Rwanda and Uganda closer together.",
    "Rwanda gave Uganda a list of the fighters.",
    "Kenyan runners were beaten in the second round in Doha.",
    # the press, the inside of a government, and words that only look like it
    "President Emmanuel Macron held a press conference in Paris on Monday.",
    "Boris Johnson chaired a meeting of the Cobra emergency committee on Thursday.",
    "Israel's security cabinet met in Tel Aviv on Sunday.",
    "Ukraine's President Volodymyr Zelensky met wounded soldiers in a hospital in Kharkiv on Friday.",
    "The Iranian foreign ministry summoned the Swiss ambassador on Tuesday.",
    "Russia's demands were met with scepticism in Washington.",
    "Germany said Turkey must meet the criteria of the European Union.",
    "The UN called on Israel and Hamas to stop the fighting.",
    "Mr Putin calls for the West to talk less about sanctions.",
    "The US and South Korea began joint military exercises on Monday.",
    "Ethiopian Prime Minister Abiy Ahmed spoke to parliament on Tuesday.",
    "Antony Blinken told CNN on Sunday that diplomacy must continue.",
    "Years of talks between Israel and the Palestinians have brought no peace.",
    "President Xi Jinping sent a letter to Kim Jong Un on Monday.",
    "Mr Biden visited American troops in Germany last year.",
    "Visit our website for more on the war in Sudan.",
    "Sudan's army met fierce resistance from the Rapid Support Forces in Khartoum on Monday.",
    "The prime minister, Narendra Modi, met business leaders in Mumbai on Friday.",
    "Xi Jinping opened the Communist Party congress in Beijing on Sunday.",
    "Mr Erdogan called Mr Netanyahu a butcher.",
]


@pytest.mark.parametrize("sentence", NONE, ids=[s[:60] for s in NONE])
def test_no_encounter(sentence: str) -> None:
    assert [told(m) for m in meetings("2023-11-15", sentence)] == []


MANY: list[tuple[str, tuple[str, ...], list[Expected]]] = [
    # "the pair", "the summit" fold into the encounter
    (
        "2019-06-30",
        (
            "President Trump met Kim Jong Un at the Demilitarised Zone on Sunday.",
            "The pair shook hands and spoke for almost an hour.",
            "South Korea welcomed the meeting.",
        ),
        [({"Donald Trump", "Kim Jong Un"}, "in_person", "held", "Demilitarized Zone", "2019-06-30")],
    ),
    # a call and two visits are three records
    (
        "2022-02-14",
        (
            "French President Emmanuel Macron will fly to Moscow on Monday to meet Mr Putin before travelling to "
            "Kyiv on "
            "Tuesday for talks with President Volodymyr Zelensky.",
            "He spoke to US President Joe Biden by phone on Sunday.",
        ),
        [
            ({"Emmanuel Macron", "Volodymyr Zelensky"}, "in_person", "planned", "Kyiv", "2022-02-15"),
            ({"Emmanuel Macron", "Vladimir Putin"}, "in_person", "planned", "Moscow", "2022-02-14"),
            ({"Emmanuel Macron", "Joe Biden"}, "phone", "held", None, "2022-02-13"),
        ],
    ),
    # the same two on two dates are two records
    (
        "2023-12-15",
        (
            "The presidents of Guyana and Venezuela agreed not to use force after meeting in Barbados on Thursday.",
            "Nicolas Maduro and Irfaan Ali will meet again in Brazil within three months.",
        ),
        [
            ({"Irfaan Ali", "Nicolas Maduro"}, "in_person", "held", "Barbados", "2023-12-14"),
            ({"Irfaan Ali", "Nicolas Maduro"}, "in_person", "planned", "Brazil", None),
        ],
    ),
    # names come later, in the order of their sides
    (
        "2020-10-11",
        (
            "Armenia and Azerbaijan agreed to a ceasefire after 10 hours of talks in Moscow on Friday.",
            "Russian Foreign Minister Sergei Lavrov had invited his Armenian and Azerbaijani counterparts, Zohrab "
            "Mnatsakanyan and Jeyhun Bayramov.",
            "The talks ended after midnight.",
        ),
        [({"Armenia", "Azerbaijan"}, "in_person", "held", "Moscow", "2020-10-09")],
    ),
    # a trip to two countries is a visit to each, on its own day
    (
        "2022-02-10",
        ("British Foreign Secretary Liz Truss will visit Warsaw and Vilnius on February 14-15.",),
        [
            ({"Liz Truss"}, "visit", "planned", "Warsaw", "2022-02-14"),
            ({"Liz Truss"}, "visit", "planned", "Vilnius", "2022-02-15"),
        ],
    ),
    # each apart
    (
        "2023-03-20",
        ("French President Emmanuel Macron and German Chancellor Olaf Scholz each phoned Aleksandar Vucic on Friday.",),
        [
            ({"Emmanuel Macron", "Aleksandar Vucic"}, "phone", "held", None, "2023-03-17"),
            ({"Olaf Scholz", "Aleksandar Vucic"}, "phone", "held", None, "2023-03-17"),
        ],
    ),
    # "the same day" counts from the meeting before
    (
        "2022-01-13",
        (
            "Kassym-Jomart Tokayev spoke by phone with Vladimir Putin on January 10.",
            "Chinese Foreign Minister Wang Yi offered support in a call with Kazakh Foreign Minister Mukhtar "
            "Tileuberdi the "
            "same day.",
        ),
        [
            ({"Kassym-Jomart Tokayev", "Vladimir Putin"}, "phone", "held", None, "2022-01-10"),
            ({"Wang Yi", "Mukhtar Tileuberdi"}, "phone", "held", None, "2022-01-10"),
        ],
    ),
    # "him" is whom the sentence before named
    (
        "2023-07-12",
        ("US Secretary of State Antony Blinken flew to Beijing on Monday.", "Xi Jinping gave him 35 minutes."),
        [({"Antony Blinken", "Xi Jinping"}, "in_person", "held", "Beijing", "2023-07-10")],
    ),
    # "he" is who speaks right before it
    (
        "2021-12-01",
        (
            "US Secretary of State Antony Blinken arrived in Riga on Tuesday.",
            "He will meet Russian Foreign Minister Sergei Lavrov in Stockholm on Thursday.",
        ),
        [
            ({"Antony Blinken"}, "visit", "held", "Riga", "2021-11-30"),
            ({"Antony Blinken", "Sergei Lavrov"}, "in_person", "planned", "Stockholm", "2021-12-02"),
        ],
    ),
]


@pytest.mark.parametrize(("published", "sentences", "expected"), MANY, ids=[s[0][:60] for _, s, _ in MANY])
def test_encounters_of_an_article(published: str, sentences: tuple[str, ...], expected: list[Expected]) -> None:
    got = [told(m) for m in meetings(published, *sentences)]
    assert sorted(got, key=repr_of) == sorted(expected, key=repr_of)


def repr_of(e: Expected) -> str:
    """An order for comparing lists of encounters that stand in one sentence."""
    return repr((sorted(map(str, e[0])), *e[1:]))


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        (
            (
                "The African Union warned on Tuesday that the truce was close to collapse.",
                "Ethiopian Prime Minister Abiy Ahmed met Kenyan President William Ruto in Nairobi.",
            ),
            "2023-07-11",
        ),
        (
            (
                "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed in Nairobi on Monday.",
                "Ruto also met Ugandan President Yoweri Museveni on the sidelines.",
            ),
            "2023-07-10",
        ),
        (("Kenyan President William Ruto received Ugandan President Yoweri Museveni in Nairobi.",), "2023-07-12"),
        (
            (
                "Talks went on in Nairobi.",
                "Kenyan President William Ruto has met Ugandan President Yoweri Museveni three times in recent years.",
            ),
            None,
        ),
        (("Kenyan President William Ruto had met Ugandan President Yoweri Museveni in Kampala.",), None),
        (
            ("Kenyan President William Ruto flew to Kampala on July 10 and met Ugandan President Yoweri Museveni.",),
            "2023-07-10",
        ),
    ],
    ids=["the day before it", "beside a meeting", "the opening", "perfect", "pluperfect", "the day of the journey"],
)
def test_day_of_the_narrative(sentences: tuple[str, ...], day: str | None) -> None:
    assert meetings("2023-07-12", *sentences)[-1].date == day


def test_every_field_names_its_rule_and_words() -> None:
    text = "Antony Blinken met Xi Jinping in Beijing on Monday for 35 minutes."
    (m,) = meetings("2023-06-20", text)
    words = {r.field: text[r.start : r.end] for r in m.reasons}
    assert "Monday" in words["date"]
    assert words["place"] == "Beijing"
    assert words["participants"] == "met"
    assert words["duration_minutes"] == "35 minutes"
    assert {"status", "format", "realis"} <= words.keys()
    assert m.duration_minutes == 35


def test_evidence_and_mentions_are_exact_spans() -> None:
    art = article(
        "2019-06-30",
        "President Trump met Kim Jong Un at the Demilitarised Zone on Sunday.",
        "Nothing else happened.",
        "The pair shook hands.",
    )
    (m,) = find_meetings(analyse(art, gazetteer()))
    assert art.text[m.start : m.end] == m.evidence == art.sentences[0].text
    assert m.mentions == ((m.start, m.end), (art.sentences[2].start, art.sentences[2].end))


def test_same_text_gives_the_same_records() -> None:
    sentence = "Antony Blinken met Xi Jinping in Beijing on Monday."
    assert meetings("2023-06-20", sentence) == meetings("2023-06-20", sentence)


@pytest.mark.parametrize(
    "text",
    [
        "talks with " * 3000,
        "met Vladimir Putin and " * 1500,
        "a meeting of the foreign ministers of " * 900,
        "said he would meet " * 1500,
        "who met, " * 3000,
        '" ' * 5000,
        "was in " + "A" * 20000,
        "was in " + "Aa " * 6000,
    ],
)
def test_hostile_text_costs_no_crash(text: str) -> None:
    assert isinstance(meetings("2023-06-20", text), list)
