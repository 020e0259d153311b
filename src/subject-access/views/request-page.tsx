import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  Section,
  SummaryList,
  WarningText,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames } from '../../platform/words.ts'
import type { Bundle } from '../queries/bundles.ts'
import type { Part } from '../queries/parts.ts'
import { isLate, lastDayOf, type SubjectRequest } from '../subject-request.ts'
import { words } from '../words.ts'
import { ClockForms } from './clock-forms.tsx'
import { CopySection } from './copy-section.tsx'
import { LastDay, StateTag } from './parts.tsx'
import { PartsSection } from './parts-section.tsx'

export interface RequestProps {
  page: PageContext
  /** The reader's. */
  agencyId: string
  asked: SubjectRequest
  parts: readonly Part[]
  bundle: Bundle | undefined
  form: FormState<unknown>
  done: string | undefined
}

/** One request: what was asked, until when, who answers for what, and the copy. */
export function RequestPage(props: RequestProps) {
  const { page, agencyId, asked, form, done } = props
  const { locale, now } = page
  const say = words(locale)
  const title = say('request.title', { name: asked.personName })
  const due = lastDayOf(asked)
  const isDone = done === 'kept' || done === 'done'
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/subject-access">{say('list.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && <NotificationBanner isSuccess text={say(done === 'kept' ? 'request.kept' : 'request.done')} />}
      <PageHead title={title} sub={<StateTag locale={locale} request={asked} />} />
      {due && isLate(asked, dayAt(now)) && (
        <WarningText>
          {say('request.late-title')}. {say('request.late-text', { day: formatDay(locale, due, 'full') })}
        </WarningText>
      )}
      <Asked {...props} />
      <Section id="h-parts" title={say('parts.title')}>
        <PartsSection {...props} />
      </Section>
      <Section id="h-copy" title={say('copy.heading')}>
        <CopySection {...props} />
      </Section>
      {asked.handlingAgencyId === agencyId && <ClockForms {...props} />}
    </Layout>
  )
}

function Asked({ page, asked }: RequestProps) {
  const { locale, now } = page
  const say = words(locale)
  const day = (on: string) => formatDay(locale, on)
  return (
    <SummaryList
      rows={[
        {
          key: say('request.asked'),
          value: say('request.asked-text', { day: day(asked.receivedOn), channel: say(`channel.${asked.channel}`) }),
        },
        {
          key: say('request.by'),
          value:
            asked.askedBy === 'PERSON'
              ? say('asked-by.PERSON')
              : `${say('asked-by.REPRESENTATIVE')}: ${asked.askerName}`,
        },
        {
          key: say('request.proof'),
          value:
            asked.proof && asked.provedOn
              ? `${say(`proof.${asked.proof}`)}, ${day(asked.provedOn)}`
              : say('proof.none'),
        },
        { key: say('request.due'), value: <LastDay locale={locale} request={asked} now={now} /> },
        ...asked.pauses.map(({ question, askedOn, answeredOn }) => ({
          key: say('request.pause'),
          value: answeredOn
            ? say('request.pause-done', { from: day(askedOn), until: day(answeredOn), question })
            : say('request.pause-open', { day: day(askedOn), question }),
        })),
        asked.extendedAt && { key: say('request.extended'), value: asked.extensionReason },
        asked.withdrawnAt && { key: say('request.withdrawn'), value: asked.withdrawnReason },
        { key: say('request.agencies'), value: asked.askedAgencies?.join(', ') ?? say('request.all-agencies') },
        { key: say('request.handled'), value: asked.handlingAgency },
        { key: say('request.language'), value: localeNames[asked.locale] },
        {
          key: say('request.logged'),
          value: `${asked.loggedBy ?? say('request.own-door')}, ${formatAt(locale, asked.loggedAt)}`,
        },
      ]}
    />
  )
}
