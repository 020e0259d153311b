import { pathwayLabel } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, DateInput, Details, PageHead, ProblemSummary, pathwayIcons, problemOf, Radios, Textarea } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { dayBoxes } from '../../platform/web/day-field.ts'
import { typedList } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { sessionKinds } from '../kinds.ts'
import { words } from '../words.ts'
import { type Form, fieldsOf } from './parts.tsx'

const lengths = [15, 30, 60, 90, 120] as const // minutes

/** What happened: usual answers are chosen already, so that most days it is one tap more. */
export function LogPage({
  page,
  form,
  matchId,
  called,
}: {
  page: PageContext
  form: Form
  matchId: string
  called: string
}) {
  // biome-ignore format: one line
  const { locale } = page
  const say = words(locale)
  const field = fieldsOf(locale, form)
  const title = matchId ? say('log.title', { name: called || say('match.somebody') }) : say('log.title-one-off')
  const isMoreOpen = ['on', 'topics', 'words'].some((name) => problemOf(form.problems, name))
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/mentoring">{say('home.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} {...(!matchId && { sub: say('log.one-off-hint') })} />
      <form method="post" action="/mentoring/sessions" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="match" value={matchId} />
        <Radios
          legend={say('log.kind')}
          items={sessionKinds.filter((kind) => matchId || kind === 'MET' || kind === 'CALL').map((value) => ({ value, text: say(`kind.${value}`) }))} // biome-ignore format: one line
          {...field('kind')}
        />
        <Radios
          legend={say('log.minutes')}
          isInline
          items={lengths.map((value) => ({ value, text: say('log.min', { count: value }) }))}
          {...field('minutes')}
        />
        <Details summary={say('log.more')} isOpen={isMoreOpen}>
          <DateInput
            name="on"
            legend={say('log.on')}
            hint={say('log.on-hint')}
            values={dayBoxes(form, 'on')}
            error={problemOf(form.problems, 'on', say)}
          />
          <Checkboxes
            name="topics"
            legend={say('log.topics')}
            isSmall
            values={typedList(form, 'topics')}
            items={Object.keys(pathwayIcons).map((value) => ({ value, text: pathwayLabel(locale, value) }))}
          />
          <Textarea label={say('log.words')} rows={4} {...field('words')} />
        </Details>
        <Button>{say('log.save')}</Button>
      </form>
    </Layout>
  )
}
