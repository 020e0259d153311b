import { newId } from '../../platform/ids.ts'
import {
  Button,
  Empty,
  Input,
  Link,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Section,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Hub } from '../queries/hubs.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  hubs: readonly Hub[]
  mayOpen: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** The hubs where the reader's agency is, and opening one. */
export function HubsPage({ page, hubs, mayOpen, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Layout page={page} title={say('hubs.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('hubs.title')} sub={say('hubs.sub')} />
      {hubs.length === 0 ? (
        <Empty title={say('hubs.none')}>
          <p class="govuk-body">{say('hubs.none-text')}</p>
        </Empty>
      ) : (
        <PlainList>
          {hubs.map(({ id, name, place, agencyName }) => (
            <li>
              <Link class="tl-link tl-link--strong" href={`/hubs/${id}`}>
                {name}
              </Link>
              <p class="tl-m0">{say('hubs.line', { place, agency: agencyName })}</p>
            </li>
          ))}
        </PlainList>
      )}
      {mayOpen && (
        <Section id="h-new" title={say('hubs.new')}>
          <form method="post" action="/hubs" novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <Input name="name" label={say('hubs.name')} hint={say('hubs.name-hint')} width={30} {...field('name')} />
            <Input
              name="place"
              label={say('hubs.place')}
              hint={say('hubs.place-hint')}
              width={30}
              {...field('place')}
            />
            <Input name="desk" label={say('hubs.desk')} hint={say('hubs.desk-hint')} width={30} {...field('desk')} />
            <Button kind="secondary">{say('hubs.open')}</Button>
          </form>
        </Section>
      )}
    </Layout>
  )
}
