import { formatDay } from '../../../platform/dates.ts'
import { Cell, Link, PlainList, Row, RowHead, Table } from '../../../platform/web/components/index.ts'
import type { Locale } from '../../../platform/words.ts'
import type { CameWith, Movement } from '../../queries/movements.ts'
import { words } from '../words.ts'

/** All that happened, the latest first; what was taken back is there, and says so. */
export function History({ locale, movements }: { locale: Locale; movements: readonly Movement[] }) {
  const say = words(locale)
  if (movements.length === 0) return <p class="govuk-body">{say('move.none')}</p>
  const heads = [say('move.what'), say('move.when'), say('move.where'), say('move.by')]
  return (
    <Table caption={say('move.history')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {movements.map((movement) => (
        <Row>
          <RowHead>
            {say(`kind.${movement.kind}`)}
            {movement.undoneAt && <small>{say('move.taken-back')}</small>}
            {movement.returnDueOn && (
              <small>{say('move.back-by', { day: formatDay(locale, movement.returnDueOn) })}</small>
            )}
          </RowHead>
          <Cell label={heads[1]!}>{formatDay(locale, movement.happenedOn, 'full')}</Cell>
          <Cell label={heads[2]!}>
            {[movement.toName, [movement.wing, movement.cell].filter(Boolean).join('-')].filter(Boolean).join(', ')}
            {movement.cameWith.length > 0 && !movement.undoneAt && <Came locale={locale} came={movement.cameWith} />}
          </Cell>
          <Cell label={heads[3]!}>{[movement.enteredByName, movement.agencyName].filter(Boolean).join(', ')}</Cell>
        </Row>
      ))}
    </Table>
  )
}

const places = { STEP: 'steps', APPOINTMENT: 'appointments', REFERRAL: 'referrals' } as const

function Came({ locale, came }: { locale: Locale; came: readonly CameWith[] }) {
  const say = words(locale)
  return (
    <>
      <small>{say('move.came-with')}</small>
      <PlainList>
        {came.map(({ kind, id, dueOn }) => (
          <li>
            {kind === 'KEY_WORKER' ? (
              say('came.KEY_WORKER')
            ) : (
              <Link href={`/${places[kind]}/${id}`}>{say(`came.${kind}`)}</Link>
            )}
            {dueOn && ` ${say('came.until', { day: formatDay(locale, dueOn, 'brief') })}`}
          </li>
        ))}
      </PlainList>
    </>
  )
}
