import type { Child } from 'hono/jsx'
import { formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, ConflictColumns } from '../../platform/web/components/index.ts'
import type { Typed } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { CaseFrame } from '../case-frame.ts'
import type { LastChange } from '../queries/case-subject.ts'
import { words } from '../words.ts'
import { CaseLayout, type CasePage } from './case-layout.tsx'

export interface ConflictPageProps {
  page: PageContext
  frame: CaseFrame
  current: CasePage
  /** Who saved first; undefined where that cannot be said. */
  last: LastChange | undefined
  /** Only what differs, each part in both versions. */
  rows: readonly { part: string; theirs: Child; mine: Child }[]
  /** Where the form was sent, and goes again. */
  action: string
  /** What was typed: sent again with the version that is saved now. */
  typed: Typed
  version: number
  /** The page of what is saved. */
  back: string
}

/** Two workers changed one thing: both versions side by side, nothing typed is lost, a person chooses. */
export function ConflictPage({ page, frame, current, last, rows, action, typed, version, back }: ConflictPageProps) {
  const say = words(page.locale)
  const isSelf = last !== undefined && last.name === page.reader?.name
  const name = last?.name.split(' ')[0] || say('conflict.somebody')
  const title = isSelf ? say('conflict.title-self') : say('conflict.title', { name })
  return (
    <CaseLayout page={page} frame={frame} current={current} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {last
          ? say('conflict.text', { name: last.name, agency: last.agencyName, time: formatTime(page.locale, last.at) })
          : say('conflict.text-unknown')}
      </p>
      <form action={action} method="post">
        <Hidden typed={{ ...typed, formId: newId(), version: String(version), 'keep-editing': undefined }} />
        <ConflictColumns
          caption={say('conflict.caption')}
          part={say('conflict.part')}
          theirs={isSelf ? say('conflict.theirs-self') : say('conflict.theirs', { name })}
          mine={say('conflict.mine')}
          rows={rows.map((row) => ({
            part: row.part,
            theirs: row.theirs || say('conflict.nothing'),
            mine: row.mine || say('conflict.nothing'),
          }))}
        />
        <ButtonGroup>
          <Button>{say('conflict.keep-mine')}</Button>
          <Button kind="secondary" href={back}>
            {say('conflict.keep-theirs')}
          </Button>
          <button type="submit" class="tl-linklike" name="keep-editing" value="yes">
            {say('conflict.edit-both')}
          </button>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

function Hidden({ typed }: { typed: Typed }) {
  return (
    <>
      {Object.entries(typed).flatMap(([name, value]) =>
        (value === undefined ? [] : [value].flat()).map((each) => <input type="hidden" name={name} value={each} />),
      )}
    </>
  )
}
