import { pathwayLabel } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import type { Need } from '../../needs/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { Empty, Link, PageHead, PlainList, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Referral } from '../queries/referrals.ts'
import { words } from '../words.ts'
import { ReferralStatus, reasonOf } from './state.tsx'

interface Props {
  page: PageContext
  frame: CaseFrame
  /** The open needs: each may be referred. */
  needs: readonly Need[]
  referrals: readonly Referral[]
}

/** A person's referrals, and the needs that nobody was asked about yet. */
export function CaseReferralsPage({ page, frame, needs, referrals }: Props) {
  const say = words(page.locale)
  return (
    <CaseLayout page={page} frame={frame} current="referrals" title={say('case.title')}>
      <PageHead title={say('case.title')} />
      {sees(frame, 'referrals') ? (
        <>
          {mayWrite(frame, 'referrals') && <Needs page={page} frame={frame} needs={needs} />}
          <Section id="h-sent" title={say('case.referrals')}>
            {referrals.length === 0 ? (
              <Empty title={say('case.none')}>
                <p class="govuk-body">{say('case.none-text')}</p>
              </Empty>
            ) : (
              <PlainList>
                {referrals.map((referral) => (
                  <li>
                    <Link class="tl-link tl-link--strong" href={`/referrals/${referral.id}`}>
                      {referral.serviceName}, {referral.providerName}
                    </Link>
                    <br />
                    <ReferralStatus page={page} referral={referral} />
                    <BesideFact locale={page.locale} frame={frame} factId={referral.id} />
                    <p class="tl-quiet tl-m0">
                      {pathwayLabel(page.locale, referral.pathway)}
                      {referral.needWords && `: ${referral.needWords}`}
                    </p>
                    <p class="tl-quiet tl-m0">{reasonOf(page, referral)}</p>
                    <small class="tl-quiet tl-num">
                      {say('page.sub', {
                        reference: referral.reference,
                        name: referral.fromName,
                        agency: referral.fromAgencyName,
                        at: formatAt(page.locale, referral.sentAt),
                      })}
                    </small>
                  </li>
                ))}
              </PlainList>
            )}
          </Section>
        </>
      ) : (
        <PartNotSeen locale={page.locale} frame={frame} />
      )}
    </CaseLayout>
  )
}

function Needs({ page, frame, needs }: Pick<Props, 'page' | 'frame' | 'needs'>) {
  const say = words(page.locale)
  if (needs.length === 0) return null
  return (
    <Section id="h-needs" title={say('case.needs')}>
      <PlainList>
        {needs.map((need) => (
          <li>
            <b>{need.words}</b> <BesideFact locale={page.locale} frame={frame} factId={need.id} />{' '}
            <span class="tl-quiet">
              {pathwayLabel(page.locale, need.pathway)}
              {need.neededByOn && `. ${say('page.needed-by', { day: formatDay(page.locale, need.neededByOn) })}`}
            </span>
            <br />
            <Link class="tl-link" href={`/needs/${need.id}/refer`}>
              {say('case.refer')}
              <span class="govuk-visually-hidden"> ({need.words})</span>
            </Link>
          </li>
        ))}
      </PlainList>
    </Section>
  )
}
