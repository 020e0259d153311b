import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, PlainList, Section, StatusTag } from '../../platform/web/components/index.ts'
import type { Desk } from '../queries/hubs.ts'
import { words } from '../words.ts'
import type { BoardProps } from './board-page.tsx'

const minutesInHour = 60
/** "09:00", as the wall has it. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / minutesInHour)).padStart(2, '0')}:${String(minute % minutesInHour).padStart(2, '0')}`

/** Every desk: who said that they are in, or whether it is expected by its week. */
export function WhoIsIn({ page, board: { desks, hub, ownDesk }, mayWork }: BoardProps) {
  const say = words(page.locale)
  return (
    <Section id="h-in" title={say('in.title')}>
      <PlainList>
        {desks.map((desk) => (
          <li>
            <strong>{desk.name}</strong>, {desk.agencyName}{' '}
            <StatusTag tone={desk.present.length > 0 ? 'good' : undefined}>{say(stateOf(desk))}</StatusTag>
            <p class="tl-m0">
              {desk.present.length > 0
                ? desk.present.map(({ name }) => name).join(', ')
                : desk.isExpected
                  ? say('in.hours', { from: clockText(desk.opensMinute), until: clockText(desk.closesMinute) })
                  : ''}
            </p>
          </li>
        ))}
      </PlainList>
      {mayWork && ownDesk && (
        <form class="tl-noprint" method="post" action={`/hubs/${hub.id}/tomorrow`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('in.tomorrow', { desk: ownDesk.name })}</p>
          <ButtonGroup>
            <Button kind="secondary" name="isIn" value="yes">
              {say('in.tomorrow-yes')}
            </Button>
            <Button kind="secondary" name="isIn" value="no">
              {say('in.tomorrow-no')}
            </Button>
          </ButtonGroup>
        </form>
      )}
    </Section>
  )
}

const stateOf = ({ present, isExpected }: Desk) =>
  present.length > 0 ? 'in.here' : isExpected ? 'in.expected' : 'in.not-today'
