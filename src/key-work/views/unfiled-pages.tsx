import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Empty, InsetText, Link, PageHead, ProblemSummary, Section } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Unfiled } from '../queries/unfiled.ts'
import { words } from '../words.ts'
import { SessionFields } from './session-fields.tsx'

/** The reader's notes from the wing that could not be filed, each with why and with what it says. */
export function UnfiledPage({ page, notes }: { page: PageContext; notes: readonly Unfiled[] }) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('unfiled.title')}>
      <BackLink href="/key-work">{say('due.title')}</BackLink>
      <PageHead title={say('unfiled.title')} sub={say('unfiled.sub')} />
      {notes.length === 0 && (
        <Empty title={say('unfiled.none')}>
          <p class="govuk-body">{say('unfiled.none-text')}</p>
        </Empty>
      )}
      {notes.map((note) => (
        <Section
          id={`h-${note.id}`}
          title={typedText({ typed: note.said }, 'who') || say('unfiled.no-number')}
          more={formatAt(locale, note.writtenAt)}
        >
          <p class="govuk-body">{say(`why.${note.why}`)}</p>
          <InsetText>{typedText({ typed: note.said }, 'body') || say('col.nothing')}</InsetText>
          <p class="govuk-body">
            <Link href={`/key-work/unfiled/${note.id}`}>
              {say('unfiled.open')}
              <span class="govuk-visually-hidden">: {formatAt(locale, note.writtenAt)}</span>
            </Link>
          </p>
        </Section>
      ))}
    </Layout>
  )
}

export interface UnfiledNotePageProps {
  page: PageContext
  note: Unfiled
  form: { typed: Typed; problems: Problem[] }
}

/** One of them: mend the number and file it, or throw it away. */
export function UnfiledNotePage({ page, note, form }: UnfiledNotePageProps) {
  const { locale } = page
  const say = words(locale)
  const address = `/key-work/unfiled/${note.id}`
  return (
    <Layout page={page} title={say('unfiled.one')} hasProblems={form.problems.length > 0}>
      <BackLink href="/key-work/unfiled">{say('unfiled.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('unfiled.one')}
        sub={`${say('unfiled.written', { at: formatAt(locale, note.writtenAt) })} ${say(`why.${note.why}`)}`}
      />
      <form method="post" action={address} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <SessionFields locale={locale} form={form} asksWho />
        <Button>{say('unfiled.file')}</Button>
      </form>
      <form method="post" action={`${address}/removal`}>
        <input type="hidden" name="formId" value={newId()} />
        <p class="govuk-body">{say('unfiled.throw-text')}</p>
        <Button kind="warning">{say('unfiled.throw')}</Button>
      </form>
    </Layout>
  )
}
