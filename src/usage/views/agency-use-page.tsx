import { SettingsFrame } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { Cell, Chips, PrintButton, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Reach, reaches } from '../periods.ts'
import type { WeekUse } from '../queries.ts'
import { words } from '../words.ts'
import { Count, Meanings } from './usage-page.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  /** At least one. */
  weeks: readonly WeekUse[]
  reach: Reach
}

const numbers = ['active', 'signIns', 'looks', 'entries'] as const
const keys = { active: 'c.active', signIns: 'c.sign-ins', looks: 'c.looks', entries: 'c.entries' } as const

/** One agency week by week, the latest first. */
export function AgencyUsePage({ page, may, weeks, reach }: Props) {
  const { locale } = page
  const say = words(locale)
  const { agencyId, name, users } = weeks[0]!
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('agency.title', { name })}
      sub={say('agency.sub', { count: users })}
      back={{ href: `/settings/usage?weeks=${reach}`, text: say('title') }}
      actions={<PrintButton>{say('print')}</PrintButton>}
    >
      <Chips
        label={say('reach')}
        chips={reaches.map((count) => ({
          text: say('weeks', { count }),
          href: `/settings/usage/${agencyId}?weeks=${count}`,
          isCurrent: count === reach,
        }))}
      />
      <Table
        caption={say('agency.caption')}
        isCaptionHidden
        columns={[{ text: say('c.week') }, ...numbers.map((number) => ({ text: say(keys[number]), isNumeric: true }))]}
      >
        {weeks.map((week) => (
          <Row>
            <RowHead>{formatDay(locale, week.weekOn)}</RowHead>
            {numbers.map((number) => (
              <Cell label={say(keys[number])} isNumeric>
                <Count page={page} count={week[number]} />
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
      <Meanings page={page} names={['active', 'sign-ins', 'looks', 'entries']} />
    </SettingsFrame>
  )
}
