import type { CaseFrame } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { ownerValue } from '../need-form.ts'
import type { PossibleOwner } from '../queries/cases.ts'
import type { Need, NeedFields } from '../queries/needs.ts'
import { words } from '../words.ts'

interface Versions {
  frame: CaseFrame
  need: Need
  mine: NeedFields
  owners: PossibleOwner[]
}

/** What differs between the need that is kept and what somebody wrote meanwhile, part by part. */
export function conflictRows(locale: Locale, { frame, need, mine, owners }: Versions) {
  const say = words(locale)
  const shown = (fields: NeedFields) => [
    fields.words,
    say(`status.${fields.status}`),
    fields.statusReason || say('nothing'),
    fields.neededByOn ? formatDay(locale, fields.neededByOn, 'full') : say('no-day'),
    ownerText(fields),
  ]
  const ownerText = ({ responsible }: NeedFields) => {
    if (responsible.isForPerson) return say('for-person', { name: frame.calledName })
    const agency = owners.find(({ agencyId }) => agencyId === responsible.agencyId)
    const worker = agency?.workers.find(({ id }) => id === responsible.accountId)
    if (worker && agency) return say('owner.worker', { name: worker.name, agency: agency.agencyName })
    return agency?.agencyName ?? (ownerValue(responsible) ? need.responsibleAgencyName : say('nobody')) ?? say('nobody')
  }
  const [theirs, own] = [shown(need), shown(mine)]
  const parts = [say('need'), say('status'), say('field.reason'), say('needed-by'), say('owner')]
  return parts
    .map((part, index) => ({ part, theirs: theirs[index]!, mine: own[index]! }))
    .filter((row) => row.theirs !== row.mine)
}
