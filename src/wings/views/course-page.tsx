import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  DateInput,
  Empty,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Row,
  RowHead,
  Section,
  Select,
  Status,
  Table,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { courseWords, declineReasons } from '../course-states.ts'
import type { Offer } from '../queries/offers.ts'
import { words } from '../words.ts'
import { courseGlyphs } from './wing-page.tsx'

interface Props {
  page: PageContext
  frame: CaseFrame
  offers: readonly Offer[]
  mayAdd: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** The course before release of one person: every offer and what came of it. */
export function CoursePage(props: Props) {
  const { page, frame, offers, mayAdd, form } = props
  const say = words(page.locale)
  const title = say('course.title', { name: frame.calledName })
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('course.sub')} />
      {offers.length === 0 ? (
        <Empty title={say('course.none')}>
          <p class="govuk-body">{say(mayAdd ? 'course.none-text' : 'course.none-elsewhere')}</p>
        </Empty>
      ) : (
        <Offers {...props} />
      )}
      {mayAdd && <SayForm {...props} />}
    </CaseLayout>
  )
}

function Offers({ page, offers, mayAdd }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('course.result'), say('course.where'), ...(mayAdd ? [say('course.mistake')] : [])]
  return (
    <Table
      caption={say('course.offers')}
      isCaptionHidden
      columns={[{ text: say('course.offered-on') }, ...heads.map((text, at) => ({ text, isForScreen: at === 2 }))]}
    >
      {offers.map(({ id, offeredOn, answer, answeredOn, reason, prisonName }) => (
        <Row>
          <RowHead>{formatDay(locale, offeredOn, 'full')}</RowHead>
          <Cell label={heads[0]!}>
            <Status glyph={courseGlyphs[answer ?? 'OFFERED']}>{say(`state.${answer ?? 'OFFERED'}`)}</Status>
            {answeredOn && (
              <small>
                {[reason && say(`reason.${reason}`), formatDay(locale, answeredOn, 'full')].filter(Boolean).join('. ')}
              </small>
            )}
          </Cell>
          <Cell label={heads[1]!}>{prisonName}</Cell>
          {mayAdd && (
            <Cell label={heads[2]!} class="tl-noprint">
              <form method="post" action={`/pre-release-offers/${id}/withdrawal`}>
                <input type="hidden" name="formId" value={newId()} />
                <button type="submit" class="tl-linklike">
                  {say('course.take-back')}
                  <span class="govuk-visually-hidden">: {formatDay(locale, offeredOn, 'full')}</span>
                </button>
              </form>
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

function SayForm({ page, frame, offers, form }: Props) {
  const say = words(page.locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  const waits = offers.some(({ answer }) => answer === null)
  const offered = courseWords.filter((word) => !(waits && word === 'OFFERED'))
  return (
    <Section id="h-say" title={say(waits ? 'course.say-answer' : 'course.say')}>
      <form method="post" action={`/cases/${frame.caseId}/pre-release-course`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="what"
          legend={say('course.what')}
          items={offered.map((word) => ({ value: word, text: say(`what.${word}`) }))}
          value={typedText(form, 'what')}
          error={error('what')}
        />
        <Select
          name="reason"
          label={say('course.reason')}
          hint={say('course.reason-hint')}
          items={[
            { value: '', text: say('course.choose') },
            ...declineReasons.map((code) => ({ value: code, text: say(`reason.${code}`) })),
          ]}
          value={typedText(form, 'reason')}
          error={error('reason')}
        />
        <DateInput
          name="on"
          legend={say('course.on')}
          hint={say('course.on-hint')}
          values={dayBoxes(form, 'on')}
          error={error('on')}
        />
        <Button>{say('course.save')}</Button>
      </form>
    </Section>
  )
}
