import { workerRoleLabel } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Row, RowHead, Select, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { CaseFrame, TeamMember } from '../case-frame.ts'
import type { NameableWorker } from '../queries/workers.ts'
import { words } from '../words.ts'

interface NamedWorkersProps {
  page: PageContext
  frame: CaseFrame
  ownAgencyId: string
  mayName: boolean
  workers: readonly NameableWorker[]
}

/** The named workers of a case; those of the reader's agency can be handed over or ended. */
export function NamedWorkers({ page, frame, ownAgencyId, mayName, workers }: NamedWorkersProps) {
  const say = words(page.locale)
  const named = frame.team.filter(({ accountId }) => accountId !== null)
  if (named.length === 0) return <p class="govuk-body">{say('team.nobody')}</p>
  const [who, role, agency, since] = [say('team.who'), say('team.role'), say('team.agency'), say('team.since')]
  const change = say('team.change')
  const columns = [who, role, agency, since].map((text) => ({ text }))
  return (
    <Table
      caption={say('team.named')}
      isCaptionHidden
      columns={mayName ? [...columns, { text: change, isForScreen: true }] : columns}
    >
      {named.map((party) => (
        <Row>
          <RowHead>
            {party.name}
            {party.away && <small>{awaySaid(page.locale, party.away)}</small>}
          </RowHead>
          <Cell label={role}>{workerRoleLabel(page.locale, party.role ?? '')}</Cell>
          <Cell label={agency}>{party.agencyName}</Cell>
          <Cell label={since}>{formatDay(page.locale, party.sinceOn, 'full')}</Cell>
          {mayName && (
            <Cell label={party.agencyId === ownAgencyId ? change : undefined} class="tl-noprint">
              {party.agencyId === ownAgencyId && (
                <ChangeForms
                  locale={page.locale}
                  party={party}
                  colleagues={workers.filter((w) => w.agencyId === ownAgencyId)}
                />
              )}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

interface ChangeFormsProps {
  locale: PageContext['locale']
  party: TeamMember
  colleagues: readonly NameableWorker[]
}

function ChangeForms({ locale, party, colleagues }: ChangeFormsProps) {
  const say = words(locale)
  const others = colleagues.filter(({ accountId }) => accountId !== party.accountId)
  const hidden = <span class="govuk-visually-hidden">: {party.name}</span>
  return (
    <>
      {others.length > 0 && (
        <form method="post" action={`/allocations/${party.partyId}/hand-over`}>
          <input type="hidden" name="formId" value={newId()} />
          <Select
            id={`taker-${party.partyId}`}
            name="accountId"
            label={
              <>
                {say('team.hand-over-to')}
                {hidden}
              </>
            }
            items={others.map(({ accountId, name }) => ({ value: accountId, text: name }))}
          />
          <Button kind="secondary">
            {say('team.hand-over')}
            {hidden}
          </Button>
        </form>
      )}
      <form method="post" action={`/allocations/${party.partyId}/end`}>
        <input type="hidden" name="formId" value={newId()} />
        <button type="submit" class="tl-linklike">
          {say('team.end-role')}
          {hidden}
        </button>
      </form>
    </>
  )
}

/** "Away until 6 March; Jo Bell stands in". */
function awaySaid(locale: PageContext['locale'], { untilOn, coverName }: NonNullable<TeamMember['away']>): string {
  const say = words(locale)
  const day = formatDay(locale, untilOn)
  return coverName ? say('team.away-cover', { day, name: coverName }) : say('team.away', { day })
}
