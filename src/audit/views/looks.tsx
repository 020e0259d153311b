import { partLabel, roleLabel } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Cell,
  Empty,
  PageHead,
  Pager,
  PrintButton,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { actionWords } from '../entry-cells.ts'
import type { LookedAt } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  looks: readonly LookedAt[]
  hasMore: boolean
}

/** Who has looked at one person's record, by day: for the worker to show, print and hand over. */
export function LooksPage({ page, frame, looks, hasMore }: Props) {
  const { locale } = page
  const say = words(locale)
  const list = new Intl.ListFormat(locale)
  const address = `/cases/${frame.caseId}/looks`
  const [day, who, what, which] = [say('looks.day'), say('looks.who'), say('looks.what'), say('looks.which')]
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={say('looks')}>
      <BackLink href={`/cases/${frame.caseId}`}>{frame.shownName}</BackLink>
      <PageHead
        title={say('looks')}
        sub={say('looks.sub', { name: frame.calledName })}
        actions={<PrintButton>{say('looks.print')}</PrintButton>}
      />
      {looks.length === 0 ? (
        <Empty title={say('looks.empty')}>
          <p>{say('looks.empty-text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('looks')}
          isCaptionHidden
          columns={[{ text: day }, { text: who }, { text: what }, { text: which }]}
        >
          {looks.map((each) => (
            <Row>
              <RowHead>{formatDay(locale, each.day, 'full')}</RowHead>
              <Cell label={who}>{whoLooked(page, each)}</Cell>
              <Cell label={what}>{list.format(each.actions.map((action) => actionWords(locale, action)))}</Cell>
              <Cell label={which}>{list.format(each.parts.map((part) => partLabel(locale, part)))}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {hasMore && (
        <Pager shown="" next={{ href: `${address}?before=${looks.at(-1)!.day}`, text: say('looks.older') }} />
      )}
      <p class="govuk-body">{say('looks.changes')}</p>
    </CaseLayout>
  )
}

function whoLooked({ locale }: PageContext, { agencyName, roles, actions }: LookedAt): string {
  const say = words(locale)
  if (actions.includes('disclose') && roles.length === 0) return say('looks.provider', { agency: agencyName })
  if (!agencyName) return say('looks.system')
  const role = roles[0]
  return role ? say('looks.role', { role: roleLabel(locale, role), agency: agencyName }) : agencyName
}
