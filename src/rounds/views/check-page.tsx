import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Cell,
  PageHead,
  Row,
  RowHead,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import type { Typed } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Outcome, Round } from '../make-round.ts'
import type { Chosen } from '../queries.ts'
import { words } from '../words.ts'
import { refusalSaid } from './said.ts'

interface Props {
  page: PageContext
  caseIds: readonly string[]
  from: string
  round: Round
  chosen: readonly Chosen[]
  outcome: Outcome
  /** What was typed, to be sent again. */
  typed: Typed
}

/** What would happen to each; nothing has changed yet. */
export function CheckRoundPage({ page, caseIds, from, round, chosen, outcome, typed }: Props) {
  const { locale } = page
  const say = words(locale)
  const { done, refused } = outcome
  const back = `/rounds?from=${from}&caseId=${caseIds.join('&caseId=')}`
  const title = say('check.title', { count: done.length })
  const sub = say('check.sub', { refused: refused.length })
  const what = say('check.what')
  const kept = Object.entries(typed).filter(([name]) => name !== 'formId')
  return (
    <Layout page={page} title={title}>
      <BackLink href={back}>{say('check.back')}</BackLink>
      <PageHead title={title} sub={`${say(`verb.${round.verb}`)}. ${sub}`} />
      <Table caption={title} isCaptionHidden columns={[{ text: say('person') }, { text: what }]}>
        {chosen.map(({ caseId, name }) => {
          const code = refused.find((each) => each.caseId === caseId)?.code
          return (
            <Row>
              <RowHead>{name}</RowHead>
              <Cell label={what}>
                {code === undefined ? (
                  <StatusTag tone="good">{say('check.ready')}</StatusTag>
                ) : (
                  <>
                    <StatusTag tone="warn">{say('check.left')}</StatusTag> {refusalSaid(locale, code)}
                  </>
                )}
              </Cell>
            </Row>
          )
        })}
      </Table>
      {done.length > 0 && (
        <form method="post" action="/rounds">
          <input type="hidden" name="formId" value={newId()} />
          {kept.flatMap(([name, value]) =>
            [value ?? ''].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <Button>{say('check.do', { count: done.length })}</Button>
        </form>
      )}
    </Layout>
  )
}
