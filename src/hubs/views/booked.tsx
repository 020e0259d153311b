import { formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Empty, Link, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Board } from '../read-board.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  board: Board
  mayWork: boolean
}

/** Appointments of today at this place, of people whom the reader sees and who have not come yet. */
export function Booked({ page, board: { appointments, hub }, mayWork }: Props) {
  const say = words(page.locale)
  const heads = [say('booked.time'), say('queue.who'), say('booked.what'), say('queue.what')]
  return (
    <Section id="h-booked" title={say('booked.title')}>
      {appointments.length === 0 ? (
        <Empty title={say('booked.none')}>
          <p class="govuk-body">{say('booked.none-text', { place: hub.place })}</p>
        </Empty>
      ) : (
        <Table
          caption={say('booked.title')}
          isCaptionHidden
          columns={heads.map((text, at) => ({ text, isForScreen: at === heads.length - 1 }))}
        >
          {appointments.map(({ id, caseId, personName, title, startsAt, withName }) => (
            <Row>
              <RowHead>{formatTime(page.locale, startsAt)}</RowHead>
              <Cell label={heads[1]!}>
                <Link class="tl-link" href={`/cases/${caseId}`}>
                  {personName}
                </Link>
              </Cell>
              <Cell label={heads[2]!}>{[title, withName].filter(Boolean).join(', ')}</Cell>
              <Cell label={heads[3]!} class="tl-noprint">
                {mayWork && (
                  <form method="post" action={`/hubs/${hub.id}/appointments/${id}/arrival`}>
                    <input type="hidden" name="formId" value={newId()} />
                    <Button kind="secondary">
                      {say('booked.came')}
                      <span class="govuk-visually-hidden">: {personName}</span>
                    </Button>
                  </form>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  )
}
