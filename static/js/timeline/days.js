// Days as numbers: Julian Day Numbers counted from midnight, as in the figures; ISO 8601 for addresses
// (astronomical years: 0 is 1 BC) and words for people.

const UNIX_EPOCH = 2440588; // 1970-01-01
const DAY_MS = 86_400_000;
const MINUTES = 1440;
const ISO = /^(-?\d{4,6})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;
const writers = new Map();

function date(day) {
  return new Date(Math.round((day - UNIX_EPOCH) * MINUTES) * (DAY_MS / MINUTES));
}

export function toIso(day, withTime) {
  const moment = date(withTime ? day : Math.round(day));
  const year = moment.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  const two = (number) => String(number).padStart(2, "0");
  const written = `${year < 0 ? "-" : ""}${digits}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`;
  return withTime ? `${written}T${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}` : written;
}

// The day, or null for what is no date.
export function fromIso(text) {
  const found = ISO.exec(text ?? "");
  if (!found) return null;
  const [year, month, day, hour = 0, minute = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  moment.setUTCHours(hour, minute);
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists ? moment.getTime() / DAY_MS + UNIX_EPOCH : null;
}

// "May – June 2024": a stretch of days, as exact as its length makes useful.
export function inWords([first, last], language) {
  const days = last - first;
  const options = {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: digitsOf(language),
    year: "numeric",
  };
  if (days < 1500) options.month = "long";
  if (days < 120) options.day = "numeric";
  if (days < 3) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (date(first).getUTCFullYear() < 1) options.era = "short";
  return writer(language === "en" ? "en-GB" : language, options).formatRange(date(first), date(last));
}

// The digits that the server writes, too (`dates.cldr`): Western ones in Arabic.
export function digitsOf(language) {
  return language === "fa" ? "arabext" : "latn";
}

// Made once: making one takes longer than a frame may.
function writer(language, options) {
  const key = [language, ...Object.keys(options)].join();
  if (!writers.has(key)) writers.set(key, new Intl.DateTimeFormat(language, options));
  return writers.get(key);
}
