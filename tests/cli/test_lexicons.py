"""A project's own lexicons, named in its settings, serve every command."""

from __future__ import annotations

import json
import pickle
import subprocess
from pathlib import Path

import pytest
from tests.running import Done, Run

from transtrack.config import Config, find_config
from transtrack.errors import UsageError
from transtrack.model import Status
from transtrack.pipeline import Lexicons, find_lexicons
from transtrack.pipeline.batch import Task, align_task
from transtrack.pipeline.choice import choose_checks
from transtrack.pipeline.names import find_translations, open_articles
from transtrack.pipeline.past import trace_corpus
from transtrack.pipeline.review import find_articles
from transtrack.pipeline.watching import bring_in_step
from transtrack.review.keeper import Keeper
from transtrack.track import find_corpus
from transtrack.track.corpus import find_files
from transtrack.track.history import find_commits

WORDS = dict(
    pair.split("=")
    for line in (
        "le=the la=the un=a une=a dans=in près=near berger=shepherd maison=house forêt=forest",
        "soeur=sister livre=book fenêtre=window roi=king cheval=horse mer=sea voisin=neighbour",
        "pierre=stone rue=street fils=son pain=bread ville=town oiseau=bird poisson=fish",
        "chien=dog pomme=apple neige=snow bateau=boat pont=bridge cherche=seeks garde=keeps",
        "vend=sells trouve=finds achète=buys voit=sees perd=loses",
    )
    for pair in line.split()
)
FRENCH = (
    "le berger cherche la maison dans la forêt",
    "la soeur garde un livre près la fenêtre",
    "le roi vend le cheval près la mer",
    "le voisin trouve une pierre dans la rue",
    "le fils achète le pain dans la ville",
    "un oiseau voit le poisson près la mer",
    "le chien perd une pomme dans la neige",
    "la soeur achète un bateau près le pont",
)
LOST = 3  # the sentence that has no translation
FILE = "lexicons/fr-en.lexicon"
LANGUAGES = ("--source-language", "fr", "--target-language", "en")
NAMED = f'source = "fr"\nlexicons = ["{FILE}"]\n'


def tell(sentence: str) -> str:
    return sentence.capitalize() + "."


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settle(project: Path, text: str = NAMED) -> Config:
    put(project / "transtrack.toml", text)
    return find_config(project)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """Two French articles whose English lacks a sentence, and a lexicon that is not named yet."""
    kept = [line for number, line in enumerate(FRENCH) if number != LOST]
    english = [" ".join(WORDS[word] for word in line.split()) for line in kept]
    for name in ("conte", "fable"):
        put(tmp_path / "corpora/fr" / f"{name}.txt", "\n".join(map(tell, FRENCH)) + "\n")
        put(tmp_path / "corpora/en" / f"{name}.txt", "\n".join(map(tell, english)) + "\n")
    put(tmp_path / "words.tsv", "".join(f"{a}\t{b}\n" for a, b in WORDS.items()) * 2)
    put(tmp_path / "few.tsv", "pain\tbread\n" * 2)
    put(tmp_path / "transtrack.toml", 'source = "fr"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    train(run)
    return tmp_path


def train(run: Run, corpus: str = "words.tsv", file: str = FILE) -> None:
    assert run("lexicon", "train", corpus, "-o", file, *LANGUAGES).status == 0


def catalogues(project: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(project.rglob("*.po"))}


def find_omissions(done: Done) -> list[str]:
    found = [item for article in json.loads(done.out)["articles"] for item in article["findings"]]
    return [item["severity"] for item in found if item["check"] == "omission"]


def test_align_and_check_are_surer_of_what_is_missing(project: Path, run: Run) -> None:
    assert run("align").out.splitlines()[1].split()[-1] != "0"
    assert find_omissions(run("check", "-f", "json")) == ["minor", "minor"]
    settle(project)
    done = run("align")
    assert done.err == "catalogues: 2 written, 0 unchanged\n"
    assert done.out.splitlines()[1].split()[-1] == "0"  # none to look at
    assert all("|cost:lexical:given-" in text for text in catalogues(project).values())
    assert find_omissions(run("check", "-f", "json")) == ["major", "major"]


def test_check_tells_a_sentence_cut_off_from_a_full_stop_forgotten(
    project: Path, run: Run
) -> None:
    path = project / "corpora/en/conte.txt"
    text = path.read_text("utf-8").replace("window.", "window")
    put(path, text.replace("sees the fish near the sea.", "sees the"))
    found = []
    for settings in ('source = "fr"\n', NAMED):
        settle(project, settings)
        (article,) = json.loads(run("check", "conte", "-f", "json").out)["articles"]
        found.append([(i["check"], i["line"], i["severity"]) for i in article["findings"]])
    assert [check for check, _, _ in found[0]] == ["end", "omission", "addition", "omission"]
    assert found[1] == [("end", 2, "neutral"), ("omission", 3, "major"), ("end", 5, "minor")]


def test_quality_and_report_and_status_judge_what_they_could_not(project: Path, run: Run) -> None:
    before = run("quality", "-f", "json"), run("report", "-o", "site", "--history", "0")
    assert [done.status for done in before] == [2, 2]
    assert 'lexicons = ["FILE"]' in before[0].err
    assert "no score: no lexicon for fr-en" in before[1].err
    settle(project)
    done = run("quality", "-f", "json")
    assert done.status == 0
    (score,) = json.loads(done.out)["scores"]
    assert 80 < score["value"] < 95
    assert "|pair:fr-en|lexicon:given-" in score["signature"]
    assert run("report", "-o", "site", "--history", "0").status == 0
    page = (project / "site/articles/en.conte.html").read_text("utf-8")
    assert "lexicon:given-" in page
    assert "lexical:given-" in page
    run("align")
    rows = json.loads(run("status", "--findings", "-f", "json").out)["translations"]
    assert all(row["score"] > 80 for row in rows)


def test_two_files_are_compared_by_it_too(project: Path, run: Run) -> None:
    files = "corpora/fr/conte.txt", "corpora/en/conte.txt"
    settle(project)
    for there in (files, files[::-1]):
        aligned = json.loads(run("align", *there, "-f", "json").out)
        assert "lexical:given-" in aligned["signature"]
        assert run("quality", *there).status == 0


def test_export_names_review_and_watch_use_it(project: Path, run: Run) -> None:
    config = settle(project)
    assert "lexical:given-" in run("export", "conte", "-f", "po").out
    opened = list(open_articles(config, find_translations(config, [])))
    assert all(("chien", "dog") in item.article.grounding.pairs for item in opened if item.article)
    keeper = Keeper(find_articles(config, ["conte"])[0], config)
    assert "lexical:given-" in keeper.draft.signature
    assert [item.check for item in keeper.find_findings()[1]] == ["omission"]
    assert len(list(bring_in_step(config, find_corpus(config).pairs))) == 2
    assert all("lexical:given-" in text for text in catalogues(project).values())


def test_what_comes_home_is_aligned_by_it(project: Path, run: Run) -> None:
    settle(project)
    run("export", "conte", "-f", "tsv", "-o", "conte.tsv")
    table = (project / "conte.tsv").read_text("utf-8")
    put(project / "conte.tsv", table.replace("loses a apple", "loses an apple"))
    assert run("import", "conte.tsv", "--article", "conte").status == 0
    text = catalogues(project)["conte.po"]
    assert "an apple" in text
    assert "lexical:given-" in text


def test_an_archive_is_matched_by_it(project: Path, run: Run) -> None:
    for number, line in enumerate(FRENCH):
        put(project / f"old/fr/a{number}.txt", f"{tell(line)}\n")
        english = " ".join(WORDS[word] for word in line.split())
        put(project / f"old/en/b{number}.txt", f"{tell(english)}\n")
    languages = "--source-language", "fr", "--target-language", "en"
    right = {f"old/fr/a{k}.txt\told/en/b{k}.txt" for k in range(len(FRENCH))}
    counts = []
    for text in ('source = "fr"\n', NAMED):
        settle(project, text)
        lines = run("mine", "old/fr", "old/en", *languages).out.splitlines()
        counts.append(len(right & {line.rpartition("\t")[0] for line in lines}))
    assert counts[0] < counts[1] == len(FRENCH)


def test_several_processes_write_and_print_the_same(project: Path, run: Run) -> None:
    settle(project)
    alone, made = run("align"), catalogues(project)
    for path in (*project.rglob("*.po"), *(project / ".transtrack").glob("*.sqlite")):
        path.unlink()
    assert run("align", "--jobs", "2") == alone
    assert catalogues(project) == made
    assert run("check", "-f", "json", "--jobs", "2") == run("check", "-f", "json")


def test_a_worker_elsewhere_is_sent_paths_and_opens_them_itself(project: Path) -> None:
    config = settle(project)
    pair = find_corpus(config).pairs[0]
    task = Task(pair=pair, root=config.root, lexicons=find_lexicons(config))
    sent = pickle.dumps(task)
    assert len(sent) < 1500
    row, _ = align_task(pickle.loads(sent))  # noqa: S301 - our own
    assert row.status is Status.FRESH
    assert "lexical:given-" in catalogues(project)["conte.po"]


def test_a_cluster_writes_the_same(project: Path, run: Run) -> None:
    distributed = pytest.importorskip("distributed", reason="an extra: transtrack[scale]")
    settle(project)
    alone, made = run("align"), catalogues(project)
    for path in (*project.rglob("*.po"), *(project / ".transtrack").glob("*.sqlite")):
        path.unlink()
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        done = run("align", "--scheduler", cluster.scheduler_address)
    assert done.out == alone.out
    assert catalogues(project) == made


def test_a_second_run_writes_nothing_and_another_lexicon_aligns_anew(
    project: Path, run: Run
) -> None:
    settle(project)
    run("align")
    made = catalogues(project)
    assert "0 written, 2 unchanged" in run("align").err
    train(run)  # the same contents, at another time
    assert "0 written, 2 unchanged" in run("align").err
    assert catalogues(project) == made
    train(run, "few.tsv")
    assert "2 written, 0 unchanged" in run("align").err
    train(run)
    assert "2 written, 0 unchanged" in run("align").err
    assert catalogues(project) == made


def test_a_lexicon_on_the_command_line_wins(project: Path, run: Run) -> None:
    train(run, "few.tsv", "few.lexicon")
    settle(project)
    run("align", "--lexicon", "few.lexicon")
    few = catalogues(project)["conte.po"]
    run("align")
    assert few != catalogues(project)["conte.po"]
    score = json.loads(run("quality", "--lexicon", "few.lexicon", "-f", "json").out)["scores"][0]
    assert score["signature"].split("given-")[1][:8] in few
    (project / FILE).unlink()
    assert run("align", "--lexicon", "few.lexicon").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("align",),
        ("align", "corpora/fr/conte.txt", "corpora/en/conte.txt"),
        ("check",),
        ("check", "--jobs", "2"),
        ("export", "-o", "sent"),
        ("names",),
        ("quality",),
        ("report", "-o", "site"),
        ("status", "--findings"),
        ("watch",),
        ("mine", "corpora/fr", "corpora/en"),
    ],
    ids=" ".join,
)
def test_one_that_cannot_be_read_is_told_at_once(
    project: Path, run: Run, words: list[str]
) -> None:
    run("align")
    settle(project, NAMED.replace("fr-en", "none"))
    done = run(*words)
    assert (done.status, done.out) == (2, "")
    assert f"{project}/lexicons/none.lexicon: lexicons: no lexicon that can be read" in done.err
    assert "transtrack lexicon train CORPUS -o lexicons/none.lexicon" in done.err


def test_what_is_no_lexicon_or_one_too_many_is_told(project: Path, run: Run) -> None:
    put(project / "lexicons/text.lexicon", "hello\n")
    settle(project, NAMED.replace("fr-en", "text"))
    assert "lexicons: not a lexicon, or one cut short" in run("check").err
    train(run, "few.tsv", "lexicons/few.lexicon")
    settle(project, NAMED.replace("]", ', "lexicons/few.lexicon"]'))
    done = run("check")
    assert done.status == 2
    assert "both for fr-en" in done.err
    assert "transtrack lexicon merge" in done.err


def test_either_direction_is_found_and_other_pairs_are_left_to_the_program(project: Path) -> None:
    lexicons = find_lexicons(settle(project))
    there, back = lexicons.find("fr-CA", "en"), lexicons.find("en-GB", "fr")
    assert there
    assert back
    assert there.translations("chien")[0][0] == "dog"
    assert back.translations("dog")[0][0] == "chien"
    assert there.name == back.name
    assert lexicons.find("de", "en") is None
    assert lexicons.find("fr-CA", "en") is there
    with pytest.raises(UsageError, match="the lexicon is for fr-en, the texts are de-en"):
        Lexicons(given=FILE).find("de", "en")


def test_the_houses_takes_the_place_of_the_programs_own(project: Path, run: Run) -> None:
    put(project / "news.tsv", "Haus\thome\n" * 2)
    languages = "--source-language", "de", "--target-language", "en"
    assert run("lexicon", "train", "news.tsv", "-o", "de-en.lexicon", *languages).status == 0
    found = find_lexicons(settle(project, 'lexicons = ["de-en.lexicon"]\n')).find("de-AT", "en")
    assert found
    assert [word for word, _, _ in found.translations("Haus")] == ["home"]
    own = find_lexicons(Config(root=project), "de-en").find("de", "en")
    assert own
    assert own.name == "own"


def test_earlier_commits_are_judged_by_it_too(project: Path) -> None:
    put(project / "terms.csv", "fr,en\npain,loaf\n")
    config = settle(project, f'{NAMED}glossaries = ["terms.csv"]\n')
    for command in (
        ["init", "-q"],
        ["add", "corpora"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *command], cwd=project, check=True)
    commits = find_commits(config.root, config.corpora, 1)
    (moment,) = trace_corpus(config, commits, choose_checks(config), {})
    (score,) = moment.totals.scores
    assert "lexicon:given-" in score.signature


def test_it_goes_with_the_project_into_a_store(project: Path) -> None:
    assert FILE in find_files(settle(project))


def test_words_without_spaces_are_shown_by_their_characters(project: Path, run: Run) -> None:
    put(project / "ja.tsv", "橋\tbridge\n" * 3)
    tags = ("--source-language", "ja", "--target-language", "en")
    assert run("lexicon", "train", "ja.tsv", "-o", "new/ja-en.lexicon", *tags).status == 0
    done = run("lexicon", "show", "new/ja-en.lexicon", "橋海")
    assert done.out.startswith("橋\tbridge\t")
    assert "橋海 is looked up by its parts: 橋, 海" in done.err
    assert "not in the lexicon: 海" in done.err
