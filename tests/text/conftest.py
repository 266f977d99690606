"""Specimens that several tests of this room read."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Wahlabend | Beispielblatt</title>
<script>var x = "<p>Nicht lesen!</p>"; if (a < b) {}</script><style>p{color:red}</style></head>
<body>
<div id="cookie-banner" role="dialog"><p>Wir verwenden Cookies, um Ihnen ein besseres Erlebnis zu
bieten. Bitte stimmen Sie zu, damit wir messen dürfen.</p><button>Zustimmen</button></div>
<header class="site"><a href="/"><img src="l.svg" alt="Beispielblatt Logo"></a>
<nav><ul><li><a href="/p">Politik</a><li><a href="/k">Kultur</a></ul></nav></header>
<main>
<header><h1>Lange Schlangen vor den Wahllokalen</h1>
<div class="meta"><span class="author">Anna Beispiel</span> | <time>2. März 2024</time></div>
</header>
<article>
<a class="skip-link" href="#text">Zum Inhalt springen</a>
<p class="lead">In Musterstadt hat die Wahl begonnen &ndash; mit gro&szlig;em Andrang.</p>
<figure><img src="a.jpg" alt="Menschen vor einer Schule">
<figcaption>Viele warteten schon fr&uuml;h<small>Bild: Karl Foto/dpa</small></figcaption></figure>
<p>Schon um sieben Uhr standen <em>Hun&shy;derte</em> vor der <a href="/s">Grundschule</a>.<br>
Die Stadt rechnete nicht damit. Am <time>Sonntag</time> wird gez&auml;hlt.</p>
<div class="share-bar"><a href="#">Teilen</a></div>
<h2>Wer gewinnt</h2>
<blockquote><p>„Wir sind überrascht“, sagte die Bürgermeisterin.</p></blockquote>
<ul><li>Erster Punkt</li><li>Zweiter Punkt</ul>
<p>Das Ergebnis kommt um 20 Uhr & wird online stehen.
<p>Dieser Artikel wurde aus dem Englischen übersetzt.
</article>
</main>
<aside class="related"><h2>Mehr zum Thema</h2><p>Ein ganz anderer Artikel mit einem ziemlich
langen Anreißertext, der nicht dazugehört und stört.</p></aside>
<section id="comments"><p>Leserkommentar: Das ist ja mal wieder typisch, und ich habe es immer
schon gesagt, oder etwa nicht?</p></section>
<footer>© 2024 Beispielblatt</footer>
</body></html>
"""


@pytest.fixture
def page() -> str:
    """A news page with scripts, a menu, a cookie banner, related links and comments."""
    return PAGE


@pytest.fixture
def samples() -> Path:
    """The folder of real pages that stand beside the repository, where they do."""
    if not SAMPLES.is_dir():
        pytest.skip("no ../shared/samples beside this checkout")
    return SAMPLES
