import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, InsetText, Link, SummaryList, WarningText } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Moved, Reorganisation } from '../queries.ts'
import { words } from '../words.ts'
import { extentOf, StateTag } from './parts.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  /** Who reads: whoever planned it does not approve it. */
  userId: string
  plan: Reorganisation
  counts: Moved
  done: string | undefined
}

const parts = ['teams', 'accounts', 'cases', 'referrals', 'services', 'agreements'] as const

/** One merger or split: what moves, who decided, and the decision while it is open. */
export function ReorganisationPage({ page, may, userId, plan, counts, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const { fromAgency: from, toAgency: to, state } = plan
  const by = (name: string | null, at: Date | null) =>
    at && say('by', { name: name ?? '', at: formatAt(locale, at, 'long') })
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('from-to', { from, to })}
      back={{ href: '/settings/reorganisations', text: say('title') }}
      done={done}
    >
      <SummaryList
        rows={[
          { key: say('state'), value: <StateTag locale={locale} state={state} /> },
          { key: say('what'), value: extentOf(locale, plan) },
          { key: say('reason'), value: plan.reason },
          { key: say('planned'), value: by(plan.plannedBy, plan.plannedAt) },
          plan.approvedAt && { key: say('approved'), value: by(plan.approvedBy, plan.approvedAt) },
          plan.doneAt && { key: say('done'), value: formatAt(locale, plan.doneAt, 'long') },
        ]}
      />
      {state !== 'WITHDRAWN' && (
        <>
          <h2 class="govuk-heading-m">{say(state === 'DONE' ? 'moved' : 'would-move')}</h2>
          <SummaryList rows={parts.map((part) => ({ key: say(`n.${part}`), value: counts[part] }))} />
          {!plan.teamIds && <p class="govuk-body">{say('stays', { name: from })}</p>}
        </>
      )}
      {state === 'APPROVED' && (
        <InsetText>
          {say('under-way')} <Link href={`/settings/reorganisations/${plan.id}`}>{say('look-again')}</Link>
        </InsetText>
      )}
      {state === 'PLANNED' && <Decision {...{ page, plan, isOwn: plan.plannedById === userId }} />}
    </SettingsFrame>
  )
}

function Decision({ page, plan, isOwn }: { page: PageContext; plan: Reorganisation; isOwn: boolean }) {
  const say = words(page.locale)
  const action = `/settings/reorganisations/${plan.id}`
  return (
    <>
      {isOwn ? (
        <InsetText>{say('second-person', { from: plan.fromAgency, to: plan.toAgency })}</InsetText>
      ) : (
        <form method="post" action={`${action}/approval`}>
          <input type="hidden" name="formId" value={newId()} />
          <WarningText>{say('approve-warning')}</WarningText>
          <Button kind="warning" preventDoubleClick>
            {say('approve')}
          </Button>
        </form>
      )}
      <form method="post" action={`${action}/withdrawal`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('withdraw')}</Button>
      </form>
    </>
  )
}
