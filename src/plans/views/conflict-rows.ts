import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { Step } from '../queries/steps.ts'
import { ownerValue, type TypedStep } from '../step-form.ts'
import { words } from '../words.ts'
import type { StepChoices } from './step-fields.tsx'
import { ownerText } from './step-line.tsx'

/** What differs between the step that is kept and the one that was typed. */
export function conflictRows(locale: Locale, theirs: Step, mine: TypedStep, choices: StepChoices, calledName: string) {
  const say = words(locale)
  const day = (on: string | null) => (on ? formatDay(locale, on, 'short') : '')
  const pathway = (code: string | null) => choices.pathways.find((each) => each.code === code)?.name ?? ''
  const myWorker = choices.workers.find(({ accountId }) => accountId === mine.owner.accountId)
  const myAgency = choices.agencies.find(({ id }) => id === mine.owner.agencyId)
  const myStep = {
    ...theirs,
    owner: mine.owner,
    ownerName: myWorker?.name ?? null,
    ownerAgencyName: myAgency?.name ?? null,
  }
  const isSameOwner = ownerValue(theirs.owner) === ownerValue(mine.owner)
  const theirOwner = ownerText(theirs, calledName, locale)
  const rows = [
    { part: say('form.edit'), theirs: theirs.title, mine: mine.title },
    {
      part: say('form.owner'),
      theirs: theirOwner,
      mine: isSameOwner ? theirOwner : ownerText(myStep, calledName, locale),
    },
    { part: say('form.due'), theirs: day(theirs.dueOn), mine: day(mine.dueOn) },
    { part: say('form.pathway'), theirs: pathway(theirs.pathway), mine: pathway(mine.pathway) },
  ]
  const changed = rows.filter((row) => row.theirs !== row.mine)
  const status = say(`status.${theirs.status}`)
  return changed.length > 0 ? changed : [{ part: say('form.stands'), theirs: status, mine: '' }]
}
