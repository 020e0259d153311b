import { formatAt } from '../../platform/dates.ts'
import { BackLink, PageHead, SummaryList } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Asked } from '../queries.ts'
import { words } from '../words.ts'

/** Yes or no, and whom to call: the same page, as long to the byte, but for the word. */
export function AnswerPage({ page, asked }: { page: PageContext; asked: Asked }) {
  const { locale } = page
  const say = words(locale)
  const answers = [say('answer.yes'), say('answer.no')]
  const answer = answers[asked.isKnown ? 0 : 1]!
  const longest = Math.max(...answers.map(bytesOf))
  return (
    <Layout page={page} title={say('answer.title')}>
      <BackLink href="/known-here">{say('ask.title')}</BackLink>
      <PageHead title={say('answer.title')} sub={say('answer.sub', { agency: asked.agencyName })} />
      <SummaryList
        rows={[
          { key: say('answer.answer'), value: answer + ' '.repeat(longest - bytesOf(answer)) },
          {
            key: say('answer.desk'),
            value: [asked.agencyPhone, asked.agencyEmail].filter(Boolean).join(', ') || say('answer.no-desk'),
          },
          { key: say('answer.purpose'), value: say(`purpose.${asked.purpose}`) },
          { key: say('answer.asked'), value: formatAt(locale, asked.askedAt) },
        ]}
      />
      <p class="govuk-body">{say('answer.next')}</p>
    </Layout>
  )
}

const bytesOf = (text: string) => Buffer.byteLength(text)
