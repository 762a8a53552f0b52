"""Dates of newsdash beside dateparser's on sentences written for this comparison (not for the rules).

    python benchmarks/dates.py

Each sentence holds one date expression; right is the codebook's value. dateparser is given the same day of publication
and asked for past dates, its best setting on news, and the first date that its search finds counts.
"""

from __future__ import annotations

import datetime as dt
import importlib.metadata

from tui.extract.dates import find_dates

# publication day | codebook value ("-" for none) | sentence
SENTENCES = """
2013-01-12|2013-01-11|French aircraft struck rebel columns near Konna on Friday, the presidency said.
2013-01-12|2013-01|ECOWAS will begin deploying its force next week, its chairman told reporters.
2013-01-12|2012-12|The Security Council authorised the mission in December.
2013-01-12|2012|Tuareg fighters seized the north of Mali last year.
2013-01-12|2013-01-10|The town fell to Islamist fighters on Thursday night.
2014-06-11|2014-06-10|Insurgents overran Mosul on Tuesday, sending half a million people into flight.
2014-06-11|2014-06-09|Fighting in the city began late on Monday.
2014-06-11|2014-06-12|Parliament is due to vote on a state of emergency on Thursday.
2014-06-11|2014-01|The group has held Falluja since January.
2014-06-11|2003|It was the worst blow to the army since the invasion of 2003.
2014-07-21|2014-07-20|Thirteen Israeli soldiers were killed on Sunday, the deadliest day for the army in years.
2014-07-21|2014-07-19|He spoke to the Qatari emir at the weekend.
2014-07-21|2014-07-08|The operation was launched on July 8.
2014-07-21|2014-07-22|Mr Kerry flies to Cairo tomorrow to press for a truce.
2015-10-01|2015-09-30|Russian jets carried out their first raids in Syria on Wednesday.
2015-10-01|2015-10-01|The two militaries will hold talks today on how to keep out of each other's way.
2015-10-01|2015-09-28|The presidents had met in New York on Monday for the first time in a year.
2016-07-16|2016-07-15|Soldiers blocked the Bosphorus bridges late on Friday as a coup attempt began.
2016-07-16|-|The plotters may have been planning it for several weeks.
2017-06-27|2017-06-27|A powerful cyberattack hit banks and ministries across Ukraine on Tuesday.
2017-06-27|2017-05|It resembles the WannaCry outbreak in May.
2017-06-27|2017-06-26|Systems at the port went down overnight.
2018-04-14|2018-04-07|More than forty people died in a suspected chemical attack last Saturday.
2018-04-14|2018-04-13|US, British and French forces struck three sites on Friday evening, Washington time.
2018-04-14|2018-04|Inspectors are expected in Douma later this week.
2018-06-08|2018-06-12|Mr Trump and Mr Kim are to meet in Singapore on 12 June.
2018-06-08|2018-05-24|The president had called the summit off on 24 May.
2018-06-08|2018-04-27|The two Koreas' leaders met at Panmunjom on 27 April.
2019-02-27|2019-02-14|At least 40 Indian police were killed in Pulwama on 14 February.
2019-02-27|2019-02-26|Indian jets bombed a camp near Balakot in the early hours of Tuesday.
2019-02-27|2019-02-28|Pakistan's parliament will hold a joint session tomorrow afternoon.
2019-10-13|2019-10-09|Turkey began its offensive on Wednesday after US troops pulled back.
2019-10-13|2019-10-13|Kurdish leaders announced a deal with Damascus on Sunday.
2020-01-08|2020-01-03|The general was killed by a US drone in Baghdad last Friday.
2020-01-08|2020-01-08|Iran fired more than a dozen missiles at two bases early on Wednesday.
2020-06-17|2020-06-15|Twenty Indian soldiers died in hand-to-hand fighting on Monday night.
2020-06-17|2020-06-06|Commanders had agreed to disengage at a meeting on June 6.
2020-06-17|1975|They were the first deaths on the frontier since 1975.
2020-10-02|2020-09-27|Azerbaijan launched its assault on 27 September.
2020-10-02|1994|The war over the enclave ended in 1994 without a treaty.
2020-10-02|2020-10-01|The presidents of France, Russia and the US called for a ceasefire on Thursday.
2020-11-29|2020-11-28|Federal troops took full control of Mekelle on Saturday, the prime minister said.
2020-11-29|2020-11-04|The conflict began on November 4 with an attack on an army base.
2021-05-12|2021-05-07|The pipeline's owner shut it down last Friday after the ransomware attack.
2021-05-12|2021-05|The company hopes to restore service by the end of the week.
2021-08-16|2021-08-15|The Taliban entered Kabul on Sunday and the president fled.
2021-08-16|2021-08-31|American forces are to be out by August 31.
2021-08-16|2001|The Islamists were driven from power in 2001.
2022-08-06|2022-08-02|Mrs Pelosi landed in Taipei late on Tuesday.
2022-08-06|2022-08-07|China says that its drills will end at noon on Sunday.
2022-11-03|2022-11-02|The two sides signed a cessation of hostilities in Pretoria on Wednesday.
2022-11-03|-|Talks in South Africa lasted for ten days.
2023-04-18|2023-04-15|Fighting broke out in Khartoum on Saturday.
2023-04-18|2023-04-18|The generals agreed to a 24-hour truce from six o'clock this evening.
2023-10-10|2023-10-07|Gunmen crossed from Gaza at dawn on Saturday.
2023-10-10|2023-10-09|The minister announced a complete siege yesterday.
2023-12-15|2023-12-14|The presidents of Guyana and Venezuela met in St Vincent on Thursday.
2023-12-15|2024|They agreed to meet again in Brazil in early 2024.
2025-01-29|2025-01-27|Rebels said that they had captured Goma on Monday.
2025-01-29|2025-01-29|East African leaders were to hold an emergency summit later on Wednesday.
2025-05-10|2025-05-07|Indian missiles hit nine sites in Pakistan on the night of May 7.
2025-05-10|2025-05-12|The directors of military operations will speak again on 12 May.
""".strip().splitlines()


def main() -> None:
    """Print both scores and what each got wrong."""
    from dateparser.search import search_dates

    wrong: dict[str, list[str]] = {"newsdash": [], "dateparser": []}
    for line in SENTENCES:
        day, value, sentence = line.split("|", 2)
        anchor = dt.date.fromisoformat(day)
        ours = [d.value for d in find_dates(sentence, anchor)]
        settings = {"RELATIVE_BASE": dt.datetime.combine(anchor, dt.time(12)), "PREFER_DATES_FROM": "past"}
        theirs = search_dates(sentence, languages=["en"], settings=settings) or []
        found = theirs[0][1].date().isoformat()[: len(value)] if theirs and value != "-" else None
        if ours != ([] if value == "-" else [value]):
            wrong["newsdash"].append(f"{day} {value}: {ours} {sentence}")
        if (value == "-" and theirs) or (value != "-" and found != value):
            wrong["dateparser"].append(f"{day} {value}: {found} {sentence}")
    for name, misses in wrong.items():
        version = importlib.metadata.version(name)
        print(f"{name} {version}: {len(SENTENCES) - len(misses)} of {len(SENTENCES)}")
    for name, misses in wrong.items():
        print(f"\n{name} got wrong:\n  " + "\n  ".join(misses or ["nothing"]))


if __name__ == "__main__":
    main()
