import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import type { Fit } from '../../directory/index.ts'
import type { Need } from '../../needs/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Link, Note, SummaryList } from '../../platform/web/components/index.ts'
import type { Typed } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ReferTyped } from '../forms.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  need: Need
  frame: CaseFrame
  fits: readonly Fit[]
  typed: Typed
  values: ReferTyped
}

/** What will be sent, to whom, and what they will see of the person: the last look before it goes. */
export function CheckReferralPage({ page, need, frame, fits, typed, values }: Props) {
  const say = words(page.locale)
  const service = fits.find((fit) => fit.service.id === values.serviceId)!.service
  const outcomes = values.desiredOutcomes.length > 0 ? values.desiredOutcomes : [need.isRestricted ? '' : need.words]
  const isByLink = service.agencyId === null
  return (
    <CaseLayout page={page} frame={frame} current="referrals" title={say('check.title')}>
      <h1 class="govuk-heading-l">{say('check.title')}</h1>
      <SummaryList
        rows={[
          { key: say('check.service'), value: `${service.name}, ${service.providerName}` },
          { key: say('check.need'), value: need.isRestricted ? say('check.restricted') : need.words },
          { key: say('check.why'), value: <span class="tl-kept">{values.why}</span> },
          { key: say('check.outcomes'), value: outcomes.filter(Boolean).join('. ') || say('check.nothing') },
          {
            key: say('check.by'),
            value: values.neededByOn ? formatDay(page.locale, values.neededByOn, 'long') : say('check.no-day'),
          },
        ]}
      />
      <Note title={say('check.seen')} level={2}>
        <p>
          {say(isByLink ? 'check.seen-link' : 'check.seen-text', {
            name: frame.calledName,
            provider: service.providerName,
          })}
        </p>
        <p>{say(isByLink ? 'check.link-warning' : 'check.unseen', { name: frame.calledName })}</p>
      </Note>
      <form method="post" action={`/needs/${need.id}/referrals`} data-sent-on>
        <input type="hidden" name="formId" value={newId()} />
        {Object.entries(typed)
          .filter(([field]) => field !== 'formId' && field !== 'step')
          .flatMap(([field, value]) =>
            [value ?? ''].flat().map((each) => <input type="hidden" name={field} value={each} />),
          )}
        <ButtonGroup>
          <Button preventDoubleClick>{say('check.send')}</Button>
          <Button kind="secondary" name="step" value="change" attributes={{ formaction: `/needs/${need.id}/refer` }}>
            {say('check.change')}
          </Button>
          <Link href={`/cases/${need.caseId}/referrals`}>{say('choose.not-now')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}
