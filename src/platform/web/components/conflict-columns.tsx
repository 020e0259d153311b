import type { Child } from 'hono/jsx'
import { Cell, Row, RowHead, Table } from './table.tsx'

export interface ConflictColumnsProps {
  /** Read out: "What Sarah saved and what you wrote". */
  caption: string
  part: string
  theirs: string
  mine: string
  rows: readonly { part: string; theirs: Child; mine: Child }[]
}

/** Two versions of one thing side by side: nothing is lost, a person chooses. */
export function ConflictColumns({ caption, part, theirs, mine, rows }: ConflictColumnsProps) {
  return (
    <Table caption={caption} isCaptionHidden columns={[{ text: part }, { text: theirs }, { text: mine }]}>
      {rows.map((row) => (
        <Row>
          <RowHead>{row.part}</RowHead>
          <Cell label={theirs} class="tl-kept">
            {row.theirs}
          </Cell>
          <Cell label={mine} class="tl-kept">
            {row.mine}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
