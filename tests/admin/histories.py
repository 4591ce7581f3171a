"""The history of a record as an editor goes through it: compared, and brought back."""


def versions(thing):
    """Ids, the first version first."""
    return list(thing.history.order_by("history_id").values_list("history_id", flat=True))


def compared(page):
    changes = page.context["comparison"].changes
    return {change["field"]: (change["old"], change["new"]) for change in changes}


class History:
    def __init__(self, client, record):
        self._client, self._record = client, record
        self._address = f"/admin/timeline/{record._meta.model_name}/{record.pk}/"

    def page(self):
        return self._client.get(f"{self._address}history/").content.decode()

    def compared(self, old, new):
        known = versions(self._record)
        asked = {"old": known[old], "new": known[new]}
        return compared(self._client.get(f"{self._address}history/", asked))

    def form(self, number):
        return self._client.get(self._of(number))

    def bring_back(self, number, **given):
        form = self.form(number).context["adminform"].form
        return self._client.post(self._of(number), _sent(form) | given, follow=True)

    def save(self, **given):
        form = self._client.get(f"{self._address}change/").context["adminform"].form
        return self._client.post(f"{self._address}change/", _sent(form) | given, follow=True)

    def _of(self, number):
        return f"{self._address}history/{versions(self._record)[number]}/"


def _sent(form):
    fields = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in fields.items() if value is not None}


def rows(prefix, *given, initial=0):
    """The fields of a form's rows."""
    counts = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": initial}
    named = {
        f"{prefix}-{at}-{name}": value
        for at, row in enumerate(given)
        for name, value in row.items()
    }
    return counts | named
