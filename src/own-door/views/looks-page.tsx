import { formatDay } from '../../platform/dates.ts'
import { Cell, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { purposeLabel } from '../../sight/index.ts'
import type { OwnAsked, OwnLook } from '../queries/person.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

interface LooksProps {
  page: PageContext
  looks: readonly OwnLook[]
  asked: readonly OwnAsked[]
}

/** Who has looked at the person's record: the agency and the job, never a worker's name. */
export function LooksPage({ page, looks, asked }: LooksProps) {
  const { locale } = page
  const say = words(locale)
  const columns = (['day', 'agency', 'role', 'what', 'why'] as const).map((key) => ({ text: say(`looks.${key}`) }))
  return (
    <PersonLayout page={page} title={say('looks.title')}>
      <p class="govuk-body-l">{looks.length === 0 ? say('looks.none') : say('looks.text')}</p>
      {looks.length > 0 && (
        <Table caption={say('looks.title')} isCaptionHidden columns={columns}>
          {looks.map(({ day, agency, role, action, purpose }) => (
            <Row>
              <RowHead>{formatDay(locale, day, 'full')}</RowHead>
              <Cell label={say('looks.agency')}>{agency}</Cell>
              <Cell label={say('looks.role')}>{role || say('looks.worker')}</Cell>
              <Cell label={say('looks.what')}>{say(`action.${action}`)}</Cell>
              <Cell label={say('looks.why')}>{purposeLabel(locale, purpose)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {asked.length > 0 && <Asked page={page} asked={asked} />}
    </PersonLayout>
  )
}

/** Which agencies asked to join, and what they were told. */
function Asked({ page: { locale }, asked }: Omit<LooksProps, 'looks'>) {
  const say = words(locale)
  const columns = (['day', 'agency', 'why', 'outcome'] as const).map((key) => ({ text: say(`looks.${key}`) }))
  return (
    <Section id="h-asked" title={say('looks.asked')}>
      <Table caption={say('looks.asked')} isCaptionHidden columns={columns}>
        {asked.map(({ day, agency, purpose, outcome }) => (
          <Row>
            <RowHead>{formatDay(locale, day, 'full')}</RowHead>
            <Cell label={say('looks.agency')}>{agency}</Cell>
            <Cell label={say('looks.why')}>{purposeLabel(locale, purpose)}</Cell>
            <Cell label={say('looks.outcome')}>{say(`asked.${outcome}`)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}
