import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink, Button, Checkboxes, Empty, Input, PageHead, ProblemSummary, problemOf, Radios,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Piece } from '../pack/compose-pack.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  pieces: readonly Piece[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Their titles begin with what they are. */
const saysItsKind = new Set(['quarter', 'survey'])

/** Which pieces go into the pack, and as what. */
export function PackPage({ page, pieces, form }: Props) {
  const { locale } = page
  const say = words(locale)
  const titleOf = ({ kind, title }: Piece) =>
    kind === 'quarter' ? say('pack.quarter', { day: formatDay(locale, title, 'full') }) : title
  return (
    <Layout
      page={page}
      title={say('pack.title')}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="evidence" />}
    >
      <BackLink href="/evidence">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('pack.title')} sub={say('pack.sub')} />
      {pieces.length === 0 ? (
        <Empty title={say('pack.empty')}>
          <p class="govuk-body">{say('pack.empty-text')}</p>
        </Empty>
      ) : (
        <form method="post" action="/evidence/pack" novalidate>
          <Input
            name="title"
            label={say('pack.name')}
            hint={say('pack.name-hint')}
            value={typedText(form, 'title')}
            width={30}
          />
          <Checkboxes
            name="piece"
            legend={say('pack.pieces')}
            error={problemOf(form.problems, 'piece', say)}
            items={pieces.map((piece) => ({
              value: piece.key,
              text: titleOf(piece),
              hint: saysItsKind.has(piece.kind) ? undefined : say(`pack.kind.${piece.kind}`),
            }))}
          />
          <Radios
            name="as"
            legend={say('pack.as')}
            value={typedText(form, 'as') || 'pdf'}
            isInline
            items={[
              { value: 'pdf', text: 'PDF' },
              { value: 'csv', text: 'CSV' },
            ]}
          />
          <Button>{say('pack.make')}</Button>
        </form>
      )}
    </Layout>
  )
}
