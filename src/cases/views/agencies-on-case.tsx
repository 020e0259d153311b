import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, problemOf, Section, Select } from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { words } from '../words.ts'
import type { TeamPageProps } from './team-page.tsx'

/** Agencies and teams on the case; a team of the reader's agency can be taken off, and another given the case. */
export function AgenciesOnCase({ page, frame, form, mayName, ownAgencyId, teams }: TeamPageProps) {
  const say = words(page.locale)
  return (
    <Section id="h-agencies" title={say('team.agencies')}>
      <ul class="tl-list">
        {frame.team
          .filter(({ accountId }) => accountId === null)
          .map((party) => (
            <li>
              <b>{party.agencyName}</b>
              <br />
              <span class="tl-quiet">
                {say(`relationship.${party.relationship}`, { team: party.teamName ?? '' })},{' '}
                {formatDay(page.locale, party.sinceOn, 'full')}
              </span>
              {mayName && party.relationship === 'TEAM' && party.agencyId === ownAgencyId && (
                <form method="post" action={`/allocations/${party.partyId}/end-team`}>
                  <input type="hidden" name="formId" value={newId()} />
                  <button type="submit" class="tl-linklike">
                    {say('team.end-team')}
                    <span class="govuk-visually-hidden">: {party.teamName}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
      </ul>
      {mayName && teams.length > 0 && (
        <form method="post" action={`/cases/${frame.caseId}/teams`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Select
            name="teamId"
            label={say('team.give-to')}
            value={typedText(form, 'teamId')}
            error={problemOf(form.problems, 'teamId', say)}
            items={[
              { value: '', text: say('team.choose') },
              ...teams.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Button kind="secondary">{say('team.give')}</Button>
        </form>
      )}
    </Section>
  )
}
