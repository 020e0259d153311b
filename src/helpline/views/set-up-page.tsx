import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, PageHead, Panel, ProblemSummary, Section } from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Helpline } from '../queries/lines.ts'
import { words } from '../words.ts'
import { LineFields } from './lines-page.tsx'

interface Props {
  page: PageContext
  line: Helpline
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  address: string
}

/** What a line is called, and its telephone system. */
export function SetUpPage({ page, line, form, address }: Props) {
  const say = words(page.locale)
  const heard = line.heardAt
    ? say('switch.heard', { at: formatAt(page.locale, line.heardAt) })
    : say('switch.not-heard')
  return (
    <Layout page={page} title={say('set-up.title', { name: line.name })} hasProblems={form.problems.length > 0}>
      <BackLink href={`/helpline/${line.id}`}>{line.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('set-up.title', { name: line.name })} />
      <form method="post" action={`/helpline/${line.id}/set-up`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={line.version} />
        <LineFields form={form} say={say} />
        <Button>{say('set-up.button')}</Button>
      </form>
      <Section id="h-switch" title={say('switch.title')}>
        <p class="govuk-body">{say('switch.text')}</p>
        <p class="govuk-body">
          {say('switch.address')} <code>{address}</code>
        </p>
        <p class="govuk-body">{line.hasKey ? heard : say('switch.no-key')}</p>
        <form method="post" action={`/helpline/${line.id}/switch-key`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say(line.hasKey ? 'switch.new-key' : 'switch.make-key')}</Button>
        </form>
      </Section>
    </Layout>
  )
}

/** The key, once. */
export function SwitchKeyPage({
  page,
  lineId,
  secret,
  address,
}: {
  page: PageContext
  lineId: string
  secret: string
  address: string
}) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('switch.key-title')}>
      <Panel title={say('switch.key-title')}>
        <code class="tl-secret">{secret}</code>
      </Panel>
      <p class="govuk-body">{say('switch.key-text')}</p>
      <p class="govuk-body">
        {say('switch.address')} <code>{address}</code>
      </p>
      <Button href={`/helpline/${lineId}/set-up`}>{say('switch.key-done')}</Button>
    </Layout>
  )
}
