import { Link, Note, Phone } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { CaseFrame } from '../case-frame.ts'
import { words } from '../words.ts'

const mostToAsk = 3

/** Stands where a part of the case would be that the reader's agency does not see: says so, and whom to ask. */
export function PartNotSeen({ locale, frame, level = 2 }: { locale: Locale; frame: CaseFrame; level?: 2 | 3 }) {
  const say = words(locale)
  const toAsk = frame.team.filter(({ name }) => name !== null).slice(0, mostToAsk)
  return (
    <Note title={say('not-seen.title')} level={level}>
      <p>{say('not-seen.text', { name: frame.shownName })}</p>
      {toAsk.length === 0 && <p>{say('not-seen.nobody')}</p>}
      {toAsk.map((member) => (
        <p>
          {say('not-seen.reach', { name: member.name, agency: member.agencyName })}{' '}
          {(member.phone || member.agencyPhone) && <Phone number={member.phone || member.agencyPhone} />}
        </p>
      ))}
      <p>
        <Link href={`/cases/${frame.caseId}/submissions`}>{say('not-seen.give')}</Link>
      </p>
    </Note>
  )
}
