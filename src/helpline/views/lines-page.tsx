import { newId } from '../../platform/ids.ts'
import {
  Button,
  Details,
  Empty,
  Input,
  Link,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Helpline } from '../queries/lines.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  lines: readonly Helpline[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayOpen: boolean
  mayKeepNumbers: boolean
}

/** The lines that the reader's agency runs. */
export function LinesPage({ page, lines, form, mayOpen, mayKeepNumbers }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('lines.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('lines.title')}
        sub={say('lines.sub')}
        actions={mayKeepNumbers && <Link href="/helpline-numbers">{say('numbers.link')}</Link>}
      />
      {lines.length === 0 && (
        <Empty title={say('lines.none')}>
          <p class="govuk-body">{say(mayOpen ? 'lines.none-text' : 'lines.none-for-you')}</p>
        </Empty>
      )}
      <PlainList>
        {lines.map(({ id, name, phone }) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/helpline/${id}`}>
              {name}
            </Link>
            {phone && <small>{phone}</small>}
          </li>
        ))}
      </PlainList>
      {mayOpen && (
        <Details summary={say('lines.open')} isOpen={lines.length === 0 || form.problems.length > 0}>
          <form method="post" action="/helpline" novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <LineFields form={form} say={say} />
            <Button preventDoubleClick>{say('lines.open-button')}</Button>
          </form>
        </Details>
      )}
    </Layout>
  )
}

/** What a line is called, and its number as it is told to people. */
export function LineFields({ form, say }: { form: Props['form']; say: ReturnType<typeof words> }) {
  return (
    <>
      <Input
        name="name"
        label={say('lines.name')}
        hint={say('lines.name-hint')}
        width={30}
        value={typedText(form, 'name')}
        error={problemOf(form.problems, 'name', say)}
      />
      <Input
        name="phone"
        label={say('lines.phone')}
        type="tel"
        width={20}
        value={typedText(form, 'phone')}
        error={problemOf(form.problems, 'phone', say)}
      />
    </>
  )
}
