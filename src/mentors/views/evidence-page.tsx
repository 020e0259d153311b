import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, Empty, Input, Link, PageHead, PlainList, ProblemSummary, Section, Textarea } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { typedList } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Proof, proofs } from '../kinds.ts'
import type { Evidence, Standard } from '../queries/standards.ts'
import { words } from '../words.ts'
import { type Form, fieldsOf, hoursOf } from './parts.tsx'

interface Props {
  page: PageContext
  standards: readonly Standard[]
  evidence: ReadonlyMap<Proof, Evidence>
  form: Form
}

/** What an accreditation asks, and what the rows show for each standard. The pack is a PDF of it with the rows. */
export function EvidencePage({ page, standards, evidence, form }: Props) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('list.evidence')} hasProblems={form.problems.length > 0}>
      <BackLink href="/mentors">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('list.evidence')}
        sub={say('evidence.sub')}
        actions={standards.length > 0 && <Link href="/mentors/evidence.pdf">{say('evidence.print')}</Link>}
      />
      {standards.length === 0 && (
        <Empty title={say('evidence.none')}>
          <p class="govuk-body">{say('evidence.none-text')}</p>
        </Empty>
      )}
      {standards.map((standard) => (
        <Section id={`h-${standard.id}`} title={standard.title}>
          {standard.asks && <p class="govuk-body tl-quiet">{standard.asks}</p>}
          {standard.words && <p class="govuk-body">{standard.words}</p>}
          <PlainList>
            {standard.shownBy.map((proof) => (
              <li>{evidenceLine(locale, proof, evidence.get(proof))}</li>
            ))}
          </PlainList>
          <form class="tl-noprint" method="post" action={`/mentors/evidence/${standard.id}/removal`}>
            <input type="hidden" name="formId" value={newId()} />
            <button type="submit" class="tl-linklike">
              {say('evidence.remove')}
              <span class="govuk-visually-hidden">: {standard.title}</span>
            </button>
          </form>
        </Section>
      ))}
      <StandardForm page={page} form={form} />
    </Layout>
  )
}

function StandardForm({ page, form }: Pick<Props, 'page' | 'form'>) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <div class="tl-noprint">
      <Section id="h-add" title={say('evidence.add')}>
        <form method="post" action="/mentors/evidence" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input label={say('evidence.title')} {...field('title')} />
          <Textarea label={say('evidence.asks')} rows={2} {...field('asks')} />
          <Textarea label={say('evidence.words')} rows={3} {...field('words')} />
          <Checkboxes
            name="shownBy"
            legend={say('evidence.shown-by')}
            isSmall
            values={typedList(form, 'shownBy')}
            items={proofs.map((value) => ({ value, text: say(`proof.${value}`) }))}
          />
          <Button kind="secondary">{say('evidence.add')}</Button>
        </form>
      </Section>
    </div>
  )
}

/** "Training: 12, 90 hours, the latest 3 March". */
export function evidenceLine(locale: PageContext['locale'], proof: Proof, found: Evidence | undefined): string {
  const say = words(locale)
  const name = say(`proof.${proof}`)
  if (!found || found.count === 0) return say('evidence.line-none', { name })
  const day = found.lastOn ? formatDay(locale, found.lastOn) : ''
  if (found.minutes > 0) return say('evidence.line-hours', { name, count: found.count, hours: hoursOf(found.minutes), day }) // biome-ignore format: one line
  return say('evidence.line', { name, count: found.count, day })
}
