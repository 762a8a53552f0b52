"""The lists without a screen, showing by id, init, info, the key table: what a script or a screen reader gets."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from tests.desk import world
from tui import weighed as weighing
from tui.cli import main
from tui.commands import common, info
from tui.config import load_config
from tui.errors import UserError
from tui.keys import commands, keys_table
from tui.store.frames import SCHEMAS, schemas_table

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _the_made_up_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands work on the made-up world instead of on files."""
    for module in ("tui.commands.list", "tui.commands.show_id"):
        monkeypatch.setattr(f"{module}.filled_library", lambda args: None)
    monkeypatch.setattr(weighing, "weighed", lambda library: world.data())


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What a command prints."""
    assert main(list(argv)) == 0
    return capsys.readouterr().out


def test_the_same_filter_gives_the_same_rows_as_on_the_desk(capsys: pytest.CaptureFixture[str]) -> None:
    from tui.selection import Scope

    rows = json.loads(printed(capsys, "list", "claims", "side:Karsk", "--format", "json"))
    data = world.data()
    picture = data.picture(Scope(query="side:Karsk"))
    assert [r["id"] for r in rows] == [data.row_id(picture, "figures", i) for i in range(picture.count("figures"))]
    assert rows[0].keys() == {c.name for c in SCHEMAS["claims"]}


def test_the_table_says_it_in_the_words_of_the_desk(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "list", "meetings")
    assert "length" in out.splitlines()[0]
    assert "45 min" in out
    assert "2023-04-14" in out
    attacks = printed(capsys, "list", "attacks")
    assert "Karsk, withheld" in attacks


@pytest.mark.parametrize("kind", ["claims", "attacks", "meetings", "figures", "sources", "articles"])
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_everything_can_be_listed_in_every_form(capsys: pytest.CaptureFixture[str], kind: str, form: str) -> None:
    out = printed(capsys, "list", kind, "--format", form)
    assert len(out.splitlines()) > 1 or kind == "attacks"
    assert "nan" not in out.casefold().split()


def test_scope_by_source_window_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "list", "figures", "--source", "Harbour Post", "--format", "json"))
    assert {r["source"] for r in rows} == {"Harbour Post"}
    rows = json.loads(printed(capsys, "list", "meetings", "--as-of", "2023-04-17", "--format", "json"))
    assert [r["date"] for r in rows] == ["2023-04-14"]
    rows = json.loads(printed(capsys, "list", "meetings", "--since", "2023-04-18", "--format", "json"))
    assert [r["date"] for r in rows] == ["2023-04-21", "2023-04-18"]


def test_nothing_found_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "claims", "nosuchword"]) == 1


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["list", "claims", "sde:x"], "did you mean side?"),
        (["list", "claims", "--as-of", "yesterday"], "write it as 2022-02-12"),
        (["show", "ffffffffff"], "see `newsdash list`"),
    ],
)
def test_mistakes_are_a_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], argv: list[str], says: str
) -> None:
    assert main(argv) == 2
    error = capsys.readouterr().err
    assert says in error
    assert len(error.strip().splitlines()) == 1


def test_a_claim_and_a_record_are_shown_by_their_ids(capsys: pytest.CaptureFixture[str]) -> None:
    frame = world.data().frames.figures
    row = frame[frame["claimant"] == "Rapid Brigade"].iloc[0]
    claim = printed(capsys, "show", str(row["group"]))
    assert "≠ Amal Idris 12,000" in claim
    assert "A spokesman for the Rapid Brigade" in claim
    record = printed(capsys, "show", str(row["id"])[:8])
    assert "who says so     Rapid Brigade" in record
    assert "characters" in record  # the citation


def test_init_writes_a_config_that_can_be_read_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "config.yaml"
    assert main(["init", "--config", str(target)]) == 0
    assert load_config(target).theme == "newsdash-dark"
    assert "#" in target.read_text(encoding="utf-8")
    assert main(["init", "--config", str(target)]) == 2
    assert main(["init", "--config", str(target), "--force"]) == 0


def test_info_names_what_is_in_effect(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    for name in ("COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    out = printed(capsys, "info", "--no-store")
    assert "OSC 52 to the terminal (over SSH)" in out
    assert "256 (TERM; set COLORTERM=truecolor" in out
    assert "in memory only" in out
    assert info.colours({"NO_COLOR": "1"}).startswith("none")


def test_the_key_table_in_the_docs_is_fresh() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_table(), "newsdash --keys > docs/keys.md"


def test_the_frame_table_in_the_docs_is_fresh() -> None:
    assert (ROOT / "docs" / "frames.md").read_text(encoding="utf-8") == schemas_table(), "see tui.store.frames"


def test_keys_can_be_remapped_and_a_mistake_names_the_command() -> None:
    [quit_command] = [c for c in commands({"quit": "f10, x"} | {"clear": "f9"}) if c.id == "quit"]
    assert quit_command.keys == ("f10", "x")
    with pytest.raises(UserError, match="did you mean 'quit'"):
        commands({"qit": "x"})
    with pytest.raises(UserError, match="both"):
        commands({"quit": "j"})


def test_every_command_has_an_action_on_the_desk() -> None:
    from textual.actions import parse

    from tui.screens.desk import DeskScreen

    for command in commands():
        assert hasattr(DeskScreen, f"action_{parse(command.action)[1]}"), command.id
        assert command.help.endswith(".")
        assert not any("alt+" in k or "ctrl+shift" in k for k in command.keys)


def test_without_a_terminal_the_desk_prints_the_table_form(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[argparse.Namespace] = []

    def extracted(args: argparse.Namespace) -> int:
        seen.append(args)
        return 0

    monkeypatch.setattr("tui.commands.extract.run", extracted)
    assert main(["--no-store"]) == 0
    assert seen[0].format == "table"
    assert seen[0].paths == common.article_paths([], load_config(None))


def test_an_unknown_theme_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["--theme", "nosuch", "--no-store"]) == 2
    assert "newsdash-dark" in capsys.readouterr().err
