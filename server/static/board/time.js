// Instants are milliseconds since 1970, with the server's microseconds behind the point; and what the branch's clock and calendar say of them.

const formats = {};

// An instant as the server writes it; null for none.
export function instant(text) {
  if (!text) return null;
  const parts = /^(.*?\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  return Date.parse(parts[1] + parts[3]) + Number(parts[2] || 0) * 1000;
}

// An old browser may not know a zone by its newest name; it hangs in the branch's own room.
function formatOf(zone) {
  const wanted = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hour12: false };
  try {
    return new Intl.DateTimeFormat("en-US-u-nu-latn", Object.assign({ timeZone: zone }, wanted));
  } catch (error) {
    return new Intl.DateTimeFormat("en-US-u-nu-latn", wanted);
  }
}

function local(at, zone) {
  if (!formats[zone]) formats[zone] = formatOf(zone);
  const found = {};
  for (const part of formats[zone].formatToParts(new Date(at))) found[part.type] = Number(part.value);
  return found;
}

const two = (number) => (number < 10 ? `0${number}` : String(number));

// An instant as the branch's clock shows it, `10:42`; nothing for none.
export function clockTime(at, zone) {
  if (at === null) return "";
  const { hour, minute } = local(at, zone);
  // Some write midnight as 24.
  return `${two(hour % 24)}:${two(minute)}`;
}

// The day of an instant by the branch's calendar, counted from 1970.
export function localDay(at, zone) {
  const { year, month, day } = local(at, zone);
  return Date.UTC(year, month - 1, day) / 86400000;
}

// A date such as `2026-03-12`, counted from 1970.
export const dayOf = (date) => Date.parse(`${date}T00:00:00Z`) / 86400000;

// Monday is 1.
export const weekdayOf = (day) => ((day + 3) % 7) + 1;
