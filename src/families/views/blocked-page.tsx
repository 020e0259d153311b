import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Empty, Note, PageHead, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { BlockedMember } from '../queries/members.ts'
import { words } from '../words.ts'

/** Whom a manager has to look at before they are let in. */
export function BlockedPage({ page, rows }: { page: PageContext; rows: readonly BlockedMember[] }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('blocked.title')}>
      <PageHead title={say('blocked.title')} />
      {rows.length === 0 && <Empty title={say('blocked.none')} />}
      {rows.length > 0 && (
        <Note tone="warn">
          <p>{say('blocked.manager')}</p>
        </Note>
      )}
      {rows.map(({ id, name, relation, personName, blockedAt }) => (
        <Section id={`h-${id}`} title={name} more={formatAt(page.locale, blockedAt)}>
          <p class="govuk-body">{say('blocked.who', { person: personName, relation: say(`relation.${relation}`) })}</p>
          <form method="post" action={`/families/blocked/${id}`}>
            <input type="hidden" name="formId" value={newId()} />
            <ButtonGroup>
              <Button kind="secondary" name="decision" value="ALLOWED">
                {say('blocked.allow')}
                <span class="govuk-visually-hidden">: {name}</span>
              </Button>
              <Button kind="warning" name="decision" value="KEPT">
                {say('blocked.keep')}
                <span class="govuk-visually-hidden">: {name}</span>
              </Button>
            </ButtonGroup>
          </form>
        </Section>
      ))}
    </Layout>
  )
}
