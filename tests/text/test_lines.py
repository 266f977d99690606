from __future__ import annotations

import pytest

from transtrack.model import BlockKind
from transtrack.text.lines import find_credit, find_kind

KINDS = {
    BlockKind.NAVIGATION: [
        "Zum Inhalt springen",
        "2. Direkt zur Hauptnavigation springen",
        "Skip to main content",
        "4. Skip to more partner sites",
        "Jump to navigation",
        "Aller au contenu principal",
        "Saltar al contenido principal",
        "Перейти до вмісту",
        "Advertisement",
    ],
    BlockKind.DATELINE: [
        "2. März 2024",
        "March 2, 2024",
        "Saturday, 2 March 2024, 14:30 CET",
        "02.03.2024",
        "2024-03-02",
        "Stand: 02.03.2024, 14:30 Uhr",
        "Veröffentlicht am 2. März 2024",
        "2 березня 2024",
        "2 mars 2024",
        "2024年3月2日",
        "Wien (dpa) –",
        "PARIS, 2. März (Reuters) -",
    ],
    BlockKind.BYLINE: [
        "Von Anna Beispiel",
        "By Anna Example and Karl von Muster",
        "Anna Beispiel | Karl Muster",
        "Von Anna Beispiel, Wien",
        "Anna Beispiel | Karl Muster, 2. März 2024",
    ],
    BlockKind.NOTE: [
        "This article was originally written in Spanish.",
        "The article was originally published in German.",
        "Der Artikel ist zuerst auf einer anderen Seite erschienen.",
        "Aus dem Französischen übersetzt.",
        "( Traduit par M. E. )",
        "Editor's note: The figures were corrected.",
        "Anm. d. Red.: Die Zahlen wurden berichtigt.",
        "(Aus dem Ukrainischen adaptiert)",
        "Adaption: Karl Muster",
    ],
    BlockKind.CAPTION: ["Bild: AP/dpa", "Photo: Anna Example", "© Karl Muster/Getty Images"],
    None: [
        "Zum Inhalt des Vertrags schwiegen beide Seiten.",
        "Skip to the end of the film and you will see why.",
        "Zu weit gehen",
        "Von Berlin nach Paris",
        "By Sunday everything had changed.",
        "Der Artikel ist zuerst gelesen, dann vergessen worden, sagt sie.",
        "The report was published on Thursday.",
        "Am 2. März 2024 wurde gewählt.",
        "Im Jahr 2024 wird gewählt",
        "Das Foto: ein Zufall, sagt sie.",
        "Ihre Quelle: Das Tagebuch einer Magd.",
        "She said: Image is everything.",
        "Neue Gespräche",
        "Aus dem Zimmer kam Rauch.",
        "Korrektur der Zahlen",
        "Initiative für freies Netz (IFN):",
    ],
}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in KINDS.items() for line in lines]
)
def test_a_line_is_what_its_wording_tells(kind: BlockKind | None, line: str) -> None:
    assert find_kind(line) is kind


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Warten auf das Ende der Gas-Krise", "Bild: Karl Foto/REUTERS/dpa"),
        ("Waiting for the end of the crisis", "Image: Karl Foto/REUTERS"),
        ("Waiting for the end!", "Photo: AP"),
        ("Warten auf das Ende ", "Foto: Karl Foto"),
        ("Warten auf das Ende ", "(Foto: Karl Foto/dpa)"),
        ("Warten auf das Ende ", "© picture alliance/dpa"),
        ("Чекаючи на кінець", "Фото: Reuters"),
    ],
)
def test_a_credit_is_split_off_exactly(caption: str, credit: str) -> None:
    assert find_credit(caption + credit) == len(caption)


def test_a_sentence_about_a_picture_has_no_credit() -> None:
    assert find_credit("Er zeigte mir das Foto: Es war ganz verblichen.") is None
    assert find_credit("Das ist meine Quelle: ein altes Buch aus dem Keller") is None
