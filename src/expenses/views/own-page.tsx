import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Empty, Link, Note, PageHead, PlainList, Section } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ibanHint } from '../iban.ts'
import { moneyText } from '../money.ts'
import type { Claim } from '../queries/claims.ts'
import type { Payee } from '../queries/funds.ts'
import { words } from '../words.ts'
import { ClaimTag, claimDay, claimText, type Done, DoneBanner } from './parts.tsx'

interface Props {
  page: PageContext
  claims: readonly Claim[]
  payee: Payee | undefined
  mayDecide: boolean
  mayKeep: boolean
  done: Done | undefined
}

/** One's own expenses: what was claimed and where it stands. */
export function OwnPage({ page, claims, payee, mayDecide, mayKeep, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const actions = (
    <>
      {mayDecide && <Link href="/expenses/claims">{say('claims.title')}</Link>}
      {mayKeep && <Link href="/expenses/funds">{say('funds.title')}</Link>}
      <Link href="/expenses/payee">{payee ? `${say('payee.link')}: ${ibanHint(payee.iban)}` : say('payee.link')}</Link>
    </>
  )
  return (
    <Layout page={page} title={say('title')}>
      <DoneBanner locale={locale} done={done} />
      <PageHead title={say('title')} sub={say('sub')} actions={actions} />
      {!payee && (
        <Note tone="warn">
          <p>
            <Link href="/expenses/payee">{say('payee.missing')}</Link>
          </p>
        </Note>
      )}
      <ButtonGroup>
        <Button href="/expenses/journey">{say('new.journey')}</Button>
        <Button kind="secondary" href="/expenses/receipt">
          {say('new.receipt')}
        </Button>
      </ButtonGroup>
      {claims.length === 0 ? (
        <Empty title={say('own.none')}>
          <p class="govuk-body">{say('own.none-text')}</p>
        </Empty>
      ) : (
        <Section id="h-own" title={say('own.title')}>
          <PlainList>
            {claims.map((claim) => (
              <li id={`claim-${claim.id}`}>
                <strong>{moneyText(locale, claim.amountInMinor, claim.currency)}</strong>{' '}
                <ClaimTag locale={locale} state={claim.state} />
                <p class="tl-m0">
                  {claimDay(locale, claim)}. {claimText(locale, claim)}
                </p>
                {claim.words && <p class="tl-m0 tl-quiet">{claim.words}</p>}
                {claim.decidedWords && <p class="tl-m0">{claim.decidedWords}</p>}
                {claim.hasReceipt && (
                  <p class="govuk-body">
                    <Link href={`/expenses/claims/${claim.id}/receipt`}>
                      {say('receipt.see')}
                      <span class="govuk-visually-hidden">: {claimDay(locale, claim)}</span>
                    </Link>
                  </p>
                )}
                {claim.state === 'WAITING' && (
                  <form method="post" action={`/expenses/claims/${claim.id}/withdrawal`}>
                    <input type="hidden" name="formId" value={newId()} />
                    <button type="submit" class="tl-linklike">
                      {say('withdraw')}
                      <span class="govuk-visually-hidden">: {claimDay(locale, claim)}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </PlainList>
        </Section>
      )}
    </Layout>
  )
}
