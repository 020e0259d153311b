import { formatAt } from '../../platform/dates.ts'
import { Cell, OwnWords, Row, RowHead, Status, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Handover } from '../queries/handovers.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  handover: Handover
  person: string
}

interface Line {
  name: string
  part: string
  glyph: 'done' | 'none' | 'bad'
  said: string
  note?: string | undefined
}

/** The three signatures: whose is there, since when and how, and whose is missing. */
export function Signatures({ page: { locale }, handover, person }: Props) {
  const say = words(locale)
  const columns = [say('signatures.who'), say('signatures.signed')]
  const lines = [senderLine, personLine, receiverLine].map((line) => line(locale, handover, person))
  return (
    <>
      <Table caption={say('signatures')} isCaptionHidden columns={columns.map((text) => ({ text }))}>
        {lines.map(({ name, part, glyph, said, note }) => (
          <Row>
            <RowHead>
              {name} <small>{part}</small>
            </RowHead>
            <Cell label={columns[1]!}>
              <Status glyph={glyph}>{said}</Status>
              {note && <small>{note}</small>}
            </Cell>
          </Row>
        ))}
      </Table>
      {handover.answerWords !== '' && <OwnWords source={person}>{handover.answerWords}</OwnWords>}
      {handover.wentOnWords !== '' && (
        <p class="govuk-body tl-kept">
          {say('gone-on', { name: handover.wentOnByName ?? '', words: handover.wentOnWords })}
        </p>
      )}
    </>
  )
}

type LineOf = (locale: PageContext['locale'], handover: Handover, person: string) => Line

const senderLine: LineOf = (locale, { fromName: name, sentAt, sentByName }) => {
  const say = words(locale)
  const by = sentByName && sentByName !== name ? say('signatures.by', { name: sentByName }) : undefined
  const signed = { glyph: 'done', said: sentAt ? formatAt(locale, sentAt) : '', note: by } as const
  const missing = { glyph: 'none', said: say('signatures.not-yet') } as const
  return { name, part: say('part.SENDER'), ...(sentAt ? signed : missing) }
}

const personLine: LineOf = (locale, { answeredAt, answeredHow, besideName, state, wentOnAt }, person) => {
  const say = words(locale)
  const who = { name: person, part: say('part.PERSON') }
  if (!answeredAt || !answeredHow) return { ...who, glyph: 'none', said: say('signatures.not-yet') }
  const isNo = state === 'DISAGREED' || (wentOnAt !== null && state !== 'AGREED')
  const at = formatAt(locale, answeredAt)
  const how = say(`answered.${answeredHow}`, { name: besideName ?? '' })
  return { ...who, glyph: isNo ? 'bad' : 'done', said: isNo ? say('signatures.no', { at }) : at, note: how }
}

const receiverLine: LineOf = (locale, { toName: name, acceptedAt, acceptedByName, state, endedAt }) => {
  const say = words(locale)
  const who = { name, part: say('part.RECEIVER') }
  if (state === 'DECLINED' && endedAt)
    return { ...who, glyph: 'bad', said: say('signatures.no', { at: formatAt(locale, endedAt) }) }
  if (!acceptedAt) return { ...who, glyph: 'none', said: say('signatures.not-yet') }
  const by = acceptedByName && acceptedByName !== name ? say('signatures.by', { name: acceptedByName }) : undefined
  return { ...who, glyph: 'done', said: formatAt(locale, acceptedAt), note: by }
}
