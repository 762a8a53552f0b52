"""config.yaml to Config: what is read, and that every error names file, line and key and says what to do."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tui.config import Config, load_config
from tui.config_reader import SECTIONS, TABLES
from tui.errors import UserError


@pytest.fixture(autouse=True)
def _no_user_config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(tmp_path / "nowhere"))


def written(folder: Path, text: str) -> Path:
    path = folder / "my.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_config_is_read_and_points_at_the_seeds() -> None:
    config = load_config()
    assert config.path is not None
    assert [p.name for p in config.articles] == ["seeds"]
    assert all(p.is_dir() for p in config.articles)
    assert config.reading.max_file_mb == 64


def test_the_users_file_is_laid_over_the_shipped_one(tmp_path: Path) -> None:
    config = load_config(
        written(
            tmp_path,
            """
            sides:
              Freedonia:
                adjectives: Freedonian
                seats: [Marx House, the Duck Palace]
              Sylvania:
            people:
              Rufus Firefly: {side: Freedonia, offices: [President 1933-, Mayor 1920-1930]}
            windows: {war: [1933-11-01, 1933-11-20]}
            keys:
              quit: [q, ctrl+q]
            reading:
              fields: {text: article_body}
            """,
        )
    )
    assert config.sides["Freedonia"] == {"adjectives": ("Freedonian",), "seats": ("Marx House", "the Duck Palace")}
    assert config.sides["Sylvania"] is None
    assert config.people["Rufus Firefly"] == {"side": "Freedonia", "offices": ("President 1933-", "Mayor 1920-1930")}
    assert config.windows == {"war": ("1933-11-01", "1933-11-20")}
    assert config.keys == {"quit": "q,ctrl+q"}
    assert config.reading.fields == {"text": ("article_body",)}
    assert config.theme == load_config().theme
    assert [p.name for p in config.articles] == ["seeds"]


def test_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "articles: [news, /abs/more]"))
    assert config.articles == (tmp_path / "news", Path("/abs/more"))


def test_the_users_config_folder_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(tmp_path))
    (tmp_path / "config.yaml").write_text("theme: nord", encoding="utf-8")
    assert load_config().theme == "nord"
    assert load_config(written(tmp_path, "timezone: Asia/Tokyo")).theme == "newsdash-dark"


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "# nothing yet\n")).articles == load_config().articles


def test_a_config_can_be_sent_to_another_process(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "sides: {Freedonia: {names: [Free Land]}}"))
    assert pickle.loads(pickle.dumps(config)) == config


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("theme: nord\nside: {}", 2, ["side", "did you mean 'sides'"]),
        ("sides:\n  X:\n    nmes: [a]", 3, ["sides.X.nmes", "did you mean 'names'"]),
        ("zebra: 1", 1, ["zebra", "known: articles"]),
        ("sides: 3", 1, ["sides", "not '3'"]),
        ("sides: [a, b]", 1, ["sides", "not a list"]),
        ("sides: {A: {kind: stat}}", 1, ["sides.A.kind", "did you mean 'state'"]),
        ("sides: {A: {names: {b: c}}}", 1, ["sides.A.names", "not a group of keys"]),
        ("sides:\n  A: {}\n  A: {}", 3, ["sides.A", "second time"]),
        ("windows:\n  w: [2022-01-01]", 2, ["windows.w", "two days"]),
        ("windows: {w: [2022-13-01, 2022-01-01]}", 1, ["windows.w", "2022-13-01"]),
        ("windows: {w: [2022-02-02, 2022-01-01]}", 1, ["windows.w", "earlier day first"]),
        ("timezone: Europe/Berln", 1, ["timezone", "did you mean 'Europe/Berlin'"]),
        ("timezone: ../../etc/passwd", 1, ["timezone", "no such time zone"]),
        ("reading: {max_file_mb: many}", 1, ["reading.max_file_mb", "whole number"]),
        ("reading: {max_file_mb: 0}", 1, ["reading.max_file_mb", "from 1"]),
        ("reading: {fields: {txt: a}}", 1, ["reading.fields.txt", "did you mean 'text'"]),
        ("people: {A: {offices: [boss]}}", 1, ["people.A.offices", "years"]),
        ("outlets: {A: {kind: blog}}", 1, ["outlets.A.kind", "known:"]),
        ("theme:", 1, ["theme", "not nothing"]),
        ("theme: ''", 1, ["theme", "empty"]),
        ("articles: {a: 1}", 1, ["articles", "not a group of keys"]),
        ("? [a]\n: 2", 1, ["not a list"]),
        ("just words", 1, ["not 'just words'"]),
        ("a: [", 2, ["not YAML"]),
        ("articles:\n\ttab", 2, ["not YAML"]),
        ("a: 1\n---\nb: 2", 2, ["not YAML"]),
    ],
)
def test_an_error_names_file_line_and_key(tmp_path: Path, text: str, line: int, words: list[str]) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UserError) as caught:
        load_config(path)
    message = str(caught.value)
    assert message.startswith(f"{path}, line {line}: ")
    assert "\n" not in message
    for word in words:
        assert word in message


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a: \x00", b"[" * 100_000, b"[" * 20_000 + b"]" * 20_000])
def test_hostile_bytes_cost_one_clean_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "my.yaml"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"my\.yaml"):
        load_config(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such config file"):
        load_config(tmp_path / "none.yaml")
    with pytest.raises(UserError, match="is a folder"):
        load_config(tmp_path)


def test_an_anchor_that_holds_itself_ends(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        load_config(written(tmp_path, "sides: &a {X: *a}"))


def test_a_later_check_can_name_the_line_too(tmp_path: Path) -> None:
    path = written(tmp_path, "theme: nord\nkeys:\n  quit: q\n  fly: f")
    config = load_config(path)
    assert str(config.error("keys.fly", "is no command")) == f"{path}, line 4: keys.fly: is no command"
    assert str(Config().error("theme", "unknown")) == "theme: unknown"


def test_the_page_on_the_config_names_every_section_and_key() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "config.md").read_text(encoding="utf-8")
    for section in SECTIONS:
        assert f"| `{section}` |" in page
        for key in TABLES.get(section, ()):
            assert f"`{key}`" in page, f"{section}.{key}"
