"""Light stems: an Arabic word without the articles and particles that are written onto it.

The words are softly folded. Nothing is cut from the end of a word: «مدرسة» and «مدارس» are two.
"""

ARTICLES = ("وبال", "وال", "بال", "كال", "فال", "لل", "ال")
_PARTICLES = "وفبلك"
_LEFT_BY_ARTICLE = 3
_WORD_WITH_PARTICLE = 5
_SHORT_PARTICLES = "وبل"
_SHORT_WITH_PARTICLE = 4
_ATTACHED = "وبكفلا"


def bare(word: str) -> str:
    """The word without everything that may be attached before it."""
    while (shorter := _without_article(word) or without_particle(word)) is not None:
        word = shorter
    return word


def without_articles(word: str) -> str:
    """The word without its article, and what is attached before that."""
    while (shorter := _without_article(word)) is not None:
        word = shorter
    return word


def without_particle(word: str) -> str | None:
    """The word without its first letter where that may be a particle, else None."""
    if word[0] in _PARTICLES and len(word) >= _WORD_WITH_PARTICLE:
        return word[1:]
    return None


def stems(word: str) -> list[str]:
    """Every form under which a word may be sought: itself first, shorter ones later."""
    found = [word]
    if word[0] not in _ATTACHED or len(word) <= _LEFT_BY_ARTICLE:
        return found
    for form in found:  # grows while it is read
        shorter = [_without_article(form), without_particle(form)]
        if len(form) == _SHORT_WITH_PARTICLE and form[0] in _SHORT_PARTICLES:
            shorter.append(form[1:])  # «بحلب»; a query keeps it whole, or «وزير» would seek «زير»
        if form[0] == "ل" and len(form) > _LEFT_BY_ARTICLE:
            shorter.append(form[1:])  # «للجنة» is ل + لجنة as well as لل + جنة
        found.extend(each for each in shorter if each and each not in found)
    return found


def _without_article(word: str) -> str | None:
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _LEFT_BY_ARTICLE:
            return word[len(article) :]
    return None
