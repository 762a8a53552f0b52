"""The colours. Five themes of our own with the same roles; meaning is never by colour alone.

Roles beyond textual's own: `muted` for secondary text, `faint` for rules and heads, `evidence` the ground of the
sentence, `figure`, `attack`, `meeting` for the three kinds.
"""

from __future__ import annotations

from textual.theme import Theme


def _theme(
    name: str, dark: bool, *, ground: str, raised: str, text: str, muted: str, faint: str, accent: str, cursor: str,
    evidence: str, mention: str, warn: str, plan: str, kinds: tuple[str, str, str],
) -> Theme:  # fmt: skip
    return Theme(
        name=name, dark=dark, primary=accent, secondary=plan, accent=accent, warning=warn, error=warn, success=accent,
        foreground=text, background=ground, surface=raised, panel=raised,
        variables={
            "muted": muted, "faint": faint, "cursor": cursor, "cursor-text": text, "evidence": evidence,
            "evidence-text": text, "mention": mention,
            "plan": plan, "doubt": warn, "figure": kinds[0], "attack": kinds[1], "meeting": kinds[2],
            "block-cursor-background": cursor, "block-cursor-foreground": text,
            "input-selection-background": cursor, "footer-background": raised,
        },
    )  # fmt: skip


THEMES: tuple[Theme, ...] = (
    _theme("newsdash-dark", True, ground="#14171c", raised="#1c2027", text="#d5d9e0", muted="#8e96a3", faint="#5a6270",
           accent="#6cb6ff", cursor="#24405f", evidence="#54431a", mention="#2e2a1c", warn="#e3b341", plan="#9fb3c8",
           kinds=("#6cb6ff", "#f0883e", "#7ee0b0")),
    _theme("newsdash-light", False, ground="#fbfbf9", raised="#eeeeea", text="#23272e", muted="#5d6570",
           faint="#9aa1ab", accent="#0b5cad", cursor="#cfe2f6", evidence="#ffe9a8", mention="#fff6da",
           warn="#8a5a00", plan="#3f5a75", kinds=("#0b5cad", "#b3470b", "#0f7a4d")),
    _theme("newsdash-contrast", True, ground="#000000", raised="#000000", text="#ffffff", muted="#e0e0e0",
           faint="#b0b0b0", accent="#ffff00", cursor="#0000c0", evidence="#7a0000", mention="#3a0000", warn="#ffb000",
           plan="#c0e0ff", kinds=("#00ffff", "#ffb000", "#80ff80")),
    # Okabe and Ito's palette: told apart with every common colour vision
    _theme("newsdash-colourblind", True, ground="#14171c", raised="#1c2027", text="#d9dce2", muted="#979eaa",
           faint="#5e6673", accent="#56b4e9", cursor="#1c425c", evidence="#5c4a00", mention="#332c10", warn="#e69f00",
           plan="#cc79a7", kinds=("#56b4e9", "#e69f00", "#009e73")),
)  # fmt: skip

ANSI_DARK, ANSI_LIGHT = "ansi-dark", "ansi-light"
DEFAULT = "newsdash-dark"
NAMES = (*(theme.name for theme in THEMES), ANSI_DARK, ANSI_LIGHT)

ANSI_ROLES = {
    "muted": "ansi_default", "faint": "ansi_bright_black", "cursor": "ansi_blue", "cursor-text": "ansi_white",
    "evidence": "ansi_yellow", "evidence-text": "ansi_black", "mention": "ansi_default",
    "plan": "ansi_default", "doubt": "ansi_default", "figure": "ansi_cyan",
    "attack": "ansi_yellow", "meeting": "ansi_green",
}  # fmt: skip
"""The roles where the terminal's own sixteen colours are used."""
