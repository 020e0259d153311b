// Opens a page where there is no network: the note of key work, the register of a group. It keeps nothing itself: what is in its cache was
// put there by wing.ts, and is the page without anybody's data.
interface Asked extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}
const worker = self as unknown as {
  addEventListener(name: string, hear: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { scope: string }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const folder = new URL(worker.registration.scope).pathname.slice(0, -1)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && /\/(note|register)$/.test(pathname)) {
    const kept = () => caches.match(`${folder}/shell`, { cacheName: `tl-wing${folder.replace('/', '-')}` })
    event.respondWith(fetch(request).catch(async () => (await kept()) ?? Response.error()))
  } else if (request.mode !== 'navigate' && pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  }
})

export {}
