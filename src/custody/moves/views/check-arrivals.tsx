import { newId } from '../../../platform/ids.ts'
import { BackLink, Button, Cell, Input, PageHead, Row, RowHead, Table } from '../../../platform/web/components/index.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import type { Weighed } from '../receive-many.ts'
import { words } from '../words.ts'

export interface CheckArrivalsProps {
  page: PageContext
  wing: string
  checked: readonly (Weighed & { name: string })[]
}

/** What will happen before it does: row by row, with the cell to be typed. Who cannot be received is left where they are. */
export function CheckArrivalsPage({ page, wing, checked }: CheckArrivalsProps) {
  const say = words(page.locale)
  const title = say('arrivals.preview', { wing })
  const ready = checked.filter(({ code }) => code === undefined)
  const heads = [say('mine.person'), say('move.cell'), say('move.what')]
  return (
    <Layout page={page} title={title}>
      <BackLink href="/arrivals">{say('arrivals.back')}</BackLink>
      <PageHead title={title} />
      <form method="post" action="/arrivals" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="wing" value={wing} />
        <Table caption={title} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {checked.map(({ personId, name, code }) => (
            <Row>
              <RowHead>{name}</RowHead>
              <Cell label={heads[1]!}>
                {code === undefined && (
                  <>
                    <input type="hidden" name="personId" value={personId} />
                    <Input
                      name={`cell-${personId}`}
                      label={{ text: `${say('move.cell')}, ${name}`, class: 'govuk-visually-hidden' }}
                      width={10}
                    />
                  </>
                )}
              </Cell>
              <Cell label={heads[2]!}>{code === undefined ? say('arrivals.ready') : say(`problem.${code}`)}</Cell>
            </Row>
          ))}
        </Table>
        {ready.length > 0 && <Button>{say('arrivals.receive', { count: ready.length })}</Button>}
      </form>
    </Layout>
  )
}
