"""Short articles on cyber incidents of every kind, with the records they hold. All written for these tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Want:
    """The fields that a case expects of one record; None is not checked."""

    targets: set[str]
    type: str | None = None
    date: str | None = None
    suspects: set[str] | None = None
    denials: set[str] | None = None
    attributions: set[tuple[str | None, str | None]] | None = None
    realis: str = "actual"


@dataclass(frozen=True)
class Case:
    """One article: its name, its day, its text and its records in the order of the text."""

    name: str
    day: str
    text: str
    wants: tuple[Want, ...]


CASES = (
    Case(
        "pipeline ransomware",
        "2021-05-10",
        """The operator of the biggest fuel pipeline in the United States was struggling to restart it on Monday after a ransomware attack.
Colonial Pipeline said it was hit on Friday and shut down its network to contain the threat.
The FBI said a criminal group known as DarkSide was responsible for the attack.
President Joe Biden said there was no evidence so far that Russia was involved.""",
        (
            Want(
                {"Colonial Pipeline"},
                "ransomware",
                "2021-05-07",
                {"DarkSide"},
                set(),
                {("FBI", "DarkSide"), ("Joe Biden", None)},
            ),
        ),
    ),
    Case(
        "health service ransomware",
        "2021-05-14",
        """Ireland's health service shut down its computer systems on Friday after what it called a significant ransomware attack.
The Health Service Executive said it had taken all its systems offline as a precaution.
"There has been no ransom demand at this stage," its chief executive, Paul Reid, told RTE.
The attack affected appointments at several hospitals in Dublin.""",
        (Want({"Health Service Executive"}, "ransomware", "2021-05-14", set(), set(), set()),),
    ),
    Case(
        "worm hits the world",
        "2017-06-28",
        """A cyber attack that began in Ukraine spread around the world on Tuesday, crippling computers at Maersk, Merck and the advertising firm WPP.
The malware, dubbed NotPetya, wiped data on thousands of machines.
Ukraine's security service, the SBU, blamed Russia for the attack.
The Kremlin denied any involvement, calling the accusation baseless.""",
        (
            Want(
                {"Maersk", "Merck", "WPP"},
                "wiper",
                "2017-06-27",
                {"Russia"},
                {"Kremlin"},
                {("Security Service of Ukraine", "Russia")},
            ),
        ),
    ),
    Case(
        "satellite network",
        "2022-05-10",
        """Russia was behind a cyberattack that knocked thousands of satellite modems in Europe offline an hour before its troops invaded Ukraine, the European Union said on Tuesday.
The attack on the Viasat network took place on February 24.
Britain and the United States also attributed the operation to Russian military intelligence.
Moscow has repeatedly denied that it carries out cyber operations.""",
        (
            Want(
                {"Viasat"},
                None,
                "2022-02-24",
                {"Russia"},
                set(),
                {("European Union", "Russia"), ("United Kingdom", "Russia"), ("United States", "Russia")},
            ),
        ),
    ),
    Case(
        "government portal destroyed",
        "2022-09-07",
        """Albania cut diplomatic ties with Iran on Wednesday over a cyberattack in July that it blames on Tehran.
Prime Minister Edi Rama said the attack on July 15 had sought to paralyse public services, wipe state systems and steal government records.
"The investigation showed without doubt that Iran was behind it," Rama said.
Iran's foreign ministry rejected the accusation.""",
        (
            Want(
                {"Albania"},
                None,
                "2022-07-15",
                {"Iran"},
                {"Ministry of Foreign Affairs of Iran"},
                {("Albania", "Iran"), ("Edi Rama", "Iran")},
            ),
        ),
    ),
    Case(
        "steel mill",
        "2022-06-27",
        """A cyberattack forced Iran's state-owned Khuzestan Steel Company to halt production on Monday.
A hacking group calling itself Predatory Sparrow claimed responsibility for the attack on Telegram.
The company's chief executive said it had managed to thwart the attack and that customers would not be affected.""",
        (
            Want(
                {"Khuzestan Steel Company"},
                "unspecified",
                "2022-06-27",
                {"Predatory Sparrow"},
                None,
                {("Predatory Sparrow", "Predatory Sparrow")},
            ),
        ),
    ),
    Case(
        "studio",
        "2014-12-19",
        """The FBI on Friday formally accused North Korea of hacking Sony Pictures Entertainment.
The attackers stole and leaked thousands of the studio's files and emails last month.
North Korea's UN mission denied the country had any role in the hack.""",
        (
            Want(
                {"Sony Pictures Entertainment"},
                None,
                "2014-11",
                {"North Korea"},
                {"North Korea's UN mission"},
                {("FBI", "North Korea")},
            ),
        ),
    ),
    Case(
        "party emails",
        "2016-07-26",
        """Hackers broke into the computer network of the Democratic National Committee and stole emails that were published by WikiLeaks on Friday.
The cybersecurity firm CrowdStrike said two groups linked to Russian intelligence, Cozy Bear and Fancy Bear, were responsible for the intrusion.
Kremlin spokesman Dmitry Peskov dismissed the allegations as absurd.""",
        (
            Want(
                {"Democratic National Committee"},
                None,
                None,
                {"Cozy Bear", "Fancy Bear", "Russia"},
                {"Dmitry Peskov"},
                {("CrowdStrike", "Cozy Bear"), ("CrowdStrike", "Fancy Bear"), ("CrowdStrike", "Russia")},
            ),
        ),
    ),
    Case(
        "personnel records",
        "2015-06-04",
        """Hackers have breached the computers of the Office of Personnel Management and taken data on four million current and former federal employees, US officials said on Thursday.
Officials said they suspected China of the attack, which was detected in April.
China's embassy in Washington said jumping to conclusions was irresponsible.""",
        (Want({"Office of Personnel Management"}, "data_theft", None, {"China"}, set(), {("US officials", "China")}),),
    ),
    Case(
        "bank heist",
        "2016-03-10",
        """Unknown hackers tried to steal nearly $1 billion from Bangladesh's central bank in February and got away with $81 million, officials said.
The thieves broke into Bangladesh Bank's systems and sent fraudulent transfer orders to the Federal Reserve Bank of New York.
The New York Fed denied that its own systems had been compromised.""",
        (Want({"Bangladesh Bank"}, None, "2016-02", None, {"New York Fed"}, set()),),
    ),
    Case(
        "presidential office site",
        "2022-08-03",
        """The website of Taiwan's presidential office was hit by an overseas cyberattack on Tuesday and was down for about 20 minutes, the office said.
Service was later restored.
The foreign ministry and the main government portal were also knocked offline by denial-of-service attacks.
Officials did not say who was behind the attacks.""",
        (
            Want(
                {"Taiwan's presidential office", "Ministry of Foreign Affairs of Taiwan", "main government portal"},
                "ddos",
                "2022-08-02",
                set(),
                set(),
                {("Officials", None)},
            ),
        ),
    ),
    Case(
        "defaced embassies",
        "2019-04-23",
        """Hackers defaced the websites of Sri Lanka's health ministry and of its embassy in Beijing on Monday, the country's computer emergency team said.
The pages showed a message in Turkish before they were taken down.
The sites were back up by evening.""",
        (
            Want(
                {"Ministry of Health of Sri Lanka", "embassy in Beijing"},
                "defacement",
                "2019-04-22",
                set(),
                set(),
                set(),
            ),
        ),
    ),
    Case(
        "parliament abroad",
        "2022-08-27",
        """Montenegro's government said on Friday that its digital infrastructure had been the target of a sophisticated cyberattack.
The National Security Agency of Montenegro said Russian services were behind it.
The Russian embassy in Podgorica denied the claim.""",
        (
            Want(
                {"Montenegro's government"},
                "unspecified",
                None,
                {"Russia"},
                {"Russian embassy in Podgorica"},
                {("National Security Agency of Montenegro", "Russia")},
            ),
        ),
    ),
    Case(
        "water authority",
        "2020-05-08",
        """Israel's water authority was attacked by hackers in late April, Israeli officials said.
The officials said Iran was behind the attempt to raise chlorine levels in the water supply.
Iran denied any part in the attack.""",
        (Want({"Israel's water authority"}, None, "2020-04", {"Iran"}, {"Iran"}, {("Israeli officials", "Iran")}),),
    ),
    Case(
        "voter database",
        "2016-08-29",
        """Hackers penetrated the voter registration systems of Illinois and Arizona in recent months, the FBI said.
The bureau said the intruders had stolen the personal data of up to 200,000 voters in Illinois.
It did not identify the attackers.""",
        (Want({"voter registration systems of Illinois and Arizona"}, None, None, set(), set(), {("FBI", None)}),),
    ),
    Case(
        "hospital",
        "2020-09-18",
        """A woman died after a ransomware attack crippled the computer systems of Duesseldorf University Hospital, German authorities said on Thursday.
The attack on September 10 encrypted 30 of the hospital's servers.
Prosecutors said the hackers had probably meant to hit the university and not the hospital.""",
        (Want({"Duesseldorf University Hospital"}, "ransomware", "2020-09-10", set(), set(), set()),),
    ),
    Case(
        "supply chain",
        "2020-12-14",
        """Hackers working for a foreign government broke into the US Treasury and Commerce departments by tampering with updates of SolarWinds software, people familiar with the matter said.
The Washington Post reported that a Russian group known as Cozy Bear was behind the campaign.
The Russian foreign ministry called the allegations unfounded and denied any role.""",
        (
            Want(
                {"Treasury Department", "Commerce departments"},
                None,
                None,
                {"Cozy Bear", "Russia"},
                {"Ministry of Foreign Affairs of Russia"},
                {("The Washington Post", "Cozy Bear"), ("The Washington Post", "Russia")},
            ),
        ),
    ),
    Case(
        "statue and sites",
        "2007-05-17",
        """Estonia has come under a wave of cyber attacks since it moved a Soviet war memorial in late April.
The websites of the president, the parliament, banks and newspapers have been flooded with traffic and forced offline.
Defence Minister Jaak Aaviksoo stopped short of accusing the Russian government.
The Kremlin denied that it was involved.""",
        (
            Want(
                {"president", "parliament", "banks", "newspapers"},
                "ddos",
                None,
                None,
                {"Kremlin"},
                {("Jaak Aaviksoo", None)},
            ),
        ),
    ),
    Case(
        "centrifuges",
        "2010-11-29",
        """Iran's president, Mahmoud Ahmadinejad, said on Monday that a computer worm had damaged centrifuges at the Natanz enrichment plant.
Experts say the Stuxnet worm was built to sabotage the facility, and some suspect Israel and the United States.""",
        (
            Want(
                {"centrifuges at the Natanz enrichment plant"},
                "malware",
                None,
                {"Israel", "United States"},
                set(),
                None,
            ),
        ),
    ),
    Case(
        "oil company",
        "2012-08-27",
        """Saudi Aramco said on Sunday that it had restored its main network services after a virus infected 30,000 of its workstations on August 15.
A group calling itself the Cutting Sword of Justice claimed responsibility for the attack.
US officials have said they believe Iran was behind it.""",
        (
            Want(
                {"Saudi Aramco"},
                "malware",
                "2012-08-15",
                {"Cutting Sword of Justice", "Iran"},
                set(),
                {("Cutting Sword of Justice", "Cutting Sword of Justice"), ("US officials", "Iran")},
            ),
        ),
    ),
    Case(
        "telescope of banks and broadcasters",
        "2013-03-20",
        """Computer networks at three South Korean broadcasters and two banks were paralysed on Wednesday in what officials said was a coordinated cyberattack.
KBS, MBC and YTN said their computers crashed at 2 p.m.; Shinhan Bank and Nonghyup reported similar outages.
Suspicion fell on North Korea, but the government said it was too early to assign blame.""",
        (
            Want(
                {"KBS", "MBC", "YTN", "Shinhan Bank", "NongHyup Bank"},
                None,
                "2013-03-20",
                {"North Korea"},
                set(),
                {("South Korea", None)},
            ),
        ),
    ),
    Case(
        "meat packer",
        "2021-06-01",
        """JBS, the world's largest meat processor, said it had been the victim of a cyberattack that affected its servers in North America and Australia.
The company said it became aware of the attack on Sunday.
The White House said the ransom demand came from a criminal organisation likely based in Russia.""",
        (Want({"JBS"}, "ransomware", "2021-05-30", None, set(), None),),
    ),
    Case(
        "leak of a ministry",
        "2024-05-07",
        """A payroll system used by Britain's Ministry of Defence has been hacked, exposing the names and bank details of serving personnel, the government said on Tuesday.
Defence Secretary Grant Shapps told parliament that a malign actor was behind the breach but did not name a country.
Sky News reported that China was responsible.
China's embassy in London called the claims fabricated slander.""",
        (
            Want(
                {"Ministry of Defence of the United Kingdom"},
                None,
                None,
                {"China"},
                None,
                {("Grant Shapps", None), ("Sky News", "China")},
            ),
        ),
    ),
    Case(
        "airports",
        "2023-02-17",
        """Seven German airports, including Hannover and Nuremberg, had their websites knocked offline on Thursday by a suspected DDoS attack.
The airport association ADV said traffic to the sites had surged.
The pro-Russian group Killnet claimed the attack.""",
        (Want({"Hannover", "Nuremberg"}, "ddos", "2023-02-16", {"Killnet"}, set(), {("Killnet", "Killnet")}),),
    ),
    Case(
        "phone company",
        "2023-12-13",
        """Ukraine's biggest mobile operator, Kyivstar, was knocked out on Tuesday by what appeared to be the largest cyberattack of the war.
Millions of users lost phone and internet service.
A group called Solntsepyok, which Kyiv says is run by Russian military intelligence, claimed responsibility on Telegram.""",
        (
            Want(
                {"Kyivstar"},
                "unspecified",
                "2023-12-12",
                {"Solntsepyok", "Russia"},
                set(),
                {("Solntsepyok", "Solntsepyok"), ("Ukraine", "Russia")},
            ),
        ),
    ),
    Case(
        "two incidents apart",
        "2022-02-24",
        """The websites of Ukraine's parliament and foreign ministry went down on Wednesday in a new wave of denial-of-service attacks.
Last month, hackers defaced about 70 government websites with a threatening message.""",
        (
            Want({"Ukraine's parliament", "Ministry of Foreign Affairs of Ukraine"}, "ddos", "2022-02-23"),
            Want({"about 70 government websites"}, "defacement", "2022-01"),
        ),
    ),
    Case(
        "history in the background",
        "2023-10-03",
        """Hackers broke into the servers of the Port of Nagoya's terminal system on Monday and demanded a ransom, the port authority said.
In 2017 the WannaCry ransomware infected hospitals across Britain.""",
        (
            Want({"Port of Nagoya"}, "ransomware", "2023-10-02"),
            Want({"hospitals across Britain"}, "ransomware", "2017", realis="historical"),
        ),
    ),
    Case(
        "a warning",
        "2023-05-25",
        """Microsoft warned on Wednesday that Chinese hackers could disrupt communications between the United States and Asia in a future crisis.
The hackers, whom it calls Volt Typhoon, have infiltrated critical infrastructure on Guam since 2021.""",
        (
            Want({"communications between the United States and Asia"}, None, None, {"China"}, realis="conditional"),
            Want({"critical infrastructure on Guam"}, "intrusion", "2021", {"Volt Typhoon", "China"}),
        ),
    ),
    Case(
        "fear of attacks",
        "2022-01-24",
        """The Department of Homeland Security has warned that Russia may launch a cyberattack on the United States if it feels threatened by NATO's answer to an invasion.
The bulletin was sent to operators of power plants on Sunday.""",
        (Want({"United States"}, "unspecified", None, {"Russia"}, realis="conditional"),),
    ),
    Case(
        "defended",
        "2023-09-20",
        """Hackers have broken into the computer systems of the International Criminal Court, the tribunal said on Tuesday.
The court said it had noticed unusual activity last week.
It did not say whether data had been stolen.""",
        (Want({"International Criminal Court"}, "intrusion", None, set(), set()),),
    ),
    Case(
        "bank in the gulf",
        "2019-11-25",
        """Iranian hackers attacked the networks of the state oil company Bapco in Bahrain with malware that wiped hard drives, according to researchers at IBM.
The researchers said the wiper resembled Shamoon.""",
        (Want({"Bapco"}, "wiper", None, {"Iran"}, set(), {("researchers at IBM", "Iran")}),),
    ),
    Case(
        "cabinet phones",
        "2020-02-11",
        """Mexico's economy ministry said on Monday that it had detected a cyberattack on some of its servers but did not consider sensitive information compromised.""",
        (Want({"Ministry of Economy of Mexico"}, "unspecified", None, set(), set(), set()),),
    ),
    Case(
        "exchange and phishing",
        "2018-02-12",
        """Organisers of the Pyeongchang Winter Olympics confirmed on Sunday that a cyber attack had taken down the games' website during the opening ceremony on Friday.
A spokesman declined to say who had carried out the attack.
Russia's foreign ministry had earlier denied that Russian hackers were planning attacks on the games.""",
        (Want({"Pyeongchang Winter Olympics"}, "unspecified", "2018-02-09", None, None, {("spokesman", None)}),),
    ),
    Case(
        "railway",
        "2022-01-25",
        """Activists in Belarus said on Monday they had hacked the state railway and encrypted its servers to slow the movement of Russian troops.
The group, the Cyber Partisans, demanded the release of 50 political prisoners.""",
        (Want({"state railway"}, "ransomware", None, {"Cyber Partisans"}, None, None),),
    ),
    Case(
        "city hall",
        "2018-03-23",
        """The city of Atlanta was hit by ransomware on Thursday that locked employees out of court and billing systems.
The hackers demanded $51,000 in bitcoin.
The FBI is investigating the incident.""",
        (Want({"city of Atlanta"}, "ransomware", "2018-03-22", set(), set(), set()),),
    ),
    Case(
        "credit bureau",
        "2017-09-08",
        """Equifax, one of the biggest credit bureaus in America, said on Thursday that hackers had gained access to the personal data of 143 million consumers.
The breach lasted from mid-May to July.""",
        (Want({"Equifax"}, "data_theft", "2017-05", set(), set(), set()),),
    ),
    Case(
        "lower house",
        "2015-06-11",
        """Hackers have been inside the internal network of Germany's lower house of parliament, the Bundestag, for weeks and have stolen data, lawmakers said.
The magazine Der Spiegel reported that investigators suspected Russian intelligence.""",
        (Want({"Bundestag"}, None, None, {"Russia"}, None, None),),
    ),
    Case(
        "grid",
        "2015-12-31",
        """Ukraine's SBU security service accused Russia on Thursday of a hacker attack that left 700,000 homes in the Ivano-Frankivsk region without power on December 23.
The utility Prykarpattyaoblenergo said malware had switched off its substations.""",
        (
            Want(
                {"Prykarpattyaoblenergo"},
                "malware",
                "2015-12-23",
                {"Russia"},
                set(),
                {("Security Service of Ukraine", "Russia")},
            ),
        ),
    ),
    Case(
        "fuel cards",
        "2021-10-27",
        """A cyberattack brought down the system that lets Iranians buy subsidised petrol with government cards on Tuesday, state television reported.
President Ebrahim Raisi said the attack was meant to create disorder but named no culprit.""",
        (
            Want(
                {"system that lets Iranians buy subsidised petrol"},
                "unspecified",
                "2021-10-26",
                set(),
                None,
                {("Ebrahim Raisi", None)},
            ),
        ),
    ),
    Case(
        "agency feed",
        "2017-05-24",
        """Hackers planted false quotes on the website of the Qatar News Agency early on Wednesday, Doha said.
The government said the agency's Twitter account had also been hacked.
The United Arab Emirates denied a report that it had orchestrated the hack.""",
        (Want({"Qatar News Agency"}, "intrusion", "2017-05-24", None, {"United Arab Emirates"}),),
    ),
)

# Talk of cyber that is no incident and no warning of one.
NOTHING = {
    "budget": "The government will spend 2.6 billion pounds on cyber security over three years, the Treasury said.",
    "sanctions": "The European Union on Thursday imposed sanctions on six hackers and froze their assets.",
    "arrest": "Police in Spain arrested a 22-year-old man on charges of hacking, a spokesman said.",
    "aid team": "The European Union will send a team of cyber experts to Moldova to help it strengthen its defences.",
    "power cut": "Power was cut to three villages near Goma on Tuesday after shells hit a substation, residents said.",
    "propaganda": "State television spread false reports that the president had fled, the ministry said.",
    "policy": "The two leaders agreed to open talks on cyber norms and on the security of critical infrastructure.",
    "attack on the ground": "Rebels attacked the airport at Goma on Friday and took down a helicopter, the army said.",
    "virus": "The virus infected 300 soldiers at the base, and 20 are in hospital with Covid-19.",
    "breach of a truce": "The army accused the rebels of breaching the ceasefire and of attacking its positions.",
    "leak of plans": "The newspaper published leaked plans for the summit in Geneva.",
    "website": "The ministry said on its website that 3,000 troops had left the base.",
}
