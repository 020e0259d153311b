import { statusLabel } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  CharacterCount,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Status,
  statusGlyphs,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Pathway, pathwayStatuses } from '../pathways.ts'
import type { EarlierStanding, PathwayStanding } from '../queries/pathway-statuses.ts'
import { words } from '../words.ts'

export interface PathwayPageProps {
  page: PageContext
  frame: CaseFrame
  pathway: Pathway
  name: string
  standing: PathwayStanding | undefined
  earlier: EarlierStanding[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  /** Another worker set the status while this one wrote. */
  isChangedMeanwhile?: boolean
}

/** How one pathway of a case stands, since when and why; and the form to say otherwise. */
export function PathwayPage(props: PathwayPageProps) {
  const { page, frame, name, standing, earlier, form } = props
  const say = words(page.locale)
  const title = say('pathway.title', { pathway: name })
  const status = standing?.status ?? 'NOT_STARTED'
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say as (key: string) => string} />
      <PageHead title={title} sub={say('pathway.lead')} />
      {props.isChangedMeanwhile && (
        <Note tone="warn">
          <p>{say('pathway.changed')}</p>
        </Note>
      )}
      <Section id="h-now" title={say('pathway.now')}>
        <p class="govuk-body">
          <Status glyph={statusGlyphs[status]}>{statusLabel(page.locale, status)}</Status>
        </p>
        {standing?.reason && <p class="govuk-body">{standing.reason}</p>}
        <p class="govuk-body tl-quiet">{since(page, standing)}</p>
      </Section>
      {frame.sight.needs === true && <StandingForm {...props} seen={status} />}
      {earlier.length > 0 && (
        <Section id="h-before" title={say('pathway.before')}>
          <ul class="tl-list">
            {earlier.map((each) => (
              <li>
                <div>
                  <b>{statusLabel(page.locale, each.status)}</b> {each.reason}
                  <p class="tl-quiet">
                    {each.setByName}, {formatDay(page.locale, dayAt(each.setAt), 'full')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </CaseLayout>
  )
}

function StandingForm({ page, frame, pathway, form, seen }: PathwayPageProps & { seen: string }) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say as (key: string) => string)
  return (
    <form class="tl-noprint" method="post" action={pathwayUrl(frame.caseId, pathway)} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="seen" value={seen} />
      <Radios
        name="status"
        legend={{ text: say('pathway.status'), size: 'm' }}
        items={pathwayStatuses.map((value) => ({ value, text: statusLabel(page.locale, value) }))}
        value={typedText(form, 'status')}
        error={error('status')}
        isSmall
      />
      <CharacterCount
        name="reason"
        label={say('pathway.why')}
        maxLength={200}
        rows={2}
        value={typedText(form, 'reason')}
        error={error('reason')}
      />
      <Button preventDoubleClick>{say('pathway.save')}</Button>
    </form>
  )
}

export const pathwayUrl = (caseId: string, pathway: Pathway): string =>
  `/cases/${caseId}/pathways/${pathway.toLowerCase().replaceAll('_', '-')}`

function since({ locale }: PageContext, standing: PathwayStanding | undefined): string {
  const say = words(locale)
  if (!standing) return say('pathway.nothing')
  const day = formatDay(locale, dayAt(standing.setAt), 'full')
  if (!standing.isByHand) return say('pathway.derived', { day })
  return say('pathway.by-hand', { name: standing.setByName, agency: standing.setByAgencyName, day })
}
