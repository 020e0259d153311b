import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { BackLink, Cell, Empty, PageHead, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { AskedAbout } from '../queries.ts'
import { words } from '../words.ts'

/** Who asked whether a person was known, for those who work with the person. */
export function AboutPage(props: { page: PageContext; frame: CaseFrame; questions: readonly AskedAbout[] }) {
  const { page, frame, questions } = props
  const { locale } = page
  const say = words(locale)
  const title = say('about.title', { name: frame.calledName })
  const heads = {
    asked: say('about.asked'),
    answer: say('answer.answer'),
    purpose: say('answer.purpose'),
    at: say('answer.asked'),
  }
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title}>
      <BackLink href={`/cases/${frame.caseId}/team`}>{say('about.back')}</BackLink>
      <PageHead title={title} sub={say('about.sub')} />
      {questions.length === 0 && <Empty title={say('about.none', { name: frame.calledName })} />}
      {questions.length > 0 && (
        <Table
          caption={title}
          isCaptionHidden
          columns={[say('about.by'), ...Object.values(heads)].map((text) => ({ text }))}
        >
          {questions.map((question) => (
            <Row>
              <RowHead>{question.agencyName}</RowHead>
              <Cell label={heads.asked}>{question.askedAgencyName}</Cell>
              <Cell label={heads.answer}>{say(question.isKnown ? 'about.yes' : 'about.no')}</Cell>
              <Cell label={heads.purpose}>{say(`purpose.${question.purpose}`)}</Cell>
              <Cell label={heads.at}>{formatAt(locale, question.askedAt, 'brief')}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </CaseLayout>
  )
}
