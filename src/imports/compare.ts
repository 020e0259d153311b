import type { ReleaseDateKind } from '../custody/index.ts'
import { dateShown, type ReleaseDates, releaseDateKinds } from '../custody/index.ts'
import type { PersonFields } from '../people/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { IncomingAlias, IncomingIdentifier, IncomingPerson } from './incoming-person.ts'
import type { KnownPerson } from './queries/known.ts'

/** What a row says otherwise than the record does. */
export interface Difference {
  fields: PersonFields
  /** Fields in which the file differs, but which a worker mended here: ours is kept. */
  kept: (keyof PersonFields)[]
  identifiers: IncomingIdentifier[]
  aliases: IncomingAlias[]
  isStayChanged: boolean
  /** A day of null: the file gave one the last time and gives none now. */
  dates: { kind: ReleaseDateKind; day: Day | null; was: Day | null }[]
  /** The date that lists show moves: the people on the case are told. */
  shownMove?: { kind: ReleaseDateKind | null; from: Day | null; to: Day | null }
}

const plainFields = [
  'givenName',
  'middleNames',
  'familyName',
  'chosenName',
  'bornOn',
  'sex',
  'nationality',
  'interpreterLanguage',
] as const

/**
 * Compares a row with the record. What the file leaves blank changes nothing, but for a release date that the same kind
 * of file once gave.
 *
 * @param askedFor - kinds of date that the file has a column for.
 */
export function compare(
  incoming: IncomingPerson,
  known: KnownPerson,
  source: string,
  askedFor: ReadonlySet<ReleaseDateKind>,
): Difference {
  const { fields, kept } = compareFields(incoming, known)
  const dates = compareDates(incoming, known, source, askedFor)
  const shownMove = moveOf(known, dates, incoming.isRecalled)
  return {
    fields,
    kept,
    identifiers: incoming.identifiers.filter(
      ({ kind, value }) => !known.identifiers.some((held) => held.kind === kind && held.value === value),
    ),
    aliases: incoming.aliases.filter((alias) => !known.aliases.some((held) => isSameAlias(held, alias))),
    isStayChanged: isStayChanged(incoming, known),
    dates,
    ...(shownMove && { shownMove }),
  }
}

export function isNothing({ fields, identifiers, aliases, isStayChanged, dates }: Difference): boolean {
  return Object.keys(fields).length + identifiers.length + aliases.length + dates.length === 0 && !isStayChanged
}

/** Whether the key number fits but name and date of birth are both another's: then somebody must look. */
export function isSomebodyElse(incoming: IncomingPerson, known: KnownPerson): boolean {
  const isOtherName = incoming.familyName.toLowerCase() !== known.familyName.toLowerCase()
  const isOtherBirth = incoming.bornOn !== undefined && known.bornOn !== null && incoming.bornOn !== known.bornOn
  const isAlias = known.aliases.some((alias) => alias.familyName.toLowerCase() === incoming.familyName.toLowerCase())
  return isOtherName && isOtherBirth && !isAlias
}

function compareFields(incoming: IncomingPerson, known: KnownPerson): Pick<Difference, 'fields' | 'kept'> {
  const fields: Record<string, unknown> = {}
  const kept: (keyof PersonFields)[] = []
  const consider = (field: keyof PersonFields, said: unknown, isSame: boolean) => {
    if (isSame) return
    if (known.correctedFields.includes(field)) kept.push(field)
    else fields[field] = said
  }
  for (const field of plainFields) {
    const said = incoming[field]
    if (said !== undefined && said !== '') consider(field, said, said === known[field])
  }
  const { languages } = incoming
  if (languages.length > 0) consider('languages', languages, languages.join() === known.languages.join())
  return { fields: fields as PersonFields, kept }
}

function isStayChanged(incoming: IncomingPerson, { stay }: KnownPerson): boolean {
  if (!stay) return true
  return (
    incoming.wing !== stay.wing ||
    incoming.cell !== stay.cell ||
    (incoming.isRecalled ?? stay.isRecalled) !== stay.isRecalled ||
    (incoming.receivedOn ?? stay.receivedOn) !== stay.receivedOn ||
    (incoming.legalStatus ?? stay.legalStatus) !== stay.legalStatus
  )
}

function compareDates(
  incoming: IncomingPerson,
  known: KnownPerson,
  source: string,
  askedFor: ReadonlySet<ReleaseDateKind>,
) {
  const dates: Difference['dates'] = []
  for (const kind of releaseDateKinds) {
    const held = known.dates.find((date) => date.kind === kind)
    const said = incoming.dates[kind]
    const isTakenBack = said === undefined && askedFor.has(kind) && !incoming.unreadDates.includes(kind)
    // A worker wrote another date since the file last gave this one: the file has nothing new to say.
    const isOldNews = said !== undefined && said === held?.lastFromFile
    if (said !== undefined && said !== held?.day && !isOldNews) dates.push({ kind, day: said, was: held?.day ?? null })
    else if (isTakenBack && held?.day && held.isOurs && held.source === source)
      dates.push({ kind, day: null, was: held.day })
  }
  return dates
}

/** The move of the date that lists show, were some dates and the recall changed; undefined where the same day is shown. */
export function moveOf(
  known: KnownPerson,
  changes: readonly { kind: ReleaseDateKind; day: Day | null }[],
  isRecalled: boolean | undefined,
): Difference['shownMove'] {
  const held: ReleaseDates = {}
  for (const { kind, day } of known.dates) if (day) held[kind] = day
  const after = { ...held }
  for (const { kind, day } of changes) {
    if (day) after[kind] = day
    else delete after[kind]
  }
  const wasRecalled = known.stay?.isRecalled ?? false
  const from = dateShown(held, wasRecalled)
  const to = dateShown(after, isRecalled ?? wasRecalled)
  if (from?.day === to?.day) return undefined
  return { kind: to?.kind ?? null, from: from?.day ?? null, to: to?.day ?? null }
}

const isSameAlias = (held: KnownPerson['aliases'][number], alias: IncomingAlias): boolean =>
  held.familyName === alias.familyName && held.givenName === alias.givenName && held.bornOn === (alias.bornOn ?? null)
