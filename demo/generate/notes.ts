import { type Calendar, dayOfMoment, moment } from '../calendar.ts'
import { noteTexts, ownWordsIn, serviceTexts } from '../content.ts'
import type { Note, Profile } from '../profile.ts'
import type { Random } from '../random.ts'

export interface Author {
  worker: string
  kinds: string[]
  /** Since when they work with the person, days from today. */
  since: number
}

const texts = noteTexts as unknown as Record<string, string[]>
const serviceNames = serviceTexts.map(({ name }) => name)
const groupOf: Record<string, string> = { FAMILY: 'family', HEALTH: 'health' }
const kindOf: Record<string, string> = { DRUGS: 'CONTACT', HEALTH: 'CONTACT' }

interface Told {
  name: string
  language: string
  from: number
  quietFor: number
}

/** What people wrote down, on working days, each in a kind and a part of the case that their work allows. */
export function makeNotes(random: Random, count: number, authors: Author[], told: Told, calendar: Calendar): Note[] {
  const early = authors.filter(({ since }) => since <= -told.quietFor)
  return Array.from({ length: count }, () => {
    const author = random.pick(early.length > 0 ? early : authors)
    const text = random.pick(author.kinds)
    const earliest = Math.max(told.from, Math.min(author.since, -told.quietFor), -400)
    const day = calendar.workday(-random.between(Math.min(told.quietFor, -earliest), -earliest))
    const at = moment(day, random.between(500, 1_040))
    const mayQuote = (text === 'KEY_WORK' || text === 'CONTACT') && random.chance(0.3)
    const words = ownWordsIn[told.language] ?? ownWordsIn['en']!
    const body = fill(random.pick(texts[text]!), told.name, random)
    const note: Note = {
      kind: kindOf[text] ?? text,
      group: groupOf[text] ?? 'notes',
      pathway: null,
      body,
      own: mayQuote ? random.pick(words) : '',
      by: author.worker,
      at,
      minutes: text === 'PHONE' ? 5 : text === 'KEY_WORK' ? random.between(2, 9) * 5 : null,
    }
    return mended(random, note, told.name)
  }).toSorted((one, other) => one.at - other.at)
}

function mended(random: Random, note: Note, name: string): Note {
  const days = dayOfMoment(note.at)
  if (days > -2) return note
  if (random.chance(0.02)) {
    const [said, says] = random.pick(noteTexts.corrected) as [string, string]
    const at = note.at + 1_440
    return { ...note, body: says.replaceAll('{name}', name), corrected: { said: said.replaceAll('{name}', name), at } }
  }
  if (random.chance(0.01)) return { ...note, withdrawn: { reason: noteTexts.withdrawn, at: note.at + 90 } }
  return note
}

export const fill = (text: string, name: string, random: Random): string =>
  text.replaceAll('{name}', name).replaceAll('{service}', random.pick(serviceNames))

export const calledName = ({ chosenName, givenName }: Pick<Profile, 'chosenName' | 'givenName'>): string =>
  chosenName || givenName
