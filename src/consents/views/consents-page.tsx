import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Cell,
  Details,
  Link,
  NotificationBanner,
  PageHead,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames } from '../../platform/words.ts'
import { type ConsentKind, kinds } from '../answers.ts'
import type { Consent, ConsentSubject } from '../queries/consents.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  subject: ConsentSubject
  consents: readonly Consent[]
  /** The reader's. */
  agencyId: string
  mayWork: boolean
  isDone: boolean
}

/** Things apart: with whom the person lets us share, from whom they want help, and who may tell their story. */
export function ConsentsPage(props: Props) {
  const { page, frame, isDone } = props
  const say = words(page.locale)
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={say('title')}>
      <BackLink href={`/cases/${frame.caseId}`}>{frame.shownName}</BackLink>
      {isDone && <NotificationBanner isSuccess text={say('done')} />}
      <PageHead title={say('title')} sub={say('sub', { name: frame.calledName })} />
      {kinds.map((kind) => (
        <KindSection {...props} kind={kind} />
      ))}
      {props.mayWork && <WayOn href={`/cases/${frame.caseId}/complaint`}>{say('complain')}</WayOn>}
    </CaseLayout>
  )
}

function KindSection({ page, frame, subject, consents, agencyId, mayWork, kind }: Props & { kind: ConsentKind }) {
  const say = words(page.locale)
  const own = consents.filter((consent) => consent.kind === kind)
  const standing = own.filter(({ isReplaced }) => !isReplaced)
  const earlier = own.filter(({ isReplaced }) => isReplaced)
  const mayAdd = mayWork && subject.mayAsk
  return (
    <Section id={`kind-${kind}`} title={say(`kind.${kind}`)}>
      <p class="govuk-body">{say(`kind.${kind}.text`)}</p>
      {standing.length === 0 ? (
        <p class="govuk-body">{say('nobody-asked')}</p>
      ) : (
        <AnswerTable
          page={page}
          title={say(`kind.${kind}`)}
          consents={standing}
          changeHref={(consent) =>
            mayAdd || (mayWork && consent.agencyId === agencyId)
              ? `/cases/${frame.caseId}/consent/new?kind=${kind}&agency=${consent.agencyId}`
              : undefined
          }
        />
      )}
      {earlier.length > 0 && (
        <Details summary={say('earlier', { count: earlier.length })}>
          <AnswerTable page={page} title={say('earlier', { count: earlier.length })} consents={earlier} />
        </Details>
      )}
      <ButtonGroup>
        {mayAdd && (
          <Button kind="secondary" href={`/cases/${frame.caseId}/consent/new?kind=${kind}`}>
            {say(`add.${kind}`)}
          </Button>
        )}
        {kind === 'STORY' && mayWork && standing.some((one) => one.agencyId === agencyId && one.answer === 'GIVEN') && (
          <Link href={`/cases/${frame.caseId}/story`}>{say('tell-story')}</Link>
        )}
        {!mayAdd && mayWork && (
          <Link href={`/cases/${frame.caseId}/consent/new?kind=${kind}&agency=${agencyId}`}>{say('add.own-no')}</Link>
        )}
      </ButtonGroup>
    </Section>
  )
}

const tones = { GIVEN: 'good', DECLINED: undefined, WITHDRAWN: 'warn' } as const

function AnswerTable({
  page: { locale },
  title,
  consents,
  changeHref,
}: {
  page: PageContext
  title: string
  consents: readonly Consent[]
  changeHref?: (consent: Consent) => string | undefined
}) {
  const say = words(locale)
  const [answer, how, by] = [say('answer'), say('how'), say('recorded')]
  return (
    <Table
      caption={title}
      isCaptionHidden
      columns={[{ text: say('agency') }, { text: answer }, { text: how }, { text: by }]}
    >
      {consents.map((consent) => (
        <Row>
          <RowHead>{consent.agencyName}</RowHead>
          <Cell label={answer}>
            <StatusTag tone={tones[consent.answer]}>{say(`answer.${consent.answer}`)}</StatusTag>{' '}
            {formatDay(locale, consent.saidOn, 'full')}
            {changeHref?.(consent) && (
              <div class="tl-noprint">
                <Link class="tl-link" href={changeHref(consent)!}>
                  {say('change')}
                  <span class="govuk-visually-hidden">{`: ${consent.agencyName}`}</span>
                </Link>
              </div>
            )}
          </Cell>
          <Cell label={how}>
            {say('how.line', {
              how: say(`how.${consent.how}`),
              language: localeNames[consent.locale],
              edition: consent.edition,
            })}
          </Cell>
          <Cell label={by}>{say('recorded.by', { name: consent.recordedBy, agency: consent.recordedAgency })}</Cell>
        </Row>
      ))}
    </Table>
  )
}
