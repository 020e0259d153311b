import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import type { Need } from '../../needs/index.ts'
import { Link, Note, PlainList, Section, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Referral } from '../queries/referrals.ts'
import { words } from '../words.ts'
import { ReferralStatus, reasonOf } from './state.tsx'

/** Whom was asked about the need, and what they said. */
export function AlreadyAsked({ page, asked }: { page: PageContext; asked: readonly Referral[] }) {
  const say = words(page.locale)
  return (
    <>
      <Section id="h-already" title={say('asked.title')}>
        {asked.length === 0 ? (
          <p class="govuk-body">{say('asked.nobody')}</p>
        ) : (
          <PlainList>
            {asked.map((referral) => (
              <li>
                <Link class="tl-link tl-link--strong" href={`/referrals/${referral.id}`}>
                  {referral.serviceName}
                </Link>
                <br />
                <ReferralStatus page={page} referral={referral} />
                <p class="tl-quiet tl-m0">{reasonOf(page, referral)}</p>
              </li>
            ))}
          </PlainList>
        )}
      </Section>
      <Note title={say('asked.twice')} level={2}>
        <p>{say('asked.twice-text')}</p>
      </Note>
    </>
  )
}

/** A second open referral for the same need to the same service: refused, and led to the first. */
export function AlreadyAskedPage(props: {
  page: PageContext
  need: Need
  frame: CaseFrame
  openId: string | undefined
}) {
  const { page, need, frame, openId } = props
  const say = words(page.locale)
  return (
    <CaseLayout page={page} frame={frame} current="referrals" title={say('asked.refused')}>
      <h1 class="govuk-heading-l">{say('asked.refused')}</h1>
      <p class="govuk-body">{say('asked.refused-text', { need: need.words })}</p>
      <p class="govuk-body">{say('asked.twice-text')}</p>
      {openId && <WayOn href={`/referrals/${openId}`}>{say('asked.see-first')}</WayOn>}
      <WayOn href={`/needs/${need.id}/refer`}>{say('asked.choose-another')}</WayOn>
    </CaseLayout>
  )
}
