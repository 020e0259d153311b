import { pathwayLabel, workerRoleLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  InsetText,
  Note,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Share, wordKinds } from '../kinds.ts'
import type { FamilyPage } from '../queries/portal.ts'
import { words } from '../words.ts'
import { PortalDays } from './portal-days.tsx'

interface Props {
  page: PageContext
  found: FamilyPage
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done?: string | undefined
}

/** The one page of somebody of the family: what the person shares, what they say to it, and the way to stop. */
export function PortalPage(props: Props) {
  const { page, found, form, done } = props
  const say = words(page.locale)
  const { name } = found
  const title = say('portal.title', { name })
  return (
    <Layout page={page} title={title} isWithoutMenu hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-xl">{title}</h1>
      {done === 'said' && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('portal.said')}
        </p>
      )}
      <Note title={say('portal.number', { number: found.number.replace(/(.{3})(.{3})/, '$1 $2 ') })}>
        <p>{say('portal.number-text')}</p>
      </Note>
      <p class="govuk-body-l">
        {say(found.shares.length > 0 ? 'portal.text' : 'portal.text-nothing', { memberName: found.memberName, name })}
      </p>
      <div class="tl-own">
        <PortalDays page={page} found={found} />
        <Shared {...props} />
        <Answer {...props} />
        {/* leaving, which is done every time, stands before what cannot be taken back */}
        <Section id="stop" title={say('portal.stop')}>
          <form method="post" action="/family/leave">
            <Button kind="secondary">{say('portal.leave')}</Button>
          </form>
          <p class="govuk-body-l">{say('portal.stop-text')}</p>
          <form method="post" action="/family/stop">
            <Button kind="warning">{say('portal.stop-button')}</Button>
          </form>
        </Section>
      </div>
    </Layout>
  )
}

/** Only what is shared has a heading: what is not is not spoken of. */
function Shared({ page: { locale, now }, found }: Props) {
  const say = words(locale)
  const { name, shares, releaseOn, people, steps, appointments } = found
  const has = (share: Share) => shares.includes(share)
  const hasPlan = shares.some((share) => share.startsWith('PLAN_'))
  return (
    <>
      {has('RELEASE_DATE') && (
        <Section
          id="date"
          title={say(releaseOn && releaseOn < dayAt(now) ? 'portal.date-was' : 'portal.date', { name })}
        >
          {releaseOn ? (
            <>
              <p class="govuk-heading-l tl-begins">{formatDay(locale, releaseOn, 'long')}</p>
              {releaseOn >= dayAt(now) && <p class="govuk-body-l">{say('portal.date-may-change')}</p>}
            </>
          ) : (
            <p class="govuk-body-l">{say('portal.date-none')}</p>
          )}
        </Section>
      )}
      {has('SUPPORTERS') && (
        <Section id="people" title={say('portal.people', { name })}>
          {people.length === 0 && <p class="govuk-body-l">{say('portal.nothing')}</p>}
          <ul class="govuk-list govuk-list--bullet govuk-body-l">
            {people.map((each) => (
              <li>{`${each.name}, ${workerRoleLabel(locale, each.role).toLowerCase()}`}</li>
            ))}
          </ul>
        </Section>
      )}
      {hasPlan && (
        <Section id="plan" title={say('portal.plan', { name })}>
          {steps.length === 0 && <p class="govuk-body-l">{say('portal.nothing')}</p>}
          <ul class="govuk-list govuk-list--bullet govuk-body-l">
            {steps.map(({ title, dueOn, pathway }) => (
              <li>
                {`${title} (${pathwayLabel(locale, pathway)})`}
                {dueOn && `, ${say('portal.by', { day: formatDay(locale, dueOn, 'long') })}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {has('APPOINTMENTS') && (
        <Section id="appointments" title={say('portal.appointments', { name })}>
          {appointments.length === 0 && <p class="govuk-body-l">{say('portal.nothing')}</p>}
          <ul class="govuk-list govuk-list--bullet govuk-body-l">
            {appointments.map(({ title, at }) => (
              <li>{`${formatAt(locale, new Date(at), 'long')}: ${title}`}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** What they can do, cannot do and worry about; who reads it is said before. */
function Answer({ page: { locale }, found, form }: Props) {
  const say = words(locale)
  const { name, said } = found
  return (
    <Section id="say" title={say('portal.say')}>
      <p class="govuk-body-l">{say('portal.say-text', { name })}</p>
      <form method="post" action="/family/say" novalidate>
        <Radios
          name="kind"
          legend={say('portal.kind')}
          value={typedText(form, 'kind')}
          error={problemOf(form.problems, 'kind', say)}
          items={wordKinds.map((value) => ({ value, text: say(`kind.${value}`) }))}
        />
        <Textarea
          name="words"
          label={say('portal.words')}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
          rows={5}
        />
        <Checkboxes
          name="isForWorkerOnly"
          legend={say('portal.who-reads')}
          values={[typedText(form, 'isForWorkerOnly')]}
          items={[{ value: 'yes', text: say('portal.worker-only', { name }) }]}
        />
        <Button preventDoubleClick>{say('portal.send')}</Button>
      </form>
      {said.map(({ kind, words: text, at, isForWorkerOnly }) => (
        <InsetText>
          <p class="govuk-body">{`${say(`kind.${kind}`)}, ${formatAt(locale, new Date(at))}`}</p>
          <p class="govuk-body tl-kept">{text}</p>
          {isForWorkerOnly && <p class="govuk-body">{say('said.worker-only')}</p>}
        </InsetText>
      ))}
    </Section>
  )
}
