import { formatAt } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { type TypedAppointment, withValue } from '../appointment-form.ts'
import type { Appointment } from '../queries/appointments.ts'
import { words } from '../words.ts'
import type { AppointmentChoices } from './appointment-fields.tsx'
import { whoText } from './appointment-line.tsx'

/** What differs between the appointment that is kept and the one that was typed. */
export function conflictRows(locale: Locale, theirs: Appointment, mine: TypedAppointment, choices: AppointmentChoices) {
  const say = words(locale)
  const worker = choices.workers.find(({ accountId }) => accountId === mine.withAccountId)
  const agency = choices.agencies.find(({ id }) => id === mine.withAgencyId)
  const named = { ...theirs, withName: worker?.name ?? mine.withName, withAgencyName: agency?.name ?? null }
  const isSame = withValue(theirs) === withValue(mine) && theirs.withName === (worker?.name ?? mine.withName)
  const rows = [
    { part: say('form.title'), theirs: theirs.title, mine: mine.title },
    { part: say('conflict.when'), theirs: formatAt(locale, theirs.startsAt), mine: formatAt(locale, mine.startsAt) },
    { part: say('form.with'), theirs: whoText(theirs, locale), mine: whoText(isSame ? theirs : named, locale) },
    { part: say('form.place'), theirs: theirs.place, mine: mine.place },
    { part: say('form.length'), theirs: text(theirs.lengthInMinutes), mine: text(mine.lengthInMinutes) },
    { part: say('line.bring', { bring: '' }).replace(/:.*$/, ''), theirs: theirs.bring, mine: mine.bring },
  ]
  const changed = rows.filter((row) => row.theirs !== row.mine)
  const went = theirs.attendance ? say(`attendance.${theirs.attendance}`) : say('line.not-said')
  return changed.length > 0 ? changed : [{ part: say('one.how'), theirs: went, mine: '' }]
}

const text = (count: number | null) => (count === null ? '' : String(count))
