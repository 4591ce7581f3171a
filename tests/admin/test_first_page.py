"""The first page of the desk: what editors begin with, and only what each may do."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Article

ADD = "/admin/timeline/article/add/"

pytestmark = pytest.mark.django_db


def test_a_pasted_article_is_read_at_once_and_its_review_opens(nour_client):
    page = nour_client.get("/admin/").content.decode()
    assert f'action="{ADD}"' in page
    answer = nour_client.post(ADD, {"text": ARTICLE, "published_on": PUBLISHED_ON.isoformat()})
    assert answer["Location"].endswith(f"/{Article.objects.get().pk}/review/")


def test_what_is_wrong_with_it_is_said_and_the_text_stays(nour_client):
    page = nour_client.post(ADD, {"text": ARTICLE, "published_on": "soon"}).content.decode()
    assert "Delta bridge reopens after repairs" in page
    assert "errorlist" in page
    assert not Article.objects.exists()


def test_who_may_only_look_is_offered_only_that(client, sam):
    sam.is_staff = True
    sam.save()
    sam.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(sam)
    page = client.get("/admin/").content.decode()
    assert "Review what waits" in page
    assert "quick-text" not in page
    assert "Enter an event" not in page


def test_the_desk_speaks_the_language_that_is_chosen_below(nour_client):
    home = reverse("admin:index")
    assert '<option value="en" lang="en" selected>' in nour_client.get(home).content.decode()
    chosen = {"language": "ar", "next": home}
    answer = nour_client.post(reverse("set_language"), chosen, follow=True)
    assert answer.request["PATH_INFO"] == home
    assert 'dir="rtl"' in answer.content.decode()


def test_what_editors_work_with_comes_before_accounts_in_the_order_of_the_work(admin_client):
    desk, accounts = admin_client.get("/admin/").context["app_list"]
    names = [model["object_name"] for model in desk["models"]]
    assert names[:3] == ["Article", "Event", "Timeline"]
    assert names[-1] == "Deleted"
    assert accounts["app_label"] == "auth"
