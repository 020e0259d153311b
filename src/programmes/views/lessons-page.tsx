import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Empty, Input, Note, PageHead, PlainList, ProblemSummary, problemOf, Section, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags } from '../../platform/words.ts'
import type { Lesson, ProgrammeResults } from '../package/lessons.ts'
import type { Programme } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  programme: Programme
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayKeep: boolean
}

const parts = ['conditions', 'adapted', 'transferred', 'didNotTransfer'] as const

/** What places learned with a programme, and how it went there: under which conditions, what they changed, what did not travel. */
export function LessonsPage({ page, programme, form, mayKeep }: Props) {
  const say = words(page.locale)
  const { name } = programme.package.texts[page.locale]
  const { lessons = [], results = [] } = programme.package
  const title = say('lessons.title', { name })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/programmes/${programme.id}`}>{name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('lessons.sub')} />
      {lessons.length === 0 && results.length === 0 && (
        <Empty title={say('lessons.none')}>
          <p class="govuk-body">{say(mayKeep ? 'lessons.none-text' : 'lessons.none-yours')}</p>
        </Empty>
      )}
      {lessons.map((lesson) => (
        <LessonPart page={page} programme={programme} lesson={lesson} mayKeep={mayKeep} />
      ))}
      {results.length > 0 && (
        <Section id="h-results" title={say('lessons.results')} more={say('lessons.results-text')}>
          {results.map((one) => (
            <Results locale={page.locale} results={one} />
          ))}
        </Section>
      )}
      {mayKeep && <LessonForm page={page} programme={programme} form={form} />}
    </Layout>
  )
}

function LessonPart({
  page,
  programme,
  lesson,
  mayKeep,
}: Pick<Props, 'page' | 'programme' | 'mayKeep'> & { lesson: Lesson }) {
  const say = words(page.locale)
  const title = say('lessons.from', { place: lesson.place, country: countryName(page.locale, lesson.country) })
  return (
    <Section
      id={`h-${lesson.key}`}
      title={title}
      more={say('lessons.by', { agency: lesson.madeBy, day: formatDay(page.locale, lesson.writtenOn) })}
    >
      {parts
        .filter((part) => lesson[part] !== '')
        .map((part) => (
          <>
            <h3 class="govuk-heading-s">{say(`lesson.${part}`)}</h3>
            <p class="govuk-body" lang={languageTags[lesson.language]}>
              {lesson[part]}
            </p>
          </>
        ))}
      {mayKeep && (
        <form method="post" action={`/programmes/${programme.id}/lessons/${lesson.key}/removal`}>
          <input type="hidden" name="formId" value={newId()} />
          <button type="submit" class="tl-linklike">
            {say('lessons.remove')}
            <span class="govuk-visually-hidden">: {title}</span>
          </button>
        </form>
      )}
    </Section>
  )
}

function Results({ locale, results }: { locale: Locale; results: ProgrammeResults }) {
  const say = words(locale)
  const percent = (share: number) => share.toLocaleString(languageTags[locale], { style: 'percent' })
  return (
    <Note title={results.madeBy} level={3}>
      <p class="tl-num">
        {say('lessons.groups', { groups: results.groups, day: formatDay(locale, results.untilOn) })}{' '}
        {results.began === null ? say('lessons.began-few') : say('lessons.began', { began: results.began })}
      </p>
      <PlainList>
        {results.shares.map(({ figure, part, of, from, to }) => (
          <li>
            {say('lessons.share', {
              figure: say(`lessons.figure-${figure}`),
              ...{ part: formatNumber(locale, part), of: formatNumber(locale, of) },
              ...{ share: percent(part / of), from: percent(from), to: percent(to) },
            })}
          </li>
        ))}
      </PlainList>
      {results.shares.length === 0 && <p>{say('lessons.too-few')}</p>}
    </Note>
  )
}

function LessonForm({ page, programme, form }: Pick<Props, 'page' | 'programme' | 'form'>) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-write" title={say('lessons.write')}>
      <form method="post" action={`/programmes/${programme.id}/lessons`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input label={say('lesson.place')} hint={say('lesson.place-hint')} {...field('place')} />
        <Input label={say('lesson.country')} hint={say('lesson.country-hint')} width={3} {...field('country')} />
        {parts.map((part) => (
          <Textarea label={say(`lesson.${part}`)} hint={say(`lesson.${part}-hint`)} rows={4} {...field(part)} />
        ))}
        <Button>{say('lessons.keep')}</Button>
      </form>
    </Section>
  )
}

function countryName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(languageTags[locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}
