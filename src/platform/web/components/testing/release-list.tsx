import {
  Cell,
  type GlyphName,
  Link,
  PageHead,
  type PathwayState,
  PathwayStrip,
  PathwayStripHead,
  Row,
  RowHead,
  Status,
  Table,
} from '../index.ts'
import { pathways } from './gallery-tables.tsx'

const wards = [
  'Okafor',
  'Yusuf',
  'Nowak',
  'Doyle',
  'Ellis',
  'Baptiste',
  'Tran',
  'Morgan',
  'Hesketh',
  'Adeyemi',
  'Birch',
]
const names = [
  'Danny',
  'Ahmed',
  'Marek',
  'Kieran',
  'Jordan',
  'Tyrone',
  'Minh',
  'Rhys',
  'Paul',
  'Samuel',
  'Wayne',
  'Callum',
  'Gareth',
]

/** A release list as long as a page of it gets, each person different. */
export function ReleaseList({ people }: { people: number }) {
  return (
    <>
      <PageHead title="Leaving in the next 12 weeks" sub={`${people} people`} />
      <Table
        caption="People leaving within 12 weeks"
        isCaptionHidden
        kind="release"
        columns={[
          { text: 'Release', href: '?sort=date', sorted: 'ascending' },
          { text: 'Person', href: '?sort=name' },
          { text: <PathwayStripHead label="Seven pathways" pathways={pathways} /> },
          { text: 'To do' },
          { text: 'Key worker' },
          { text: 'Last contact' },
        ]}
      >
        {Array.from({ length: people }, (_, index) => (
          <Person index={index} />
        ))}
      </Table>
    </>
  )
}

function Person({ index }: { index: number }) {
  const random = (Math.imul(index + 1, 2654435761) >>> 0) / 2 ** 32 // the same every time, and unlike the next
  const id = [8, 4, 4, 4, 12].map((length, part) => digits(random * (part + 3), length)).join('-')
  return (
    <Row>
      <Cell class="c-date tl-date">
        <b>{`${(index % 28) + 1} Dec 2026`}</b> <small>Conditional release</small>
        {index % 3 === 0 && <small class="is-warn">May be out as early as {(index % 28) - 1} Dec</small>}
      </Cell>
      <RowHead class="c-person">
        <Link class="tl-link" href={`/cases/${id}`}>{`${names[index % 13]} ${wards[(index * 7) % 11]}`}</Link>
        <small class="tl-num">{`A${digits(random, 4)}DK, B2-${index}`}</small>
      </RowHead>
      <Cell class="c-strip">
        <PathwayStrip pathways={pathways.map((pathway, place) => stateOf(pathway, random * 10 ** place))} />
      </Cell>
      <Cell class="c-todo">{index % 2 ? <Status glyph="need">Finish assessment</Status> : 'Confirm gate meeting'}</Cell>
      <Cell class="c-worker" label="Key worker">
        {index % 4 ? 'Amira Khan' : 'Tom Reeve'}
      </Cell>
      <Cell class="c-last" label="Last contact">
        {`${(index * 3) % 28} Nov`}
        <small>HMP Fernhall</small>
      </Cell>
    </Row>
  )
}

const states: [GlyphName, string][] = pathways.map(({ glyph, status }) => [glyph, status])

function stateOf(pathway: PathwayState, random: number): PathwayState {
  const [glyph, status] = states[Math.floor((random % 1) * 6)]!
  return { ...pathway, glyph, status }
}

function digits(random: number, length: number): string {
  return (random % 1)
    .toString(16)
    .slice(2, 2 + length)
    .padEnd(length, '7')
}
