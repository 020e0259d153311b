import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Cell, Link, PlainList, Row, RowHead, Section, StatusTag, Table } from '../../platform/web/components/index.ts'
import { words } from '../words.ts'
import { daysText, hoursText } from './hours.ts'
import type { WingProps } from './wing-page.tsx'

type Props = Pick<WingProps, 'page' | 'times' | 'others' | 'mayKeep'>

/** Which services are on the wing, on which days and at what hours; below, what else works in the prison. */
export function ServicesPart({ page, times, others, mayKeep }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('services.days'), say('services.hours'), say('services.where')]
  const here = new Set(times.map(({ serviceId }) => serviceId))
  const rest = others.filter(({ id }) => !here.has(id))
  return (
    <Section id="h-services" title={say('services.title')}>
      {times.length === 0 ? (
        <p class="govuk-body">
          {say('services.none')}{' '}
          {mayKeep && (
            <Link class="tl-link" href="/settings/wing-times">
              {say('services.say-when')}
            </Link>
          )}
        </p>
      ) : (
        <Table
          caption={say('services.title')}
          isCaptionHidden
          columns={[{ text: say('services.service') }, ...heads.map((text) => ({ text }))]}
        >
          {times.map((time) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/services/${time.serviceId}`}>
                  {time.serviceName}
                </Link>
                <small>{time.providerName}</small>
                <Closed page={page} until={time.closedUntilOn} />
              </RowHead>
              <Cell label={heads[0]!}>{daysText(locale, time.weekdays)}</Cell>
              <Cell label={heads[1]!} class="tl-num">
                {hoursText(locale, time)}
              </Cell>
              <Cell label={heads[2]!}>
                {time.place || say(time.wing === '' ? 'services.every-wing' : 'services.on-wing')}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {rest.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say('services.others')}</h3>
          <PlainList>
            {rest.map(({ id, name, providerName, openingHours, closedUntilOn }) => (
              <li>
                <Link class="tl-link" href={`/services/${id}`}>
                  {name}
                </Link>
                , {providerName}
                {openingHours && <p class="tl-m0">{openingHours}</p>}
                <Closed page={page} until={closedUntilOn} />
              </li>
            ))}
          </PlainList>
        </>
      )}
    </Section>
  )
}

function Closed({ page, until }: Pick<Props, 'page'> & { until: string | null }) {
  if (!until || until <= dayAt(page.now)) return null
  const day = formatDay(page.locale, until, 'brief')
  return <StatusTag tone="warn">{words(page.locale)('services.closed', { day })}</StatusTag>
}
