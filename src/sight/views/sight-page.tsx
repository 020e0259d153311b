import { workerRoleLabel } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Button,
  Cell,
  Empty,
  PageHead,
  PrintButton,
  Row,
  RowHead,
  Section,
  Select,
  SummaryList,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Audience, byAgency, type Cell as SightCell } from '../audiences.ts'
import { fieldGroupLabel, purposeLabel, relationshipLabel } from '../labels.ts'
import type { Basis, SightRow } from '../queries.ts'
import { fieldGroups } from '../sight-words.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  rows: readonly SightRow[]
  basis: Basis
  part: string | undefined
}

/** Every audience of the case, every part, and why. */
export function SightPage({ page, frame, rows, basis, part }: Props) {
  const say = words(page.locale)
  const agencies = byAgency(rows, part)
  const chosen = fieldGroups.filter((code) => rows.some(({ fieldGroup }) => fieldGroup === code))
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={say('title')} print="wide">
      <BackLink href={`/cases/${frame.caseId}`}>{frame.shownName}</BackLink>
      <PageHead
        title={say('title')}
        sub={say('sub', { name: frame.calledName })}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      <SummaryList
        rows={[
          { key: say('basis.purpose'), value: purposeLabel(page.locale, basis.purpose) },
          { key: say('basis.opened'), value: formatDay(page.locale, basis.openedOn, 'full') },
          {
            key: say('basis.law'),
            value: basis.legalBasis ? `${basis.legalBasis} (${basis.title})` : say('basis.none'),
          },
        ]}
      />
      <form method="get" action={`/cases/${frame.caseId}/sight`}>
        <Select
          name="part"
          label={say('part')}
          value={part ?? ''}
          items={[
            { value: '', text: say('part.all') },
            ...chosen.map((code) => ({ value: code, text: fieldGroupLabel(page.locale, code) })),
          ]}
        />
        <Button kind="secondary">{say('part.show')}</Button>
      </form>
      {agencies.length === 0 && (
        <Empty title={say('nobody')} isAnswer>
          <p>{say('nobody.text')}</p>
        </Empty>
      )}
      {agencies.map(({ id, name, audiences }) => (
        <Section id={`agency-${id}`} title={name}>
          {audiences.map((audience) => (
            <AudienceTable page={page} agencyName={name} audience={audience} />
          ))}
        </Section>
      ))}
    </CaseLayout>
  )
}

function AudienceTable({ page, agencyName, audience }: { page: PageContext; agencyName: string; audience: Audience }) {
  const say = words(page.locale)
  const { teamName, accountName } = audience
  const caption =
    accountName ??
    (teamName ? say('audience.team', { team: teamName }) : say('audience.agency', { agency: agencyName }))
  const [what, may, why] = [say('column.part'), say('column.may'), say('column.why')]
  return (
    <Table caption={caption} columns={[{ text: what }, { text: may }, { text: why }]}>
      {audience.cells.map((cell) => (
        <Row>
          <RowHead>{fieldGroupLabel(page.locale, cell.fieldGroup)}</RowHead>
          <Cell label={may}>{say(cell.mayContribute ? 'may.write' : 'may.read')}</Cell>
          <Cell label={why}>
            <Reasons page={page} cell={cell} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Agreement, relationship, since when; and until when, where there is an end. */
function Reasons({ page: { locale }, cell }: { page: PageContext; cell: SightCell }) {
  const say = words(locale)
  if (cell.reasons.length === 0) return <>{say('why.other')}</>
  return (
    <>
      {cell.reasons.map((reason) => (
        <div>
          {say(reason.relationship === 'EMERGENCY' ? 'why.emergency' : reason.needsConsent ? 'why.consent' : 'why', {
            relationship: reason.role
              ? workerRoleLabel(locale, reason.role)
              : relationshipLabel(locale, reason.relationship!),
            agreement: reason.agreementTitle,
            since: formatDay(locale, reason.sinceOn!, 'full'),
          })}
        </div>
      ))}
      {cell.until && <small>{say('why.until', { day: formatDay(locale, cell.until, 'full') })}</small>}
    </>
  )
}
