import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Details,
  InsetText,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { kindLabel } from '../labels.ts'
import { findLeftovers } from '../leftovers.ts'
import type { Item } from '../queries/items.ts'
import type { Part } from '../queries/parts.ts'
import { partState } from '../states.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { words } from '../words.ts'
import { lawOf } from './item-page.tsx'
import { Saying } from './parts.tsx'

interface Props {
  page: PageContext
  asked: SubjectRequest
  part: Part
  items: readonly Item[]
  form: FormState<unknown>
}

/** What goes out as it goes out, and what stays with why: for somebody who decided nothing of it. */
export function CheckPage(props: Props) {
  const { page, asked, part, items, form } = props
  const { locale } = page
  const say = words(locale)
  const title = say('check.title', { name: asked.personName })
  const leftovers = findLeftovers(items)
  const isToCheck = partState(part) === 'TO_CHECK'
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/subject-access/${asked.id}`}>{say('items.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('check.sub')} />
      {leftovers.length > 0 && (
        <Note tone="warn" title={say('check.also-title')}>
          {leftovers.map(({ itemId, kind }) => (
            <p>
              {say('item.also', { kind: '' })}{' '}
              <Link href={`/subject-access/${asked.id}/items/${itemId}`}>{kindLabel(locale, kind)}</Link>
            </p>
          ))}
        </Note>
      )}
      <Section id="h-out" title={say('check.out')}>
        {items
          .filter(({ decision }) => decision === 'RELEASE' || decision === 'REDACT')
          .map((item) => (
            <Details summary={`${kindLabel(locale, item.kind)}: ${whyOf(item, props)}`} isOpen>
              <Saying locale={locale} item={item} marks={item.marks} />
            </Details>
          ))}
      </Section>
      <Section id="h-stays" title={say('check.stays')}>
        {items
          .filter(({ decision }) => decision === 'WITHHOLD')
          .map((item) => (
            <Details summary={`${kindLabel(locale, item.kind)}: ${whyOf(item, props)}`}>
              <InsetText>
                <Saying locale={locale} item={item} />
              </InsetText>
            </Details>
          ))}
      </Section>
      {isToCheck && part.isOwnWork && <InsetText>{say('parts.own-work')}</InsetText>}
      {isToCheck && !part.isOwnWork && <Decision {...props} />}
    </Layout>
  )
}

function whyOf({ decision, exemption }: Item, { page, asked }: Props): string {
  const say = words(page.locale)
  if (!decision) return say('items.undecided')
  if (!exemption) return say(`decision.${decision}`)
  const why = `${say(`exemption.${exemption}`)} (${lawOf(exemption, asked, say)})`
  return say('check.why', { decision: say(`decision.${decision}`), why })
}

function Decision({ page, asked, part, form }: Props) {
  const say = words(page.locale)
  const path = `/subject-access/${asked.id}/parts/${part.id}`
  return (
    <>
      <form method="post" action={`${path}/check`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button preventDoubleClick>{say('check.button')}</Button>
      </form>
      <form method="post" action={`${path}/return`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <h2 class="govuk-heading-m">{say('check.back')}</h2>
        <Textarea
          name="words"
          label={say('check.words')}
          rows={3}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
        />
        <Button kind="secondary" preventDoubleClick>
          {say('check.back-button')}
        </Button>
      </form>
    </>
  )
}
