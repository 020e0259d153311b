import { formatDay } from '../../platform/dates.ts'
import { Cell, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnLook } from '../queries/person.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

/** Who has looked at the person's record: the agency and the job, never a worker's name. */
export function LooksPage({ page, looks }: { page: PageContext; looks: readonly OwnLook[] }) {
  const { locale } = page
  const say = words(locale)
  const columns = (['day', 'agency', 'role', 'what'] as const).map((key) => ({ text: say(`looks.${key}`) }))
  return (
    <PersonLayout page={page} title={say('looks.title')}>
      <p class="govuk-body-l">{looks.length === 0 ? say('looks.none') : say('looks.text')}</p>
      {looks.length > 0 && (
        <Table caption={say('looks.title')} isCaptionHidden columns={columns}>
          {looks.map(({ day, agency, role, action }) => (
            <Row>
              <RowHead>{formatDay(locale, day, 'full')}</RowHead>
              <Cell label={say('looks.agency')}>{agency}</Cell>
              <Cell label={say('looks.role')}>{role || say('looks.worker')}</Cell>
              <Cell label={say('looks.what')}>{say(`action.${action}`)}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </PersonLayout>
  )
}
