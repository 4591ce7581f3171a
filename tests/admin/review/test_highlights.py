from timeline.admin.review.highlights import stretches
from timeline.models import Event, Evidence
from timeline.templatetags.many import marked_text

TEXT = "On May 20 it rained. Nobody came."


def evidence(pk, quote, expression=(None, None), status="suggested"):
    event = Event(pk=pk, title="Rain", date="2024-05-20", status=status)
    start, end = quote
    first, last = expression
    return Evidence(
        pk=10 * pk,
        event=event,
        quote_start=start,
        quote_end=end,
        expression_start=first,
        expression_end=last,
    )


def test_every_character_is_there_once_and_in_order():
    overlapping = [evidence(1, (0, 20), (3, 9)), evidence(2, (5, 33))]

    assert "".join(s.text for s in stretches(TEXT, overlapping)) == TEXT


def test_overlapping_quotes_name_both_events():
    cut = list(stretches(TEXT, [evidence(1, (0, 20)), evidence(2, (10, 33))]))

    assert [s.events for s in cut] == [(1,), (1, 2), (2,)]


def test_the_time_expression_is_a_stretch_of_its_own():
    cut = list(stretches(TEXT, [evidence(1, (0, 20), (3, 9))]))

    assert [s.text for s in cut if s.expression] == ["May 20"]


def test_a_time_expression_outside_its_quote_is_marked_too():
    cut = list(stretches(TEXT, [evidence(1, (21, 33), (3, 9))]))

    assert [(s.text, s.events) for s in cut if s.expression] == [("May 20", ())]


def test_the_first_stretch_of_a_quote_is_where_links_lead():
    cut = list(stretches(TEXT, [evidence(1, (0, 20), (3, 9))]))

    assert [s.anchors for s in cut] == [(10,), (), (), ()]


def test_an_article_without_evidence_is_one_stretch():
    assert [s.text for s in stretches(TEXT, [])] == [TEXT]


def test_the_text_is_shown_as_it_is_with_its_quotes_around_it():
    text = "<b>On May 20</b> & so on"
    shown = marked_text(stretches(text, [evidence(1, (3, 12), (6, 12), status="published")]))
    assert shown == (
        "&lt;b&gt;"
        '<a id="quote-10" class="quote-start"></a>'
        '<span class="quote is-published" data-events="1">On </span>'
        '<span class="quote is-published" data-events="1"><mark>May 20</mark></span>'
        "&lt;/b&gt; &amp; so on"
    )
