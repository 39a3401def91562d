// What is to be seen, as plain values, and how the page is made to show it: what stays is kept, so that it can move; what is new comes in.

const SVG = "http://www.w3.org/2000/svg";

// An element: `key` tells it from its siblings, `style` holds pixels as numbers, `of` is its text or its children.
export function box(key, looks = {}, of = []) {
  return { key, tag: looks.tag || "div", looks, of };
}

// Shows these as the children of an element, in their order.
export function show(parent, children) {
  const wanted = children.filter(Boolean);
  const kept = parent.shown || {};
  const shown = {};
  let place = parent.firstChild;
  for (const child of wanted) {
    const id = `${child.tag} ${child.key}`;
    const element = kept[id] || made(child);
    shown[id] = element;
    dress(element, child.looks);
    if (element === place) place = place.nextSibling;
    else parent.insertBefore(element, place);
    if (Array.isArray(child.of)) show(element, child.of);
    else if (element.textContent !== child.of) element.textContent = child.of;
  }
  for (const id of Object.keys(kept)) if (!(id in shown)) parent.removeChild(kept[id]);
  parent.shown = shown;
}

function made(child) {
  const drawn = child.tag === "svg" || child.looks.drawn;
  const element = drawn ? document.createElementNS(SVG, child.tag) : document.createElement(child.tag);
  element.dressed = { style: {}, attributes: {} };
  return element;
}

const UNITLESS = ["opacity", "fontWeight", "lineHeight", "flexGrow", "zIndex", "order"];

function dress(element, { style = {}, attributes = {}, kind = "" }) {
  const before = element.dressed;
  const worn = {};
  for (const name of Object.keys(style)) {
    const value = style[name];
    worn[name] = typeof value === "number" && UNITLESS.indexOf(name) < 0 ? `${Math.round(value * 100) / 100}px` : String(value);
    if (before.style[name] !== worn[name]) element.style[name] = worn[name];
  }
  for (const name of Object.keys(before.style)) if (!(name in worn)) element.style[name] = "";
  const said = Object.assign({}, attributes, kind ? { class: kind } : {});
  for (const name of Object.keys(said)) {
    if (before.attributes[name] !== said[name]) element.setAttribute(name, said[name]);
  }
  for (const name of Object.keys(before.attributes)) if (!(name in said)) element.removeAttribute(name);
  element.dressed = { style: worn, attributes: said };
}
