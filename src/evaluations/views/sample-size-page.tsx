import { EvidenceNavigation } from '../../context-events/index.ts'
import {
  BackLink,
  Button,
  Note,
  PageHead,
  PrintButton,
  ProblemSummary,
  Section,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { SampleSize } from '../evaluation.ts'
import { words } from '../words.ts'
import { Alternatives, SizeFields, sizeSentence } from './size-parts.tsx'

interface Props {
  page: PageContext
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  /** What was asked, once it can be reckoned. */
  size: SampleSize | undefined
}

/** How many people one has to look at, before one begins. */
export function SampleSizePage({ page, form, size }: Props) {
  const say = words(page.locale)
  return (
    <Layout
      page={page}
      title={say('size.title')}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="evaluations" />}
    >
      <BackLink href={page.reader?.navigation.some(({ href }) => href === '/targets') ? '/evaluations' : '/evidence'}>
        {say('title')}
      </BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('size.title')}
        sub={say('size.sub')}
        actions={size && <PrintButton>{say('print')}</PrintButton>}
      />
      {size && (
        <>
          <Note title={say('size.answer-title')}>
            <p class="govuk-body-l tl-measure">{sizeSentence(page.locale, size)}</p>
            <p class="govuk-body tl-m0">{say('size.caveat')}</p>
          </Note>
          <Section id="h-otherwise" title={say('size.otherwise')}>
            <div class="tl-measure">
              <Alternatives page={page} size={size} />
            </div>
          </Section>
        </>
      )}
      <Section id="h-ask" title={say(size ? 'size.again' : 'size.ask')}>
        <form method="get" action="/evaluations/sample-size" novalidate>
          <SizeFields page={page} form={form} />
          <Button>{say('size.button')}</Button>
        </form>
      </Section>
      <p class="govuk-body tl-quiet">{say('size.method')}</p>
    </Layout>
  )
}
