import { agencyKindLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  Link,
  Row,
  RowHead,
  Section,
  SummaryList,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { fieldGroupLabel, fieldGroups, purposeLabel, relationshipLabel } from '../../sight/index.ts'
import { mayEnd, mayRenew, stateOn } from '../agreement-states.ts'
import type { Party, WholeAgreement } from '../queries/agreements.ts'
import type { Paper } from '../queries/papers.ts'
import { type Grant, lineOf } from '../terms.ts'
import { words } from '../words.ts'
import { AgreementFrame, StateTag } from './frame.tsx'
import { Papers } from './papers.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agreement: WholeAgreement
  /** Whether the reader's agency has yet to sign, and the reader may. */
  isOurs: boolean
  papers: readonly Paper[]
  done?: string | undefined
}

const said = ['kept', 'offered', 'signed', 'in-force', 'ended', 'paper'] as const

/** One edition: its terms, who signed, what each relationship may see, and what can be done with it. */
export function AgreementPage({ page, may, agreement, isOurs, papers, done }: Props) {
  const say = words(page.locale)
  const told = said.find((each) => each === done)
  return (
    <AgreementFrame
      page={page}
      may={may}
      title={agreement.title}
      sub={say('edition', { number: agreement.edition })}
      back={{ href: '/agreements', text: say('list.title') }}
      done={told && say(`done.${told}`)}
    >
      <Actions page={page} may={may} agreement={agreement} isOurs={isOurs} />
      <Facts page={page} agreement={agreement} />
      <Signatures page={page} parties={agreement.parties} />
      <Papers page={page} may={may} agreement={agreement} papers={papers} />
      <Section id="grants" title={say('grants')}>
        <GrantTable page={page} grants={agreement.grants} />
      </Section>
    </AgreementFrame>
  )
}

function Facts({ page: { locale, now }, agreement }: Pick<Props, 'page' | 'agreement'>) {
  const say = words(locale)
  const { purpose, legalBasis, needsConsent, startsOn, reviewOn, endsOn, documentReference, replacesId } = agreement
  const isAddress = /^https?:\/\//.test(documentReference)
  return (
    <SummaryList
      rows={[
        { key: say('state'), value: <StateTag locale={locale} state={stateOn(dayAt(now), agreement)} /> },
        { key: say('purpose'), value: purposeLabel(locale, purpose) },
        { key: say('gateway'), value: legalBasis },
        needsConsent && { key: say('consent'), value: say('consent.needed') },
        { key: say('starts'), value: formatDay(locale, startsOn, 'full') },
        { key: say('review'), value: reviewOn ? formatDay(locale, reviewOn, 'full') : say('none') },
        { key: say('ends'), value: endsOn ? formatDay(locale, endsOn, 'full') : say('ends.open') },
        {
          key: say('document'),
          value: isAddress ? (
            <Link href={documentReference}>{documentReference}</Link>
          ) : (
            documentReference || say('none')
          ),
        },
        replacesId !== null && {
          key: say('replaces'),
          value: <Link href={`/agreements/${replacesId}`}>{say('edition', { number: agreement.edition - 1 })}</Link>,
        },
      ]}
    />
  )
}

function Signatures({ page: { locale }, parties }: { page: PageContext; parties: readonly Party[] }) {
  const say = words(locale)
  const [kind, signed] = [say('party.kind'), say('party.signed')]
  return (
    <Section id="parties" title={say('parties')}>
      <Table
        caption={say('parties')}
        isCaptionHidden
        columns={[{ text: say('party') }, { text: kind }, { text: signed }]}
      >
        {parties.map((party) => (
          <Row>
            <RowHead>{party.agencyName}</RowHead>
            <Cell label={kind}>{agencyKindLabel(locale, party.agencyKind)}</Cell>
            <Cell label={signed}>{signatureOf(party)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )

  function signatureOf({ signedAt, hasJoined, signerName, signerTitle }: Party): string {
    if (!signedAt) return say('party.not-yet')
    const at = formatAt(locale, signedAt, 'full')
    if (hasJoined || !signerName) return say('party.joined', { at })
    return say('party.signed-by', { name: signerName, title: signerTitle ?? '', at })
  }
}

/** What each relationship may see, and what of it it may write. */
export function GrantTable({ page: { locale }, grants }: { page: PageContext; grants: readonly Grant[] }) {
  const say = words(locale)
  const lines = [...new Set(grants.map(lineOf))].sort()
  const list = new Intl.ListFormat(locale)
  const named = (of: readonly Grant[]) =>
    of.length === 0
      ? say('none')
      : list.format(
          fieldGroups
            .filter((code) => of.some((grant) => grant.fieldGroup === code))
            .map((code) => fieldGroupLabel(locale, code)),
        )
  const [sees, writes] = [say('sees'), say('writes')]
  return (
    <Table caption={say('grants')} isCaptionHidden columns={[{ text: say('who') }, { text: sees }, { text: writes }]}>
      {lines.map((line) => {
        const own = grants.filter((grant) => lineOf(grant) === line)
        return (
          <Row>
            <RowHead>{lineLabel(locale, line)}</RowHead>
            <Cell label={sees}>{named(own)}</Cell>
            <Cell label={writes}>{named(own.filter(({ mayContribute }) => mayContribute))}</Cell>
          </Row>
        )
      })}
    </Table>
  )
}

/** `ALLOCATED:prison` is "Named worker, Prison"; `TEAM:any` is "Team on the case". */
export function lineLabel(locale: PageContext['locale'], line: string): string {
  const [relationship, kind] = line.split(':') as [string, string]
  const named = relationshipLabel(locale, relationship)
  return kind === 'any' ? named : `${named}, ${agencyKindLabel(locale, kind)}`
}

function Actions({ page, may, agreement, isOurs }: Omit<Props, 'done' | 'papers'>) {
  const say = words(page.locale)
  const state = stateOn(dayAt(page.now), agreement)
  const { id, nextId } = agreement
  const coordinates = may.has('coordinate the partnership')
  return (
    <ButtonGroup>
      {isOurs && <Button href={`/agreements/${id}/effect`}>{say('go.sign')}</Button>}
      {coordinates && state === 'DRAFT' && <Button href={`/agreements/${id}/effect`}>{say('go.offer')}</Button>}
      {coordinates && state === 'DRAFT' && (
        <Button kind="secondary" href={`/agreements/${id}/edit`}>
          {say('go.edit')}
        </Button>
      )}
      {!isOurs && (state === 'WAITING' || (state === 'DRAFT' && !coordinates)) && (
        <Link href={`/agreements/${id}/effect`}>{say('go.effect')}</Link>
      )}
      {coordinates && nextId && <Link href={`/agreements/${nextId}`}>{say('go.next')}</Link>}
      {coordinates && !nextId && mayRenew(state) && (
        <form method="post" action={`/agreements/${id}/editions`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('go.renew')}</Button>
        </form>
      )}
      {coordinates && mayEnd(state) && (
        <Link href={`/agreements/${id}/end`}>{say(agreement.inForceAt ? 'go.end' : 'go.put-aside')}</Link>
      )}
    </ButtonGroup>
  )
}
