import { pathwayLabel } from '../../agencies/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Details,
  Note,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Section,
  Select,
  SummaryList,
  WayOn,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OpenWork, Transfer } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

export interface TransferProps {
  page: PageContext
  transfer: Transfer
  /** Who of the reader's agency could work on it. */
  hands: readonly { value: string; name: string }[]
  mayAnswer: boolean
  agencyId: string
  form: { typed: Typed; problems: Problem[] }
}

/** One transfer: who is responsible, what is open, and the answer. */
export function TransferPage(props: TransferProps) {
  const { page, transfer, form, mayAnswer, agencyId } = props
  const { locale, now } = page
  const say = words(locale)
  const title = transfer.personName ? say('one.title', { name: transfer.personName }) : say('one.title-unseen')
  const isWaiting = transfer.state === 'PROPOSED' && transfer.expiresAt > now
  const isTaker = transfer.toAgencyId === agencyId
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={isTaker ? '/transfers' : '/transfers?side=from'}>{say('list.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} />
      <Note>
        <p>{stateOf(locale, transfer)}</p>
        {transfer.declineWords && <p class="tl-kept">{transfer.declineWords}</p>}
      </Note>
      <SummaryList
        rows={[
          { key: say('one.from'), value: `${transfer.fromAgencyName}, ${transfer.fromName}` },
          { key: say('one.to'), value: transfer.toAgencyName },
          { key: say('one.by'), value: formatDay(locale, transfer.byOn, 'long') },
          { key: say('one.reason'), value: transfer.reason },
          { key: say('one.proposed'), value: formatAt(locale, transfer.proposedAt) },
          ...(transfer.answeredByName ? [{ key: say('one.answered-by'), value: transfer.answeredByName }] : []),
        ]}
      />
      {transfer.personName && (
        <WayOn href={`/cases/${transfer.caseId}`}>{say('one.to-case', { name: transfer.personName })}</WayOn>
      )}
      <Section id="h-open" title={say('one.open', { count: transfer.openWork.length })}>
        <p class="govuk-body">{say('one.open-text', { at: formatAt(locale, transfer.proposedAt, 'brief') })}</p>
        <PlainList>
          {transfer.openWork.map((work) => (
            <li>{workLine(page, work)}</li>
          ))}
        </PlainList>
      </Section>
      {isWaiting && mayAnswer && isTaker && <Answer {...props} />}
      {isWaiting && mayAnswer && !isTaker && (
        <form method="post" action={`/transfers/${transfer.id}/cancel`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('one.cancel')}</Button>
        </form>
      )}
    </Layout>
  )
}

function workLine({ locale }: PageContext, { kind, pathway, status, dueOn }: OpenWork): string {
  const say = words(locale)
  const what = say(`work.${kind}`)
  const named = pathway ? say('work.of', { what, pathway: pathwayLabel(locale, pathway) }) : what
  const stands = say('work.stands', { named, status: say(`status.${status}` as 'status.SENT') })
  return dueOn ? say('work.by', { stands, day: formatDay(locale, dueOn, 'full') }) : stands
}

function Answer({ page, transfer, hands, form }: TransferProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <>
      <Section id="h-yes" title={say('yes.title')}>
        <p class="govuk-body">{say('yes.text')}</p>
        <form method="post" action={`/transfers/${transfer.id}/accept`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Select
            name="hands"
            label={say('yes.hands')}
            value={typedText(form, 'hands')}
            error={error('hands')}
            items={[
              { value: '', text: say('propose.choose') },
              ...hands.map(({ value, name }) => ({
                value,
                text: value.startsWith('team:') ? say('yes.team', { name }) : name,
              })),
            ]}
          />
          <Button>{say('yes.button')}</Button>
        </form>
      </Section>
      <Details summary={say('no.title')} isOpen={Boolean(error('reason'))}>
        <form method="post" action={`/transfers/${transfer.id}/decline`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <CharacterCount
            name="reason"
            label={say('no.reason')}
            maxLength={1_000}
            rows={3}
            value={typedText(form, 'reason')}
            error={error('reason')}
          />
          <Button kind="secondary">{say('no.button')}</Button>
        </form>
      </Details>
    </>
  )
}
