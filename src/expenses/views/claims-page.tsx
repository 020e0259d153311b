import { newId } from '../../platform/ids.ts'
import { BackLink, Button, ButtonGroup, Empty, Input, Link, PageHead, PlainList, ProblemSummary } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { moneyText } from '../money.ts'
import type { Claim } from '../queries/claims.ts'
import { words } from '../words.ts'
import { claimDay, claimText, type Done, DoneBanner, type Form, fieldsOf } from './parts.tsx'

interface Props {
  page: PageContext
  claims: readonly Claim[]
  form: Form
  done: Done | undefined
  mayKeep: boolean
}

/** What colleagues claimed and somebody has to decide on; never one's own. */
export function ClaimsPage({ page, claims, form, done, mayKeep }: Props) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('claims.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/expenses">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <DoneBanner locale={locale} done={done} />
      <PageHead
        title={say('claims.title')}
        actions={mayKeep && <Link href="/expenses/funds">{say('funds.title')}</Link>}
      />
      {claims.length === 0 && (
        <Empty title={say('claims.none')}>
          <p class="govuk-body">{say('claims.none-text')}</p>
        </Empty>
      )}
      <PlainList>
        {claims.map((claim) => {
          const who = say('claims.who', { name: claim.claimantName, day: claimDay(locale, claim) })
          const hidden = <span class="govuk-visually-hidden">: {who}</span>
          const why = fieldsOf(locale, form)(`why-${claim.id}`)
          return (
            <li>
              <strong>{moneyText(locale, claim.amountInMinor, claim.currency)}</strong> {who}
              <p class="tl-m0">
                {claimText(locale, claim)}. <span class="tl-quiet">{claim.fundName}</span>
              </p>
              {claim.words && <p class="tl-m0 tl-quiet">{claim.words}</p>}
              {claim.hasReceipt && (
                <p class="govuk-body">
                  <Link href={`/expenses/claims/${claim.id}/receipt`}>
                    {say('receipt.see')}
                    {hidden}
                  </Link>
                </p>
              )}
              <form method="post" action={`/expenses/claims/${claim.id}/decision`} novalidate>
                <input type="hidden" name="formId" value={newId()} />
                <Input label={say('claims.why')} {...why} />
                <ButtonGroup>
                  <Button name="decision" value="APPROVED">
                    {say('claims.approve')}
                    {hidden}
                  </Button>
                  <Button kind="secondary" name="decision" value="DECLINED">
                    {say('claims.decline')}
                    {hidden}
                  </Button>
                </ButtonGroup>
              </form>
            </li>
          )
        })}
      </PlainList>
    </Layout>
  )
}
