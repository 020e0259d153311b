import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Button, Cell, Empty, Link, Note, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { stateOn } from '../agreement-states.ts'
import type { ListedAgreement } from '../queries/agreements.ts'
import { words } from '../words.ts'
import { AgreementFrame, StateTag } from './frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agreements: readonly ListedAgreement[]
}

export function AgreementsPage({ page, may, agreements }: Props) {
  const { locale, now } = page
  const say = words(locale)
  const [state, days, parties] = [say('state'), say('days'), say('signatures')]
  const ours = agreements.filter(({ isOursToSign }) => isOursToSign)
  return (
    <AgreementFrame
      page={page}
      may={may}
      title={say('list.title')}
      sub={say('list.sub')}
      actions={may.has('coordinate the partnership') && <Button href="/agreements/new">{say('new')}</Button>}
    >
      {ours.length > 0 && may.has('sign agreements') && (
        <Note title={say('list.to-sign', { count: ours.length })} tone="warn">
          {ours.map(({ id, title }) => (
            <p>
              <Link class="tl-link" href={`/agreements/${id}/effect`}>
                {say('list.sign', { title })}
              </Link>
            </p>
          ))}
        </Note>
      )}
      {agreements.length === 0 ? (
        <Empty title={say('list.empty')}>
          <p>{say('list.empty-text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('list.title')}
          isCaptionHidden
          columns={[{ text: say('title') }, { text: state }, { text: days }, { text: parties }]}
        >
          {agreements.map((agreement) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/agreements/${agreement.id}`}>
                  {agreement.title}
                </Link>{' '}
                <small>{say('edition', { number: agreement.edition })}</small>
              </RowHead>
              <Cell label={state}>
                <StateTag locale={locale} state={stateOn(dayAt(now), agreement)} />
              </Cell>
              <Cell label={days}>
                {agreement.endsOn
                  ? say('days.between', {
                      from: formatDay(locale, agreement.startsOn, 'full'),
                      to: formatDay(locale, agreement.endsOn, 'full'),
                    })
                  : say('days.from', { from: formatDay(locale, agreement.startsOn, 'full') })}
              </Cell>
              <Cell label={parties}>
                {say('signatures.of', { signed: agreement.signatures, all: agreement.parties })}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </AgreementFrame>
  )
}
