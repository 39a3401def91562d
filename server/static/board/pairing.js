// Asking a manager to admit this screen: a code to compare, until it is approved; then the token goes into a cookie that no script reads.

const ASK_EVERY = 3000;
const AGAIN_AFTER = 6000;
const LASTS = 600000;
const PAIRINGS = "/api/v1/pairings";

const pause = (wait) => new Promise((resolve) => setTimeout(resolve, wait));

async function asked(address, options) {
  const answer = await fetch(address, Object.assign({ cache: "no-store", credentials: "same-origin" }, options));
  return answer;
}

async function begin() {
  const body = JSON.stringify({ role: "display", name: "", version: "web" });
  const answer = await asked(PAIRINGS, { method: "POST", body, headers: { "Content-Type": "application/json" } });
  if (!answer.ok) throw new Error(`no pairing: ${answer.status}`);
  const pairing = await answer.json();
  // By the server's clock: a television's own may be any.
  const said = Date.parse(answer.headers.get("Date"));
  return Object.assign(pairing, { lasts: Number.isNaN(said) ? LASTS : Date.parse(pairing.expires_at) - said });
}

// How the pairing stands; it is over where the server knows it no longer.
async function look({ id, secret }) {
  const answer = await asked(`${PAIRINGS}/${id}`, { headers: { Authorization: `Bearer ${secret}` } });
  if (answer.status === 401 || answer.status === 404) return { status: "expired" };
  if (!answer.ok) throw new Error(`no answer: ${answer.status}`);
  return answer.json();
}

// Whether the browser keeps the token now; a manager may have let the screen in as something else.
async function keep(token) {
  const answer = await asked("/board/session", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  if (answer.ok) return "paired";
  if (answer.status === 401 || answer.status === 403) return "refused";
  throw new Error(`not kept: ${answer.status}`);
}

// Asks until the screen is paired; `changed` hears of each code (null while there is none) and of a refusal.
export function makePairing({ changed, paired }) {
  let running = false;

  async function once(why) {
    const pairing = await begin();
    changed({ state: why, code: pairing.code, lasts: pairing.lasts });
    let token = null;
    while (running) {
      await pause(ASK_EVERY);
      try {
        if (token !== null) return await keep(token);
        const found = await look(pairing);
        // The token comes once: without it there is nothing to wait for.
        if (found.status === "approved") token = found.token || null;
        if (token !== null) return await keep(token);
        if (found.status !== "pending") return found.status;
      } catch (error) {
        // It is asked again.
      }
    }
    return "stopped";
  }

  async function start(why) {
    if (running) return;
    running = true;
    let reason = why;
    while (running) {
      try {
        const ended = await once(reason);
        if (ended === "paired") {
          running = false;
          paired();
          return;
        }
        reason = ended === "refused" ? "refused" : why;
      } catch (error) {
        changed({ state: "none", code: "", lasts: 0 });
        await pause(AGAIN_AFTER);
      }
    }
  }

  return {
    start,
    stop() {
      running = false;
    },
  };
}
