import { type CaseFrame, CaseLayout } from '../../../cases/index.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Empty,
  Input,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
} from '../../../platform/web/components/index.ts'
import { dayBoxes } from '../../../platform/web/day-field.ts'
import { type Problem, type Typed, typedList, typedText } from '../../../platform/web/form.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import type { Movement, Standing } from '../../queries/movements.ts'
import type { MovementKind } from '../movement-states.ts'
import { words } from '../words.ts'
import { History } from './history.tsx'

export interface PersonMovesProps {
  page: PageContext
  frame: CaseFrame
  standing: Standing
  /** What may happen now, as far as the reader's agency may say it. */
  kinds: readonly MovementKind[]
  movements: readonly Movement[]
  prisons: readonly { id: string; name: string }[]
  form: { typed: Typed; problems: Problem[] }
}

/** Where somebody is, what may happen next in big choices on one page, and all that happened. */
export function PersonMovesPage(props: PersonMovesProps) {
  const { page, frame, standing, kinds, movements, form } = props
  const say = words(page.locale)
  const isSupervised = frame.team.some(({ relationship }) => relationship === 'SUPERVISION')
  const mayLeave = kinds.includes('RELEASE') || kinds.includes('RE_RELEASE')
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="record"
      title={say('move.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('move.title')} sub={`${say(`state.${standing.state}`)}. ${say('move.sub')}`} />
      {mayLeave && !isSupervised && (
        <Note tone="warn">
          <p>{say('move.no-supervision', { name: frame.calledName })}</p>
        </Note>
      )}
      {kinds.length === 0 ? (
        standing.mayWrite && (
          <Empty title={say('move.nothing')}>
            <p class="govuk-body">{say('move.nothing-text', { name: frame.calledName })}</p>
          </Empty>
        )
      ) : (
        <MoveForm {...props} />
      )}
      <Section id="h-history" title={say('move.history')}>
        <History locale={page.locale} movements={movements} />
        <p class="govuk-body tl-noprint">
          <Link href="/movements">{say('mine.title')}</Link>
          <br />
          <Link href={`/people/${frame.personId}/inductions`}>{say('mine.inductions')}</Link>
        </p>
      </Section>
    </CaseLayout>
  )
}

const hinted = ['RECEPTION', 'TRANSFER', 'RELEASE', 'RE_RELEASE', 'RECALL', 'DEATH'] as const

/** Only the fields of what may happen now: nobody in prison is asked which prison recalls them. */
function MoveForm({ page, frame, kinds, prisons, form, standing }: PersonMovesProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const hint = (kind: MovementKind) => {
    const known = hinted.find((each) => each === kind)
    return known && say(`hint.${known}`)
  }
  const asksEarly = form.problems.some(({ field }) => field === 'isEarly')
  return (
    <form class="tl-noprint" method="post" action={`/people/${frame.personId}/movements`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Radios
        name="kind"
        legend={{ text: say('move.ask'), size: 'm' }}
        items={kinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`), hint: hint(kind) }))}
        value={typedText(form, 'kind')}
        error={error('kind')}
      />
      <DateInput
        name="happenedOn"
        legend={{ text: say('move.day') }}
        hint={say('move.day-hint')}
        values={dayBoxes(form, 'happenedOn')}
        error={error('happenedOn')}
      />
      {(kinds.includes('TRANSFER') || kinds.includes('RECALL')) && (
        <Select
          name="toAgencyId"
          label={say('move.prison')}
          hint={say('move.prison-hint')}
          value={typedText(form, 'toAgencyId')}
          error={error('toAgencyId')}
          items={[
            { value: '', text: say('move.choose') },
            ...prisons.filter(({ id }) => id !== standing.prisonId).map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      {(kinds.includes('RECEPTION') || kinds.includes('MOVE')) &&
        (['wing', 'cell'] as const).map((field) => (
          <Input
            name={field}
            label={say(`move.${field}`)}
            hint={say('move.cell-hint')}
            width={10}
            value={typedText(form, field)}
            error={error(field)}
          />
        ))}
      {kinds.includes('TEMPORARY_RELEASE') && (
        <DateInput
          name="returnDueOn"
          legend={{ text: say('move.return') }}
          hint={say('move.return-hint')}
          values={dayBoxes(form, 'returnDueOn')}
          error={error('returnDueOn')}
        />
      )}
      {asksEarly && (
        <Checkboxes
          name="isEarly"
          legend={say('move.early')}
          items={[{ value: 'yes', text: say('move.early-yes') }]}
          values={typedList(form, 'isEarly')}
          error={error('isEarly')}
        />
      )}
      <Button>{say('move.save')}</Button>
    </form>
  )
}
