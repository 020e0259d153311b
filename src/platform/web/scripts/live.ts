import { startChoices } from './choices.ts'
import { startPrintButtons } from './print.ts'

const gatherInMs = 50 // several changes of one moment are fetched once; the server tells one page after the other
const spreadInMs = 1000 // of those who come back together once a server is back

/**
 * Hears that something changed and fetches the parts of the page that may show it. The push itself says nothing about
 * anybody: the fetch is the look that the audit sees.
 */
export function startLive(): void {
  const { liveUrl } = document.body.dataset
  const regions = [...document.querySelectorAll<HTMLElement>('[data-live-fetch]')]
  if (!liveUrl || regions.length === 0) return

  let waiting: number | undefined
  const hear = (withinMs = 0) => {
    if (waiting) return
    waiting = window.setTimeout(
      () => {
        waiting = undefined
        for (const region of regions) void refresh(region)
      },
      gatherInMs + Math.random() * withinMs,
    )
  }

  let source = open()
  // A page that is kept for the back button would hold a connection, of which a browser has six.
  window.addEventListener('pagehide', () => source.close())
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    source = open()
    hear() // something may have been missed
  })

  function open(): EventSource {
    const stream = new EventSource(liveUrl!)
    let wasLost = false
    stream.addEventListener('message', () => hear())
    stream.addEventListener('error', () => {
      wasLost = true
    })
    stream.addEventListener('open', () => {
      if (wasLost) hear(spreadInMs) // something may have been missed
      wasLost = false
    })
    return stream
  }
}

async function refresh(region: HTMLElement): Promise<void> {
  const answer = await fetch(region.dataset['liveFetch']!, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok || answer.redirected) return // signed out or no connection: the page stays as it was

  const template = document.createElement('template')
  template.innerHTML = await answer.text()
  const news = template.content.querySelector('[data-live-news]')
  news?.remove()
  const line = document.querySelector(`[data-live-line="${region.id}"]`)
  const show = () => fill(region, template.content)
  // While somebody works inside the part, it waits for them to ask.
  const isInUse = region.contains(document.activeElement) || hasSelection(region)
  holdingPlace(region, () => {
    if (news) line?.replaceChildren(...news.childNodes)
    if (!isInUse) show()
  })
  if (isInUse) line?.querySelector('a')?.addEventListener('click', show, { once: true })
}

function fill(region: HTMLElement, content: DocumentFragment): void {
  region.replaceChildren(content)
  startChoices(region)
  startPrintButtons()
}

/** Changes the page while what the reader looks at stays where it is. */
function holdingPlace(region: HTMLElement, change: () => void): void {
  const top = document.elementFromPoint(window.innerWidth / 2, 8)
  // Inside the part everything is made anew, so the entry is found again by its id.
  const id = top && region.contains(top) ? top.closest('[id]')?.id : undefined
  const place = () =>
    (id ? document.getElementById(id) : top?.isConnected ? top : undefined)?.getBoundingClientRect().top
  const before = place()
  change()

  const after = place()
  if (before !== undefined && after !== undefined) window.scrollBy({ top: after - before, behavior: 'instant' })
}

function hasSelection(region: HTMLElement): boolean {
  const selection = window.getSelection()
  return Boolean(selection && !selection.isCollapsed && region.contains(selection.anchorNode))
}
