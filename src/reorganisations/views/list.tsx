import { SettingsFrame } from '../../agencies/index.ts'
import { Button, Cell, Empty, Link, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Reorganisation } from '../queries.ts'
import { words } from '../words.ts'
import { extentOf, StateTag } from './parts.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  all: readonly Reorganisation[]
}

/** Every merger and split, planned and done. */
export function ReorganisationsPage({ page, may, all }: Props) {
  const say = words(page.locale)
  const plan = may.has('coordinate the partnership') && (
    <Button href="/settings/reorganisations/new">{say('plan')}</Button>
  )
  return (
    <SettingsFrame page={page} may={may} title={say('title')} sub={say('sub')} actions={plan}>
      {all.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty-text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('title')}
          isCaptionHidden
          columns={[{ text: say('title') }, { text: say('what') }, { text: say('state') }]}
        >
          {all.map((each) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/settings/reorganisations/${each.id}`}>
                  {say('from-to', { from: each.fromAgency, to: each.toAgency })}
                </Link>
              </RowHead>
              <Cell label={say('what')}>{extentOf(page.locale, each)}</Cell>
              <Cell label={say('state')}>
                <StateTag locale={page.locale} state={each.state} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </SettingsFrame>
  )
}
