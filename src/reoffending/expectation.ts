import { ageOn, type Day } from '../platform/calendar-day.ts'
import { provesIt } from './definition.ts'
import type { Member, MemberOffence } from './queries/results.ts'
import { arpOffences, scoreArp } from './scores/arp.ts'
import { youngestAge } from './scores/ogrs3.ts'

const sexes: Record<string, 'M' | 'F'> = { MALE: 'M', FEMALE: 'F' }

/** Sanctions up to the release, as a whole history has them: the days of their outcomes. */
interface History {
  days: Set<Day>
  last: { on: Day; category: string | null }
}

/**
 * What the static ARP expects of a cohort: each person is scored from their sanctions up to the release, where a source holds
 * all of them and says what the last was for. An unofficial calculation, of the cohort and never shown of one person.
 */
export class ExpectationCount {
  readonly #members: Map<string, Member>
  readonly #histories = new Map<string, History>()

  constructor(members: Member[]) {
    this.#members = new Map(members.map((member) => [member.person, member]))
  }

  add({ person, outcome, outcomeOn, category, isWholeHistory }: MemberOffence): void {
    const member = this.#members.get(person)
    if (!member || !isWholeHistory || !outcomeOn || outcomeOn > member.on || !provesIt(outcome)) return
    const known = this.#histories.get(person)
    if (!known) {
      this.#histories.set(person, { days: new Set([outcomeOn]), last: { on: outcomeOn, category } })
      return
    }
    known.days.add(outcomeOn)
    const isLater = outcomeOn > known.last.on
    if (isLater || (outcomeOn === known.last.on && known.last.category === null))
      known.last = { on: outcomeOn, category }
  }

  /** Person -> chance of a proven reoffence within two years, of those who could be scored. */
  result(): Map<string, number> {
    const scored = new Map<string, number>()
    for (const [person, history] of this.#histories) {
      const chance = chanceOf(this.#members.get(person)!, history)
      if (chance !== undefined) scored.set(person, chance)
    }
    return scored
  }
}

function chanceOf({ sex, bornOn, on }: Member, { days, last }: History): number | undefined {
  const modelSex = sexes[sex ?? '']
  if (!modelSex || !bornOn || !last.category || !arpOffences.includes(last.category)) return undefined
  const first = [...days].sort()[0]!
  const facts = {
    sex: modelSex,
    ageAtFollowUp: ageOn(bornOn, on),
    ageAtConviction: ageOn(bornOn, last.on),
    ageAtFirstSanction: ageOn(bornOn, first),
    totalSanctions: days.size,
    offence: last.category,
    offenceFreeMonths: 0, // the follow-up begins at the gate
  }
  return facts.ageAtFirstSanction < youngestAge ? undefined : scoreArp(facts).twoYear
}
