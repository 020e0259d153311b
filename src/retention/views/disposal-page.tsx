import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  InsetText,
  Link,
  Pager,
  Section,
  SummaryList,
  WarningText,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { actionLabel, classLabel } from '../labels.ts'
import type { Disposal, WaitingRecord } from '../queries/disposals.ts'
import { words } from '../words.ts'
import { StateTag } from './disposals-page.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  /** Who reads: whoever proposed it does not approve it. */
  userId: string
  disposal: Disposal
  people: readonly WaitingRecord[]
  coolingOffInDays: number
  number: number
  hasMore: boolean
  done: string | undefined
}

/** One disposal: what it holds, who decided, how far it is, and the decision while it is open. */
export function DisposalPage(props: Props) {
  const { page, may, userId, disposal, people, number, hasMore, done } = props
  const { locale } = page
  const say = words(locale)
  const { state, executeFrom } = disposal
  const url = `/retention/disposals/${disposal.id}`
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('disposal.title', { day: formatAt(locale, disposal.proposedAt) })}
      back={{ href: '/retention/disposals', text: say('disposals.title') }}
      done={done}
    >
      <SummaryList
        rows={[
          { key: say('due.state'), value: <StateTag locale={locale} state={state} /> },
          ...decidedRows(locale, disposal),
          executeFrom &&
            state !== 'WITHDRAWN' && { key: say('disposal.from'), value: formatAt(locale, executeFrom, 'long') },
          (state === 'UNDER_WAY' || state === 'DONE') && {
            key: say('disposal.progress-key'),
            value: <output>{say('disposal.progress', progressOf(disposal))}</output>,
          },
        ]}
      />
      {state === 'DONE' && <WayOn href={`${url}/certificate`}>{say('disposal.certificate')}</WayOn>}
      <Section id="what" title={say('disposal.what')}>
        <SummaryList
          rows={disposal.sums.map((sum) => ({
            key: `${classLabel(locale, sum.class)}: ${actionLabel(locale, sum.action)}`,
            value: `${sum.count}, ${say(`item.${sum.state}`)}`,
          }))}
        />
      </Section>
      {state === 'PROPOSED' && disposal.proposedById === userId && <InsetText>{say('disposal.second')}</InsetText>}
      {state === 'PROPOSED' && disposal.proposedById !== userId && (
        <form method="post" action={`${url}/approval`}>
          <input type="hidden" name="formId" value={newId()} />
          <WarningText>{say('disposal.warning', { days: props.coolingOffInDays })}</WarningText>
          <Button kind="warning" preventDoubleClick>
            {say('disposal.approve')}
          </Button>
        </form>
      )}
      {(state === 'PROPOSED' || state === 'COOLING_OFF') && (
        <form method="post" action={`${url}/withdrawal`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('disposal.withdraw')}</Button>
        </form>
      )}
      <Section id="people" title={say('disposal.people')}>
        {people.length === 0 && <p class="govuk-body">{say('disposal.people-none')}</p>}
        <ul class="govuk-list">
          {people.map((each) => (
            <li>
              <Link href={`/retention/people/${each.personId}`}>{each.name}</Link>
              {each.number && ` ${each.number}`}: {classLabel(locale, each.class)}, {say(`item.${each.state}`)}
            </li>
          ))}
        </ul>
        {(number > 1 || hasMore) && (
          <Pager
            shown={say('due.shown', { count: people.length })}
            previous={number > 1 ? { href: `${url}?page=${number - 1}`, text: say('due.newer') } : undefined}
            next={hasMore ? { href: `${url}?page=${number + 1}`, text: say('due.older') } : undefined}
          />
        )}
      </Section>
    </SettingsFrame>
  )
}

/** Who decided what, when: the same on the page and on the certificate. */
export function decidedRows(locale: Locale, disposal: Disposal) {
  const say = words(locale)
  const by = (name: string | null, at: Date) =>
    say('disposal.by', { name: name ?? '', at: formatAt(locale, at, 'long') })
  return [
    { key: say('disposal.agency'), value: disposal.agency },
    { key: say('disposal.reason'), value: disposal.reason },
    { key: say('disposal.proposed'), value: by(disposal.proposedBy, disposal.proposedAt) },
    ...(disposal.approvedAt
      ? [{ key: say('disposal.approved'), value: by(disposal.approvedBy, disposal.approvedAt) }]
      : []),
  ]
}

function progressOf({ sums }: Disposal): { done: number; all: number } {
  const all = sums.reduce((sum, { count }) => sum + count, 0)
  const waiting = sums.filter(({ state }) => state === 'WAITING').reduce((sum, { count }) => sum + count, 0)
  return { done: all - waiting, all }
}
