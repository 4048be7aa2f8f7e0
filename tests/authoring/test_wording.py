"""Words that deserve a second look."""

import pytest

from spasm_gui.authoring.wording import remarks


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("This can be deadly.", "deadly"),
        ("It will always heal.", "always"),
        ("You failed to rest.", "failed to"),
        ("Bad posture did it.", "bad posture"),
    ],
    ids=["frightening", "absolute", "blaming", "blaming-two-words"],
)
def test_a_word_that_hurts_is_found_with_its_reason(text: str, word: str) -> None:
    (remark,) = remarks(text)
    assert remark.word == word
    assert remark.reason


def test_a_danger_question_may_not_deny() -> None:
    (remark,) = remarks("Is the arm no longer warm?", is_danger_question=True)
    assert remark.word == "no longer"


@pytest.mark.parametrize("text", ["Do not rub it.", "Is the knot hard?"], ids=["an-instruction", "inside-a-word"])
def test_a_denial_elsewhere_is_fine(text: str) -> None:
    assert not list(remarks(text))


def test_as_always_promises_nothing() -> None:
    assert not list(remarks("The child plays as always."))


def test_a_word_is_named_once() -> None:
    assert len(list(remarks("Never, never."))) == 1
