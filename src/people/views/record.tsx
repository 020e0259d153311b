import { type CaseFrame, CaseLayout, mayWrite, sees } from '../../cases/index.ts'
import { BesideFact, CorrectFact } from '../../corrections/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Link,
  PageHead,
  Section,
  SummaryList,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { identifierLabel } from '../labels.ts'
import { languageName } from '../languages.ts'
import type { PersonRecord } from '../queries/record.ts'
import { words } from '../words.ts'
import { History } from './history.tsx'

export interface RecordProps {
  page: PageContext
  frame: CaseFrame
  record: PersonRecord
}

/** Who somebody is: names, numbers, languages, addresses, and what the record said before. */
export function RecordPage({ page, frame, record }: RecordProps) {
  const { locale } = page
  const say = words(locale)
  const title = say('identity.title', { name: frame.shownName })
  const path = `/people/${record.id}`
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title}>
      <PageHead
        title={title}
        actions={
          <>
            <Link href={`${path}/dates`}>{say('identity.dates')}</Link>
            <Link href={`${path}/movements`}>{say('identity.moves')}</Link>
          </>
        }
      />
      <SummaryList
        rows={factsOf(locale, record).map(([key, value]) => ({
          key,
          value: value || <span class="tl-quiet">{say('blank')}</span>,
        }))}
      />
      <BesideFact locale={locale} frame={frame} factId={record.id} isWhole />
      {mayWrite(frame, 'identity') && (
        <ButtonGroup>
          <Button href={`${path}/edit`}>{say('identity.edit')}</Button>
          <Link href={`${path}/merge`}>{say('identity.merge')}</Link>
          <CorrectFact
            {...{ locale, frame }}
            part="identity"
            kind="IDENTITY"
            factId={record.id}
            name={say('identity.names')}
          />
        </ButtonGroup>
      )}
      <Section id="numbers" title={say('identity.numbers')}>
        {record.identifiers.length === 0 && <p class="govuk-body">{say('identity.numbers-none')}</p>}
        <SummaryList
          rows={record.identifiers.map(({ id, kind, value, problem }) => ({
            key: identifierLabel(locale, kind),
            value: (
              <>
                <span class="tl-num">{value}</span>
                <BesideFact locale={locale} frame={frame} factId={id} />{' '}
                <CorrectFact
                  {...{ locale, frame }}
                  part="identity"
                  kind="NUMBER"
                  factId={id}
                  name={identifierLabel(locale, kind)}
                />
                {problem && <p class="tl-quiet">{say(`problem.${problem}`)}</p>}
              </>
            ),
          }))}
        />
      </Section>
      {sees(frame, 'contact') && <Addresses locale={locale} frame={frame} record={record} />}
      <Merges locale={locale} record={record} />
      <History locale={locale} record={record} />
    </CaseLayout>
  )
}

function factsOf(locale: Locale, record: PersonRecord): [string, string][] {
  const say = words(locale)
  const { givenName, middleNames, familyName, chosenName, bornOn, sex, interpreterLanguage: needed } = record
  return [
    [say('identity.names'), [givenName, middleNames, familyName].filter(Boolean).join(' ')],
    [say('field.chosenName'), chosenName],
    [
      say('identity.aliases'),
      record.aliases.map((alias) => `${alias.givenName} ${alias.familyName}`.trim()).join(', '),
    ],
    [say('field.bornOn'), bornOn ? formatDay(locale, bornOn, 'full') : ''],
    [say('field.sex'), sex ? say(`sex.${sex}` as 'sex.MALE') : ''],
    [say('field.nationality'), record.nationality ?? ''],
    [say('field.languages'), record.languages.map((code) => languageName(code, locale)).join(', ')],
    [say('field.interpreterLanguage'), needed ? (needed === '?' ? say('unknown') : languageName(needed, locale)) : ''],
    [say('field.accessNeeds'), record.accessNeeds.map((need) => say(`need.${need}` as 'need.HEARING')).join(', ')],
    ...(record.isPhoneClosed ? [] : [[say('field.phone'), record.phone] as [string, string]]),
    [say('field.goodToKnow'), record.goodToKnow],
  ]
}

function Addresses({ locale, frame, record }: { locale: Locale; frame: CaseFrame; record: PersonRecord }) {
  const say = words(locale)
  return (
    <Section id="addresses" title={say('identity.addresses')}>
      {record.addresses.length === 0 && <p class="govuk-body">{say('identity.addresses-none')}</p>}
      <SummaryList
        rows={record.addresses.map(({ id, kind, lines, postcode, hasNone, isHidden, agency }) => ({
          key: say(`address.${kind}` as 'address.HOME'),
          value: (
            <>
              {hasNone ? say('address.none') : [lines, postcode].filter(Boolean).join(', ')}
              <BesideFact locale={locale} frame={frame} factId={id} />{' '}
              {!isHidden && !hasNone && (
                <CorrectFact
                  {...{ locale, frame }}
                  part="contact"
                  kind="ADDRESS"
                  factId={id}
                  name={say(`address.${kind}` as 'address.HOME')}
                />
              )}
              {isHidden && (
                <p class="is-warn">
                  {say('address.is-hidden')}.{' '}
                  <Link href={`/people/${record.id}/addresses/${id}`}>{say('hidden.see')}</Link>
                </p>
              )}
              <p class="tl-quiet">{say('identity.source', { source: agency })}</p>
            </>
          ),
        }))}
      />
      {mayWrite(frame, 'contact') && (
        <WayOn href={`/people/${record.id}/addresses/new`}>{say('identity.add-address')}</WayOn>
      )}
    </Section>
  )
}

function Merges({ locale, record }: { locale: Locale; record: PersonRecord }) {
  const say = words(locale)
  return (
    <>
      {record.merges.map(({ id, name, at, by }) => (
        <form method="post" action={`/people/merges/${id}/undo`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">
            {say('merge.done', { name, at: formatAt(locale, new Date(at)), by })}{' '}
            <button type="submit" class="tl-linklike">
              {say('merge.undo')}
            </button>
          </p>
        </form>
      ))}
    </>
  )
}
