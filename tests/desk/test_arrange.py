"""Where the panes stand: they fill the desk without overlap at every size, focus and layout."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.keys import LIST_PANES, PANES
from tui.screens.arrange import LAYOUTS, SMALLEST, WIDE, Rect, arrange

_ROWS = st.fixed_dictionaries({pane: st.integers(0, 500_000) for pane in LIST_PANES})


@given(
    width=st.integers(SMALLEST[0], 260),
    height=st.integers(SMALLEST[1] - 2, 100),
    focus=st.sampled_from(PANES),
    rows=_ROWS,
    layout=st.sampled_from(LAYOUTS),
    last=st.sampled_from(LIST_PANES),
)
def test_panes_fill_the_desk_and_never_overlap(
    width: int, height: int, focus: str, rows: dict[str, int], layout: str, last: str
) -> None:
    rects = arrange(width, height, focus, rows, layout, last_list=last)
    cells: set[tuple[int, int]] = set()
    for rect in rects.values():
        assert rect.width > 0
        assert rect.height > 0
        mine = {(x, y) for x in (rect.x, rect.x + rect.width - 1) for y in range(rect.y, rect.y + rect.height)}
        assert not cells & mine
        cells |= mine
        assert rect.x + rect.width <= width
        assert rect.y + rect.height <= height
    gap = 2 * rects["reader"].height if width >= WIDE else 0
    assert sum(r.width * r.height for r in rects.values()) + gap == width * height
    assert set(rects) == set(PANES)


@given(width=st.integers(SMALLEST[0], 260), height=st.integers(SMALLEST[1] - 2, 100), focus=st.sampled_from(PANES),
       rows=_ROWS)  # fmt: skip
def test_the_focused_pane_and_the_reader_always_show_something(
    width: int, height: int, focus: str, rows: dict[str, int]
) -> None:
    rects = arrange(width, height, focus, rows)
    assert rects[focus].height >= (4 if focus in LIST_PANES else 3)
    assert rects["reader"].height >= 4


def test_a_zoomed_pane_has_the_whole_desk() -> None:
    assert arrange(80, 22, "meetings", {}, zoom=True) == {"meetings": Rect(0, 0, 80, 22)}


def test_at_80_by_24_unfocused_panes_are_title_lines_and_the_focused_list_is_large() -> None:
    rows = {"sources": 40, "figures": 300, "cyberattacks": 12, "meetings": 90}
    rects = arrange(80, 22, "figures", rows)
    assert rects["figures"].height >= 8
    assert {rects[p].height for p in ("sources", "cyberattacks", "meetings", "timeline")} == {1}


def test_few_rows_leave_their_room_to_the_next_list() -> None:
    rects = arrange(80, 22, "sources", {"sources": 3, "figures": 300, "cyberattacks": 12, "meetings": 90})
    assert rects["sources"].height == 5
    assert rects["figures"].height > 1


def test_side_by_side_the_arrangement_does_not_move_with_the_focus() -> None:
    rows = {"sources": 5, "figures": 300, "cyberattacks": 12, "meetings": 90}
    assert len({tuple(arrange(120, 38, focus, rows).items()) for focus in PANES}) == 1
