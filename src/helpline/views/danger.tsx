import type { PropsWithChildren } from 'hono/jsx'
import { Note, Phone, Section } from '../../platform/web/components/index.ts'
import type { EmergencyNumber } from '../queries/numbers.ts'
import type { Words } from '../words.ts'

const script = ['1', '2', '3', '4'] as const

/** What to ask, in words that can be read aloud, and whom to call. */
export function Danger({
  numbers,
  say,
  children,
}: PropsWithChildren<{ numbers: readonly EmergencyNumber[]; say: Words }>) {
  return (
    <Section id="h-danger" title={say('danger.title')}>
      <Note title={say('danger.ask')} level={3}>
        <ol class="govuk-list govuk-list--number">
          {script.map((line) => (
            <li>{say(`danger.ask-${line}`)}</li>
          ))}
        </ol>
        <p>{say('danger.if-yes')}</p>
        <ul class="govuk-list">
          {numbers.map(({ name, phone, usedWhen, isEmergency }) => (
            <li>
              {isEmergency ? <strong>{name}</strong> : name}: <Phone number={phone} />{' '}
              {usedWhen && <small>{usedWhen}</small>}
            </li>
          ))}
        </ul>
      </Note>
      {children}
    </Section>
  )
}
