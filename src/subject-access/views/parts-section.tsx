import { newId } from '../../platform/ids.ts'
import { Button, Cell, Row, RowHead, StatusTag, Table, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Part } from '../queries/parts.ts'
import { isOpen, type PartState, partState } from '../states.ts'
import { type SubjectRequest, stateOf } from '../subject-request.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  agencyId: string
  asked: SubjectRequest
  parts: readonly Part[]
}

const tones = { DECIDING: 'warn', TO_CHECK: 'warn', CHECKED: 'good' } as const satisfies Record<PartState, string>

/** Each agency and how far it is; of one's own also how many items go out, and the way to them. */
export function PartsSection({ page, agencyId, asked, parts }: Props) {
  const say = words(page.locale)
  if (parts.length === 0) return <p class="govuk-body">{say('parts.none')}</p>
  const own = parts.filter((part) => part.agencyId === agencyId)
  return (
    <>
      <Table
        caption={say('parts.title')}
        isCaptionHidden
        columns={[say('parts.agency'), say('parts.items'), say('parts.state')].map((text) => ({ text }))}
      >
        {parts.map((part) => (
          <Row>
            <RowHead>
              {part.agencyName}
              <small>{say(part.isApart ? 'parts.apart' : 'parts.joint', { agency: asked.handlingAgency })}</small>
            </RowHead>
            <Cell label={say('parts.items')}>
              {part.agencyId === agencyId ? countsOf(part, say) : say('parts.others', { agency: part.agencyName })}
            </Cell>
            <Cell label={say('parts.state')}>
              <StatusTag tone={tones[partState(part)]}>{say(`part.${partState(part)}`)}</StatusTag>
            </Cell>
          </Row>
        ))}
      </Table>
      {isOpen(stateOf(asked)) && <OwnWork say={say} own={own} path={`/subject-access/${asked.id}`} />}
    </>
  )
}

type Say = ReturnType<typeof words>

const countsOf = (part: Part, say: Say) =>
  say('parts.counts', {
    items: part.itemCount,
    released: part.releasedCount,
    redacted: part.redactedCount,
    withheld: part.withheldCount,
    undecided: part.undecidedCount,
  })

function OwnWork({ say, own, path }: { say: Say; own: readonly Part[]; path: string }) {
  const deciding = own.filter((part) => partState(part) === 'DECIDING')
  const toCheck = own.filter((part) => partState(part) === 'TO_CHECK')
  const isAllDecided = deciding.length > 0 && deciding.every(({ undecidedCount }) => undecidedCount === 0)
  return (
    <>
      {deciding.map(
        ({ returnedWords }) =>
          returnedWords && <p class="govuk-body">{say('parts.returned', { words: returnedWords })}</p>,
      )}
      {deciding.length > 0 && (
        <WayOn href={`${path}/items${isAllDecided ? '?show=all' : ''}`}>{say('parts.decide')}</WayOn>
      )}
      {isAllDecided && (
        <form method="post" action={`${path}/sent`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('parts.send-text')}</p>
          <Button preventDoubleClick>{say('parts.send')}</Button>
        </form>
      )}
      {toCheck.some(({ isOwnWork }) => isOwnWork) && <p class="govuk-body">{say('parts.own-work')}</p>}
      {toCheck.map(({ id, isApart }) => (
        <WayOn href={`${path}/parts/${id}`}>{say(isApart ? 'parts.check-apart' : 'parts.check')}</WayOn>
      ))}
    </>
  )
}
