import { addDays, type Day, weekdayOf } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, DateInput, Details, ErrorSummary, Input, Link, PageHead, ProblemSummary, problemOf, Select,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Helpline } from '../queries/lines.ts'
import type { Shift, Span } from '../queries/shifts.ts'
import { words } from '../words.ts'
import { RotaDay } from './rota-day.tsx'
import { lengthSaid, minutesBetween, timeSaid } from './said.ts'

export interface RotaProps {
  page: PageContext
  line: Helpline
  monday: Day
  shifts: readonly Shift[]
  gaps: readonly Span[]
  operators: readonly { id: string; name: string }[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  /** What would be empty by the change that was refused. */
  empty: Span | undefined
  userId: string
  mayPlan: boolean
  mayAnswer: boolean
}

/** A week of a line. The heading says at once how much of it is empty. */
export function RotaPage(props: RotaProps) {
  const { page, line, monday, gaps, form, empty, mayPlan } = props
  const { locale } = page
  const say = words(locale)
  const base = `/helpline/${line.id}/rota`
  const minutes = gaps.reduce((sum, { from, until }) => sum + minutesBetween(from, until), 0)
  const title = say('rota.title', { day: formatDay(locale, monday, 'short') })
  const days = Array.from({ length: 7 }, (_, nth) => addDays(monday, nth))
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0 || empty !== undefined} print="wide">
      <BackLink href={`/helpline/${line.id}`}>{line.name}</BackLink>
      {empty && (
        <ErrorSummary
          title={say('rota.refused')}
          errors={[
            {
              text: say('rota.would-be-empty', {
                from: timeSaid(locale, empty.from, page.now),
                until: timeSaid(locale, empty.until, page.now),
              }),
              href: `#day-${weekdayOf(monday)}`,
            },
          ]}
        />
      )}
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={minutes > 0 ? say('rota.gaps', { length: lengthSaid(locale, minutes) }) : say('rota.no-gaps')}
        actions={
          <>
            <Link href={`${base}?week=${addDays(monday, -7)}`}>{say('rota.before')}</Link>{' '}
            <Link href={`${base}?week=${addDays(monday, 7)}`}>{say('rota.after')}</Link>
          </>
        }
      />
      {days.map((day) => (
        <RotaDay {...props} day={day} />
      ))}
      {mayPlan && <Plan {...props} />}
      {mayPlan && (
        <p class="govuk-body tl-noprint">
          <Link href={`/helpline/${line.id}/set-up`}>{say('set-up.link')}</Link>
          <br />
          <Link href="/helpline-numbers">{say('numbers.link')}</Link>
        </p>
      )}
    </Layout>
  )
}

function Plan({ page, line, monday, operators, form }: RotaProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const isSent = form.problems.length > 0
  const boxes = isSent ? dayBoxes(form, 'day') : boxesOf(monday)
  return (
    <Details summary={say('rota.plan')} isOpen={isSent || operators.length === 0}>
      {operators.length === 0 && <p class="govuk-body">{say('rota.no-operators')}</p>}
      <form method="post" action={`/helpline/${line.id}/shifts`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="accountId"
          label={say('rota.who')}
          items={[
            { value: '', text: say('rota.choose') },
            ...operators.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={typedText(form, 'accountId')}
          error={error('accountId')}
        />
        <DateInput name="day" legend={{ text: say('rota.day') }} error={error('day')} values={boxes} />
        <Input
          name="from"
          label={say('rota.from')}
          width={5}
          value={typedText(form, 'from') || (isSent ? '' : '22:00')}
          error={error('from')}
        />
        <Input
          name="until"
          label={say('rota.until')}
          hint={say('rota.until-hint')}
          width={5}
          value={typedText(form, 'until') || (isSent ? '' : '08:00')}
          error={error('until')}
        />
        <Input
          name="weeks"
          label={say('rota.weeks')}
          hint={say('rota.weeks-hint')}
          width={2}
          value={typedText(form, 'weeks') || '1'}
          error={error('weeks')}
          inputMode="numeric"
        />
        <Button preventDoubleClick>{say('rota.add')}</Button>
      </form>
    </Details>
  )
}

function boxesOf(day: Day) {
  const [year, month, date] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year: year! }
}
