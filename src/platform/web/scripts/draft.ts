const waitInMs = 1200 // after the last key
const retriesInMs = [3000, 6000, 15_000, 30_000]

/** Text on this page that no server has yet. */
export interface Drafts {
  isAnyUnsaved(): boolean
  /** Sends what is unsaved now; true when nothing is left. */
  saveAll(): Promise<boolean>
}

/** Saves what is typed in forms that have `data-draft-url`, and says when. Nothing is kept in the browser: machines are shared. */
export function startDrafts(): Drafts {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-draft-url]')].map(keepDraft)
  return {
    isAnyUnsaved: () => forms.some(({ isUnsaved }) => isUnsaved()),
    saveAll: async () => (await Promise.all(forms.map(({ save }) => save()))).every(Boolean),
  }
}

function keepDraft(form: HTMLFormElement) {
  let saved = bodyOf(form)
  let timer: number | undefined
  let failures = 0
  let isSending = false
  let isSubmitted = false

  const isUnsaved = () => !isSubmitted && bodyOf(form) !== saved
  const later = (inMs: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), inMs)
  }

  async function save(isLeaving = false): Promise<boolean> {
    if (isSending || !isUnsaved()) return !isUnsaved()
    const body = bodyOf(form)
    isSending = true
    const answer = await post(form.dataset['draftUrl']!, body, isLeaving)
    isSending = false
    if (answer?.ok && !answer.redirected) {
      saved = body
      failures = 0
      say(form, 'saved', await savedAt(answer))
      window.dispatchEvent(new Event('tl-alive')) // the session was used
      if (isUnsaved()) later(waitInMs) // typed on while it was sent
      return !isUnsaved()
    }
    const isSignedOut = answer?.redirected || answer?.status === 401 || answer?.status === 403
    say(form, isSignedOut ? 'signedOut' : 'waiting')
    later(retriesInMs[Math.min(failures++, retriesInMs.length - 1)]!)
    return false
  }

  form.addEventListener('input', () => later(waitInMs))
  form.addEventListener('change', () => later(waitInMs))
  form.addEventListener('submit', () => {
    isSubmitted = true
    window.clearTimeout(timer)
  })
  window.addEventListener('online', () => void save())
  window.addEventListener('pageshow', () => {
    isSubmitted = false // came back to it
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true)
  })
  window.addEventListener('beforeunload', (event) => {
    if (!isUnsaved()) return
    void save(true)
    event.preventDefault() // the browser asks in its own words
  })
  return { isUnsaved, save: () => save() }
}

/** The form as it would be sent, without passwords and files, and without the id that lets a form be sent only once. */
function bodyOf(form: HTMLFormElement): string {
  const body = new URLSearchParams()
  const passwords = form.querySelectorAll<HTMLInputElement>('input[type="password"]')
  const left = new Set(['formId', ...[...passwords].map(({ name }) => name)])
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !left.has(name)) body.append(name, value)
  }
  return body.toString()
}

async function post(url: string, body: string, isLeaving: boolean): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  return fetch(url, { method: 'POST', body, headers, keepalive: isLeaving }).catch(() => undefined)
}

/** The server's clock, where it tells: the machine's own is often wrong. */
async function savedAt(answer: Response): Promise<string> {
  const told: { savedAt?: unknown } = await answer.json().catch(() => ({}))
  if (typeof told.savedAt === 'string') return told.savedAt
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
}

/** The words come with the line, from the server. */
function say(form: HTMLFormElement, what: 'saved' | 'waiting' | 'signedOut', time = ''): void {
  const line = form.querySelector<HTMLElement>('[data-draft-line]')
  const text = line?.querySelector('[data-draft-text]')
  if (!line || !text) return
  text.textContent = (line.dataset[what] ?? '').replace('{time}', time)
  line.classList.toggle('tl-saved--not', what !== 'saved')
  const shape = line.querySelector('use')
  shape?.setAttribute('href', shape.getAttribute('href')!.replace(/#.*/, what === 'saved' ? '#g-ok' : '#g-tight'))
}
