import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Cell, Link, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { outcomes } from '../outcomes.ts'
import type { Induction } from '../queries/inductions.ts'
import { words } from '../words.ts'

interface Props {
  locale: Locale
  caption: string
  rows: readonly Induction[]
  /** Where the click leads back to. */
  from: 'list' | 'person'
  mayWrite: boolean
}

/** Sessions, each with one click for how it went. */
export function SessionTable({ locale, caption, rows, from, mayWrite }: Props) {
  const say = words(locale)
  const heads = [from === 'list' ? say('due.person') : say('due.session'), say('due.day'), say('due.how')]
  return (
    <Table caption={caption} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {rows.map((row) => (
        <Row>
          <RowHead>
            {from === 'list' ? (
              <>
                <Link class="tl-link" href={`/people/${row.personId}/inductions`}>
                  {row.personName}
                </Link>
                <small>{[nameOf(locale, row), row.wing].filter(Boolean).join(', ')}</small>
              </>
            ) : (
              nameOf(locale, row)
            )}
          </RowHead>
          <Cell label={heads[1]!}>{formatDay(locale, row.dueOn)}</Cell>
          <Cell label={heads[2]!}>
            <p class="govuk-body">{row.outcome ? say(`outcome.${row.outcome}`) : say('outcome.none')}</p>
            {mayWrite && <Clicks locale={locale} row={row} from={from} />}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const nameOf = (locale: Locale, { sessionName, isRefresher }: Induction): string =>
  isRefresher ? `${sessionName} (${words(locale)('refresher')})` : sessionName

function Clicks({ locale, row, from }: { locale: Locale; row: Induction; from: Props['from'] }) {
  const say = words(locale)
  const others = outcomes.filter((outcome) => outcome !== row.outcome)
  return (
    <form method="post" action={`/inductions/${row.id}/outcome`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="from" value={from} />
      <ButtonGroup>
        {others.map((outcome) => (
          <Button kind="secondary" name="outcome" value={outcome}>
            {say(`outcome.${outcome}`)}
            <span class="govuk-visually-hidden">
              : {row.personName}, {row.sessionName}
            </span>
          </Button>
        ))}
        {row.outcome && (
          <Button kind="secondary" name="outcome" value="">
            {say('outcome.undo')}
            <span class="govuk-visually-hidden">
              : {row.personName}, {row.sessionName}
            </span>
          </Button>
        )}
      </ButtonGroup>
    </form>
  )
}
