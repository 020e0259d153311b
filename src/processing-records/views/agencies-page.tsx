import { type Agency, agencyKindLabel, SettingsFrame } from '../../agencies/index.ts'
import { Cell, Link, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agencies: readonly Agency[]
}

/** Whose record of processing to read. */
export function AgenciesPage({ page, may, agencies }: Props) {
  const say = words(page.locale)
  return (
    <SettingsFrame page={page} may={may} title={say('title')} sub={say('sub')}>
      <Table caption={say('title')} isCaptionHidden columns={[{ text: say('f.agency') }, { text: say('kind') }]}>
        {agencies.map(({ id, name, kind }) => (
          <Row>
            <RowHead>
              <Link href={`/processing-records/${id}`}>{name}</Link>
            </RowHead>
            <Cell label={say('kind')}>{agencyKindLabel(page.locale, kind)}</Cell>
          </Row>
        ))}
      </Table>
    </SettingsFrame>
  )
}
