import { pathwayLabel, statusLabel } from '../../agencies/index.ts'
import { earlierRelease, earlyLabel, releaseDateLabel } from '../../custody/index.ts'
import { type Pathway, pathways } from '../../needs/index.ts'
import { type Jurisdiction, languageName } from '../../people/index.ts'
import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Cell,
  Link,
  type PathwayState,
  PathwayStrip,
  pathwayIcons,
  Row,
  RowHead,
  Status,
  statusGlyphs,
  Tick,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { ReleaseLine } from '../queries/list.ts'
import { mostUrgent } from '../to-do.ts'
import { words } from '../words.ts'

export type PathwayNames = ReadonlyMap<string, string>

interface ReleaseRowProps {
  page: PageContext
  line: ReleaseLine
  jurisdiction: Jurisdiction
  pathwayNames: PathwayNames
  /** The reader may do something for those whom they tick. */
  mayChoose: boolean
}

/** One person: when they leave, who they are, how the pathways stand, what is most urgent, who works with them. */
export function ReleaseRow({ page, line, jurisdiction, pathwayNames, mayChoose }: ReleaseRowProps) {
  const { locale, now } = page
  const say = words(locale)
  const place = [line.prisonNumber, [line.wing, line.cell].filter(Boolean).join('-')].filter(Boolean).join(', ')
  return (
    <Row>
      <Cell class="c-date tl-date">
        <ReleaseDate locale={locale} now={now} line={line} jurisdiction={jurisdiction} />
      </Cell>
      <RowHead class="c-person">
        {mayChoose && <Tick name="caseId" value={line.caseId} label={say('tick', { name: line.name })} />}
        <Link class="tl-link" href={`/cases/${line.caseId}`}>
          {line.name}
        </Link>
        <small class="tl-num">{place}</small>
      </RowHead>
      <Cell class="c-strip">
        {line.pathwayStatuses ? (
          <PathwayStrip pathways={stripOf(locale, line.pathwayStatuses, pathwayNames)} />
        ) : (
          <span class="tl-quiet">{say('needs-hidden')}</span>
        )}
      </Cell>
      <Cell class="c-todo">
        <ToDoLine page={page} line={line} />
      </Cell>
      <Cell class="c-worker" label={say('column.worker')}>
        {line.keyWorkerName ?? say('nobody')}
      </Cell>
      <Cell class="c-last" label={say('column.contact')}>
        {line.lastContactOn ? contactDay(page, line.lastContactOn) : say('no-contact')}
        {line.lastContactAgency && <small>{line.lastContactAgency}</small>}
      </Cell>
    </Row>
  )
}

interface ReleaseDateProps {
  locale: Locale
  now: Date
  line: Pick<ReleaseLine, 'releaseOn' | 'releaseType'>
  jurisdiction: Jurisdiction
}

function ReleaseDate({ locale, now, line: { releaseOn, releaseType }, jurisdiction }: ReleaseDateProps) {
  if (!releaseOn) return <b>{words(locale)('no-date')}</b>
  const { earliestOn } = earlierRelease(releaseOn, jurisdiction)
  return (
    <>
      <b>{formatDay(locale, releaseOn)}</b> <small>{releaseType && releaseDateLabel(locale, releaseType)}</small>
      {earliestOn < releaseOn && <small class="is-warn">{earlyLabel(locale, earliestOn, now)}</small>}
    </>
  )
}

const strips = new Map<string, PathwayState[]>() // few combinations of seven statuses, written on every row

function stripOf(locale: Locale, statuses: Record<string, string>, names: PathwayNames): PathwayState[] {
  const codes = pathways.map((pathway) => statuses[pathway] ?? 'NOT_STARTED')
  const key = `${locale} ${[...names.values()].join('|')} ${codes.join(' ')}`
  let strip = strips.get(key)
  if (!strip) {
    strip = pathways.map((pathway, index) => pathwayState(locale, pathway, codes[index]!, names))
    if (strips.size > 2_000) strips.clear()
    strips.set(key, strip)
  }
  return strip
}

export function pathwayState(locale: Locale, pathway: Pathway, status: string, names: PathwayNames): PathwayState {
  return {
    icon: pathwayIcons[pathway],
    name: names.get(pathway) ?? pathwayLabel(locale, pathway),
    glyph: statusGlyphs[status as keyof typeof statusGlyphs] ?? 'none',
    status: statusLabel(locale, status),
  }
}

function ToDoLine({ page: { locale, now }, line }: { page: PageContext; line: ReleaseLine }) {
  const say = words(locale)
  const toDo = mostUrgent(line, dayAt(now))
  const text =
    toDo.code === 'late-start' && toDo.title
      ? say('late-start', { title: toDo.title })
      : (toDo.title ?? say(`do.${toDo.code}` as 'do.steps', { count: toDo.more }))
  const { more, late } = toDo.code === 'steps' ? { more: 0, late: toDo.late } : toDo
  const rest = late > 0 ? say('do.more-late', { more, late }) : say('do.more', { more })
  const language =
    line.interpreter &&
    (line.interpreter === '?'
      ? say('interpreter-unknown')
      : say('interpreter', { language: languageName(line.interpreter, locale) }))
  return (
    <>
      {toDo.tone ? <Status glyph={toDo.tone}>{text}</Status> : <span>{text}</span>}
      {rest !== '' && <small>{rest}</small>}
      {language && <small>{language}</small>}
    </>
  )
}

function contactDay({ locale, now }: PageContext, day: string): string {
  const say = words(locale)
  const ago = daysBetween(day, dayAt(now))
  if (ago === 0) return say('today')
  if (ago === 1) return say('yesterday')
  return ago > 14 && ago < 100 ? say('days-ago', { count: ago }) : formatDay(locale, day, 'brief')
}
