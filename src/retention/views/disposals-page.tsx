import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { Cell, Empty, Link, Row, RowHead, StatusTag, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { Disposal, DisposalState } from '../queries/disposals.ts'
import { words } from '../words.ts'

const tones = {
  PROPOSED: 'warn',
  COOLING_OFF: 'accent',
  UNDER_WAY: 'accent',
  DONE: 'good',
  WITHDRAWN: undefined,
} as const

/** How a disposal stands. */
export function StateTag({ locale, state }: { locale: Locale; state: DisposalState }) {
  return <StatusTag tone={tones[state]}>{words(locale)(`state.${state}`)}</StatusTag>
}

/** Every disposal of the agency. */
export function DisposalsPage(props: { page: PageContext; may: ReadonlySet<string>; all: readonly Disposal[] }) {
  const { page, may, all } = props
  const { locale } = page
  const say = words(locale)
  const heads = [say('disposals.by'), say('disposals.count'), say('due.state')]
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('disposals.title')}
      sub={say('disposals.sub')}
      back={{ href: '/retention', text: say('due.title') }}
    >
      {all.length === 0 && (
        <Empty title={say('disposals.none')}>
          <p class="govuk-body">{say('disposals.none-text')}</p>
        </Empty>
      )}
      {all.length > 0 && (
        <Table
          caption={say('disposals.title')}
          isCaptionHidden
          columns={[say('disposals.when'), ...heads].map((text) => ({ text }))}
        >
          {all.map((each) => (
            <Row>
              <RowHead>
                <Link href={`/retention/disposals/${each.id}`}>{formatAt(locale, each.proposedAt)}</Link>
              </RowHead>
              <Cell label={heads[0]}>{each.proposedBy}</Cell>
              <Cell label={heads[1]}>{each.sums.reduce((sum, { count }) => sum + count, 0)}</Cell>
              <Cell label={heads[2]}>
                <StateTag locale={locale} state={each.state} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </SettingsFrame>
  )
}
