import { formatDay } from '../../../platform/dates.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Button,
  Cell,
  Empty,
  Link,
  PageHead,
  PlainList,
  Row,
  RowHead,
  Section,
  Table,
} from '../../../platform/web/components/index.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import type { Entered, Left } from '../../queries/movements.ts'
import { words } from '../words.ts'

export interface MineProps {
  page: PageContext
  entered: readonly Entered[]
  left: readonly Left[]
  isPrison: boolean
}

/** What the reader recorded in the last 24 hours, to be taken back, and who left their caseload. */
export function MinePage({ page, entered, left, isPrison }: MineProps) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('mine.person'), say('move.what'), say('move.when'), say('mine.undo')]
  return (
    <Layout page={page} title={say('mine.title')}>
      <PageHead
        title={say('mine.title')}
        sub={say('mine.sub')}
        actions={
          isPrison && (
            <>
              <Link href="/arrivals">{say('mine.arrivals')}</Link>
              <Link href="/inductions">{say('mine.inductions')}</Link>
              <Link href="/quiet-cases">{say('quiet.title')}</Link>
              <Link href="/imports/movements">{say('mine.import')}</Link>
            </>
          )
        }
      />
      {entered.length === 0 ? (
        <Empty title={say('mine.none')} />
      ) : (
        <Table caption={say('mine.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {entered.map((each) => (
            <Row>
              <RowHead>{each.personName}</RowHead>
              <Cell label={heads[1]!}>{say(`kind.${each.kind}`)}</Cell>
              <Cell label={heads[2]!}>{formatDay(locale, each.happenedOn, 'full')}</Cell>
              <Cell label={heads[3]!}>
                <Undo say={say} entered={each} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {left.length > 0 && (
        <Section id="h-left" title={say('mine.left')} more={say('mine.left-sub')}>
          <PlainList>
            {left.map(({ personName: name, kind, toName, happenedOn }) => {
              const said = { name, what: say(`kind.${kind}`), day: formatDay(locale, happenedOn) }
              return <li>{toName ? say('mine.left-to', { ...said, prison: toName }) : say('mine.left-line', said)}</li>
            })}
          </PlainList>
        </Section>
      )}
    </Layout>
  )
}

function Undo({ say, entered }: { say: ReturnType<typeof words>; entered: Entered }) {
  if (entered.undoneAt) return <>{say('move.taken-back')}</>
  if (!entered.isLast) return <>{say('mine.not-last')}</>
  return (
    <form method="post" action={`/movements/${entered.id}/undo`}>
      <input type="hidden" name="formId" value={newId()} />
      <Button kind="secondary">
        {say('mine.undo')}
        <span class="govuk-visually-hidden">
          : {entered.personName}, {say(`kind.${entered.kind}`)}
        </span>
      </Button>
    </form>
  )
}
