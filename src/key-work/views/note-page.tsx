import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Empty,
  filesOfWing,
  Note,
  PageHead,
  ProblemSummary,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Seal } from '../../platform/web/wing-routes.ts'
import { words } from '../words.ts'
import { SessionFields } from './session-fields.tsx'
import { WingLine } from './wing-line.tsx'

export interface NotePageProps {
  page: PageContext
  isPrison: boolean
  form: { typed: Typed; problems: Problem[] }
  seal: Seal
}

/** A note for whoever's number or code is typed: with a network it is saved, without one it is sealed and waits. */
export function NotePage({ page, isPrison, form, seal }: NotePageProps) {
  const say = words(page.locale)
  const title = say('note.title')
  const { problems } = form
  return (
    <Layout page={page} title={title} hasProblems={problems.length > 0}>
      <BackLink href="/key-work">{say('due.title')}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={title} sub={say('note.sub')} />
      <WingLine locale={page.locale} assets={page.assets} />
      {isPrison ? (
        <>
          <div data-sealed-if="ready" hidden>
            <Note>
              <p>{say('note.ready')}</p>
            </Note>
          </div>
          <noscript>
            <p class="govuk-body">{say('note.needs-network')}</p>
          </noscript>
          <form
            method="post"
            action="/key-work/note"
            novalidate
            data-sealed="page"
            data-sealed-to="/key-work"
            data-seal-key={seal.key}
            data-seal-key-id={seal.keyId}
            data-seal-author={seal.author}
            data-seal-files={JSON.stringify(filesOfWing(page.assets))}
            data-sealed-problems={problems.length > 0 ? 'yes' : undefined}
          >
            <input type="hidden" name="formId" value={typedText(form, 'formId') || newId()} />
            <SessionFields locale={page.locale} form={form} asksWho />
            <Button>{say('form.save')}</Button>
          </form>
        </>
      ) : (
        <Empty title={say('due.not-prison')} />
      )}
    </Layout>
  )
}

/** The same page without anybody's data, for a device that has no network: it names nobody, not even who reads it. */
export function ShellPage({ page, form }: Pick<NotePageProps, 'page' | 'form'>) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('note.title')} isWithoutMenu>
      <PageHead title={say('note.title')} sub={say('shell.sub')} />
      <WingLine locale={page.locale} assets={page.assets} />
      <div data-sealed-if="unprepared" hidden>
        <Note tone="warn" title={say('shell.unprepared')}>
          <p>{say('shell.unprepared-text')}</p>
        </Note>
      </div>
      <noscript>
        <p class="govuk-body">{say('note.needs-network')}</p>
      </noscript>
      <div data-sealed-if="ready" hidden>
        <Note tone="warn">
          <p>{say('shell.whose')}</p>
        </Note>
        <form method="post" action="/key-work/note" novalidate data-sealed="shell" data-sealed-to="/key-work">
          <input type="hidden" name="formId" value="" />
          <SessionFields locale={page.locale} form={form} asksWho />
          <Button>{say('form.save')}</Button>
        </form>
      </div>
    </Layout>
  )
}
