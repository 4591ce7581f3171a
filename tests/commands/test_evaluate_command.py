"""`manage.py evaluate`: every gold set that is there, without a database."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from timeline.management.commands import evaluate
from timeline.management.evaluation import benches, floor, gold, report, speed

GOLD = """
[[articles]]
id = "mill"
kind = "chronicle"
published = 2024-05-30
title = "The mill"
text = "Salma Haddad opened the mill on 5 May 2021. The owner spoke on Tuesday about it."
times = [["5 May 2021", "2021-05-05"], ["Tuesday", "2024-05-27"]]
events = [{ date = "2021-05-05", quote = "Salma Haddad opened the mill on 5 May 2021" }]
"""
# Scorers such as those of a bench folder: what they are given decides what they answer.
TEMPORAL = """
import json, pathlib, subprocess, sys
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
line = json.dumps({"id": "a", "text": "On 5 May 2021 it rained.", "dct": "", "lang": "en"})
done = subprocess.run(given["--cmd"], shell=True, input=line, capture_output=True, text=True)
(start, end, kind, value), = json.loads(done.stdout.splitlines()[0])["timexes"]
assert value == "2021-05-05"
for corpus in given["-c"].split(","):
    for kind in ("scores", "errors"):
        (pathlib.Path(given["--out"]) / kind).mkdir(exist_ok=True)
    f1 = {"value": {"f1": 87.65}}
    scores = {"scores": {"ALL": f1, "CAL": f1}, "busy_s": 2, "kb": 100}
    name = f"{given['--name']}.{corpus}"
    pathlib.Path(given["--out"], "scores", name + ".json").write_text(json.dumps(scores))
    head = "doc\\terror\\tgold\\tgvalue\\tsys\\tsvalue\\n"
    row = "story\\tMISSED\\tlast May\\t2020-05\\t\\t\\n"
    pathlib.Path(given["--out"], "errors", name + ".tsv").write_text(head + row)
"""
EVENTS = """
import json, sys
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
(event,) = json.load(open(given["--pred"]))["rain"]
f1 = {"f1": float(event["date"] == "2021-05-05")}
json.dump({key: f1 for key in ("event", "dates", "people", "places")}, open(given["--json"], "w"))
print("   1.000  rain")
"""


@pytest.fixture(autouse=True)
def _small(tmp_path, monkeypatch):
    """One short article, no bench folder, and speed measured in one round."""
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "en.toml").write_text(GOLD)
    monkeypatch.setattr(evaluate, "GOLD", gold)
    monkeypatch.setattr(evaluate, "BENCH", tmp_path / "none")
    monkeypatch.setattr(speed, "_ROUNDS", 1)


@pytest.fixture
def bench(tmp_path):
    for name, script in (("temporal", TEMPORAL), ("events", EVENTS)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "score.py").write_text(script)
    articles = tmp_path / "events" / "dev" / "articles"
    articles.mkdir(parents=True)
    article = '{"text": "The mill burned down on 5 May 2021.", "published": "2021-05-06"}'
    (articles / "rain.json").write_text(article)
    return tmp_path


def _told(*arguments):
    out = StringIO()
    call_command("evaluate", *arguments, stdout=out)
    return out.getvalue()


def test_the_gold_that_ships_is_scored_with_confidence_and_speed():
    told = _told()
    assert "all               1   50.0" in told
    assert "Precision of events by confidence" in told
    assert "KB of English read in a CPU second, of the invented articles that ship" in told
    assert "timebank" not in told


def test_every_miss_is_told_on_request():
    assert "time wrong: 'Tuesday' is 2024-05-27, not 2024-05-28" in _told("--misses")
    assert "Tuesday" not in _told()


def test_a_bench_folder_is_scored_by_its_own_scorers_beside_other_systems(bench):
    told = _told("--bench", str(bench), "--misses")
    assert "timebank   87.7 / 87.7      50     79.2 / 83.0" in told
    assert "Dateline     100.0  100.0" in told
    assert "story: missed: 'last May' 2020-05, found nothing" in told
    assert "1.000  rain" in told


def test_speed_is_measured_on_real_articles_where_some_are_english(bench):
    assert "in a CPU second, of the invented articles that ship" in _told("--bench", str(bench))
    rain = bench / "events" / "dev" / "articles" / "rain.json"
    rain.write_text(rain.read_text().replace("{", '{"lang": "en", ', 1))
    assert "in a CPU second, of real articles" in _told("--bench", str(bench))


def test_a_folder_without_scorers_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match=r"holds neither temporal/score\.py nor events/score"):
        _told("--bench", str(tmp_path))


def test_a_scorer_that_fails_is_told_in_a_sentence(bench):
    (bench / "temporal" / "score.py").write_text("raise SystemExit(3)")
    with pytest.raises(CommandError, match="ended with status 3"):
        _told("--bench", str(bench))
    with pytest.raises(benches.BenchError):
        benches.temporal(bench, evaluate.ROOT)


def test_pinning_writes_a_floor_that_holds(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluate, "ROOT", tmp_path)
    monkeypatch.setattr(evaluate, "FLOOR", tmp_path / "floor.toml")
    assert "Pinned in floor.toml" in _told("--pin")
    figures = report.evaluate(gold.load(tmp_path / "gold")).figures()
    assert figures["times"] == 0.5
    assert list(floor.problems(tmp_path / "floor.toml", tmp_path / "gold", figures)) == []


def test_a_checkout_without_gold_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluate, "GOLD", tmp_path / "nowhere")
    with pytest.raises(CommandError, match="There is no gold"):
        _told()
