import {
  Cell,
  Chips,
  Counts,
  Empty,
  FilterRow,
  Input,
  Key,
  Link,
  Pager,
  type PathwayState,
  PathwayStrip,
  PathwayStripHead,
  PlainTable,
  Row,
  RowGroup,
  RowHead,
  Select,
  Status,
  Table,
} from '../index.ts'

export const pathways: PathwayState[] = [
  { icon: 'home', name: 'Accommodation', glyph: 'need', status: 'Support required' },
  { icon: 'thinking', name: 'Thinking and behaviour', glyph: 'prog', status: 'In progress' },
  { icon: 'family', name: 'Children, family and community', glyph: 'done', status: 'Done' },
  { icon: 'drugs', name: 'Drugs and alcohol', glyph: 'none', status: 'Not started' },
  { icon: 'work', name: 'Education, skills and work', glyph: 'notreq', status: 'No support required' },
  { icon: 'money', name: 'Money and ID', glyph: 'decl', status: 'Support declined' },
  { icon: 'health', name: 'Health', glyph: 'need', status: 'Support required' },
]

/** Lists: counts, filters, tables. */
export function TableParts() {
  return (
    <>
      <Counts
        label="Saved views"
        counts={[
          { count: 48, text: 'everyone', href: '#main', isCurrent: true },
          { count: 11, text: 'no first-night address', href: '#main', tone: 'bad' },
          { count: 6, text: 'may leave before a Friday', href: '#main', tone: 'warn' },
          { count: 4, text: 'interpreter needed', href: '#main' },
        ]}
      />
      <FilterRow
        label="Filters"
        action="#main"
        summary="Change filters (1 on)"
        submit="Show"
        removeText="Remove filter"
        chosen={[{ text: 'B and C wing', href: '#main' }]}
        links={[{ text: 'Clear filters', href: '#main' }]}
        kept={{ sort: 'date' }}
      >
        <Input name="q" label="Name or prison number" type="search" autocomplete="off" />
        <Select
          name="wing"
          label="Wing"
          items={[
            { text: 'All wings', value: '' },
            { text: 'B wing', value: 'B' },
          ]}
        />
      </FilterRow>
      <Key summary="What the icons and shapes mean" icons={pathways} glyphs={pathways.slice(0, 6)} />
      <Table
        caption="People leaving within 12 weeks, soonest first"
        isCaptionHidden
        kind="release"
        columns={[
          { text: 'Release', href: '#main', sorted: 'ascending', sortedText: ', soonest first' },
          { text: 'Person', href: '#main' },
          { text: <PathwayStripHead label="Seven pathways" pathways={pathways} /> },
          { text: 'To do' },
          { text: 'Key worker' },
          { text: 'Last contact' },
        ]}
      >
        <RowGroup title="This week" count="1 person" span={6} />
        <ReleaseRow />
      </Table>
      <Pager
        shown="Showing 1 to 10 of 48"
        previous={{ href: '#main', text: 'Previous 10' }}
        next={{ href: '#main', text: 'Next 10' }}
      />
      <Table
        caption="Going quiet"
        columns={[{ text: 'Person' }, { text: 'Last entry' }, { text: 'Days quiet', isNumeric: true }]}
      >
        <Row>
          <RowHead>
            <Link class="tl-link" href="#main">
              Wayne Birch
            </Link>
          </RowHead>
          <Cell label="Last entry">Phone call, Riverside Mentors</Cell>
          <Cell label="Days quiet" isNumeric>
            41
          </Cell>
        </Row>
      </Table>
      <Chips
        label="Show"
        chips={[
          { text: 'Everything 86', href: '#main', isCurrent: true },
          { text: 'Contact 41', href: '#main' },
        ]}
      />
      <Empty title="Nobody matches" isAnswer>
        <p class="govuk-body">
          <Link href="#main">Clear the filters</Link>
        </p>
      </Empty>
      <PlainTable
        caption="Referrals by month"
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={[{ text: 'Month' }, { text: 'Sent', format: 'numeric' }]}
        rows={[
          [{ text: 'October' }, { text: '41', format: 'numeric' }],
          [{ text: 'November' }, { text: '38', format: 'numeric' }],
        ]}
      />
    </>
  )
}

function ReleaseRow() {
  return (
    <Row>
      <Cell class="c-date tl-date">
        <b>Fri 27 Nov 2026</b> <small>Conditional release</small>
        <small class="is-warn">May be out as early as Wed 25 Nov</small>
      </Cell>
      <RowHead class="c-person">
        <Link class="tl-link" href="#main">
          Danny Okafor
        </Link>
        <small class="tl-num">A9914DK, B2-14</small>
      </RowHead>
      <Cell class="c-strip">
        <PathwayStrip pathways={pathways} />
      </Cell>
      <Cell class="c-todo">
        <Status glyph="bad">No first-night address</Status>
        <small>4 more, 1 late</small>
      </Cell>
      <Cell class="c-worker" label="Key worker">
        Amira Khan
      </Cell>
      <Cell class="c-last" label="Last contact">
        Today<small>Brightwater</small>
      </Cell>
    </Row>
  )
}
