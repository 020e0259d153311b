import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Columns, Link, Note, PageHead, Radios, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags, localeNames, locales } from '../../platform/words.ts'
import type { StaffCode } from '../code-for.ts'
import type { IssueFact } from '../facts.ts'
import type { Passport } from '../passport.ts'
import { shownCode } from '../short-code.ts'
import { words } from '../words.ts'
import { PassportSheets } from './sheets.tsx'

interface Shown {
  passport: Passport
  leftOutCount: number
  issues: readonly IssueFact[]
  /** Of the latest issue. */
  code: StaffCode | undefined
}

interface Part {
  page: PageContext
  frame: CaseFrame
  shown: Shown
}

/** The passport as the person will hold it, and how to give it to them. */
export function PassportPage({ page, frame, shown }: { page: PageContext; frame: CaseFrame; shown?: Shown }) {
  const title = words(page.locale)('page-title')
  if (!shown)
    return (
      <CaseLayout page={page} frame={frame} current="passport" title={title}>
        <PageHead title={title} />
        {frame.diedOn ? (
          <p class="govuk-body">{words(page.locale)('died', { name: frame.calledName })}</p>
        ) : (
          <PartNotSeen locale={page.locale} frame={frame} />
        )}
      </CaseLayout>
    )

  return (
    <CaseLayout page={page} frame={frame} current="passport" title={title} print="passport">
      <Columns
        main={<PassportSheets passport={shown.passport} code={shown.code} />}
        aside={
          <div class="tl-staff-only">
            <Give page={page} frame={frame} shown={shown} />
            <LeftOut page={page} frame={frame} shown={shown} />
            <p class="govuk-body">
              <Link href={`/cases/${frame.caseId}/own-door`}>
                {words(page.locale)('own-door', { name: frame.calledName })}
              </Link>
            </p>
            <Earlier page={page} frame={frame} shown={shown} />
          </div>
        }
      />
    </CaseLayout>
  )
}

function Give({ page, frame, shown: { passport } }: Part) {
  const say = words(page.locale)
  if (!mayWrite(frame, 'plan'))
    return <Note title={say('give.title', { name: frame.calledName })}>{say('give.closed')}</Note>

  const isLarge = frame.accessNeeds.includes('SIGHT') || frame.accessNeeds.includes('READS_WITH_HELP')
  return (
    <Section id="give" title={say('give.title', { name: frame.calledName })}>
      <Languages page={page} frame={frame} locale={passport.locale} />
      <form method="post" action={`/cases/${frame.caseId}/passport`}>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="language" value={passport.locale} />
        <Radios
          name="size"
          legend={{ text: say('give.size'), size: 's' }}
          items={(['A5', 'A4'] as const).map((size) => ({ value: size, text: say(`give.${size}`) }))}
          value={isLarge ? 'A4' : 'A5'}
          isSmall
        />
        <p class="govuk-hint">{say('give.hint')}</p>
        <Button preventDoubleClick>{say('give.button')}</Button>
      </form>
    </Section>
  )
}

function Languages({ page, frame, locale }: { page: PageContext; frame: CaseFrame; locale: Locale }) {
  const say = words(page.locale)
  return (
    <>
      <h3 class="govuk-heading-s tl-mt">{say('give.language')}</h3>
      <ul class="govuk-list">
        {locales.map((each) => (
          <li>
            {each === locale ? (
              <strong aria-current="true">{say('give.language-now', { language: localeNames[each] })}</strong>
            ) : (
              <Link
                href={`/cases/${frame.caseId}/passport?language=${each}`}
                attributes={{ lang: languageTags[each], hreflang: each }}
              >
                {localeNames[each]}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function LeftOut({ page, frame, shown: { leftOutCount } }: Part) {
  const say = words(page.locale)
  const name = frame.calledName
  if (leftOutCount === 0) return <p class="tl-quiet tl-small">{say('never.text', { name })}</p>
  return (
    <Note title={say('left-out.title')} tone="warn">
      <p>{say('left-out.text', { count: leftOutCount, name })}</p>
    </Note>
  )
}

function Earlier({ page, frame, shown: { issues } }: Part) {
  const say = words(page.locale)
  return (
    <Section id="earlier" title={say('earlier.title')}>
      {issues.length === 0 && <p class="govuk-body">{say('earlier.none')}</p>}
      <ul class="tl-list">
        {issues.map(({ id, issuedAt, locale, size, issuedByName, agencyName, shortCode }) => {
          const at = formatAt(page.locale, new Date(issuedAt))
          const issue = say('earlier.issue', { at, language: localeNames[locale], size })
          return (
            <li>
              {issue}
              <br />
              <span class="tl-quiet tl-small">
                {say('earlier.by', { name: issuedByName, agency: agencyName, code: shownCode(shortCode) })}
              </span>
              <br />
              <Link class="tl-link" href={`/cases/${frame.caseId}/passport/${id}.pdf`}>
                {say('earlier.again')}
                <span class="govuk-visually-hidden">, {issue}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
