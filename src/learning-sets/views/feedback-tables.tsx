import { wilsonInterval } from '../../outcomes/index.ts'
import { formatNumber } from '../../platform/dates.ts'
import { Cell, PlainList, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { LearningSet, ToldFeedback } from '../learning-set.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  set: LearningSet
  told: readonly ToldFeedback[]
}

/** Question by question what the groups said; a share has how far it could be off by chance. */
export function FeedbackTables({ page: { locale }, set, told }: Props) {
  const say = words(locale)
  const heads = [say('c.group'), say('c.answered'), say('c.agreed'), say('c.share')]
  const percent = (share: number) => say('percent', { number: formatNumber(locale, Math.round(share * 100)) })
  const shareOf = (agreed: number, answered: number) => {
    const { lower, upper } = wilsonInterval(agreed, answered)
    return say('share', { share: percent(agreed / answered), lower: percent(lower), upper: percent(upper) })
  }
  return (
    <>
      {set.questions.map((question, index) => {
        const lines = told.filter((line) => line.question === index + 1)
        const nameOf = ({ group }: ToldFeedback) => say(group ? `group.${group}` : 'group.smaller')
        return (
          <>
            <h3 class="govuk-heading-s tl-mt">{question}</h3>
            {lines.length === 0 ? (
              <p class="govuk-body">{say('nobody')}</p>
            ) : (
              <Table
                caption={question}
                isCaptionHidden
                columns={heads.map((text, at) => ({ text, isNumeric: at > 0 }))}
              >
                {lines.map((line) => {
                  const { answered, agreed } = line
                  const isTold = answered !== null && agreed !== null
                  const cells = isTold
                    ? [formatNumber(locale, answered), formatNumber(locale, agreed), shareOf(agreed, answered)]
                    : Array(3).fill(say('few'))
                  return (
                    <Row>
                      <RowHead>{nameOf(line)}</RowHead>
                      {cells.map((cell, at) => (
                        <Cell label={heads[at + 1]} isNumeric>
                          {cell}
                        </Cell>
                      ))}
                    </Row>
                  )
                })}
              </Table>
            )}
            <PlainList>
              {lines.flatMap((line) =>
                line.words.map((text) => (
                  <li>
                    <p class="tl-m0 tl-kept">{text}</p>
                    <p class="tl-m0 tl-quiet">{nameOf(line)}</p>
                  </li>
                )),
              )}
            </PlainList>
          </>
        )
      })}
      <p class="govuk-body tl-quiet">{say('feedback.held')}</p>
    </>
  )
}
