import type { CaseFrame } from '../../cases/index.ts'
import { isReleaseDateKind, releaseDateLabel } from '../../custody/index.ts'
import { ageOn, type Day, dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Link, Note, Phone, PlainList, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags } from '../../platform/words.ts'
import type { Referral } from '../queries/referrals.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  referral: Referral
  frame: CaseFrame | undefined
}

const mostNamed = 4

/** What is known of the person already, as far as the reader may see it. */
export function Known({ page, referral, frame, isReceiver }: Props & { isReceiver: boolean }) {
  const say = words(page.locale)
  if (!frame) return null
  const mayOpenCase = !isReceiver || referral.status === 'ACCEPTED' || referral.status === 'STARTED'
  return (
    <Section id="h-known" title={say('known.title')}>
      <PlainList>
        {factsOf(page, frame).map((fact) => (
          <li>{fact}</li>
        ))}
        {frame.team
          .filter(({ name }) => name)
          .slice(0, mostNamed)
          .map(({ name, agencyName, phone, agencyPhone }) => (
            <li>
              {name}
              <br />
              <small class="tl-quiet">
                {agencyName} {(phone || agencyPhone) && <Phone number={phone || agencyPhone} />}
              </small>
            </li>
          ))}
      </PlainList>
      {mayOpenCase && (
        <p class="govuk-body tl-mt tl-noprint">
          <Link href={`/cases/${referral.caseId}`}>{say('known.case', { name: frame.calledName })}</Link>
        </p>
      )}
    </Section>
  )
}

function factsOf({ locale, now }: PageContext, frame: CaseFrame): string[] {
  const say = words(locale)
  const { bornOn, placeName, releaseOn, releaseType, interpreterLanguage, accessNeeds } = frame
  const language =
    interpreterLanguage && new Intl.DisplayNames(languageTags[locale], { type: 'language', fallback: 'code' })
  return [
    bornOn && say('known.age', { age: ageOn(bornOn, dayAt(now)), day: formatDay(locale, bornOn, 'full') }),
    placeName && say('known.where', { place: placeName }),
    releaseOn && releaseText(locale, releaseOn, releaseType),
    language &&
      say('known.interpreter', {
        language: isCode(interpreterLanguage) ? language.of(interpreterLanguage)! : interpreterLanguage,
      }),
    ...accessNeeds.map((need) => accessText(say, need)),
  ].filter((fact) => typeof fact === 'string' && fact !== '') as string[]
}

/** The day, and what kind of date it is where that is known. */
function releaseText(locale: Locale, releaseOn: Day, releaseType: string | null): string {
  const say = words(locale)
  const day = formatDay(locale, releaseOn, 'long')
  if (releaseType === null || !isReleaseDateKind(releaseType)) return say('known.release-day', { day })
  return say('known.release', { day, type: releaseDateLabel(locale, releaseType) })
}

const isCode = (text: string) => /^[a-z]{2,3}$/i.test(text)
const accessTexts = ['READS_WITH_HELP', 'NO_PHONE', 'WHEELCHAIR', 'HEARING', 'SIGHT'] as const
function accessText(say: ReturnType<typeof words>, need: string): string {
  const known = accessTexts.find((each) => each === need)
  return known ? say(`access.${known}`) : ''
}

const parts = ['contact', 'needs', 'assessment', 'plan', 'notes', 'family', 'health', 'risk'] as const

/** What is not shared with the receiver, and whom to ask. */
export function Withheld({ page, referral, frame }: Props) {
  const say = words(page.locale)
  const hidden = frame ? parts.filter((part) => frame.sight[part] === undefined) : parts
  if (hidden.length === 0) return null
  const list = new Intl.ListFormat(languageTags[page.locale]).format(hidden.map((part) => say(`part.${part}`)))
  return (
    <Note title={say('withheld.title')} level={2}>
      <p>{say(frame ? 'withheld.text' : 'withheld.over', { list })}</p>
      <p>
        {say('withheld.ask', { name: referral.fromName })} {referral.fromPhone && <Phone number={referral.fromPhone} />}
      </p>
    </Note>
  )
}
