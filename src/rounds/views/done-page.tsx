import { BackLink, Cell, Link, PageHead, Row, RowHead, Section, Table, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Chosen } from '../queries.ts'
import type { verbs } from '../round-form.ts'
import { words } from '../words.ts'
import { refusalSaid } from './said.ts'

interface Props {
  page: PageContext
  verb: (typeof verbs)[number]
  from: string
  done: number
  refused: readonly { caseId: string; code: string }[]
  chosen: readonly Chosen[]
}

/** For how many it was done, and who was left out and why. */
export function RoundDonePage({ page, verb, from, done, refused, chosen }: Props) {
  const { locale } = page
  const say = words(locale)
  const title = say('done.title', { count: done })
  const why = say('done.why')
  const left = chosen.map((one) => ({ ...one, code: refused.find(({ caseId }) => caseId === one.caseId)!.code }))
  return (
    <Layout page={page} title={title}>
      <BackLink href={`/${from}`}>{say('back')}</BackLink>
      <PageHead title={title} sub={say(`verb.${verb}`)} />
      {left.length === 0 ? (
        <p class="govuk-body">{say('done.nobody-left')}</p>
      ) : (
        <Section id="h-left" title={say('done.left', { count: left.length })}>
          <Table
            caption={say('done.left', { count: left.length })}
            isCaptionHidden
            columns={[{ text: say('person') }, { text: why }]}
          >
            {left.map(({ caseId, name, code }) => (
              <Row>
                <RowHead>
                  <Link href={`/cases/${caseId}`}>{name}</Link>
                </RowHead>
                <Cell label={why}>{refusalSaid(locale, code)}</Cell>
              </Row>
            ))}
          </Table>
        </Section>
      )}
      <WayOn href={`/${from}`}>{say('done.back')}</WayOn>
    </Layout>
  )
}
