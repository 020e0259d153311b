import { workerRoleLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { Link, Phone, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnRecord } from '../queries/person.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'
import { ShortLines } from './short-lines.tsx'

interface Props {
  page: PageContext
  record: OwnRecord
}

/** What the person reads of their own record. */
export function RecordPage({ page, record, isDone }: Props & { isDone: boolean }) {
  const { locale } = page
  const say = words(locale)
  return (
    <PersonLayout page={page} title={say('record.title', { name: record.name })}>
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('record.said')}
        </p>
      )}
      {record.releaseOn && record.releaseOn >= dayAt(page.now) && (
        <p class="govuk-body-l">{say('record.release', { day: formatDay(locale, record.releaseOn, 'long') })}</p>
      )}
      <Appointments page={page} id="next" title={say('record.next')} appointments={record.appointments.slice(0, 1)} />
      <People page={page} record={record} />
      {record.appointments.length > 1 && (
        <Appointments page={page} id="later" title={say('record.later')} appointments={record.appointments.slice(1)} />
      )}
      <Section id="plan" title={say('record.plan')}>
        {record.steps.length === 0 && <p class="govuk-body-l">{say('record.plan-none')}</p>}
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {record.steps.map(({ title, dueOn, isOwn }) => (
            <li>
              <ShortLines
                lines={[
                  title,
                  isOwn && say('record.you'),
                  dueOn && say('record.by', { day: formatDay(locale, dueOn, 'long') }),
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Said page={page} record={record} />
    </PersonLayout>
  )
}

type Appointment = OwnRecord['appointments'][number]

function Appointments(props: { page: PageContext; id: string; title: string; appointments: readonly Appointment[] }) {
  const { page, id, title, appointments } = props
  const { locale } = page
  const say = words(locale)
  return (
    <Section id={id} title={title}>
      {appointments.length === 0 && <p class="govuk-body-l">{say('record.appointments-none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {appointments.map((each) => (
          <li>
            <strong class="tl-begins">{formatAt(locale, new Date(each.at), 'long')}</strong>
            <br />
            <ShortLines
              lines={[
                each.title,
                each.with && say('record.with', { name: each.with }),
                each.place && say('record.place', { place: each.place }),
                each.bring && say('record.bring', { bring: each.bring }),
              ]}
            />
            <br />
            {each.cannotCome ? (
              <em>{say('cannot.said')}</em>
            ) : (
              <Link class="govuk-link tl-noprint" href={`/me/appointments/${each.id}`}>
                {say('cannot.link')}
                <span class="govuk-visually-hidden">: {each.title}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function People({ page: { locale }, record }: Props) {
  const say = words(locale)
  return (
    <Section id="people" title={say('record.people')}>
      {record.people.length === 0 && <p class="govuk-body-l">{say('record.people-none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {record.people.map(({ name, agency, role, phone }) => (
          <li>
            <strong>{name}</strong>
            <br />
            {role && `${workerRoleLabel(locale, role)}, `}
            {agency}
            {phone && (
              <>
                <br />
                <Phone number={phone} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Said({ page: { locale }, record }: Props) {
  const say = words(locale)
  return (
    <Section id="said" title={say('record.yours')}>
      {record.said.length === 0 && <p class="govuk-body-l">{say('record.yours-none')}</p>}
      {record.said.map(({ kind, words: said, at, answer }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            {say(`kind.${kind}`)}, {formatDay(locale, dayAt(new Date(at)), 'long')}
          </p>
          <p class="govuk-body-l tl-kept">{said}</p>
          <p class="govuk-body-l tl-kept">
            <strong>{say('record.answer')}</strong> {answer || say('record.no-answer')}
          </p>
        </div>
      ))}
    </Section>
  )
}
