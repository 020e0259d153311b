import { moneyText } from '../../expenses/index.ts'
import { formatAt, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Link, Note, NotificationBanner, PageHead, PrintButton, ProblemSummary, problemOf, Radios, Section, SummaryList,
  Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ContractCohort } from '../cohorts.ts'
import type { Claim, ResultRow } from '../queries/claims.ts'
import type { Contract } from '../queries/contracts.ts'
import { worthOf } from '../results.ts'
import { words } from '../words.ts'
import { ClaimStateTag } from './claim-state.tsx'
import { ResultRows } from './rows-page.tsx'

interface Props {
  page: PageContext
  claim: Claim
  contract: Contract
  /** Those that the reader sees. */
  rows: readonly ResultRow[]
  /** Of a claim of nobody by name; undefined where it stands no longer. */
  cohort: ContractCohort | undefined
  /** Whether the reader made it. */
  isOwn: boolean
  /** Whether the reader sees every row, and the record still says so. */
  holds: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done: 'made' | 'decided' | undefined
}

/** A claim with the data behind it, and where somebody else says yes or no. */
export function ClaimPage(props: Props) {
  const { page, claim, contract, rows, cohort, isOwn, holds, form, done } = props
  const { locale } = page
  const say = words(locale)
  const name = say(`result.${claim.result}`)
  const money = (inMinor: number) => moneyText(locale, inMinor, contract.currency)
  const isWaiting = claim.state === 'WAITING'
  return (
    <Layout page={page} title={`${name}: ${contract.title}`} hasProblems={form.problems.length > 0}>
      <BackLink href={`/contracts/${contract.id}`}>{contract.title}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead
        title={say('claim.title', { result: name })}
        sub={contract.funder}
        actions={
          <>
            <Link href={`/contracts/claims/${claim.id}/file`}>{say('export')}</Link>
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      <SummaryList
        rows={[
          { key: say('c.state'), value: <ClaimStateTag page={page} claim={claim} /> },
          ...(claim.followedCount
            ? [{ key: say('c.followed'), value: formatNumber(locale, claim.followedCount) }]
            : []),
          { key: say('c.people'), value: formatNumber(locale, claim.peopleCount) },
          { key: say('c.price'), value: money(claim.priceInMinor) },
          { key: say('c.worth'), value: money(worthOf(claim.priceInMinor, claim.peopleCount)) },
          { key: say('claim.made'), value: `${claim.madeByName}, ${formatAt(locale, claim.madeAt)}` },
          ...(claim.decidedAt
            ? [
                {
                  key: say('claim.decided'),
                  value: [claim.decidedByName, formatAt(locale, claim.decidedAt), claim.decidedWords].filter(Boolean).join(', '), // biome-ignore format: one line
                },
              ]
            : []),
        ]}
      />
      <p class="govuk-body">{say(`means.${claim.result}`, { days: contract.followDays })}</p>
      <Section
        id="h-rows"
        title={say('claim.rows')}
        more={!claim.cohortId && say('claim.rows-seen', { seen: rows.length, count: claim.peopleCount })}
      >
        {isWaiting && !holds && (
          <Note title={say('claim.broken')} tone="warn">
            <p class="govuk-body">{say('claim.broken-text')}</p>
          </Note>
        )}
        {claim.cohortId ? (
          <CohortLine page={page} cohort={cohort} />
        ) : (
          <ResultRows page={page} caption={say('claim.rows')} rows={rows} />
        )}
      </Section>
      {isWaiting && isOwn && (
        <form method="post" action={`/contracts/claims/${claim.id}/withdrawal`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('claim.waits')}</p>
          <Button kind="secondary">{say('claim.withdraw')}</Button>
        </form>
      )}
      {isWaiting && !isOwn && (
        <Section id="h-decide" title={say('decide')}>
          <Decide {...props} />
        </Section>
      )}
    </Layout>
  )
}

/** What was counted, and where it can be looked at: nobody by name. */
function CohortLine({ page, cohort }: Pick<Props, 'page' | 'cohort'>) {
  const say = words(page.locale)
  if (!cohort) return <p class="govuk-body">{say('row.GONE')}</p>
  return (
    <p class="govuk-body">
      <Link href={`/reoffending/cohorts/${cohort.id}`}>{cohort.title}</Link>
      {`, ${cohort.prisonName}. `}
      {cohort.state === 'SHOWN'
        ? say('cohorts.today', { people: cohort.people, paid: cohort.paid })
        : say(`cohort.${cohort.state}`)}{' '}
      {say('cohorts.source', { name: cohort.sourceName })}
    </p>
  )
}

function Decide({ page, claim, holds, form }: Props) {
  const say = words(page.locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  return (
    <form method="post" action={`/contracts/claims/${claim.id}/decision`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Radios
        name="decision"
        legend={say('decide.legend')}
        value={typedText(form, 'decision')}
        error={error('decision')}
        items={[
          { value: 'APPROVED', text: say('decide.yes'), hint: say('decide.yes-hint'), isDisabled: !holds },
          { value: 'DECLINED', text: say('decide.no'), hint: say('decide.no-hint') },
        ]}
      />
      <Textarea
        name="words"
        label={say('decide.words')}
        hint={say('decide.words-hint')}
        rows={2}
        value={typedText(form, 'words')}
        error={error('words')}
      />
      <Button preventDoubleClick>{say('decide.button')}</Button>
    </form>
  )
}
