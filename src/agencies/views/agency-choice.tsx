import { Button, Select } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Agency } from '../queries/agencies.ts'
import { words } from '../words.ts'

export interface AgencyChoiceProps {
  page: PageContext
  action: string
  /** Those that the reader may choose between; with one or none nothing is drawn. */
  agencies: readonly Agency[]
  agencyId: string
}

/** Whose settings are shown, for coordinators: everybody else has one agency. */
export function AgencyChoice({ page, action, agencies, agencyId }: AgencyChoiceProps) {
  const say = words(page.locale)
  if (agencies.length < 2) return null
  return (
    <form class="tl-filter" method="get" action={action}>
      <div class="tl-filter__row">
        <Select
          name="agency"
          label={say('agency.choose')}
          value={agencyId}
          items={agencies.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Button kind="secondary">{say('show')}</Button>
      </div>
    </form>
  )
}
