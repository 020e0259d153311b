import { type ContextEvent, EvidenceNavigation, TimeChart } from '../../context-events/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Details, Link, Note, NotificationBanner, PageHead, PlainList, ProblemSummary, Section, SummaryList,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Earlier, MonthCount, Override } from '../queries/targets.ts'
import type { ShownTarget } from '../shown.ts'
import { words } from '../words.ts'
import { amountOf, deliveredOf, overrideOf, remainingOf, StatusOf } from './status-line.tsx'
import { RetireForm, StatusForm } from './target-forms.tsx'
import { PeopleLine } from './targets-page.tsx'

export interface TargetPageProps {
  page: PageContext
  target: ShownTarget
  months: readonly MonthCount[]
  earlier: readonly Earlier[]
  lifted: readonly (Override & { liftedAt: Date })[]
  events: readonly ContextEvent[]
  mayKeep: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done: 'changed' | 'set' | 'lifted' | 'counted' | undefined
}

/** One expected result: what the figures say and why, how it went over time, and what was set or changed by hand. */
export function TargetPage(props: TargetPageProps) {
  const { page, target, mayKeep, form, done } = props
  const { locale } = page
  const say = words(locale)
  return (
    <Layout
      page={page}
      title={target.name}
      subNavigation={<EvidenceNavigation page={page} current="targets" />}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href="/targets">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead
        title={target.name}
        sub={say(`definition.${target.definition}`)}
        actions={mayKeep && <Link href={`/targets/${target.id}/edit`}>{say('edit')}</Link>}
      />
      <SummaryList rows={figuresRows(props)} />
      <form method="post" action={`/targets/${target.id}/recount`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('recount')}</Button>
      </form>
      <Section id="h-time" title={say('over-time')}>
        <Chart {...props} />
      </Section>
      <Section id="h-hand" title={say('by-hand')}>
        <ByHand {...props} />
      </Section>
      <Earliers {...props} />
      {mayKeep && (
        <Details summary={say('retire')} isOpen={form.problems.some(({ field }) => field === 'retiredReason')}>
          <RetireForm page={page} target={target} form={form} />
        </Details>
      )}
    </Layout>
  )
}

function figuresRows({ page, target }: TargetPageProps) {
  const say = words(page.locale)
  const day = (on: string) => formatDay(page.locale, on)
  return [
    { key: say('c.target'), value: amountOf(page, target, target.amount) },
    {
      key: say('c.delivered'),
      value: (
        <>
          <Link href={`/targets/${target.id}/rows`}>{deliveredOf(page, target)}</Link>
          <PeopleLine page={page} target={target} />
        </>
      ),
    },
    { key: say('c.remaining'), value: remainingOf(page, target) },
    { key: say('c.when'), value: say('from-to', { from: day(target.sinceOn), to: day(target.dueOn) }) },
    { key: say('c.owner'), value: target.agencyName },
    { key: say('c.counted'), value: target.countedAgencyName ?? say('everybody') },
    { key: say('c.status'), value: <StatusOf page={page} status={target.figures.status} /> },
    { key: say('c.last'), value: target.countedAt ? formatAt(page.locale, target.countedAt) : say('not-counted') },
  ]
}

function Chart({ page, target, months, events }: TargetPageProps) {
  const say = words(page.locale)
  const { id, name, measure, amount, sinceOn, dueOn } = target
  const isShare = measure === 'SHARE'
  const promised = {
    points: [
      { day: sinceOn, value: isShare ? amount : 0 },
      { day: dueOn, value: amount },
    ] as const,
    label: say('promised', { amount: amountOf(page, target, amount) }),
  }
  const values = { delivered: deliveredOf(page, target), amount: amountOf(page, target, amount) }
  return (
    <TimeChart
      page={page}
      id={`t-${id}`}
      title={name}
      finding={say(isShare ? 'finding.share' : 'finding.sum', values)}
      points={months.map(({ day, delivered }) => ({ day, value: delivered }))}
      isSum={!isShare}
      promised={promised}
      sayValue={(value) => amountOf(page, target, value)}
      most={isShare ? 100 : amount}
      events={events}
      caption={say(target.isTold ? 'caption.told' : 'caption')}
    />
  )
}

function ByHand({ page, target, lifted, mayKeep, form }: TargetPageProps) {
  const { locale } = page
  const say = words(locale)
  const { override } = target
  return (
    <>
      {!override && <p class="govuk-body">{say('by-hand.none')}</p>}
      {override && (
        <>
          <Note tone={target.isContradicted ? 'warn' : undefined}>
            <p class="govuk-body">{overrideOf(page, target)}</p>
            <p class="govuk-body">{say('by-hand.reason', { reason: override.reason })}</p>
          </Note>
          {mayKeep && (
            <form method="post" action={`/targets/${target.id}/status/lift`}>
              <input type="hidden" name="formId" value={newId()} />
              <Button kind="secondary">{say('by-hand.lift')}</Button>
            </form>
          )}
        </>
      )}
      {lifted.length > 0 && (
        <PlainList>
          {lifted.map(({ status, setByName, reason, liftedAt }) => (
            <li>
              {say('by-hand.lifted', {
                status: say(`status.${status}`),
                name: setByName,
                at: formatAt(locale, liftedAt),
              })}{' '}
              {reason}
            </li>
          ))}
        </PlainList>
      )}
      {mayKeep && (
        <Details summary={say('by-hand.set')} isOpen={form.problems.some(({ field }) => field !== 'retiredReason')}>
          <StatusForm page={page} target={target} form={form} />
        </Details>
      )}
    </>
  )
}

function Earliers({ page, target, earlier }: TargetPageProps) {
  const { locale } = page
  const say = words(locale)
  if (earlier.length === 0) return null
  return (
    <Section id="h-earlier" title={say('earlier')}>
      <PlainList>
        {earlier.map((was) => (
          <li>
            <strong>{was.name}</strong>
            <p class="tl-m0">
              {say('earlier.was', { amount: amountOf(page, target, was.amount), due: formatDay(locale, was.dueOn) })}
            </p>
            <p class="tl-m0 tl-quiet">
              {say('earlier.why', {
                name: was.replacedByName,
                at: formatAt(locale, was.replacedAt),
                reason: was.reason,
              })}
            </p>
          </li>
        ))}
      </PlainList>
    </Section>
  )
}
