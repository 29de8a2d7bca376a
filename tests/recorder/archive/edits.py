"""What a hand does to a text: words in and out, sentences cut, lines split. Pure."""

from collections.abc import Callable

_LETTERS = "بتثجحخدرزسشصضطظعغفقلمنه"
"""Letters that no spelling rule folds into others."""

_TURNS = ["لم", "لا", "إلا", "15", "0.2", "د.", "نعم.", "٣", "«قال»", "1."]


def word_number(number: int) -> str:
    """A word that no other number makes."""
    word = ""
    while number or len(word) < 3:
        number, at = divmod(number, len(_LETTERS))
        word += _LETTERS[at]
    return "ك" + word


def insert_word(text: str, number: int, word: str) -> str:
    words = text.split(" ")
    words.insert(number % (len(words) + 1), word)
    return " ".join(words)


def delete_word(text: str, number: int, _word: str) -> str:
    words = text.split(" ")
    del words[number % len(words)]
    return " ".join(words)


def change_word(text: str, number: int, word: str) -> str:
    words = text.split(" ")
    words[number % len(words)] = word
    return " ".join(words)


def turn_round(text: str, number: int, word: str) -> str:
    """A negation, a number, a title: two laptops may well put the same one in."""
    return insert_word(text, number, f"{_TURNS[number % len(_TURNS)]} {word}")


def add_sentence(text: str, number: int, word: str) -> str:
    sentences = text.split(". ")
    sentences.insert(number % (len(sentences) + 1), f"قال {word}")
    return ". ".join(sentences)


def delete_sentence(text: str, number: int, _word: str) -> str:
    sentences = text.split(". ")
    del sentences[number % len(sentences)]
    return ". ".join(sentences)


def move_sentence(text: str, number: int, _word: str) -> str:
    sentences = text.split(". ")
    sentences.insert(number % len(sentences), sentences.pop())
    return ". ".join(sentences)


def split_line(text: str, number: int, _word: str) -> str:
    words = text.split(" ")
    at = number % len(words)
    return " ".join(words[:at]) + "\n" + " ".join(words[at:])


def end_sentence(text: str, number: int, _word: str) -> str:
    words = text.split(" ")
    words[number % len(words)] += ".؟!"[number % 3]
    return " ".join(words)


def go_on(text: str, _number: int, word: str) -> str:
    """Without a full stop, as people type."""
    return f"{text} {word}"


def empty(_text: str, _number: int, _word: str) -> str:
    return ""


EDITS: dict[str, Callable[[str, int, str], str]] = {
    each.__name__: each
    for each in (insert_word, insert_word, delete_word, change_word, turn_round, add_sentence,
                 delete_sentence, move_sentence, split_line, end_sentence, go_on, empty)
}  # fmt: skip
