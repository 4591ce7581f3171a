// Which version of an event a decision is about: the one that the page showed when it was made. What
// the editor changed just before has a version that is known only once that was answered.

const ABOUT_ONE = ["accept", "reject", "restore", "date", "longer", "shorter", "split", "join"];
const TOGETHER = [
  ...["accept-all", "accept-above", "reject-all", "restore-chosen"],
  ...["merge-chosen", "part-chosen", "publish", "publish-all"],
];
const FIELD = "shown";

// The id of the event that is decided on, and of the one it is joined to; none for what is about
// others, null for what is about all that the page shows.
function concerned(fields) {
  const [verb, ...ids] = new Map(fields).get("action").split(":");
  if (TOGETHER.includes(verb)) return null;
  if (verb === "join") return ids;
  return ABOUT_ONE.includes(verb) || verb === "edit" ? ids.slice(0, 1) : [];
}

// What the page shows now of the events that the fields are about, but for those that `waiting`, not
// sent yet, are about too.
export function asShown(fields, waiting) {
  const others = fields.filter(([name]) => name !== FIELD);
  const pending = waiting.map(concerned);
  if (pending.includes(null)) return others;
  return withVersions(others, new Set(pending.flat()));
}

// The same when it is sent, with the versions that are known by now; `seen` is that of a correction.
export function completed(fields) {
  const values = new Map(fields);
  const [verb, id] = values.get("action").split(":");
  const card = document.getElementById(`event-${id}`);
  if (verb === "edit") return card && !values.has("seen") ? [...fields, ["seen", card.dataset.seen]] : fields;
  const known = (values.get(FIELD) ?? "").split(",").map((pair) => pair.split("@")[0]);
  return withVersions(fields, new Set(known));
}

// Whether a decision waits that was made without knowing what somebody else did to this event.
export function unaware(fields, id) {
  return concerned(fields)?.includes(id) ?? true;
}

function withVersions(fields, without) {
  const ids = concerned(fields);
  const cards = ids ? ids.map((id) => document.getElementById(`event-${id}`)) : document.querySelectorAll("[data-seen]");
  const added = [...cards]
    .filter((card) => card && !without.has(card.dataset.event))
    .map((card) => `${card.dataset.event}@${card.dataset.seen}`);
  const shown = [new Map(fields).get(FIELD), ...added].filter(Boolean).join(",");
  return shown ? [...fields.filter(([name]) => name !== FIELD), [FIELD, shown]] : fields;
}
