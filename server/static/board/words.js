// The board's words, which the page brings along in every language, and how they are filled.

let all = {};
let current = {};
let rules = null;

export function learn(words) {
  all = words;
}

// The language of these that there are words for, `de` for `de-AT`; English if none.
export function known(...languages) {
  for (const tag of languages) {
    const short = (tag || "").split("-")[0].toLowerCase();
    if (short in all) return short;
  }
  return "en";
}

export function speak(language) {
  const short = known(language);
  current = all[short];
  rules = new Intl.PluralRules(short);
}

export const rightToLeft = () => current.direction === "rtl";

export const inLanguage = (language, name) => all[language][name];

export const filled = (phrase, values) => phrase.replace(/{(\w+)}/g, (_, name) => values[name]);

// The phrase of this name, filled.
export const say = (name, values = {}) => filled(current[name], values);

// The phrase for so many.
export function sayMany(name, count) {
  const forms = current[name];
  return filled(forms[rules.select(count)] || forms.other, { count });
}

// The word of a group of words: `sayOf("place", "room")`.
export const sayOf = (group, name) => current[group][name];

// The name of a weekday in a sentence; Monday is 1.
export const sayDay = (weekday) => current.days[weekday - 1];

// What stands between the words of a list in a language.
export const commaOf = (language) => (all[language].direction === "rtl" ? "\u060c " : ", ");

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

// A name, a number or a time that stands in a sentence of another direction keeps its own.
export function apart(text) {
  const needed = rightToLeft() || FROM_THE_RIGHT.test(text);
  return text === "" || !needed ? text : `\u2068${text}\u2069`;
}

// Whether a text is read from the right: its first letter that has a direction says so.
export function fromTheRight(text) {
  const first = /[A-Za-z\u00c0-\u02af\u0370-\u052f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.exec(text);
  return first !== null && FROM_THE_RIGHT.test(first[0]);
}

// When the branch opens next, in words.
export function sayOpening({ clock, daysAhead, weekday }) {
  if (clock === "") return say("anotherTime");
  const time = apart(clock);
  if (daysAhead === 0) return say("opensToday", { time });
  if (daysAhead === 1) return say("opensTomorrow", { time });
  return say("opensOn", { day: apart(sayDay(weekday)), time });
}
