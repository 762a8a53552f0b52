"""Troop figures on sentences from many crises, written before the rules that read them.

A record is written "value | unit | side | place | movement | realis"; the value with its qualifier ("more_than 500").
"""

from __future__ import annotations

import pytest

from tests.extract.articles import article, gazetteer
from tui.extract.analysis import analyse
from tui.extract.figures import find_figures
from tui.records import Qualifier, TroopFigure


def figures(text: str) -> list[TroopFigure]:
    return find_figures(analyse(article(text), gazetteer()))


def shown(r: TroopFigure) -> str:
    ends = [str(v) for v in (r.low, r.high) if v is not None]
    value = ends[0] if r.low == r.high or len(ends) == 1 else " ".join(ends)
    name = "" if r.qualifier is Qualifier.EXACT else f"{r.qualifier} "
    return f"{name}{value} | {r.unit} | {r.side} | {r.place} | {r.movement} | {r.realis}"


SENDING = [
    (
        "France has sent 600 extra soldiers to the Sahel, the defence ministry said.",
        "600 | troops | France | Sahel | deployed | actual",
    ),
    (
        "France will send 600 more soldiers to Mali, Emmanuel Macron announced on Monday.",
        "600 | troops | France | Mali | to_be_sent | planned",
    ),
    (
        "The United States is sending 1,500 additional troops to the Middle East.",
        "1500 | troops | United States | Middle East | to_be_sent | planned",
    ),
    (
        "Washington plans to deploy around 2,500 Marines to northern Australia next year.",
        "about 2500 | marines | United States | northern Australia | to_be_sent | planned",
    ),
    (
        "Turkey deployed hundreds of soldiers to Qatar last week.",
        "vague 100 999 | troops | Turkey | Qatar | deployed | actual",
    ),
    (
        "Rwanda sent 1,000 soldiers and police to Cabo Delgado in July.",
        "1000 | troops | Rwanda | Cabo Delgado | deployed | actual",
    ),
    (
        "More than 2,000 Ugandan troops have crossed into eastern Congo to fight the rebels.",
        "more_than 2000 | troops | Uganda | eastern Democratic Republic of the Congo | deployed | actual",
    ),
    (
        "Some 200 Chadian soldiers arrived in Niger on Saturday.",
        "about 200 | troops | Chad | Niger | deployed | actual",
    ),
    (
        "The Pentagon ordered 3,000 paratroopers to Kuwait after the embassy was stormed.",
        "3000 | paratroopers | United States | Kuwait | to_be_sent | planned",
    ),
    (
        "Germany offered to send up to 650 soldiers to Mali to relieve French forces.",
        "up_to 650 | troops | Germany | Mali | to_be_sent | planned",
    ),
    (
        "The deployment of 750 British troops to Estonia was completed in April.",
        "750 | troops | United Kingdom | Estonia | deployed | actual",
    ),
    (
        "Canada announced the deployment of 450 soldiers to Latvia.",
        "450 | troops | Canada | Latvia | to_be_sent | planned",
    ),
    (
        "Iran has poured thousands of militiamen into Syria to prop up the government.",
        "vague 1000 9999 | troops | Iran | Syria | deployed | actual",
    ),
    (
        "Kenya could send 1,000 troops to Haiti if the United Nations agrees.",
        "1000 | troops | Kenya | Haiti | to_be_sent | conditional",
    ),
    (
        "Britain is considering sending another 1,000 troops to Afghanistan.",
        "1000 | troops | United Kingdom | Afghanistan | to_be_sent | planned",
    ),
    (
        "As many as 300 Russian military instructors will be sent to the Central African Republic.",
        "up_to 300 | instructors | Russia | Central African Republic | to_be_sent | planned",
    ),
    (
        "North Korea has dispatched about 10,000 soldiers to Russia's Kursk region.",
        "about 10000 | troops | North Korea | Kursk | deployed | actual",
    ),
    (
        "The White House authorised 300 military advisers to go to Iraq.",
        "300 | instructors | United States | Iraq | to_be_sent | planned",
    ),
]

IN_PLACE = [
    (
        "About 28,500 US troops are stationed in South Korea.",
        "about 28500 | troops | United States | South Korea | present | actual",
    ),
    (
        "The United States keeps some 900 troops in north-eastern Syria.",
        "about 900 | troops | United States | north-eastern Syria | present | actual",
    ),
    (
        "Djibouti hosts roughly 4,000 American personnel and 1,500 French soldiers.",
        "about 4000 | troops | United States | Djibouti | present | actual",
        "about 1500 | troops | France | Djibouti | present | actual",
    ),
    (
        "Azerbaijan has massed 20,000 soldiers along the border with Armenia.",
        "20000 | troops | Azerbaijan | Armenia border | massed | actual",
    ),
    (
        "Saudi Arabia moved 30,000 troops to its border with Iraq.",
        "30000 | troops | Saudi Arabia | Iraq border | massed | actual",
    ),
    (
        "Tens of thousands of Israeli soldiers are massed on the Gaza border.",
        "vague 10000 99999 | troops | Israel | Gaza border | massed | actual",
    ),
    (
        "Venezuela has amassed about 15,000 troops near its frontier with Colombia.",
        "about 15000 | troops | Venezuela | Colombia border | massed | actual",
    ),
    (
        "Ethiopian officials say there are 40,000 Eritrean soldiers in Tigray.",
        "40000 | troops | Eritrea | Tigray | present | actual",
    ),
    (
        "Islamic State still has between 2,000 and 3,000 fighters in Mosul.",
        "range 2000 3000 | troops | Islamic State | Mosul | present | actual",
    ),
    (
        "The 3,700 KFOR peacekeepers in Kosovo come from 27 countries.",
        "3700 | peacekeepers | NATO | Kosovo | present | actual",
    ),
    (
        "Serbia's 5,000 soldiers on the Kosovo border are at high readiness.",
        "5000 | troops | Serbia | Kosovo border | massed | actual",
    ),
    (
        "There are now 1,200 Cuban soldiers in Caracas, the opposition said.",
        "1200 | troops | Cuba | Caracas | present | actual",
    ),
    (
        "Turkish forces have surrounded Afrin, with 6,000 soldiers around the city.",
        "6000 | troops | Turkey | Afrin | present | actual",
    ),
    (
        "Egypt has 40,000 soldiers in Sinai.",
        "40000 | troops | Egypt | Sinai | present | actual",
    ),
    (
        "In Mali, France has about 5,100 soldiers.",
        "about 5100 | troops | France | Mali | present | actual",
    ),
    (
        "Some 13,000 NATO troops, most of them American, are based in Afghanistan.",
        "about 13000 | troops | NATO | Afghanistan | present | actual",
    ),
    (
        "China has stationed three divisions near the Indian border in Ladakh.",
        "3 | division | China | India border | massed | actual",
    ),
]

LEAVING = [
    (
        "The United States will withdraw 2,000 troops from Afghanistan by January.",
        "2000 | troops | United States | Afghanistan | withdrawn | planned",
    ),
    (
        "Chad has pulled 600 soldiers out of the tri-border area, it said.",
        "600 | troops | Chad | None | withdrawn | actual",
    ),
    (
        "Sudan has withdrawn 10,000 soldiers from Yemen since December.",
        "10000 | troops | Sudan | Yemen | withdrawn | actual",
    ),
    (
        "The last 200 Dutch soldiers left Uruzgan on Sunday.",
        "200 | troops | Netherlands | Uruzgan | withdrawn | actual",
    ),
    (
        "Trump ordered the withdrawal of 12,000 American troops from Germany.",
        "12000 | troops | United States | Germany | withdrawn | planned",
    ),
    (
        "Burundi is withdrawing its 1,000 troops from Somalia.",
        "1000 | troops | Burundi | Somalia | withdrawn | planned",
    ),
    (
        "Berlin urged Ankara to pull out its 3,000 troops from northern Iraq.",
        "3000 | troops | Turkey | northern Iraq | present | actual",
    ),
    (
        "President Barack Obama said he would bring 34,000 troops home from Afghanistan within a year.",
        "34000 | troops | United States | Afghanistan | withdrawn | planned",
    ),
    (
        "Washington will cut its force in Iraq from 5,200 to 3,000 by the end of September.",
        "5200 | troops | United States | Iraq | present | actual",
        "3000 | troops | United States | Iraq | present | planned",
    ),
]

FORCES = [
    (
        "Ukraine's president signed a decree to raise the strength of the army to 361,000 soldiers.",
        "361000 | troops | Ukraine | None | strength | planned",
    ),
    (
        "Armenia has an army of about 45,000.",
        "about 45000 | troops | Armenia | None | strength | actual",
    ),
    (
        "Taiwan's 215,000-strong military is dwarfed by China's.",
        "215000 | troops | Taiwan | None | strength | actual",
    ),
    (
        "The M23 is thought to have more than 6,000 fighters.",
        "more_than 6000 | troops | M23 | None | strength | actual",
    ),
    (
        "Hezbollah boasts some 20,000 trained fighters.",
        "about 20000 | troops | Hezbollah | None | strength | actual",
    ),
    (
        "The Taliban, who number about 60,000 fighters, have seized a third of the districts.",
        "about 60000 | troops | Taliban | None | strength | actual",
    ),
    (
        "A force of 5,000 Iraqi soldiers has surrounded Tikrit.",
        "5000 | troops | Iraq | Tikrit | massed | actual",
    ),
    (
        "India has called up 20,000 reservists.",
        "20000 | reservists | India | None | mobilised | actual",
    ),
    (
        "Israel's government approved the call-up of up to 75,000 reservists.",
        "up_to 75000 | reservists | Israel | None | mobilised | planned",
    ),
    (
        "Poland has put 5,000 soldiers on alert.",
        "5000 | troops | Poland | None | standby | actual",
    ),
    (
        "About 2,000 British troops are on standby to fly to Sudan.",
        "about 2000 | troops | United Kingdom | Sudan | standby | actual",
    ),
    (
        "Some 17,500 American and Philippine troops are taking part in the Balikatan exercises.",
        "about 17500 | troops | United States and Philippines | None | exercise | actual",
    ),
    (
        "North Korea mobilised more than 100,000 troops for the drill.",
        "more_than 100000 | troops | North Korea | None | exercise | actual",
    ),
    (
        "The United States has trained 9,000 Peshmerga fighters.",
        "9000 | troops | Peshmerga | None | other | actual",
    ),
    (
        "Two brigades of the Ethiopian army, each of 2,000 soldiers, entered Somalia.",
        "2 | brigade | Ethiopia | Somalia | deployed | actual",
    ),
]

LOSSES = [
    (
        "At least 53 Malian soldiers were killed in an attack on a base in Menaka on Friday.",
        "at_least 53 | troops | Mali | Menaka | loss | actual",
    ),
    (
        "Boko Haram killed more than 100 Nigerian soldiers in Metele.",
        "more_than 100 | troops | Nigeria | Metele | loss | actual",
    ),
    (
        "Turkey said it had killed 18 PKK fighters in northern Iraq.",
        "18 | troops | PKK | northern Iraq | loss | actual",
    ),
    (
        "Twenty Indian soldiers died in the clash with Chinese troops in the Galwan Valley.",
        "20 | troops | India | Galwan Valley | loss | actual",
    ),
    (
        "Armenia lost 2,300 soldiers in the war over Nagorno-Karabakh.",
        "2300 | troops | Armenia | Nagorno-Karabakh | loss | actual",
    ),
    (
        "Ukraine captured 250 Russian soldiers near Kursk.",
        "250 | troops | Russia | Kursk | loss | actual",
    ),
    (
        "Three of its soldiers were wounded in Aleppo, the Syrian army said.",
        "3 | troops | Syria | Aleppo | loss | actual",
    ),
    (
        "Seven Tanzanian peacekeepers were killed by ADF rebels in Beni.",
        "7 | peacekeepers | Tanzania | Beni | loss | actual",
    ),
]

MISSING_NOUN = [
    (
        "Britain will send 800 troops to Estonia and 150 to Poland.",
        "800 | troops | United Kingdom | Estonia | to_be_sent | planned",
        "150 | troops | United Kingdom | Poland | to_be_sent | planned",
    ),
    (
        "Mali hosts about 900 Swedish troops, 300 Danish and 120 Estonian.",
        "about 900 | troops | Sweden | Mali | present | actual",
        "300 | troops | Denmark | Mali | present | actual",
        "120 | troops | Estonia | Mali | present | actual",
    ),
    (
        "The United States has 28,500 troops in South Korea and 54,000 in Japan.",
        "28500 | troops | United States | South Korea | present | actual",
        "54000 | troops | United States | Japan | present | actual",
    ),
    (
        "About 2,500 American soldiers will leave Iraq. Another 900 are in Syria.",
        "about 2500 | troops | United States | Iraq | withdrawn | planned",
        "900 | troops | United States | Syria | present | actual",
    ),
    (
        "The number of US troops in Afghanistan will fall to 4,500 by November.",
        "4500 | troops | United States | Afghanistan | present | planned",
    ),
    (
        "Eritrean forces, numbering around 12,000, are still in Tigray.",
        "about 12000 | troops | Eritrea | Tigray | present | actual",
    ),
    (
        "France's President Emmanuel Macron cannot defend the Sahel with his 5,100 soldiers alone.",
        "5100 | troops | France | Sahel | present | actual",
    ),
    (
        "The rebels killed 12 Congolese soldiers and wounded 30 near Goma.",
        "12 | troops | Democratic Republic of the Congo | Goma | loss | actual",
        "30 | troops | Democratic Republic of the Congo | Goma | loss | actual",
    ),
]


# a text is a few sentences of one article; what a later one leaves unsaid stands in an earlier one
DISCOURSE = [
    (
        "India moved three more divisions to the Line of Actual Control in Ladakh after the clash in the Galwan Valley,"
        " where 20 of its soldiers died.\nBeijing is believed to have about 50,000 troops along the disputed"
        " frontier, a "
        "senior Indian official said.\nIndian media put Chinese losses in the clash at 43.",
        "3 | division | India | Line of Actual Control | deployed | actual",
        "20 | troops | India | Galwan Valley | loss | actual",
        "about 50000 | troops | China | India border | massed | actual",
        "43 | troops | China | Galwan Valley | loss | actual",
    ),
    (
        "Armenia said at least 2,317 of its soldiers had died in six weeks of fighting over Nagorno-Karabakh.\n"
        "Azerbaijan put its own losses at 2,783 servicemen.",
        "at_least 2317 | troops | Armenia | Nagorno-Karabakh | loss | actual",
        "2783 | troops | Azerbaijan | Nagorno-Karabakh | loss | actual",
    ),
    (
        "The White House said 3,100 US troops were now authorised to be in Iraq.\nAbout 1,400 are there.\n"
        "The Pentagon will send 1,500 more, roughly doubling the force.",
        "3100 | troops | United States | Iraq | present | planned",
        "about 1400 | troops | United States | Iraq | present | actual",
        "1500 | troops | United States | Iraq | to_be_sent | planned",
    ),
    (
        "The US will keep about 2,500 soldiers in Afghanistan until May, down from 13,000 a year ago.\nNATO"
        " allies have "
        "some 7,000 troops there, the largest contingents being Germany's 1,100 and Italy's 895.\nThe Afghan security "
        "forces number 300,000 on paper.",
        "about 2500 | troops | United States | Afghanistan | present | planned",
        "13000 | troops | United States | Afghanistan | present | planned",
        "about 7000 | troops | NATO | Afghanistan | present | actual",
        "1100 | troops | Germany | Afghanistan | present | actual",
        "895 | troops | Italy | Afghanistan | present | actual",
        "300000 | troops | Afghanistan | None | strength | actual",
    ),
    (
        "The Saudi-backed government says the Houthis have rushed 3,000 fighters to the outskirts of Marib.\n"
        'A Houthi spokesman put the number at "no more than 800".',
        "3000 | troops | Houthis | Marib | deployed | actual",
        "up_to 800 | troops | Houthis | Marib | deployed | actual",
    ),
    (
        "France has 1,500 soldiers in Niger, most at an air base in Niamey.\nThe United States, which has 1,100 "
        "personnel in the country, is repositioning some of them to Agadez.",
        "1500 | troops | France | Niger | present | actual",
        "1100 | troops | United States | Niger | present | actual",
    ),
    (
        "Rwanda has 2,800 soldiers and police in Cabo Delgado; a regional force of 1,900 is due to leave by July.\n"
        "South Africa lost four soldiers there.",
        "2800 | troops | Rwanda | Cabo Delgado | present | actual",
        "1900 | troops | Rwanda | Cabo Delgado | withdrawn | planned",
        "4 | troops | South Africa | Cabo Delgado | loss | actual",
    ),
    (
        "About 900 US troops remain in Syria, and 2,500 in Iraq.\nThe Pentagon acknowledged on Thursday that the real "
        "figure in Syria was about 2,000.\nTurkey has 5,000 to 10,000 soldiers in the north.",
        "about 900 | troops | United States | Syria | present | actual",
        "2500 | troops | United States | Iraq | present | actual",
        "about 2000 | troops | United States | Syria | present | actual",
        "range 5000 10000 | troops | Turkey | northern Syria | present | actual",
    ),
    (
        "The Philippine military said 13 marines had been killed in fighting with Islamist militants in Marawi.\n"
        "About 100 fighters of the Maute group were still holed up in the city.",
        "13 | marines | Philippines | Marawi | loss | actual",
        "about 100 | troops | Maute group | Marawi | present | actual",
    ),
    (
        "Two Pakistani peacekeepers were killed when their helicopter crashed in North Kivu.",
        "2 | peacekeepers | Pakistan | North Kivu | loss | actual",
    ),
    (
        "Last week 300 US and 500 South Korean marines stormed a beach at Pohang in a drill.",
        "300 | marines | United States | Pohang | exercise | actual",
        "500 | marines | South Korea | Pohang | exercise | actual",
    ),
    (
        "Colombia's army said four soldiers had been killed and seven wounded in an ambush by FARC"
        " dissidents in Guaviare.",
        "4 | troops | Colombia | Guaviare | loss | actual",
        "7 | troops | Colombia | Guaviare | loss | actual",
    ),
    (
        "The coalition will see four brigades of 3,000 soldiers deploy to Sinai.",
        "4 | brigade | Egypt | Sinai | to_be_sent | planned",
    ),
    (
        "At least 1,000 of the 11,000 North Korean troops sent to Kursk have been killed, officials believe.",
        "at_least 1000 | troops | North Korea | Kursk | loss | actual",
        "11000 | troops | North Korea | Kursk | deployed | actual",
    ),
    (
        "Warsaw is worried, with more than 3,000 Belarusian soldiers already stationed on Poland's border.",
        "more_than 3000 | troops | Belarus | Poland border | massed | actual",
    ),
    (
        "Burkina Faso's new rulers have sent home 300 of the 400 French soldiers based there.",
        "300 | troops | France | Burkina Faso | withdrawn | actual",
        "400 | troops | France | Burkina Faso | present | actual",
    ),
    (
        "The ministers met in Riyadh on Monday.\nTurkish troops are fighting in Idlib.\nDelegates held talks in Astana."
        "\nTwo Turkish soldiers were killed on Tuesday.",
        "2 | troops | Turkey | Idlib | loss | actual",
    ),
    (
        "France has set up a headquarters in Abidjan, to which 300 soldiers will be sent.",
        "300 | troops | France | Abidjan | to_be_sent | planned",
    ),
    (
        "Turkish troops entered Idlib on Friday.\nThey manned a base near Sarmin.\nAnkara has sent 900 soldiers into"
        " the province.\nAnother 400 French soldiers are there, the Observatory said.",
        "900 | troops | Turkey | Idlib | deployed | actual",
        "400 | troops | France | Idlib | present | actual",
    ),
    (
        "China has held drills around Taiwan since Monday.\nA radar post in Hualien followed the ships.\n"
        "The United States has about 40 instructors on the island.",
        "about 40 | instructors | United States | Taiwan | present | actual",
    ),
    (
        "The US-led coalition is in Syria.\nThe 9,000 non-American coalition soldiers in Iraq will leave next year.",
        "9000 | troops | US-led coalition | Iraq | withdrawn | planned",
    ),
    (
        "Armenia has 10,000 troops on Azerbaijan's border.\nThe total will soon reach 15,000, officials said.",
        "10000 | troops | Armenia | Azerbaijan border | massed | actual",
        "15000 | troops | Armenia | Azerbaijan border | massed | planned",
    ),
    (
        "Sixty soldiers died in Aden on Friday.\nForty-five were from Qatar, 10 from Jordan and five from Kuwait.",
        "60 | troops | Yemen | Aden | loss | actual",
        "45 | troops | Qatar | Aden | loss | actual",
        "10 | troops | Jordan | Aden | loss | actual",
        "5 | troops | Kuwait | Aden | loss | actual",
    ),
    (
        "Hundreds of Congolese soldiers have laid down their weapons in Kivu since May.",
        "vague 100 999 | troops | Democratic Republic of the Congo | Kivu | loss | actual",
    ),
    (
        "The Kachin Independence Army has committed thousands more fighters along the road to Bhamo.",
        "vague 1000 9999 | troops | Kachin Independence Army | Bhamo | deployed | actual",
    ),
    (
        "Uganda said that up to 200 militants had attacked army positions near Bunia.",
        "up_to 200 | troops | militants | Bunia | other | actual",
    ),
    (
        "Boko Haram is a militant group which UN monitors believe can field between 3,000 and 5,000 fighters.",
        "range 3000 5000 | troops | Boko Haram | None | strength | conditional",
    ),
    (
        "Western governments put the number of Wagner mercenaries in Mali at between 1,000 and 1,500.",
        "range 1000 1500 | mercenaries | Wagner Group | Mali | present | actual",
    ),
    (
        "Poland has moved 1,000 soldiers east as militants train in Belarus.",
        "1000 | troops | Poland | eastern Poland | deployed | actual",
    ),
    (
        "Twelve Chadian soldiers were injured by mines during the hurried exit from Tessalit.",
        "12 | troops | Chad | Tessalit | loss | actual",
    ),
    (
        "The general recommended 5,000 more American troops for Afghanistan.",
        "5000 | troops | United States | Afghanistan | to_be_sent | planned",
    ),
    (
        "The Nigerian army said it had put 150 insurgents out of action in Borno.",
        "150 | troops | insurgents | Borno | loss | actual",
    ),
    (
        "India has moved three brigades up to the Line of Control.",
        "3 | brigade | India | Line of Control | massed | actual",
    ),
    (
        "Germany leads the EU contingent in Mostar, more than 1,100 soldiers from twenty countries.",
        "more_than 1100 | troops | European Union | Mostar | present | actual",
    ),
    (
        "Some 300 junta soldiers have laid down their weapons in Niger since the rebels attacked, the alliance said.\n"
        "The United Nations called for calm in Niger.",
        "about 300 | troops | Niger | Niger | loss | actual",
    ),
    (
        "Eritrean soldiers are still in Tigray, diplomats say.\nEthiopia's government would not say how many troops"
        " were involved.\nA diplomat put the figure at 12,000.",
        "12000 | troops | Eritrea | Tigray | present | actual",
    ),
    (
        "Germany has 300 soldiers in Lithuania.\nThe figure is to reach 2,000 by the end of next year.",
        "300 | troops | Germany | Lithuania | present | actual",
        "2000 | troops | Germany | Lithuania | to_be_sent | planned",
    ),
]


@pytest.mark.parametrize(
    "case",
    SENDING + IN_PLACE + LEAVING + FORCES + LOSSES + MISSING_NOUN + DISCOURSE,
    ids=lambda case: str(case[0])[:60],
)
def test_records_of_a_text(case: tuple[str, ...]) -> None:
    text, *records = case
    assert [shown(r) for r in figures(text)] == records


@pytest.mark.parametrize(
    "text",
    [
        "More than 14,000 people have been killed since the war began.",
        "The war has killed 10,000 soldiers and civilians on both sides.",
        "At least 40 civilians were killed when Saudi jets struck a market in Yemen.",
        "Thousands of protesters marched through Khartoum.",
        "Police detained 300 demonstrators in Minsk.",
        "Israel sent 200 tanks and 40 aircraft to the Golan Heights.",
        "Russia has delivered 24 fighter jets to Algeria.",
        "The Pentagon asked for $500 million to train Syrian rebels.",
        "60 per cent of Russia's land forces are near Ukraine.",
        "The 82nd Airborne is ready to go to Iraq.",
        "Soldiers of the 45th Brigade entered Bakhmut.",
        "A battalion was sent to Mali.",
        "French troops have been in Mali since 2013.",
        "The army bought 1,200 troop carriers.",
        "Turkey hosts 3.6 million Syrian refugees.",
        "About 2,000 police officers were deployed in Kabul.",
        "The soldiers marched 30 miles in 2 days.",
        "Rebels fired 50 rockets at government positions in Idlib.",
        "A 23-year-old soldier was killed in Gaza.",
        "Some 500 diplomats and embassy staff were evacuated from Juba.",
        "Four Spanish Eurofighter Typhoon fighters landed in Bulgaria.",
        "Ireland, whose outpost 6-52 was encircled by Israeli armour, has troops in Lebanon.",
        "About 700 tanks, infantry fighting vehicles and missile launchers left the base.",
        "The EU sent a civilian mission, 40 strong, to the Armenian border.",
        '"Not one soldier before that," an official said.',
        "Police said 500 counterterrorism officers were on their way to the Polish border.",
    ],
)
def test_no_figure(text: str) -> None:
    assert [shown(r) for r in figures(text)] == []
