import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { type Fit, factsOf, fitsOf, fitTagOf, reasonText } from '../../directory/index.ts'
import type { Need } from '../../needs/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Columns, DateInput, Details, Empty, ErrorMessage, Link, PlainList, ProblemSummary, problemOf, ServiceCard, Textarea, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Referral } from '../queries/referrals.ts'
import { words } from '../words.ts'
import { AlreadyAsked } from './already-asked.tsx'

export interface ChooseProps {
  page: PageContext
  need: Need
  frame: CaseFrame
  fits: readonly Fit[]
  asked: readonly Referral[]
  form: { typed: Typed; problems: Problem[] }
}

/** Which service to ask for a need: what fits first, with every reason; what does not fit is folded away, with why. */
export function ChooseServicePage(props: ChooseProps) {
  const { page, need, frame, asked, form } = props
  const say = words(page.locale)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="referrals"
      title={say('choose.title')}
      hasProblems={form.problems.length > 0}
    >
      <Columns
        main={
          <>
            <ProblemSummary problems={form.problems} say={say} />
            <h1 class="govuk-heading-l">{say('choose.title')}</h1>
            <p class="govuk-body">
              {say('choose.for', { need: need.words, day: formatDay(page.locale, dayAt(need.raisedAt), 'full') })}{' '}
              {need.neededByOn && (
                <>
                  {say('choose.needed-by')} <strong>{formatDay(page.locale, need.neededByOn, 'long')}</strong>.
                </>
              )}
            </p>
            <Choice {...props} />
          </>
        }
        aside={<AlreadyAsked page={page} asked={asked} />}
      />
    </CaseLayout>
  )
}

function Choice({ page, need, frame, fits, form }: ChooseProps) {
  const say = words(page.locale)
  const offered = fits.filter(({ verdict }) => verdict !== 'no')
  const unfit = fits.filter(({ verdict }) => verdict === 'no')
  const fitting = offered.filter(({ verdict }) => verdict === 'fits').length
  const error = problemOf(form.problems, 'serviceId', say)
  if (offered.length === 0)
    return (
      <>
        <Empty title={say('choose.none')}>
          <p class="govuk-body">{say('choose.none-text')}</p>
          <WayOn href={`/services?pathway=${need.pathway}`}>{say('choose.none-link')}</WayOn>
        </Empty>
        <Unfit page={page} unfit={unfit} />
      </>
    )

  return (
    <form method="post" action={`/needs/${need.id}/refer`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <fieldset class="govuk-fieldset" aria-describedby={error ? 'serviceId-error' : undefined}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          <h2 class="govuk-fieldset__heading">{say('choose.found', { fitting, partly: offered.length - fitting })}</h2>
        </legend>
        {error && <ErrorMessage id="serviceId-error">{error}</ErrorMessage>}
        {offered.map((fit, index) => (
          <ServiceCard
            name="serviceId"
            id={index === 0 ? 'serviceId' : `serviceId-${index + 1}`}
            value={fit.service.id}
            isChosen={typedText(form, 'serviceId') === fit.service.id}
            title={fit.service.name}
            provider={fit.service.providerName}
            tag={fitTagOf(page.locale, fit, dayAt(page.now))}
            fits={fitsOf(page.locale, fit)}
            facts={factsOf(page.locale, fit.service, dayAt(page.now))}
          />
        ))}
        <Unfit page={page} unfit={unfit} />
      </fieldset>
      <Textarea
        name="why"
        label={{ text: say('choose.why'), size: 'm' }}
        hint={say('choose.why-hint', { name: frame.calledName })}
        rows={4}
        value={typedText(form, 'why')}
        error={problemOf(form.problems, 'why', say)}
      />
      <Textarea
        name="outcomes"
        label={{ text: say('choose.outcomes'), size: 's' }}
        hint={say('choose.outcomes-hint')}
        rows={2}
        value={typedText(form, 'outcomes')}
        error={problemOf(form.problems, 'outcomes', say)}
      />
      <DateInput
        name="neededByOn"
        legend={{ text: say('choose.by'), size: 's' }}
        values={dayBoxes(form, 'neededByOn')}
        error={problemOf(form.problems, 'neededByOn', say)}
      />
      <ButtonGroup>
        <Button>{say('choose.check')}</Button>
        <Link href={`/cases/${need.caseId}/referrals`}>{say('choose.not-now')}</Link>
      </ButtonGroup>
    </form>
  )
}

function Unfit({ page, unfit }: { page: PageContext; unfit: readonly Fit[] }) {
  if (unfit.length === 0) return null
  return (
    <Details summary={words(page.locale)('choose.unfit', { count: unfit.length })}>
      <PlainList>
        {unfit.map(({ service, reasons }) => (
          <li>
            <b>{service.name}</b>
            {reasons
              .filter(({ weight }) => weight === 'no')
              .map((reason) => (
                <>
                  <br />
                  {reasonText(page.locale, reason)}
                </>
              ))}
          </li>
        ))}
      </PlainList>
    </Details>
  )
}
