import { mayWrite } from '../../cases/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Facts, Note, Section } from '../../platform/web/components/index.ts'
import type { Member } from '../queries/members.ts'
import { words } from '../words.ts'
import type { FamilyProps } from './family-page.tsx'
import { CheckForm, ConflictForm, ContactForm } from './member-forms.tsx'
import { SharesForm, SharesHistory } from './shares-form.tsx'

export type MemberProps = FamilyProps & { member: Member }

/** One of the family: what they see, what they said, and what a worker can do. */
export function MemberPart(props: MemberProps) {
  const { page, frame, member } = props
  const say = words(page.locale)
  const { id, name, stoppedAt, isBlocked } = member
  const isOpen = !stoppedAt && !isBlocked
  return (
    <Section id={`h-${id}`} title={name} more={say(`relation.${member.relation}`)}>
      {stoppedAt && (
        <Note>{<p>{say(`stopped.${member.stoppedBy!}`, { at: formatAt(page.locale, stoppedAt) })}</p>}</Note>
      )}
      {!stoppedAt && isBlocked && <Blocked {...props} />}
      <Facts facts={factsOf(props)} />
      <SharesHistory {...props} />
      <Said {...props} />
      {member.conflict && <p class="govuk-body tl-kept">{`${say('conflict.noted')} ${member.conflict}`}</p>}
      {isOpen && mayWrite(frame, 'family') && (
        <>
          <ButtonGroup>
            <form method="post" action={`/cases/${frame.caseId}/family/${id}/invitation`}>
              <Button kind="secondary">
                {say(member.joinedAt ? 'invite.again' : 'invite')}
                <span class="govuk-visually-hidden">: {name}</span>
              </Button>
            </form>
            <form method="post" action={`/cases/${frame.caseId}/family/${id}/stop`}>
              <input type="hidden" name="formId" value={newId()} />
              <Button kind="warning">
                {say('stop')}
                <span class="govuk-visually-hidden">: {name}</span>
              </Button>
            </form>
          </ButtonGroup>
          <SharesForm {...props} />
          <CheckForm {...props} />
          <ContactForm {...props} />
          <ConflictForm {...props} />
        </>
      )}
    </Section>
  )
}

function factsOf({ page, frame, member }: MemberProps) {
  const say = words(page.locale)
  const { shares, dateClearedAt, joinedAt, lastContactOn, consentHow, recordedByName: by } = member
  const at = formatAt(page.locale, member.consentedAt)
  return [
    {
      term: say('fact.shares', { name: frame.calledName }),
      value: shares.length > 0 ? shares.map((share) => say(`share.${share}`)).join('. ') : say('fact.nothing'),
    },
    { term: say('fact.consent'), value: say(`consented.${consentHow}`, { at, by }) },
    ...(shares.includes('RELEASE_DATE')
      ? [{ term: say('fact.date'), value: say(dateClearedAt ? 'date.shown' : 'date.hidden') }]
      : []),
    { term: say('fact.joined'), value: joinedAt ? formatAt(page.locale, joinedAt) : say('fact.not-yet') },
    { term: say('fact.contact'), value: lastContactOn ? formatDay(page.locale, lastContactOn) : say('fact.not-yet') },
  ]
}

/** They may not be in touch, as far as is known: a manager decides, and nobody tells them. */
function Blocked({ page }: MemberProps) {
  const say = words(page.locale)
  return (
    <Note tone="warn" title={say('blocked')} level={3}>
      <p>{say('blocked.worker')}</p>
    </Note>
  )
}

function Said({ page, member }: MemberProps) {
  const say = words(page.locale)
  if (member.said.length === 0) return <p class="govuk-body">{say('said.none')}</p>
  return (
    <ul class="tl-list">
      {member.said.map(({ kind, words: said, at, isForWorkerOnly }) => (
        <li>
          <b>{say(`kind.${kind}`)}</b> <span class="tl-quiet">{formatAt(page.locale, new Date(at))}</span>
          <p class="tl-kept">{said}</p>
          {isForWorkerOnly && <p class="tl-quiet">{say('said.worker-only')}</p>}
        </li>
      ))}
    </ul>
  )
}
