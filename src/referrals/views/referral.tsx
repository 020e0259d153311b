import { pathwayLabel } from '../../agencies/index.ts'
import type { CaseFrame } from '../../cases/index.ts'
import { BesideFact, CorrectFact } from '../../corrections/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  BackLink, Columns, Link, NotificationBanner, OwnWords, PlainList, ProblemSummary, Section,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { Problem, Typed } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Outcome } from '../queries/answers.ts'
import type { Referral } from '../queries/referrals.ts'
import { mayMove, type Side } from '../referral-states.ts'
import { words } from '../words.ts'
import { AnswerForm } from './answer.tsx'
import { Known, Withheld } from './known.tsx'
import { Moves } from './moves.tsx'
import { NotSent } from './not-sent.tsx'
import { answerByOf, ReferralStatus, reasonOf } from './state.tsx'

export interface ReferralPageProps {
  page: PageContext
  referral: Referral
  sides: readonly Side[]
  outcomes: readonly Outcome[]
  /** What the reader's share shows of the case; undefined once it has ended. */
  frame: CaseFrame | undefined
  colleagues: readonly string[]
  form: { typed: Typed; problems: Problem[] }
  /** `sent` and `saved` say that it worked; `meanwhile` that somebody else was faster. */
  notice?: 'sent' | 'saved' | 'meanwhile' | undefined
}

/** One referral, as each end of it may see it: why, what was said, and what is to be done next. */
export function ReferralPage(props: ReferralPageProps) {
  const { page, referral, sides, form, notice, frame } = props
  const say = words(page.locale)
  const isReceiver = sides.includes('RECEIVER') && referral.toAgencyId !== null
  const title = titleOf(page, referral)
  const mayAnswer = mayMove(referral.status, 'ACCEPTED', sides)
  const isSaid = referral.chasedCount > 0 || referral.declineReason !== null || referral.endReason !== null
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={isReceiver ? '/referrals' : '/referrals/sent'}>
        {say(isReceiver ? 'inbox.received' : 'inbox.sent')}
      </BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {notice && <NotificationBanner text={say(`notice.${notice}`)} isSuccess={notice !== 'meanwhile'} />}
      <Columns
        main={
          <>
            <h1 class="govuk-heading-l">{title}</h1>
            <p class="govuk-body tl-sub tl-num">{subOf(page, referral)}</p>
            <p class="govuk-body">
              <ReferralStatus page={page} referral={referral} />
              {frame && (
                <>
                  <br />
                  <Said page={page} referral={referral} frame={frame} title={title} />
                </>
              )}
            </p>
            {notice === 'meanwhile' && <NotSent page={page} typed={form.typed} />}
            {isSaid && <p class="govuk-body tl-quiet">{reasonOf(page, referral)}</p>}
            <Why {...props} isReceiver={isReceiver} />
            <Conversation {...props} />
            <Ended {...props} />
            {mayAnswer && <AnswerForm {...props} />}
            <Moves {...props} />
          </>
        }
        aside={
          <>
            <Known page={page} referral={referral} frame={frame} isReceiver={isReceiver} />
            {isReceiver && <Withheld page={page} referral={referral} frame={frame} />}
          </>
        }
      />
    </Layout>
  )
}

/** What was said beside it, and the way to say something. */
function Said({
  page: { locale },
  referral,
  frame,
  title,
}: {
  page: PageContext
  referral: Referral
  frame: CaseFrame
  title: string
}) {
  return (
    <>
      <BesideFact locale={locale} frame={frame} factId={referral.id} isWhole />{' '}
      <CorrectFact {...{ locale, frame }} part="referrals" kind="REFERRAL" factId={referral.id} name={title} />
    </>
  )
}

/** "Danny Okafor: somewhere to sleep", as far as the reader may know it. */
export function titleOf({ locale }: PageContext, { shownName, needWords, pathway, reference }: Referral): string {
  const what = needWords || pathwayLabel(locale, pathway)
  return words(locale)('page.title', { name: shownName ?? reference, what })
}

function subOf(page: PageContext, referral: Referral): string {
  const { locale } = page
  const say = words(locale)
  const { reference, fromName, fromAgencyName, sentAt, status } = referral
  const sent = say('page.sub', { reference, name: fromName, agency: fromAgencyName, at: formatAt(locale, sentAt) })
  const isWaiting = status === 'SENT' || status === 'RECEIVED'
  return isWaiting ? `${sent} ${say('page.answer-by', { at: answerByOf(page, referral) })}` : sent
}

function Why({ page, referral, isReceiver }: ReferralPageProps & { isReceiver: boolean }) {
  const say = words(page.locale)
  const { why, desiredOutcomes, neededByOn, serviceName, providerName, serviceId } = referral
  return (
    <Section id="h-why" title={say(isReceiver ? 'page.why-you' : 'page.why')}>
      <div class="tl-mt">
        <p class="govuk-body tl-kept">{why}</p>
        <p class="govuk-body">
          {say('page.service')} <Link href={`/services/${serviceId}`}>{serviceName}</Link>, {providerName}.{' '}
          {neededByOn && say('page.needed-by', { day: formatDay(page.locale, neededByOn, 'long') })}
        </p>
      </div>
      {desiredOutcomes.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say('page.outcomes')}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {desiredOutcomes.map((outcome) => (
              <li>{outcome}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** What was asked before an answer, and who said yes. */
function Conversation({ page: { locale }, referral }: ReferralPageProps) {
  const say = words(locale)
  const { question, askedAt, reply, repliedAt, acceptedAt, startsOn, namedWorker, decidedByName } = referral
  return (
    <>
      {question && askedAt && (
        <Section id="h-asked" title={say('page.asked')}>
          <OwnWords source={formatAt(locale, askedAt)}>{question}</OwnWords>
          {reply && repliedAt && (
            <OwnWords source={say('page.reply', { at: formatAt(locale, repliedAt) })}>{reply}</OwnWords>
          )}
        </Section>
      )}
      {acceptedAt && (
        <Section id="h-yes" title={say('page.accepted')}>
          <p class="govuk-body">
            {say('page.accepted-by', { name: decidedByName ?? '', at: formatAt(locale, acceptedAt) })}{' '}
            {namedWorker && say('page.worker', { name: namedWorker })}{' '}
            {startsOn && say('page.starts', { day: formatDay(locale, startsOn, 'long') })}
          </p>
        </Section>
      )}
    </>
  )
}

function Ended({ page: { locale }, referral, outcomes }: ReferralPageProps) {
  const say = words(locale)
  if (outcomes.length === 0 && !referral.personsView) return null
  return (
    <Section id="h-ended" title={say('page.ended')}>
      <PlainList>
        {outcomes.map((outcome) => (
          <li>
            <b>{outcome.words}</b>
            <p class="tl-m0">{say(`result.${outcome.result}`)}</p>
          </li>
        ))}
      </PlainList>
      {referral.personsView && <OwnWords source={say('page.persons-view')}>{referral.personsView}</OwnWords>}
    </Section>
  )
}
