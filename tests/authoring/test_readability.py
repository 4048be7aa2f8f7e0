"""How many years of school a text asks for."""

import pytest

from spasm_gui.authoring.readability import grade, hardest_sentence, sentences

PLAIN = "Rest the leg. Put it up on a chair."
HARD = "Anticoagulation predisposes individuals to intramuscular haemorrhage following insignificant trauma."


def test_long_words_in_a_long_sentence_ask_for_more_school_than_short_ones() -> None:
    assert grade(PLAIN) < 2
    assert grade(HARD) > 15


def test_the_formula_is_that_of_kincaid() -> None:
    # 7 words, 1 sentence, 8 syllables
    assert grade("The leg has been sore since yesterday.") == pytest.approx(0.39 * 7 + 11.8 * 9 / 7 - 15.59)


@pytest.mark.parametrize("text", ["", "  ", "!?", "38,5"], ids=["empty", "blank", "signs", "figure"])
def test_a_text_without_words_asks_for_nothing(text: str) -> None:
    assert grade(text) == 0


def test_the_hardest_sentence_is_found() -> None:
    assert hardest_sentence(f"{PLAIN} {HARD} {PLAIN}").text == HARD


def test_a_colon_lets_the_reader_pause() -> None:
    assert sentences("After a fall: is it bent? Stop.") == ("After a fall:", "is it bent?", "Stop.")


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("rules", 1),
        ("changes", 2),
        ("needed", 2),
        ("passed", 1),
        ("muscle", 2),
        ("infection", 3),
        ("video", 3),
        ("diabetes", 4),
        ("spasm", 2),
        ("physician", 3),
        ("emergency", 4),
        ("people", 2),
    ],
)
def test_syllables_are_heard(word: str, syllables: int) -> None:
    assert grade(word) == pytest.approx(max(0.0, 0.39 + 11.8 * syllables - 15.59))
