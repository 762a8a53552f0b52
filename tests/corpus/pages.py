"""News pages that never were: the frames in which the tests put articles."""

from __future__ import annotations

import json

PARAGRAPHS = (
    "The army moved 3,000 soldiers to the salt flats near Tirena on Monday, the defence ministry said in a statement.",
    "Residents of three villages described long columns of trucks that passed without lights between dusk and dawn.",
    "“We have seen nothing like it since the war,” said a teacher who asked not to be named for fear of reprisals.",
    "A spokesman for the northern command denied that an offensive was planned and spoke of a routine exercise.",
    "The two countries signed a ceasefire last spring, and monitors have since counted more than 400 violations of it.",
    "Talks between the foreign ministers are due to resume in the capital of a neutral state at the end of the month.",
)
RELATED = (
    (
        "Fuel prices climb for a ninth week",
        "Drivers queue for hours as the strike at the refinery enters its second month.",
    ),
    (
        "Old mill to become a concert hall",
        "The city council voted for the plan after a debate that lasted all night long.",
    ),
    (
        "Ten recipes for the harvest season",
        "Our food writers have cooked with pumpkins, chestnuts and a great deal of butter.",
    ),
    (
        "Cup final moved to the coast",
        "Officials blamed the pitch, while fans of both clubs blamed the officials for it.",
    ),
)


def head(**tags: str) -> str:
    """Meta tags; a name with a colon or a double underscore is a property (`og__title`)."""
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        if "__" in name
        else f'<meta name="{name}" content="{value}">'
        for name, value in tags.items()
    )


def json_ld(**node: object) -> str:
    """A JSON-LD script with one article."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **node}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def cards() -> str:
    """A list of other articles, with headline, sentence and nothing that calls it what it is."""
    return "".join(
        f'<div class="x7"><h3><a href="/{n}">{title}</a></h3><p>{text}</p></div>'
        for n, (title, text) in enumerate(RELATED)
    )


def paragraphs(tag: str = "p", texts: tuple[str, ...] = PARAGRAPHS) -> str:
    """The paragraphs in elements of one kind."""
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def page(body: str, head: str = "", title: str = "Troops seen on the salt flats") -> bytes:
    """A page around an article: navigation, headline, related articles, newsletter, footer."""
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} | The Example Courier</title>{head}
<style>p {{ color: black }}</style><script>var tracking = {{"on": true}};</script></head>
<body class="has-sidebar"><header><nav><ul><li><a href="/">Home</a></li><li><a
href="/world">World</a></li></ul></nav></header> <main><article><h1>{title}</h1>{body}</article>
<aside class="newsletter-signup"><h2>Never miss a story</h2><p>Sign up for our morning briefing and get it by
seven.</p></aside> <section><h2>More stories</h2>{cards()}</section></main>
<footer><p>Copyright The Example Courier. All rights reserved. Registered in the city of Example, number
1234567.</p></footer> </body></html>""".encode()
