import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Cell, Empty, Link, PageHead, PlainList, PrintButton, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Programme } from '../../programmes/index.ts'
import type { CountedCourse, Figures } from '../queries/figures.ts'
import { fewestCounted, fewestPeople, figureNames, type ShownFigure, shownFigures } from '../shown-figures.ts'
import { words } from '../words.ts'
import { percentText } from './said.ts'

interface Props {
  page: PageContext
  programme: Programme
  agencyName: string
  figures: Figures
  courses: readonly CountedCourse[]
  maySend: boolean
}

/** How a programme goes, over all groups that the reader's agency ran: shares with how far chance could move them, and none of a few. */
export function ProgrammeFiguresPage(props: Props) {
  const { page, programme, agencyName, courses } = props
  const say = words(page.locale)
  const { name } = programme.package.texts[page.locale]
  const base = `/programmes/${programme.id}`
  return (
    <Layout page={page} title={say('of-programme.title', { name })}>
      <BackLink href={base}>{name}</BackLink>
      <PageHead
        title={say('of-programme.title', { name })}
        sub={say('of-programme.sub', { agency: agencyName })}
        actions={
          courses.length > 0 && (
            <>
              <Link href={`${base}/figures.csv`}>{say('of-programme.csv')}</Link>
              <PrintButton>{say('of-programme.print')}</PrintButton>
            </>
          )
        }
      />
      {courses.length === 0 ? (
        <Empty title={say('of-programme.none')}>
          <p class="govuk-body">{say('of-programme.none-text')}</p>
          <Button kind="secondary" href={`/courses/new?programme=${programme.id}`}>
            {say('courses.new')}
          </Button>
        </Empty>
      ) : (
        <>
          <Numbers {...props} />
          <Groups {...props} />
          {props.maySend && (
            <form method="post" action={`${base}/figures/sending`} class="tl-noprint">
              <input type="hidden" name="formId" value={newId()} />
              <p class="govuk-body">{say('of-programme.send-text')}</p>
              <Button kind="secondary">{say('of-programme.send')}</Button>
            </form>
          )}
        </>
      )}
    </Layout>
  )
}

function Numbers({ page, figures, courses }: Props) {
  const say = words(page.locale)
  const { began, shares } = shownFigures(figures)
  const { sessions, held, differing } = figures
  const heads = (['what', 'count', 'share', 'range', 'means'] as const).map((name) => say(`of-programme.${name}`))
  const number = (value: number) => formatNumber(page.locale, value)
  const percent = (share: number) => percentText(page.locale, share)
  return (
    <>
      <p class="govuk-body-l tl-num">
        {say('of-programme.so-far', { groups: courses.length, held: number(held), of: number(sessions) })}{' '}
        {began === null
          ? say('of-programme.few-began', { fewest: fewestCounted })
          : say('of-programme.began', { began })}
      </p>
      <Table
        caption={say('of-programme.table')}
        isCaptionHidden
        columns={heads.map((text, nth) => ({ text, isNumeric: nth > 0 && nth < 4 }))}
      >
        {figureNames.map((name) => {
          const shown: ShownFigure = shares[name]
          const isShown = typeof shown === 'object'
          const instead = say(shown === 'NOTHING' ? 'figures.nothing-yet' : 'of-programme.few')
          return (
            <Row>
              <RowHead>{say(`figures.${name}`)}</RowHead>
              <Cell label={heads[1]!} isNumeric>
                {isShown ? say('of-programme.part', { part: number(shown.part), of: number(shown.of) }) : instead}
              </Cell>
              <Cell label={heads[2]!} isNumeric>
                {isShown ? percent(shown.share) : '–'}
              </Cell>
              <Cell label={heads[3]!} isNumeric>
                {isShown ? say('of-programme.from-to', { from: percent(shown.from), to: percent(shown.to) }) : '–'}
              </Cell>
              <Cell label={heads[4]!}>{say(`of-programme.${name}-means`)}</Cell>
            </Row>
          )
        })}
      </Table>
      {differing > 0 && <p class="govuk-body">{say('figures.differing', { count: differing })}</p>}
      <p class="tl-quiet">{say('of-programme.caveat', { people: fewestPeople, counted: fewestCounted })}</p>
    </>
  )
}

function Groups({ page, courses }: Props) {
  const say = words(page.locale)
  return (
    <Section id="h-groups" title={say('of-programme.groups')} more={say('of-programme.groups-text')}>
      <PlainList>
        {courses.map(({ id, name, startsOn, endedAt }) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/courses/${id}`}>
              {name}
            </Link>
            <p class="tl-m0 tl-quiet">
              {say(endedAt ? 'of-programme.over' : 'of-programme.since', {
                day: formatDay(page.locale, startsOn, 'full'),
              })}
            </p>
          </li>
        ))}
      </PlainList>
    </Section>
  )
}
