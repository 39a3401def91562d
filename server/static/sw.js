// Shows a call that reaches the phone by push, also while the ticket page is closed.

"use strict";

addEventListener("install", (event) => event.waitUntil(skipWaiting()));

const pages = () => clients.matchAll({ type: "window", includeUncontrolled: true });
const isOf = (url) => (page) => new URL(page.url).pathname === url;

async function show({ title, body, url, lang, dir, soft }) {
  // Every push must be shown, but the page sounds by itself where it is looked at.
  const seen = (await pages()).filter(isOf(url)).some((page) => page.visibilityState === "visible");
  const called = { vibrate: [300, 150, 300, 150, 300], renotify: true, requireInteraction: true };
  const loud = seen ? { silent: true } : soft ? { vibrate: [200], renotify: true } : called;
  await registration.showNotification(title, { body, lang, dir, tag: url, data: url, ...loud });
}

async function open(url) {
  const page = (await pages()).find(isOf(url));
  await (page ? page.focus() : clients.openWindow(url));
}

addEventListener("push", (event) => event.waitUntil(show(event.data.json())));
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});
