import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { TypedGoal } from '../goals/goal-form.ts'
import type { Goal } from '../queries/goals.ts'
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
  const goal = (id: string | null) => choices.goals.find((each) => each.id === id)?.words ?? ''
  const listed = (all: readonly { id: string; text: string }[], ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ text }) => text).join(', ') // biome-ignore format: one line
  const titles = (ids: readonly string[]) => listed(choices.steps.map(({ id, title: text }) => ({ id, text })), ids) // biome-ignore format: one line
  const names = (ids: readonly string[]) => listed(choices.agencies.map(({ id, name: text }) => ({ id, text })), ids) // biome-ignore format: one line
  const lead = (kind: TypedStep['leadKind']) => (kind ? say(`lead.${kind}`) : '')
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
    { part: say('form.done-when'), theirs: theirs.doneWhen, mine: mine.doneWhen },
    { part: say('form.goal'), theirs: goal(theirs.goalId), mine: goal(mine.goalId) },
    { part: say('form.waits'), theirs: titles(theirs.waitsFor), mine: titles(mine.waitsFor) },
    { part: say('part.contributing'), theirs: names(theirs.contributingIds), mine: names(mine.contributingIds) },
    { part: say('part.informed'), theirs: names(theirs.informedIds), mine: names(mine.informedIds) },
    { part: say('form.kind'), theirs: say(`kind.${theirs.kind}`), mine: say(`kind.${mine.kind}`) },
    { part: say('form.lead-kind'), theirs: lead(theirs.leadKind), mine: lead(mine.leadKind) },
    { part: say('form.pathway'), theirs: pathway(theirs.pathway), mine: pathway(mine.pathway) },
  ]
  const changed = rows.filter((row) => row.theirs !== row.mine)
  const status = say(`status.${theirs.status}`)
  return changed.length > 0 ? changed : [{ part: say('form.stands'), theirs: status, mine: '' }]
}

/** What differs between the goal that is kept and the one that was typed. */
export function goalConflictRows(locale: Locale, theirs: Goal, mine: TypedGoal, pathways: StepChoices['pathways']) {
  const say = words(locale)
  const names = (codes: readonly string[]) =>
    pathways
      .filter(({ code }) => codes.includes(code))
      .map(({ name }) => name)
      .join(', ')
  const rows = [
    { part: say('goal.words'), theirs: theirs.words, mine: mine.words },
    { part: say('form.kind'), theirs: say(`kind.${theirs.kind}`), mine: say(`kind.${mine.kind}`) },
    { part: say('goal.pathways'), theirs: names(theirs.pathways), mine: names(mine.pathways) },
  ]
  const changed = rows.filter((row) => row.theirs !== row.mine)
  const status = say(`goal-status.${theirs.status}`)
  return changed.length > 0 ? changed : [{ part: say('form.stands'), theirs: status, mine: '' }]
}
