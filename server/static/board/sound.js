// Chime and voice. Browsers let nothing be heard before somebody has pressed a key; silence is a soft failure.

const Context = window.AudioContext || window.webkitAudioContext;

// A sound that takes so much longer than it lasts, or a voice that says nothing for so long, is given up.
const PATIENCE = 3000;
const LONGEST_SPEECH = 15000;

// How long until the chime is asked for again where it did not come.
const AGAIN_AFTER = 5000;

const pause = (wait) => new Promise((resolve) => setTimeout(resolve, wait));

// Resolves with the first of a promise and a wait.
const within = (wait, promise) => Promise.race([promise, pause(wait)]);

// What sounds: `changed` is called when the browser lets it, or does not.
export function makePlayer(address, changed) {
  const context = Context ? new Context() : null;
  const loaded = context ? loadAtLast() : null;

  // A board that begins while the network is bad would else be silent all day.
  async function loadAtLast() {
    for (;;) {
      try {
        return await load();
      } catch (error) {
        await pause(AGAIN_AFTER);
      }
    }
  }

  async function load() {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`no chime: ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    // Old browsers return nothing and call back.
    return new Promise((resolve, reject) => context.decodeAudioData(bytes, resolve, reject));
  }

  let ready = false;
  if (context) {
    context.onstatechange = changed;
    loaded.then(() => {
      ready = true;
      changed();
    });
  }

  return {
    // Whether the browser keeps it silent until somebody presses a key.
    get blocked() {
      return context !== null && context.state === "suspended";
    },
    // Whether nothing is heard, for whatever reason.
    get mute() {
      return !ready || context.state !== "running";
    },
    // Sounds from here on; works only while a key is pressed.
    async allow() {
      if (!context) return;
      await within(PATIENCE, context.resume()).catch(() => {});
      // The voice has to be let out by the same key.
      if (window.speechSynthesis) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
      changed();
    },
    async chime() {
      const chime = await within(PATIENCE, loaded);
      if (!chime || context.state !== "running") return;
      const source = context.createBufferSource();
      source.buffer = chime;
      source.connect(context.destination);
      const ended = new Promise((resolve) => {
        source.onended = resolve;
      });
      source.start();
      await within(chime.duration * 1000 + PATIENCE, ended);
    },
  };
}

// A voice of this machine's own for a language: what is called here is nobody else's business.
export function voiceOf(language) {
  if (!window.speechSynthesis) return null;
  const ours = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return ours.find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language) || null;
}

// Says words in a language, where there is a voice for it.
export async function speakAloud(text, language) {
  const voice = voiceOf(language);
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  const ended = new Promise((resolve) => {
    utterance.onend = resolve;
    utterance.onerror = resolve;
  });
  speechSynthesis.speak(utterance);
  await within(LONGEST_SPEECH, ended);
}
