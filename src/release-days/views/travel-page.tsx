import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Empty,
  Link,
  PageHead,
  ProblemSummary,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { moneyOf, timeOf } from '../minutes.ts'
import type { KeptLeg } from '../queries/travel.ts'
import { words } from '../words.ts'
import { Keeping } from './travel-forms.tsx'

export interface TravelProps {
  page: PageContext
  legs: readonly KeptLeg[]
  expected: readonly number[]
  mayKeep: boolean
  badLine: number | undefined
  leg: FormState<unknown>
  file: FormState<unknown>
  hours: FormState<unknown>
}

/** How long it takes from place to place. */
export function TravelPage(props: TravelProps) {
  const { page, legs, mayKeep, leg, file, hours, badLine } = props
  const say = words(page.locale)
  const problems = [...leg.problems, ...file.problems, ...hours.problems]
  const columns = ['from', 'to', 'mode', 'minutes', 'price', 'runs'] as const
  return (
    <Layout page={page} title={say('travel.title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={(key) => say(key as 'problem.file', { line: badLine ?? 0 })} />
      <PageHead
        title={say('travel.title')}
        sub={say('travel.sub')}
        actions={<Link href="/travel-times.csv">{say('travel.csv')}</Link>}
      />
      {legs.length === 0 ? (
        <Empty title={say('travel.none')}>
          <p class="govuk-body">{say('travel.none-text')}</p>
        </Empty>
      ) : (
        <Table caption={say('travel.title')} columns={columns.map((name) => ({ text: say(`column.${name}`) }))}>
          {legs.map((each) => (
            <Row>
              <RowHead>{each.fromPlace}</RowHead>
              <Cell label={say('column.to')}>{each.toPlace}</Cell>
              <Cell label={say('column.mode')}>{say(`mode.${each.mode}`)}</Cell>
              <Cell label={say('column.minutes')}>{each.minutes}</Cell>
              <Cell label={say('column.price')}>{moneyOf(page.locale, each.priceInPence)}</Cell>
              <Cell label={say('column.runs')}>
                {each.firstAt !== null && each.lastAt !== null
                  ? `${timeOf(each.firstAt)}–${timeOf(each.lastAt)}`
                  : say('travel.any')}
                {mayKeep && (
                  <form method="post" action={`/travel-times/${each.id}/removal`}>
                    <input type="hidden" name="formId" value={newId()} />
                    <Button kind="secondary">
                      {say('travel.remove')}
                      <span class="govuk-visually-hidden">{` ${each.fromPlace}, ${each.toPlace}`}</span>
                    </Button>
                  </form>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {mayKeep && <Keeping {...props} />}
    </Layout>
  )
}
