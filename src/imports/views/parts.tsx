import { Cell, Counts as CountLinks, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Counts } from '../examine.ts'
import type { RowProblem } from '../problems.ts'
import { columnOf, reasonOf } from '../say-problem.ts'
import { words } from '../words.ts'

const shownProblems = 50
const countNames = ['read', 'added', 'changed', 'unchanged', 'duplicates', 'rejected'] as const

const partOf: Record<keyof Counts, PagePart | undefined> = {
  read: undefined,
  added: 'people',
  changed: 'people',
  unchanged: undefined,
  duplicates: 'duplicates',
  rejected: 'errors',
}
export type PagePart = 'people' | 'duplicates' | 'errors'

/**
 * The six numbers of an import, each leading to the part of the page that it is about.
 *
 * @param parts - those that are on the page; a number of which there is no part leads to the whole.
 */
export function CountList({ locale, counts, parts }: { locale: Locale; counts: Counts; parts: readonly PagePart[] }) {
  const say = words(locale)
  const hrefOf = (name: keyof Counts) => `#${parts.find((part) => part === partOf[name]) ?? 'main'}`
  const tones = { duplicates: 'warn', rejected: 'bad' } as const
  return (
    <CountLinks
      label={say('counts')}
      counts={countNames.map((name) => ({
        ...{ count: counts[name], text: say(`count.${name}`), href: hrefOf(name) },
        tone: counts[name] > 0 && name in tones ? tones[name as keyof typeof tones] : undefined,
      }))}
    />
  )
}

interface ProblemsProps {
  locale: Locale
  id: string
  title: string
  none: string
  text?: string
  problems: readonly RowProblem[]
}

/** The first of many problems, row by row: where, what, why and how to mend it. */
export function Problems({ locale, id, title, none, text, problems }: ProblemsProps) {
  const say = words(locale)
  const columns = [say('problem.row'), say('problem.column'), say('problem.value'), say('problem.reason')]
  const rest = problems.length - shownProblems
  return (
    <Section id={id} title={title} more={problems.length > 0 ? String(problems.length) : undefined}>
      {problems.length === 0 ? <p class="govuk-body">{none}</p> : text && <p class="govuk-body">{text}</p>}
      {problems.length > 0 && (
        <Table caption={title} isCaptionHidden columns={columns.map((each) => ({ text: each }))}>
          {problems.slice(0, shownProblems).map(({ row, column, value, problem }) => (
            <Row>
              <RowHead>
                {say('problem.row')} {row}
              </RowHead>
              <Cell label={say('problem.column')}>{columnOf(locale, column)}</Cell>
              <Cell label={say('problem.value')}>
                {value === '' ? <span class="tl-quiet">{say('problem.blank')}</span> : value.slice(0, 120)}
              </Cell>
              <Cell label={say('problem.reason')}>{reasonOf(locale, problem)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {rest > 0 && <p class="govuk-body">{say('problems.more', { count: rest })}</p>}
    </Section>
  )
}

/** Columns of the file of which nothing is kept. */
export function Ignored({
  locale,
  ignored,
}: {
  locale: Locale
  ignored: readonly { column: string; count: number }[]
}) {
  if (ignored.length === 0) return null
  const say = words(locale)
  return (
    <Section id="ignored" title={say('ignored.title')}>
      <p class="govuk-body">
        {say('ignored.text')} {ignored.map(({ column, count }) => say('ignored.column', { column, count })).join(', ')}.
      </p>
    </Section>
  )
}
