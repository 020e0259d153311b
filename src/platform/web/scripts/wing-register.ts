// A register without a network. The device knows its time and the number of each line; the names are on the facilitator's paper.

import { allRegisters, deleteRegister, type KeptRegister, keepRegister } from './wing-store.ts'

export const isRegister = (form: HTMLFormElement): boolean => form.querySelector('[data-register-lines]') !== null

/** What the page of a register leaves on the device: no name, no number of a person, no word. */
export async function prepareRegister(form: HTMLFormElement, author: string): Promise<void> {
  const told = form.dataset['sealedRegister']
  if (told) await keepRegister({ ...JSON.parse(told), author, at: Date.now() })
}

/** Puts the registers of whoever prepared this device on its page. @returns whether there is one. */
export async function showRegisters(form: HTMLFormElement, author: string, freshInMs: number): Promise<boolean> {
  const kept = await allRegisters()
  for (const { id } of kept.filter(({ at }) => Date.now() - at > freshInMs)) await deleteRegister(id)
  const own = kept
    .filter((each) => each.author === author && Date.now() - each.at <= freshInMs)
    .sort((one, other) => one.starts.localeCompare(other.starts))
  const choice = form.querySelector<HTMLSelectElement>('[data-registers]')
  if (!choice || own.length === 0) return false
  for (const { id, title } of own) choice.append(new Option(title, id))
  choice.value = own.find(({ id }) => location.pathname.includes(id))?.id ?? own[0]!.id
  const draw = () => drawLines(form, own.find(({ id }) => id === choice.value)!)
  choice.addEventListener('change', draw)
  draw()
  return true
}

function drawLines(form: HTMLFormElement, { id, starts, seen, lines }: KeptRegister): void {
  const pattern = form.querySelector('template')!.innerHTML
  form.action = `/course-sessions/${id}/register`
  form.querySelector<HTMLInputElement>('[name=starts]')!.value = starts
  form.querySelector<HTMLInputElement>('[name=seen]')!.value = seen
  const list = form.querySelector<HTMLElement>('[data-register-lines]')!
  list.innerHTML = lines
    .map(({ placeId, number }) => pattern.replaceAll('PLACE', placeId).replaceAll('NUMBER', String(number)))
    .join('')
  for (const { placeId, mark } of lines) {
    const box = list.querySelector<HTMLInputElement>(`[name="mark-${placeId}"][value="${mark}"]`)
    if (box) box.checked = true
  }
}

/** The session that a register is of. */
export const sessionOf = (form: HTMLFormElement): string => new URL(form.action).pathname.split('/')[2]!

/** Something is marked, or said. */
export const isTaken = (body: URLSearchParams): boolean =>
  [...body].some(([name, value]) => value !== '' && (name.startsWith('mark-') || name === 'rest' || name === 'note'))

/** What was marked stays chosen when the page is opened again before it is sent. */
export async function rememberMarks(form: HTMLFormElement, body: URLSearchParams): Promise<void> {
  const kept = (await allRegisters()).find(({ id }) => id === sessionOf(form))
  if (!kept) return
  const marked = (placeId: string) => body.get(`mark-${placeId}`) ?? body.get('rest') ?? ''
  await keepRegister({ ...kept, lines: kept.lines.map((line) => ({ ...line, mark: marked(line.placeId) })) })
}
