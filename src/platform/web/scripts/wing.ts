// Notes of key work on a wing without a network. Loaded on the pages of key work alone. What is typed is sealed to the server's public key
// before it is kept: whoever finds this device finds noise. The database of the browser holds no name, no number and no text.

import { type Prepared, seal } from './wing-seal.ts'
import { allNotes, deleteNote, keepNote, readPrepared, savePrepared } from './wing-store.ts'

const shellUrl = '/key-work/shell'
const noteUrl = '/key-work/note'
const shiftInMs = 12 * 3_600_000
const pingInMs = 3000

const form = document.querySelector<HTMLFormElement>('form[data-sealed]')
const line = document.querySelector<HTMLElement>('[data-sealed-line]')

if (window.crypto?.subtle && window.indexedDB) void start()

async function start(): Promise<void> {
  const isShell = location.pathname === shellUrl || form?.dataset['sealed'] === 'shell'
  if (form) await startForm(form, isShell)
  window.addEventListener('online', () => void sendAll())
  await sendAll()
}

async function startForm(form: HTMLFormElement, isShell: boolean): Promise<void> {
  const { sealKey, sealKeyId, sealAuthor, sealFiles } = form.dataset
  if (sealKey && sealKeyId && sealAuthor) {
    await savePrepared({ key: sealKey, keyId: sealKeyId, author: sealAuthor, at: Date.now() })
    void keepShell(JSON.parse(sealFiles ?? '[]'))
  }
  if (isShell && (await leaveShell(form))) return
  if (isShell) setId(form)
  if (form.dataset['sealedProblems']) await deleteNote(idOf(form)) // the server has read it, and what it asks is on the page
  const prepared = await readPrepared()
  const isReady = prepared && Date.now() - prepared.at < shiftInMs
  for (const part of document.querySelectorAll<HTMLElement>('[data-sealed-if]')) {
    part.hidden = part.dataset['sealedIf'] !== (isReady ? 'ready' : 'unprepared')
  }
  if (!isReady) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void keepAndSend(form, prepared)
  })
}

/** What was kept is for where there is no network: with one the page itself comes, once, and never over something typed. */
async function leaveShell(form: HTMLFormElement): Promise<boolean> {
  const isAsked = location.pathname === noteUrl && location.search === ''
  const isTyped = [...new FormData(form)].some(([name, value]) => ['who', 'body', 'ownWords'].includes(name) && value)
  if (!isAsked || isTyped || !(await isOnline())) return false
  location.replace(`${noteUrl}?again`)
  return true
}

/** Sealed and kept first, then sent: a network that drops in the middle loses nothing, and the server takes one id once. */
async function keepAndSend(form: HTMLFormElement, prepared: Prepared): Promise<void> {
  if (!isWhole(form)) return say('empty')
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.append('writtenAt', String(Date.now()))
  await keepNote(await seal(body.toString(), idOf(form), prepared))
  if (await isOnline()) return form.submit()
  form.reset()
  setId(form)
  say('kept', await countOf(prepared.author))
  line?.scrollIntoView({ block: 'center' })
  line?.focus()
}

const isWhole = (form: HTMLFormElement): boolean => {
  const typed = (name: string) => String(new FormData(form).get(name) ?? '').trim()
  const isHeld = ['SESSION', 'TALK'].includes(typed('kind'))
  return typed('who') !== '' && (!isHeld || typed('body') !== '' || typed('ownWords') !== '')
}

/** Sends what waits under the name of whoever is signed in. Others' notes stay, sealed and unseen, until they are. */
async function sendAll(): Promise<void> {
  if ((await allNotes()).length === 0) return
  const headers = { accept: 'application/json' }
  const told = await fetch('/key-work/seal-key', { headers }).catch(() => undefined)
  const author: string | undefined = told?.ok && !told.redirected ? (await told.json()).author : undefined
  if (!author) {
    const prepared = await readPrepared()
    const waiting = prepared ? await countOf(prepared.author) : 0
    return waiting > 0 ? say('waiting', waiting) : undefined
  }
  const counts = { sent: 0, aside: 0 }
  for (const { at: _, ...note } of (await allNotes()).filter((each) => each.author === author)) {
    const body = new URLSearchParams({ ...note })
    const answer = await fetch('/key-work/sealed', { method: 'POST', body, headers }).catch(() => undefined)
    if (!answer?.ok || answer.redirected) continue
    const { state } = await answer.json()
    await deleteNote(note.id)
    if (state === 'filed') counts.sent += 1
    if (state === 'aside') counts.aside += 1
  }
  if (counts.aside > 0) return say('aside', counts.aside)
  if (counts.sent > 0) say('sent', counts.sent)
}

/** The page without anybody's data, and what it is drawn with. */
async function keepShell(files: string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  await navigator.serviceWorker.register('/key-work/worker.js').catch(() => undefined)
  const cache = await caches.open('tl-wing')
  const wanted = [shellUrl, ...files]
  await cache.addAll(wanted).catch(() => undefined)
  for (const request of await cache.keys()) {
    if (!wanted.includes(new URL(request.url).pathname)) await cache.delete(request)
  }
  form?.setAttribute('data-shell-kept', '')
}

async function isOnline(): Promise<boolean> {
  if (!navigator.onLine) return false
  const signal = AbortSignal.timeout(pingInMs)
  const answer = await fetch('/health/live', { cache: 'no-store', signal }).catch(() => undefined)
  return answer?.ok ?? false
}

const countOf = async (author: string) => (await allNotes()).filter((note) => note.author === author).length
const idOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('[name=formId]')!.value
function setId(form: HTMLFormElement): void {
  form.querySelector<HTMLInputElement>('[name=formId]')!.value = crypto.randomUUID()
}

/** The words come with the line, from the server. */
function say(what: 'kept' | 'waiting' | 'sent' | 'aside' | 'empty', count = 0): void {
  if (!line) return
  line.hidden = false
  line.querySelector('[data-sealed-text]')!.textContent = (line.dataset[what] ?? '').replace('{count}', String(count))
  for (const link of line.querySelectorAll<HTMLElement>('[data-sealed-when]')) {
    link.hidden = link.dataset['sealedWhen'] !== what
  }
}
