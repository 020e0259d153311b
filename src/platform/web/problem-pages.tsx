import type { Refusal } from '../refusal.ts'
import { wordsOf } from '../words.ts'
import { Button } from './components/index.ts'
import { Layout } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import en from './problem-words/en.json' with { type: 'json' }
import it from './problem-words/it.json' with { type: 'json' }
import nl from './problem-words/nl.json' with { type: 'json' }
import { TypedWords } from './typed-words.tsx'

const words = wordsOf({ en, it, nl })

const kinds = {
  'not-found': ['not-found.title', 'not-found.body', 'not-found.next'],
  'not-found-outside': ['not-found.title', 'not-found.body', 'not-found.outside'],
  'may-not': ['may-not.title', 'may-not.body', 'may-not.next'],
  'another-site': ['another-site.title', 'another-site.body', 'another-site.next'],
  'too-large': ['too-large.title', 'too-large.body', 'too-large.next'],
  unreadable: ['unreadable.title', 'unreadable.body', 'unreadable.next'],
  'too-many': ['too-many.title', 'too-many.body', 'too-many.next'],
  'already-sent': ['already-sent.title', 'already-sent.body', 'already-sent.next'],
  'said-otherwise': ['said-otherwise.title', 'said-otherwise.body', 'said-otherwise.next'],
  conflict: ['conflict.title', 'conflict.body', 'conflict.next'],
} as const

/** A rule or a permission said no: what happened, whether the work is safe, what to do next, and what was sent. */
export function RefusalPage({ page, refusal, sent }: { page: PageContext; refusal: Refusal; sent: unknown }) {
  const say = words(page.locale)
  const kind = kindOf(refusal)
  const [title, body, next] = kinds[kind === 'not-found' && !page.reader ? 'not-found-outside' : kind]
  return (
    <Layout page={page} title={say(title)}>
      <h1 class="govuk-heading-l">{say(title)}</h1>
      <p class="govuk-body">{say(body)}</p>
      <p class="govuk-body">{say(next)}</p>
      <TypedWords page={page} sent={sent} />
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {say('back-to-start')}
        </a>
      </p>
    </Layout>
  )
}

/** Something is broken on our side. The number finds it in the log. Where nothing was sent there is nothing to fear for, and a way to try again. */
export function FaultPage({ page, number, sent }: { page: PageContext; number: string; sent: unknown }) {
  const say = words(page.locale)
  const isSent = sent !== undefined && sent !== null
  return (
    <Layout page={page} title={say('fault.title')}>
      <h1 class="govuk-heading-l">{say('fault.title')}</h1>
      <p class="govuk-body">{say(isSent ? 'fault.body' : 'fault.body-read')}</p>
      <p class="govuk-body">
        {say('fault.next')} <strong class="tl-num">{number}</strong>
      </p>
      <TypedWords page={page} sent={sent} />
      {!isSent && (
        <Button kind="secondary" href={page.path}>
          {say('fault.again')}
        </Button>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {say('back-to-start')}
        </a>
      </p>
    </Layout>
  )
}

/** What does not exist and what may not be seen look the same (T6). */
function kindOf({ code, kind }: Refusal): keyof typeof kinds {
  if (kind === 'not found') return 'not-found'
  if (kind === 'too many') return 'too-many'
  if (code === 'form.already-sent') return 'already-sent'
  if (code === 'form.said-otherwise') return 'said-otherwise'
  if (code === 'request.from-another-site') return 'another-site'
  if (code === 'request.too-large') return 'too-large'
  if (code === 'request.unreadable' || code === 'request.unknown-format') return 'unreadable'
  return kind === 'conflict' ? 'conflict' : 'may-not'
}
