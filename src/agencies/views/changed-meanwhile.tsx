import { formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, ConflictColumns } from '../../platform/web/components/index.ts'
import type { Typed } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { LastChange } from '../queries/last-change.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  /** Where the form was going, and where the page of the kept version is. */
  action: string
  href: string
  typed: Typed
  /** The version that is kept now: "keep mine" goes over it. */
  version: number | string
  rows: readonly { part: string; theirs: string; mine: string }[]
  lastChange: LastChange | undefined
}

/** Two people changed one setting: both versions side by side, and nothing is lost. */
export function ChangedMeanwhilePage({ page, action, href, typed, version, rows, lastChange }: Props) {
  const say = words(page.locale)
  const by = lastChange?.by ?? say('meanwhile.somebody')
  const theirs = say('meanwhile.theirs', { by })
  const mine = say('meanwhile.mine')
  const at = lastChange && formatTime(page.locale, lastChange.at)
  return (
    <Layout page={page} title={say('meanwhile.title', { by })}>
      <h1 class="govuk-heading-l">{say('meanwhile.title', { by })}</h1>
      <p class="govuk-body">
        {at ? say('meanwhile.text-at', { by, at }) : say('meanwhile.text')} {say('meanwhile.choose')}
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={version} />
        {Object.entries(typed)
          .filter(([name]) => name !== 'formId' && name !== 'version' && name !== 'edit')
          .flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ name, text })))
          .map(({ name, text }) => (
            <input type="hidden" name={name} value={text} />
          ))}
        <ConflictColumns
          caption={say('meanwhile.caption')}
          part={say('meanwhile.part')}
          theirs={theirs}
          mine={mine}
          rows={rows.filter((row) => row.theirs !== row.mine)}
        />
        <ButtonGroup>
          <Button>{say('meanwhile.keep-mine')}</Button>
          <Button kind="secondary" href={href}>
            {say('meanwhile.keep-theirs')}
          </Button>
          <Button kind="secondary" name="edit" value="yes">
            {say('meanwhile.edit')}
          </Button>
        </ButtonGroup>
      </form>
    </Layout>
  )
}

/** Whether somebody who saw both versions wants to go on editing their own. */
export const isToEdit = ({ typed }: { typed: Typed }): boolean => typed['edit'] !== undefined
