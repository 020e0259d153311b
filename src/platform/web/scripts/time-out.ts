import type { Drafts } from './draft.ts'

const everyInMs = 1000

/**
 * Warns before the session ends, and lets it be prolonged. When it has ended the page is covered, not left: what was
 * typed and not yet saved can still be copied. Other open pages of the same session are heard.
 */
export function startTimeOut(drafts: Drafts): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-session-ends-in]')
  if (!dialog) return
  const endsInMs = Number(dialog.dataset['sessionEndsIn']) * 1000
  const warnInMs = Math.min(Number(dialog.dataset['sessionWarning']) * 1000, endsInMs / 2)
  const pages = new BroadcastChannel('tl-session')
  let endsAt = Date.now() + endsInMs

  const prolong = () => {
    endsAt = Date.now() + endsInMs
    if (dialog.open && !dialog.classList.contains('has-ended')) dialog.close()
  }
  const tellOthers = () => pages.postMessage('alive')
  tellOthers() // this page was just asked for
  pages.addEventListener('message', prolong)
  window.addEventListener('tl-alive', () => {
    prolong()
    tellOthers()
  })
  dialog.addEventListener('cancel', (event) => event.preventDefault()) // Escape would hide it without an answer
  dialog.querySelector('[data-session-stay]')?.addEventListener('click', async () => {
    const answer = await fetch('/session/keep-alive', { method: 'POST' }).catch(() => undefined)
    if (answer?.ok && !answer.redirected) window.dispatchEvent(new Event('tl-alive'))
  })

  const timer = window.setInterval(async () => {
    const leftInMs = endsAt - Date.now()
    if (leftInMs > warnInMs) return
    if (!dialog.open) {
      dialog.showModal()
      if (drafts.isAnyUnsaved()) void drafts.saveAll()
    }
    sayLeft(dialog, leftInMs)
    if (leftInMs > 0) return
    window.clearInterval(timer)
    dialog.classList.add('has-ended')
    for (const part of dialog.querySelectorAll<HTMLElement>('[data-session-before], [data-session-after]')) {
      part.hidden = 'sessionBefore' in part.dataset
    }
    // on a shared computer the page is left: the link there clears what the browser kept
    dialog
      .querySelector<HTMLElement>('[data-session-after] a')
      ?.[dialog.dataset['sessionThen'] === 'click' ? 'click' : 'focus']()
  }, everyInMs)
}

/** The clock ticks for the eye; a screen reader hears it every half minute. */
function sayLeft(dialog: HTMLElement, leftInMs: number): void {
  const seconds = Math.max(0, Math.ceil(leftInMs / 1000))
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const clock = dialog.querySelector<HTMLElement>('[data-session-clock]')
  if (clock) clock.textContent = text
  const heard = dialog.querySelector<HTMLElement>('[data-session-heard]')
  if (heard && seconds % 30 === 0) heard.textContent = (heard.dataset['sessionHeard'] ?? '').replace('{time}', text)
}
