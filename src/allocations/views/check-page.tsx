import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Cell, PageHead, Row, RowHead, Section, Table, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Load } from '../queries/loads.ts'
import { type Assignment, withOneMore } from '../rank-workers.ts'
import { words } from '../words.ts'
import { pointsSaid, reasonsSaid, roomSaid } from './said.ts'

interface CheckProps {
  page: PageContext
  assignments: readonly Assignment[]
  loads: readonly Load[]
  /** Where it is done. */
  action: string
  back: string
  /** What was typed, to be sent again. */
  kept: Record<string, string>
}

/** Who would go to whom, and what each would then hold; nothing has changed yet. */
export function CheckPage(props: CheckProps) {
  const { page, assignments, action, back, kept } = props
  const { locale } = page
  const say = words(locale)
  const given = assignments.filter(({ to }) => to !== null)
  const [to, because] = [say('check.to'), say('check.because')]
  return (
    <Layout page={page} title={say('check.title')}>
      <BackLink href={back}>{say('check.back')}</BackLink>
      <PageHead title={say('check.title')} sub={say('check.sub')} />
      <Table
        caption={say('check.title')}
        isCaptionHidden
        columns={[{ text: say('un.person') }, { text: to }, { text: because }]}
      >
        {assignments.map((each) => (
          <Row>
            <RowHead>{each.about.name}</RowHead>
            <Cell label={to}>{each.to?.name ?? say('un.nobody')}</Cell>
            <Cell label={because}>
              {each.reasons.length > 0 ? reasonsSaid(locale, each.reasons) : each.to && say('check.chosen')}
            </Cell>
          </Row>
        ))}
      </Table>
      {given.length > 0 && <After {...props} />}
      {given.length > 0 && (
        <form method="post" action={action}>
          <input type="hidden" name="formId" value={newId()} />
          {Object.entries(kept).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {given.map((each) => (
            <input
              type="hidden"
              name="pair"
              value={`${each.about.partyId ?? each.about.caseId}:${each.to!.accountId}`}
            />
          ))}
          <Button>{say('check.do')}</Button>
        </form>
      )}
      <WayOn href={back}>{say('check.back')}</WayOn>
    </Layout>
  )
}

function After({ page, assignments, loads }: CheckProps) {
  const { locale } = page
  const say = words(locale)
  const changes = loads.flatMap((before) => {
    const own = assignments.filter(({ to }) => to?.accountId === before.accountId)
    const then = own.reduce((load, { about }) => withOneMore(load, about.weight), before)
    return own.length > 0 ? [{ before, then }] : []
  })
  const [now, after] = [say('check.before'), say('check.then')]
  return (
    <Section id="h-after" title={say('check.after')}>
      <Table
        caption={say('check.after')}
        isCaptionHidden
        columns={[{ text: say('worker') }, { text: now }, { text: after }]}
      >
        {changes.map(({ before, then }) => (
          <Row>
            <RowHead>{before.name}</RowHead>
            <Cell label={now}>{pointsSaid(locale, before)}</Cell>
            <Cell label={after}>
              {pointsSaid(locale, then)}
              <small>{roomSaid(locale, then)}</small>
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}
