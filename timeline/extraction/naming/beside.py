"""What stands right before the words of a name: most that is asked of one asks for that."""

from timeline.extraction.naming.vocabulary import Vocabulary, Word, fold_word

LOOK_BACK = 24  # characters: the longest word that says a place follows, and its space
_SENTENCE_END = '.!?…:؟。\n"“”„«»•*–—'


class Beside:
    """The words of one text as names see them. `before` are at most two that stand before the place
    looked at, `last` is the nearest of them, folded."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text, self.vocabulary = text, vocabulary
        self.before, self.last = list[str](), ""

    def look_before(self, start: int) -> None:
        """Look at what stands before a place in the text."""
        begin = start - LOOK_BACK if start > LOOK_BACK else 0
        self.before = self.text[begin:start].rsplit(maxsplit=2)[-2:]
        self.last = fold_word(self.before[-1]) if self.before else ""

    def begins_sentence(self, word: Word) -> bool:
        """Whether nothing but a mark that ends a sentence stands right before a word."""
        before = self.text[max(0, word.start - 4) : word.start].rstrip(" \u00a0(")
        return not before or before[-1] in _SENTENCE_END

    def follows_locative(self) -> bool:
        """Whether the word before, or the two words before ("south of"), say that a place comes."""
        locatives = self.vocabulary.locatives
        if self.last in locatives:
            return True
        return len(self.before) > 1 and f"{fold_word(self.before[0])} {self.last}" in locatives

    def phrase(self, words: list[Word]) -> str:
        """The words as one, folded."""
        if len(words) == 1:
            return words[0].form.folded
        return fold_word(self.text[words[0].start : words[-1].end])
