import {
  Columns,
  ConflictColumns,
  DateLine,
  initialsOf,
  Link,
  LiveLine,
  LiveRegion,
  Note,
  PathwayList,
  Phone,
  PlainList,
  Section,
  StatusTag,
  StepList,
  TeamList,
  Timeline,
} from '../index.ts'
import { pathways } from './gallery-tables.tsx'

/** The case page: the line, steps, pathways, team, timeline. */
export function CaseParts() {
  return (
    <>
      <DateLine
        dates={[
          { date: '3 Mar 2026', what: 'Came into prison', when: 'past', notes: [{ text: 'From court in Wexley' }] },
          { date: 'Today, 23 Nov', what: '2 to 4 days left', when: 'today' },
          {
            date: 'Fri 27 Nov 2026',
            what: 'Conditional release',
            when: 'future',
            isGate: true,
            notes: [
              { text: 'May be released as early as Wed 25 Nov', isEarly: true },
              { text: 'Prison system, today 06:10' },
            ],
          },
          { date: '26 Aug 2027', what: 'Licence ends', when: 'future' },
        ]}
      />
      <Columns main={<CaseMain />} aside={<CaseAside />} />
    </>
  )
}

function CaseMain() {
  return (
    <>
      <Section
        id="h-steps"
        title="Next steps"
        more={
          <Link class="tl-link" href="#main">
            Whole plan
          </Link>
        }
      >
        <StepList
          steps={[
            {
              when: '4 days late',
              whenNote: 'Thu 19 Nov',
              isLate: true,
              title: 'Find somewhere to sleep',
              text: 'You. Two services said no.',
              action: { href: '#main', text: 'Choose a service', hiddenText: 'Find somewhere to sleep' },
            },
            {
              when: 'Today',
              whenNote: '11:00',
              title: 'Handover with Wexley Probation',
              href: '#main',
              text: 'You sign first.',
            },
          ]}
        />
      </Section>
      <Section id="h-path" title="Seven pathways" more="First assessed 5 Mar">
        <PathwayList
          pathways={pathways.map((pathway) => ({ ...pathway, href: '#main', text: 'One sentence about it.' }))}
        />
      </Section>
      <Section id="h-tl" title="What has happened">
        <LiveLine
          text={
            <>
              <strong>1 new entry</strong> from Wexley Council, 10:42
            </>
          }
          href="#new"
          showText="Show it"
        />
        <LiveRegion id="timeline" fetchUrl="/cases/1/timeline?since=1">
          <Timeline
            days={[
              {
                title: 'Today, Monday 23 November',
                entries: [
                  {
                    id: 'new',
                    initials: 'WC',
                    kind: 'council',
                    title: 'Temporary bed offered',
                    by: 'Dee Parry, Wexley Council, 10:42',
                    text: 'One bed at Mill Lane.\nWe need a yes by 16:00 today.',
                    newText: 'New',
                  },
                  {
                    initials: initialsOf('HMP Fernhall'),
                    kind: 'PRISON',
                    title: 'Key work session',
                    by: 'Amira Khan, HMP Fernhall, 14:10',
                    quote: { text: 'If I get a room I can do the rest.', source: 'Danny’s own words' },
                  },
                  {
                    initials: 'XX',
                    kind: 'other',
                    title: 'Referral declined',
                    by: 'Northgate Homes, 15:47',
                    actions: (
                      <Link class="tl-link" href="#main">
                        Correct
                      </Link>
                    ),
                  },
                ],
              },
            ]}
          />
        </LiveRegion>
      </Section>
      <ConflictColumns
        caption="What Sarah saved and what you wrote"
        part="Part"
        theirs="Sarah saved"
        mine="You wrote"
        rows={[{ part: 'Due', theirs: 'Wed 25 November', mine: 'Tue 24 November' }]}
      />
    </>
  )
}

function CaseAside() {
  return (
    <>
      <Section id="h-team" title="Team around Danny">
        <TeamList
          members={[
            {
              initials: 'DO',
              kind: 'person',
              name: 'Danny Okafor',
              role: 'This is his record',
              contact: 'Kiosk on B wing',
            },
            {
              initials: 'PB',
              kind: 'probation',
              name: 'Sarah Bright',
              role: 'Named person outside',
              contact: <Phone number="01632 960 144" />,
            },
          ]}
        />
      </Section>
      <Note title="Good to know">
        <p>Likes to be called Danny.</p>
      </Note>
      <Note tone="warn" title="Hidden address">
        <p>
          Ask before you write it down. <StatusTag tone="bad">Late</StatusTag> <StatusTag tone="good">Met</StatusTag>
        </p>
      </Note>
      <PlainList>
        <li>Can manage stairs.</li>
      </PlainList>
    </>
  )
}
