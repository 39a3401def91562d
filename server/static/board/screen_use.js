// Keeping the screen on, and all of it.

let lock = null;

// Keeps the screen from going dark, where the browser can.
export function awake() {
  if (!navigator.wakeLock) return;
  const take = () => {
    if (document.hidden || (lock && !lock.released)) return;
    navigator.wakeLock.request("screen").then(
      (taken) => {
        lock = taken;
      },
      () => {},
    );
  };
  document.addEventListener("visibilitychange", take);
  take();
}

// Uses the whole screen; a browser allows it only while a key is pressed.
export function wholeScreen() {
  const root = document.documentElement;
  const enter = root.requestFullscreen || root.webkitRequestFullscreen;
  if (!enter || document.fullscreenElement || document.webkitFullscreenElement) return;
  const entered = enter.call(root);
  if (entered && entered.catch) entered.catch(() => {});
}
