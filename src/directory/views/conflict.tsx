import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, ConflictColumns } from '../../platform/web/components/index.ts'
import type { Typed } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Service } from '../listed-service.ts'
import type { Revision } from '../queries/keep.ts'
import { words } from '../words.ts'
import { differences } from './differences.ts'

interface Props {
  page: PageContext
  service: Service
  /** What the other keeper saved, as it would be typed. */
  theirs: Typed
  mine: Typed
  last: Revision | undefined
}

/** Two keepers changed one entry: both versions side by side, nothing lost. */
export function ServiceConflictPage({ page, service, theirs, mine, last }: Props) {
  const say = words(page.locale)
  const name = last?.madeByName || say('conflict.somebody')
  const isSelf = last !== undefined && last.madeByName === page.reader?.name
  const title = isSelf ? say('conflict.title-self') : say('conflict.title', { name })
  const at = last ? formatAt(page.locale, last.madeAt) : ''
  return (
    <Layout page={page} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say('conflict.text', { name, at })}</p>
      <ConflictColumns
        caption={say('conflict.caption', { name })}
        part={say('conflict.part')}
        theirs={say('conflict.theirs', { name })}
        mine={say('conflict.mine')}
        rows={differences(page.locale, theirs, mine).map(({ part, was, became }) => ({
          part,
          theirs: was,
          mine: became,
        }))}
      />
      <form method="post" action={`/services/${service.id}/edit`}>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={service.version} />
        {Object.entries(mine)
          .filter(([field]) => field !== 'formId' && field !== 'version' && field !== 'again')
          .flatMap(([field, value]) =>
            [value ?? ''].flat().map((each) => <input type="hidden" name={field} value={each} />),
          )}
        <ButtonGroup>
          <Button>{say('conflict.keep-mine')}</Button>
          <Button kind="secondary" name="again" value="yes">
            {say('conflict.edit')}
          </Button>
          <Button kind="secondary" href={`/services/${service.id}`}>
            {say('conflict.keep-theirs', { name })}
          </Button>
        </ButtonGroup>
      </form>
    </Layout>
  )
}
