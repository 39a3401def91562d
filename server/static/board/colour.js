// The branch's own colour, used where it can be read on and under the others (Theme.qml).

const LEAST_CONTRAST = 4.5;

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

function light(colour) {
  const [red, green, blue] = channels(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const lights = [light(one), light(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

// Whether the colour can be read with all of these.
export function fits(accent, others) {
  return /^#[0-9a-fA-F]{6}$/.test(accent) && others.every((other) => contrast(accent, other) >= LEAST_CONTRAST);
}

// Lets the page wear the colour, or its usual one.
export function wear(accent) {
  const root = document.documentElement;
  root.style.removeProperty("--accent");
  if (accent === "" || root.dataset.theme === "contrast") return;
  const theme = getComputedStyle(root);
  const others = ["--on-accent", "--bg", "--surface", "--sunken"].map((name) => theme.getPropertyValue(name).trim());
  if (fits(accent, others)) root.style.setProperty("--accent", accent);
}
