"""Who a role is, in an article that has given it to one person by name."""

import pytest

from tests.extraction.told import events


def people(text: str, language: str) -> list[list[str]]:
    found = events(text, language)
    return [[name.text for name in event.participants] for event in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor Lina Aziz resigned on 3 May 2021. The mayor was elected in 2019."),
        ("en", "The owner, Lina Aziz, left on 3 May 2021. In 2019 the owner was elected."),
        ("fr", "Le maire Lina Aziz est parti le 3 mai 2021. Le maire avait été élu en 2019."),
        (
            "es",
            "El exalcalde de Lugo Lina Aziz murió en 2021. El exalcalde fue elegido en 2019.",
        ),
        ("de", "Der Bürgermeister Lina Aziz ging 2021. Der Bürgermeister war 2019 gewählt worden."),
    ],
)
def test_a_role_that_one_person_has_names_them(language: str, text: str) -> None:
    assert people(text, language) == [["Lina Aziz"], ["Lina Aziz"]]


def test_a_role_of_something_or_of_several_names_nobody() -> None:
    text = "The mayor Lina Aziz resigned on 3 May 2021. The mayor of the town was elected in 2019."
    assert people(text, "en")[1] == []
    text = (
        "The minister Lina Aziz resigned on 3 May 2021. The minister Omar Said left on 4 May 2021. "
        "The minister was elected in 2019."
    )
    assert people(text, "en")[2] == []


def test_what_is_told_of_a_role_goes_on_about_its_person() -> None:
    text = (
        "El exalcalde Omar Haddad fue juzgado en 2016. Lo denunció Lina Aziz en 2017. El exalcalde "
        "fue detenido en 2018. En noviembre de 2019 dimitió de todos sus cargos."
    )
    assert people(text, "es")[-1] == ["Omar Haddad"]
