import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, ConflictColumns, PageHead } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ownerValue } from '../need-form.ts'
import type { PossibleOwner } from '../queries/cases.ts'
import type { Need, NeedFields, NeedVersion } from '../queries/needs.ts'
import { words } from '../words.ts'

export interface NeedConflictPageProps {
  page: PageContext
  frame: CaseFrame
  need: Need
  /** What stood before the other worker's change: it tells who made it, and when. */
  before: NeedVersion | undefined
  mine: NeedFields
  typed: Record<string, string>
  owners: PossibleOwner[]
}

/** Two workers changed one need: both versions side by side, and nothing lost. */
export function NeedConflictPage({ page, frame, need, before, mine, typed, owners }: NeedConflictPageProps) {
  const say = words(page.locale)
  const name = before?.replacedByName || say('conflict.somebody')
  const time = before ? formatTime(page.locale, before.replacedAt) : ''
  const shown = (fields: NeedFields) => [
    fields.words,
    say(`status.${fields.status}`),
    fields.statusReason || say('nothing'),
    fields.neededByOn ? formatDay(page.locale, fields.neededByOn, 'full') : say('no-day'),
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
  const rows = parts
    .map((part, index) => ({ part, theirs: theirs[index]!, mine: own[index]! }))
    .filter((row) => row.theirs !== row.mine)
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={say('conflict.title', { name })}>
      <PageHead title={say('conflict.title', { name })} sub={say('conflict.lead', { name, time })} />
      <form method="post" action={`/needs/${need.id}`}>
        <input type="hidden" name="formId" value={newId()} />
        {Object.entries({ ...typed, version: String(need.version) }).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <ConflictColumns
          caption={say('conflict.title', { name })}
          part={say('conflict.part')}
          theirs={say('conflict.theirs', { name })}
          mine={say('conflict.mine')}
          rows={rows}
        />
        <ButtonGroup>
          <Button>{say('conflict.keep-mine')}</Button>
          <Button kind="secondary" href={`/needs/${need.id}`}>
            {say('conflict.keep-theirs', { name })}
          </Button>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}
