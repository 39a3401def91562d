// What is heard of a call: a chime, then the words that the board shows, then once more; display/announcer.py in the browser's language.

import { namesOfDesk, toldIn } from "./derive.js";
import { languageOf } from "./state.js";
import { commaOf, filled, inLanguage, known } from "./words.js";

const BETWEEN = 1000;

// With this many calls waiting for their moment, none is repeated.
const ENOUGH = 3;

// What to say of a call in the first of these languages that there are words for: the label letter by letter, then the desk.
export function spoken(call, languages, place, names) {
  const language = known(...languages);
  const said = filled(inLanguage(language, "spoken")[place], { label: call.label.split("").join(" "), desk: call.desk });
  const name = toldIn(names, language);
  return { language, text: name === "" ? said : `${said}${commaOf(language)}${name}` };
}

// Whether this call has the large place, and is still to be answered.
export function isShown(state, call) {
  const { moment } = state;
  return moment !== null && moment.call.seq === call.seq && moment.call.state === "called";
}

const mayRepeat = (state, call) => isShown(state, call) && state.pending.length < ENOUGH;

// Says one call after the other, each when it gets its moment; `chime` and `speak` return promises, `busy` hears whether something is said.
export function makeAnnouncer({ stateNow, chime, speak, busy, speaks = true, pause }) {
  const parts = [];
  let saying = false;

  async function say() {
    saying = true;
    busy(true);
    while (parts.length) {
      const { wanted, what } = parts.shift();
      try {
        if (wanted()) await what();
      } catch (error) {
        // What cannot be heard is seen all the same, and the next call is said again.
      }
    }
    saying = false;
    busy(false);
  }

  function announce(call) {
    const state = stateNow();
    const { branch } = state.followed;
    const own = languageOf(state);
    const names = namesOfDesk(branch, call.desk);
    const first = spoken(call, [call.language, own], branch.place, names);
    const again = spoken(call, [own], branch.place, names);
    parts.push({ wanted: () => true, what: chime });
    if (speaks) {
      parts.push({ wanted: () => isShown(stateNow(), call), what: () => speak(first.text, first.language) });
      parts.push({ wanted: () => mayRepeat(stateNow(), call), what: () => pause(BETWEEN) });
      parts.push({ wanted: () => mayRepeat(stateNow(), call), what: () => speak(again.text, again.language) });
    }
    if (!saying) say();
  }

  return { announce };
}
