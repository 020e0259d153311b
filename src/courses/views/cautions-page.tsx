import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, ButtonGroup, Empty, Input, PageHead, PlainList, ProblemSummary, problemOf, Radios, Section, StatusTag, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Caution, Review } from '../queries/cautions.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  seesRisk: boolean
  cautions: readonly Caution[]
  reviews: readonly Review[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** What has to be known before this person sits in a group, and the groups that ask. */
export function CautionsPage(props: Props) {
  const { page, frame, seesRisk, form } = props
  const say = words(page.locale)
  const title = say('caution.title')
  const may = mayWrite(frame, 'risk')
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('caution.sub')} />
      {!seesRisk && <PartNotSeen locale={page.locale} frame={frame} />}
      {seesRisk && <Reviews {...props} may={may} />}
      {seesRisk && <Cautions {...props} may={may} />}
      {may && <NewCaution {...props} />}
    </CaseLayout>
  )
}

function Reviews({ page, frame, reviews, may }: Props & { may: boolean }) {
  const say = words(page.locale)
  if (reviews.length === 0) return null
  return (
    <Section id="h-reviews" title={say('review.title')}>
      <PlainList>
        {reviews.map(({ placeId, courseName, agencyName, gender, startsOn, state, memberIds }) => (
          <li>
            <strong>{courseName}</strong>{' '}
            {state !== 'ASK' && <StatusTag tone={state === 'MAY' ? 'good' : 'bad'}>{say(`check.${state}`)}</StatusTag>}
            <p class="tl-m0">
              {say('review.line', {
                agency: agencyName,
                gender: say(`gender.${gender}`),
                day: formatDay(page.locale, startsOn),
                count: memberIds.length,
              })}
            </p>
            {may && (
              <form method="post" action={`/cases/${frame.caseId}/group-cautions/places/${placeId}`}>
                <input type="hidden" name="formId" value={newId()} />
                <ButtonGroup>
                  <Button kind="secondary" name="may" value="yes">
                    {say('review.may')}
                    <span class="govuk-visually-hidden">: {courseName}</span>
                  </Button>
                  <Button kind="secondary" name="may" value="no">
                    {say('review.may-not')}
                    <span class="govuk-visually-hidden">: {courseName}</span>
                  </Button>
                </ButtonGroup>
              </form>
            )}
          </li>
        ))}
      </PlainList>
      <p class="tl-quiet">{say('review.told')}</p>
    </Section>
  )
}

function Cautions({ page, frame, cautions, may }: Props & { may: boolean }) {
  const say = words(page.locale)
  if (cautions.length === 0) return <Empty title={say('caution.none')} />
  return (
    <PlainList>
      {cautions.map(({ id, kind, otherName, words: text, madeAt, madeByName }) => (
        <li>
          <strong>
            {kind === 'KEEP_APART'
              ? say('caution.apart-from', { name: otherName || say('place.not-shared') })
              : say('caution.DOMESTIC_ABUSE')}
          </strong>
          {text && <p class="tl-m0">{text}</p>}
          <p class="tl-m0 tl-quiet">
            {say('place.by', { day: formatDay(page.locale, dayAt(madeAt)), name: madeByName })}
          </p>
          {may && (
            <form method="post" action={`/cases/${frame.caseId}/group-cautions/${id}/end`}>
              <input type="hidden" name="formId" value={newId()} />
              <button type="submit" class="tl-linklike">
                {say('caution.end')}
              </button>
            </form>
          )}
        </li>
      ))}
    </PlainList>
  )
}

function NewCaution({ page, frame, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-new" title={say('caution.new')}>
      <form method="post" action={`/cases/${frame.caseId}/group-cautions`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          legend={say('caution.kind')}
          items={(['KEEP_APART', 'DOMESTIC_ABUSE'] as const).map((value) => ({ value, text: say(`caution.${value}`) }))}
          {...field('kind')}
        />
        <Input label={say('caution.number')} hint={say('caution.number-hint')} width={10} {...field('number')} />
        <Textarea label={say('caution.words')} hint={say('caution.words-hint')} rows={3} {...field('words')} />
        <Button>{say('caution.keep')}</Button>
      </form>
    </Section>
  )
}
