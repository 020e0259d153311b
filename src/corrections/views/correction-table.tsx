import { formatAt } from '../../platform/dates.ts'
import { Cell, Link, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Correction } from '../queries/corrections.ts'
import { words } from '../words.ts'
import { factText } from './fact-text.ts'
import { standOf } from './stand.ts'

interface Props {
  page: PageContext
  rows: readonly Correction[]
  caption: string
  agencyId: string
  /** On the page of a case, which names the person already. */
  isOfCase?: boolean
}

/** Corrections, each with what it is, who said it and whether it is acknowledged. */
export function CorrectionTable({ page, rows, caption, agencyId, isOfCase = false }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('table.what'), say('table.who'), say('table.when'), say('table.state')]
  return (
    <Table caption={caption} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {rows.map((correction) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/corrections/${correction.id}`}>
              {isOfCase
                ? say(`kind.${correction.kind}`)
                : say('table.of', { kind: say(`kind.${correction.kind}`), name: correction.personName })}
            </Link>
            {correction.fact && <small>{factText(locale, correction.fact)}</small>}
          </RowHead>
          <Cell label={heads[1]!}>{correction.agencyName}</Cell>
          <Cell label={heads[2]!}>{formatAt(locale, correction.madeAt, 'brief')}</Cell>
          <Cell label={heads[3]!}>{standOf(locale, correction, agencyId)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
