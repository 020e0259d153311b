import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, DateInput, Details, Input, PlainList, problemOf, Radios, Section, Select, StatusTag, Textarea } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { dayBoxes } from '../../platform/web/day-field.ts'
import { backgrounds, type EntryKind, vettings, ways } from '../kinds.ts'
import type { Entry } from '../queries/entries.ts'
import { words } from '../words.ts'
import type { MentorPageProps } from './mentor-page.tsx'
import { fieldsOf } from './parts.tsx'

const parts = { VETTING: 'vetting', TRAINING: 'training', SUPERVISION: 'supervision', GOAL: 'goal', BACKGROUND: 'background', PROGRESS: 'progress' } as const // biome-ignore format: one line

/** Stated by the mentor themself, and theirs to take out again. */
const isOwnSaying = (kind: EntryKind): boolean => kind === 'BACKGROUND' || kind === 'PROGRESS'

/** One part of a mentor's file; the background is left out where there is none, or none for the reader. */
export function FilePart(props: MentorPageProps & { kind: EntryKind }) {
  const { page, kind } = props
  const say = words(page.locale)
  const entries = props.entries.filter((entry) => entry.kind === kind)
  if (isOwnSaying(kind) && entries.length === 0) return null
  return (
    <Section id={`h-${parts[kind]}`} title={say(`file.${parts[kind]}`)}>
      {entries.length === 0 && <p class="govuk-body tl-quiet">{say('file.none')}</p>}
      <PlainList>
        {entries.map((entry) => (
          <Line {...props} entry={entry} />
        ))}
      </PlainList>
    </Section>
  )
}

function Line({ page, entry, isOwn, mayRun, supervises, kind }: MentorPageProps & { kind: EntryKind; entry: Entry }) {
  const { locale } = page
  const say = words(locale)
  const isOver = kind === 'VETTING' && !entry.endedAt && entry.untilOn !== null && entry.untilOn < dayAt(page.now)
  const name =
    kind === 'VETTING' ? say(`vetting.${entry.code}` as 'vetting.INTERVIEW') : kind === 'BACKGROUND' ? say(`background.${entry.code}` as 'background.CARE') : kind === 'PROGRESS' ? say(`way.${entry.code}` as 'way.SKILL') : entry.words // biome-ignore format: one line
  const mayEnd = kind === 'GOAL' ? isOwn || mayRun || supervises : isOwnSaying(kind) ? isOwn || mayRun : kind === 'VETTING' && mayRun && !isOwn // biome-ignore format: one line
  const until = kind === 'VETTING' || kind === 'SUPERVISION' || kind === 'GOAL' ? parts[kind] : undefined
  return (
    <li>
      <strong>{name}</strong> {isOver && <StatusTag tone="bad">{say('file.over')}</StatusTag>}
      <p class="tl-m0 tl-quiet">
        {formatDay(locale, entry.happenedOn)}
        {entry.minutes && `, ${say('file.minutes', { count: entry.minutes })}`}
        {entry.untilOn && until && `, ${say(`file.until-${until}`, { day: formatDay(locale, entry.untilOn) })}`}
        {`, ${say('file.by', { name: entry.madeBy })}`}
      </p>
      {(kind === 'VETTING' || isOwnSaying(kind)) && entry.words && <p class="tl-m0">{entry.words}</p>}
      {entry.endedAt && <p class="tl-m0">{say('file.ended', { words: entry.endedWords })}</p>}
      {mayEnd && !entry.endedAt && (
        <Details summary={say('file.end')}>
          <form method="post" action={`/mentors/entries/${entry.id}/end`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <Input id={`words-${entry.id}`} name="words" label={say('file.end-words')} />
            <Button kind="secondary">
              {say('file.end')}
              <span class="govuk-visually-hidden">: {name}</span>
            </Button>
          </form>
        </Details>
      )}
    </li>
  )
}

/** What the reader may write in this file. */
const kindsFor = ({ isOwn, mayRun }: MentorPageProps): EntryKind[] => {
  if (isOwn) return ['GOAL', 'PROGRESS', 'BACKGROUND']
  return mayRun
    ? ['VETTING', 'TRAINING', 'SUPERVISION', 'GOAL', 'PROGRESS', 'BACKGROUND']
    : ['TRAINING', 'SUPERVISION', 'GOAL']
}

export function EntryForm(props: MentorPageProps) {
  const { page, mentor, form, standards } = props
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  const kinds = kindsFor(props)
  const has = (kind: EntryKind) => kinds.includes(kind)
  return (
    <Section id="h-entry" title={say('entry.add')}>
      <form method="post" action={`/mentors/${mentor.id}/entries`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          legend={say('entry.kind')}
          isInline
          items={kinds.map((value) => ({ value, text: say(`entry.kind.${value}`) }))}
          {...field('kind')}
        />
        {has('VETTING') && (
          <Select
            label={say('entry.vetting')}
            items={[{ value: '', text: '' }, ...vettings.map((value) => ({ value, text: say(`vetting.${value}`) }))]}
            {...field('vetting')}
          />
        )}
        {has('BACKGROUND') && (
          <Select
            label={say('entry.background')}
            hint={say('entry.background-hint')}
            items={[{ value: '', text: '' }, ...backgrounds.map((value) => ({ value, text: say(`background.${value}`) }))]} // biome-ignore format: one line
            {...field('background')}
          />
        )}
        {has('PROGRESS') && (
          <Select
            label={say('entry.way')}
            hint={say('entry.background-hint')}
            items={[{ value: '', text: '' }, ...ways.map((value) => ({ value, text: say(`way.${value}`) }))]}
            {...field('way')}
          />
        )}
        <Textarea label={say('entry.words')} rows={2} {...field('words')} />
        {has('TRAINING') && (
          <Input label={say('entry.minutes')} hint={say('entry.minutes-hint')} width={4} inputMode="numeric" {...field('minutes')} /> // biome-ignore format: one line
        )}
        {(['on', 'until'] as const).map((name) => (
          <DateInput
            name={name}
            legend={say(`entry.${name}`)}
            hint={say(`entry.${name}-hint`)}
            values={dayBoxes(form, name)}
            error={problemOf(form.problems, name, say)}
          />
        ))}
        {standards.length > 0 && !props.isOwn && (
          <Select
            label={say('entry.standard')}
            items={[{ value: '', text: say('entry.no-standard') }, ...standards.map(({ id, title }) => ({ value: id, text: title }))]} // biome-ignore format: one line
            {...field('standardId')}
          />
        )}
        <Button kind="secondary">{say('entry.add')}</Button>
      </form>
    </Section>
  )
}
