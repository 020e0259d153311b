import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  InsetText,
  Note,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { decisions, type Exemption, exemptions } from '../exemptions.ts'
import type { TypedDecision } from '../item-form.ts'
import { fieldLabel, kindLabel } from '../labels.ts'
import type { Item } from '../queries/items.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { words } from '../words.ts'
import { Saying } from './parts.tsx'

interface Props {
  page: PageContext
  asked: SubjectRequest
  item: Item
  /** Its part is not with the second check. */
  isOpen: boolean
  form: FormState<unknown>
  isNext: boolean
}

/** One thing that the agency holds: it goes out, in part, or stays. */
export function ItemPage({ page, asked, item, isOpen, form, isNext }: Props) {
  const { locale } = page
  const say = words(locale)
  const title = say('item.title', { kind: kindLabel(locale, item.kind) })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/subject-access/${asked.id}/items`}>{say('items.title', { name: asked.personName })}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {isNext && <NotificationBanner isSuccess text={say('item.next')} />}
      <PageHead title={title} sub={item.isApart ? say('items.apart') : undefined} />
      {(item.subjectCategory === 'VICTIM' || item.subjectCategory === 'WITNESS') && (
        <Note tone="warn">
          <p>{say('item.victim')}</p>
        </Note>
      )}
      {item.fields ? (
        <InsetText>
          <Saying locale={locale} item={item} />
        </InsetText>
      ) : (
        <p class="govuk-body">{say('item.gone')}</p>
      )}
      {isOpen && item.fields && <DecisionForm {...{ page, asked, item, form }} />}
    </Layout>
  )
}

function DecisionForm({ page, asked, item, form }: Pick<Props, 'page' | 'asked' | 'item' | 'form'>) {
  const { locale } = page
  const say = words(locale)
  const problem = (field: string) => problemOf(form.problems, field, say)
  const looked = form.valid ? (form.values as TypedDecision) : undefined
  return (
    <form method="post" action={`/subject-access/${asked.id}/items/${item.id}`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={item.version} />
      <Radios
        name="decision"
        legend={{ text: say('item.decision'), size: 'm' }}
        value={typedText(form, 'decision')}
        error={problem('decision')}
        items={decisions.map((value) => ({ value, text: say(`decision.${value}`) }))}
      />
      <Radios
        name="exemption"
        legend={{ text: say('item.exemption'), size: 's' }}
        value={typedText(form, 'exemption')}
        error={problem('exemption')}
        isSmall
        items={exemptions.map((value) => ({ value, text: say(`exemption.${value}`), hint: lawOf(value, asked, say) }))}
      />
      <Textarea
        name="words"
        label={{ text: say('item.words'), size: 's' }}
        hint={say('item.words-hint')}
        rows={4}
        value={typedText(form, 'words')}
        error={problem('words')}
      />
      <Checkboxes
        name="fields"
        legend={{ text: say('item.fields'), size: 's' }}
        isSmall
        values={typedList(form, 'fields')}
        items={(item.fields ?? []).map(({ name }) => ({ value: name, text: fieldLabel(locale, name) }))}
      />
      {looked && looked.decision !== 'WITHHOLD' && (
        <Section id="h-preview" title={say('item.preview')}>
          <InsetText>
            <Saying locale={locale} item={item} marks={looked.marks} />
          </InsetText>
        </Section>
      )}
      <ButtonGroup>
        <Button preventDoubleClick>{say('item.save')}</Button>
        <Button kind="secondary" name="look" value="yes">
          {say('item.look')}
        </Button>
      </ButtonGroup>
    </form>
  )
}

/** Where the law says it. */
export const lawOf = (exemption: Exemption, { jurisdiction }: SubjectRequest, say: ReturnType<typeof words>): string =>
  jurisdiction === 'UK-EW' ? say(`law.UK-EW.${exemption}`) : say('law.other')
