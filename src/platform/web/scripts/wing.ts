// What is written on a wing without a network: notes of key work, registers of groups. Loaded on their pages alone. What is typed is sealed
// to the server's public key before it is kept: whoever finds this device finds noise. The browser's database holds no name and no text.

import { isRegister, isTaken, prepareRegister, rememberMarks, sessionOf, showRegisters } from './wing-register.ts'
import { type Prepared, type SealedNote, seal } from './wing-seal.ts'
import { allNotes, deleteNote, keepNote, readPrepared, savePrepared } from './wing-store.ts'

const shiftInMs = 12 * 3_600_000
const pingInMs = 3000
const headers = { accept: 'application/json' }

const form = document.querySelector<HTMLFormElement>('form[data-sealed]')
const lines = [...document.querySelectorAll<HTMLElement>('[data-sealed-line]')]
const folderOf = (note: SealedNote): string => note.to ?? '/key-work' // all that was ever kept before there were others

if (window.crypto?.subtle && window.indexedDB) void start()

async function start(): Promise<void> {
  if (form) await startForm(form, form.dataset['sealedTo']!)
  window.addEventListener('online', () => void sendAll())
  await sendAll()
}

async function startForm(form: HTMLFormElement, folder: string): Promise<void> {
  const { sealKey, sealKeyId, sealAuthor, sealFiles } = form.dataset
  if (sealKey && sealKeyId && sealAuthor) {
    await savePrepared({ key: sealKey, keyId: sealKeyId, author: sealAuthor, at: Date.now() })
    await prepareRegister(form, sealAuthor)
    void keepShell(folder, JSON.parse(sealFiles ?? '[]'))
  }
  const isShell = form.dataset['sealed'] === 'shell'
  if (isShell && (await leaveShell(form))) return
  if (isShell) setId(form)
  if (form.dataset['sealedProblems']) await deleteNote(idOf(form)) // the server has read it, and what it asks is on the page
  const prepared = await readPrepared()
  const isFresh = prepared !== undefined && Date.now() - prepared.at < shiftInMs
  const isReady = isFresh && (!isShell || !isRegister(form) || (await showRegisters(form, prepared.author, shiftInMs)))
  for (const part of document.querySelectorAll<HTMLElement>('[data-sealed-if]')) {
    part.hidden = part.dataset['sealedIf'] !== (isReady ? 'ready' : 'unprepared')
  }
  if (!isReady) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void keepAndSend(form, folder, prepared, event.submitter)
  })
}

/** What was kept is for where there is no network: with one the page itself comes, once, and never over something typed. */
async function leaveShell(form: HTMLFormElement): Promise<boolean> {
  const isAsked = !location.pathname.endsWith('/shell') && location.search === ''
  const isTyped = [...new FormData(form)].some(([name, value]) => ['who', 'body', 'ownWords'].includes(name) && value)
  if (!isAsked || isTyped || !(await isOnline())) return false
  location.replace(`${location.pathname}?again`)
  return true
}

/** Sealed and kept first, then sent: a network that drops in the middle loses nothing, and the server takes one id once. */
async function keepAndSend(form: HTMLFormElement, to: string, prepared: Prepared, by: HTMLElement | null) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  if (by instanceof HTMLButtonElement && by.name) body.append(by.name, by.value)
  if (!(isRegister(form) ? isTaken(body) : isWhole(body))) return say(to, 'empty')
  body.append('to', to)
  body.append('writtenAt', String(Date.now()))
  if (isRegister(form)) body.append('sessionId', sessionOf(form))
  await keepNote({ ...(await seal(body.toString(), idOf(form), prepared)), to })
  if (await isOnline()) {
    if (by instanceof HTMLButtonElement && by.name) form.append(hiddenOf(by))
    return form.submit()
  }
  if (isRegister(form)) await rememberMarks(form, body)
  else form.reset()
  setId(form)
  say(to, 'kept', await countOf(to, prepared.author))
  lineOf(to)?.scrollIntoView({ block: 'center' })
  lineOf(to)?.focus()
}

/** The button that was pressed, where a form is sent by hand. */
function hiddenOf({ name, value }: HTMLButtonElement): HTMLInputElement {
  const input = document.createElement('input')
  return Object.assign(input, { type: 'hidden', name, value })
}

const isWhole = (body: URLSearchParams): boolean => {
  const typed = (name: string) => (body.get(name) ?? '').trim()
  const isHeld = ['SESSION', 'TALK'].includes(typed('kind'))
  return typed('who') !== '' && (!isHeld || typed('body') !== '' || typed('ownWords') !== '')
}

/** Sends what waits under the name of whoever is signed in. What others wrote stays, sealed and unseen, until they are. */
async function sendAll(): Promise<void> {
  for (const { dataset } of lines) await sendOf(dataset['sealedLine']!)
}

async function sendOf(folder: string): Promise<void> {
  const kept = (await allNotes()).filter((note) => folderOf(note) === folder)
  if (kept.length === 0) return
  const told = await fetch(`${folder}/seal-key`, { headers }).catch(() => undefined)
  const author: string | undefined = told?.ok && !told.redirected ? (await told.json()).author : undefined
  if (!author) {
    const prepared = await readPrepared()
    const waiting = prepared ? await countOf(folder, prepared.author) : 0
    return waiting > 0 ? say(folder, 'waiting', waiting) : undefined
  }
  const counts = { sent: 0, aside: 0 }
  const own = kept.filter((note) => note.author === author).sort((one, other) => one.at - other.at)
  for (const { at: _at, to: _to, ...note } of own) {
    const body = new URLSearchParams({ ...note })
    const answer = await fetch(`${folder}/sealed`, { method: 'POST', body, headers }).catch(() => undefined)
    if (!answer?.ok || answer.redirected) continue
    const { state } = await answer.json()
    await deleteNote(note.id)
    if (state === 'filed') counts.sent += 1
    if (state === 'aside') counts.aside += 1
  }
  if (counts.aside > 0) return say(folder, 'aside', counts.aside)
  if (counts.sent > 0) say(folder, 'sent', counts.sent)
}

/** The page without anybody's data, and what it is drawn with. */
async function keepShell(folder: string, files: string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  await navigator.serviceWorker.register(`${folder}/worker.js`).catch(() => undefined)
  const cache = await caches.open(`tl-wing${folder.replace('/', '-')}`)
  const wanted = [`${folder}/shell`, ...files]
  await cache.addAll(wanted).catch(() => undefined)
  for (const request of await cache.keys()) {
    if (!wanted.includes(new URL(request.url).pathname)) await cache.delete(request)
  }
  await caches.delete('tl-wing') // as it was called when notes were all
  form?.setAttribute('data-shell-kept', '')
}

async function isOnline(): Promise<boolean> {
  if (!navigator.onLine) return false
  const signal = AbortSignal.timeout(pingInMs)
  const answer = await fetch('/health/live', { cache: 'no-store', signal }).catch(() => undefined)
  return answer?.ok ?? false
}

const countOf = async (folder: string, author: string) =>
  (await allNotes()).filter((note) => folderOf(note) === folder && note.author === author).length
const lineOf = (folder: string) => lines.find(({ dataset }) => dataset['sealedLine'] === folder)
const idOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('[name=formId]')!.value
function setId(form: HTMLFormElement): void {
  form.querySelector<HTMLInputElement>('[name=formId]')!.value = crypto.randomUUID()
}

/** The words come with the line, from the server. */
function say(folder: string, what: 'kept' | 'waiting' | 'sent' | 'aside' | 'empty', count = 0): void {
  const line = lineOf(folder)
  if (!line) return
  line.hidden = false
  line.querySelector('[data-sealed-text]')!.textContent = (line.dataset[what] ?? '').replace('{count}', String(count))
  for (const link of line.querySelectorAll<HTMLElement>('[data-sealed-when]')) {
    link.hidden = link.dataset['sealedWhen'] !== what
  }
}
