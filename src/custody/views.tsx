import { type CaseFrame, CaseLayout } from '../cases/index.ts'
import { BesideFact, CorrectFact } from '../corrections/index.ts'
import { formatAt, formatDay } from '../platform/dates.ts'
import { newId } from '../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  Checkboxes,
  DateInput,
  Empty,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Section,
  Select,
  Table,
} from '../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../platform/web/form.ts'
import type { PageContext } from '../platform/web/page-context.ts'
import type { Locale } from '../platform/words.ts'
import { releaseDateLabel, releaseDateLongLabel, sourceLabel } from './labels.ts'
import type { SaidDate } from './queries/dates.ts'
import { releaseDateKinds, type ShownDateKind } from './release-dates.ts'
import { words } from './words.ts'

interface DatesProps {
  page: PageContext
  frame: CaseFrame
  dates: SaidDate[]
  mayWrite: boolean
}

/** Every release date, now and before: what, from where, known since when. */
export function DatesPage({ page, frame, dates, mayWrite }: DatesProps) {
  const { locale } = page
  const say = words(locale)
  const now = dates.filter(({ replacedAt, day }) => !replacedAt && day)
  const before = dates.filter(({ replacedAt, day }) => replacedAt || !day)
  const { releaseOn, releaseType } = frame
  const sub =
    releaseOn && releaseType
      ? say('dates.shown', {
          day: formatDay(locale, releaseOn, 'long'),
          kind: releaseDateLabel(locale, releaseType as ShownDateKind),
        })
      : say('dates.sub')
  return (
    <CaseLayout page={page} frame={frame} current="record" title={say('dates.title')}>
      <PageHead title={say('dates.title')} sub={sub} />
      {mayWrite && <Button href={`/people/${frame.personId}/dates/new`}>{say('dates.enter')}</Button>}
      <Section id="now" title={say('dates.now')}>
        {now.length === 0 ? (
          <Empty title={say('dates.none-title')}>
            <p class="govuk-body">{say('dates.none')}</p>
          </Empty>
        ) : (
          <DateTable locale={locale} frame={frame} dates={now} caption={say('dates.now')} />
        )}
      </Section>
      {before.length > 0 && (
        <Section id="before" title={say('dates.before')}>
          <DateTable locale={locale} frame={frame} dates={before} caption={say('dates.before')} isBefore />
        </Section>
      )}
    </CaseLayout>
  )
}

function DateTable({
  locale,
  frame,
  dates,
  caption,
  isBefore,
}: {
  locale: Locale
  frame: CaseFrame
  dates: SaidDate[]
  caption: string
  isBefore?: boolean
}) {
  const say = words(locale)
  const columns = [
    say('dates.kind'),
    say('dates.day'),
    say('dates.source'),
    say('dates.known'),
    ...(isBefore ? [say('dates.replaced')] : []),
  ]
  return (
    <Table caption={caption} isCaptionHidden columns={columns.map((text) => ({ text }))}>
      {dates.map((date) => (
        <Row>
          <RowHead>{releaseDateLabel(locale, date.kind)}</RowHead>
          <Cell label={say('dates.day')}>
            {date.day ? formatDay(locale, date.day) : say('dates.taken-back')}
            <BesideFact locale={locale} frame={frame} factId={date.id} />
            {!isBefore && (
              <small>
                <CorrectFact
                  {...{ locale, frame }}
                  part="custody"
                  kind="DATE"
                  factId={date.id}
                  name={releaseDateLabel(locale, date.kind)}
                />
              </small>
            )}
          </Cell>
          <Cell label={say('dates.source')}>
            {sourceLabel(locale, date.source)}
            <small>
              {date.enteredByName
                ? say('dates.by-worker', { name: date.enteredByName, agency: date.agencyName })
                : date.agencyName}
            </small>
          </Cell>
          <Cell label={say('dates.known')}>{formatAt(locale, date.knownAt)}</Cell>
          {isBefore && (
            <Cell label={say('dates.replaced')}>{date.replacedAt ? formatAt(locale, date.replacedAt) : ''}</Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

interface EnterDateProps {
  page: PageContext
  frame: CaseFrame
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Enters a release date by hand. */
export function EnterDatePage({ page, frame, form }: EnterDateProps) {
  const { locale } = page
  const say = words(locale)
  const sayProblem = (key: string) => say(key as 'enter.problem-day')
  const value = (field: string) => typedText(form, field)
  const path = `/people/${frame.personId}/dates`
  const kinds = releaseDateKinds.map((kind) => ({ value: kind, text: releaseDateLongLabel(locale, kind) }))
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="record"
      title={say('enter.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={sayProblem} />
      <PageHead title={say('enter.title')} sub={say('enter.tells')} />
      <form method="post" action={path}>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="kind"
          label={say('enter.kind')}
          items={[{ value: '', text: say('enter.choose') }, ...kinds]}
          value={value('kind')}
          error={problemOf(form.problems, 'kind', sayProblem)}
        />
        <DateInput
          name="day"
          legend={say('enter.day')}
          hint={say('enter.day-hint')}
          values={{ day: value('day-day'), month: value('day-month'), year: value('day-year') }}
          error={problemOf(form.problems, 'day', sayProblem)}
        />
        <Checkboxes
          name="isRecalled"
          legend={say('stay')}
          items={[{ value: 'yes', text: say('enter.recalled') }]}
          values={typedList(form, 'isRecalled')}
          isSmall
        />
        <ButtonGroup>
          <Button>{say('enter.save')}</Button>
          <Link href={path}>{say('enter.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}
