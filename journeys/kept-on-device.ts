import type { Page } from 'playwright-core'

/** All that the browser keeps of the site: databases, caches, and the small stores. */
export const keptIn = (page: Page) =>
  page.evaluate<string>(`(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('tl-wing')
      request.onsuccess = () => resolve(request.result)
    })
    const all = (name) => new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const stores = await Promise.all([...database.objectStoreNames].map(all))
    database.close()
    const cached = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        cached.push(request.url, /shell/.test(request.url) ? await (await caches.match(request)).text() : '')
    return JSON.stringify([stores, cached, { ...localStorage }, { ...sessionStorage }])
  })()`)
