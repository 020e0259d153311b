// Opens the page for a key work note where there is no network. It keeps nothing itself: what is in its cache was put there by wing.ts, and
// is the page without anybody's data.
interface Asked extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}
const worker = self as unknown as {
  addEventListener(name: string, hear: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === '/key-work/note') {
    event.respondWith(fetch(request).catch(async () => (await caches.match('/key-work/shell')) ?? Response.error()))
  } else if (request.mode !== 'navigate' && pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  }
})

export {}
