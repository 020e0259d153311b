import type { Pathway } from '../../needs/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  Columns,
  Fieldset,
  Input,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { StoredSet } from '../queries/question-sets.ts'
import { formKinds } from '../question-form.ts'
import { words } from '../words.ts'
import { OptionFields } from './option-fields.tsx'

export interface EditQuestionPageProps {
  page: PageContext
  set: StoredSet
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  /** Where it is sent. */
  action: string
  /** How many rows for answers; 0 for a kind that has none. */
  optionRows: number
  /** Of a new question: the pages it may go on. */
  pathways?: { code: Pathway; name: string }[]
  isChangedMeanwhile?: boolean
}

export const languages = ['en', 'it', 'nl'] as const

/** Change a question, or add one: its words in three languages, how long an answer is good, and the answers. */
export function EditQuestionPage(props: EditQuestionPageProps) {
  const { page, set, form, pathways } = props
  const say = words(page.locale)
  const sayKey = say as (key: string) => string
  const error = (field: string) => problemOf(form.problems, field, sayKey)
  const title = say(pathways ? 'edit.add-title' : 'edit.title')
  const back = `/question-sets/${set.id}`
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={back}>{say('set.title', { type: say(`type.${set.type}`), version: set.version })}</BackLink>
      <ProblemSummary problems={form.problems} say={sayKey} />
      <PageHead title={title} />
      {props.isChangedMeanwhile && (
        <Note tone="warn">
          <p>{say('set.changed-meanwhile')}</p>
        </Note>
      )}
      <Columns
        main={
          <form method="post" action={props.action} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="editVersion" value={set.editVersion} />
            {pathways && <NewQuestionFields {...props} pathways={pathways} />}
            <Fieldset legend={{ text: say('edit.text'), size: 'm' }}>
              <p class="govuk-hint">{say('edit.text-hint', { braces: '{name}' })}</p>
              {languages.map((language) => (
                <Textarea
                  name={`text-${language}`}
                  label={say(`edit.${language}`)}
                  rows={2}
                  value={typedText(form, `text-${language}`)}
                  error={error(`text-${language}`)}
                />
              ))}
            </Fieldset>
            <Fieldset legend={{ text: say('edit.hint'), size: 'm' }}>
              {languages.map((language) => (
                <Input
                  name={`hint-${language}`}
                  label={say(`edit.${language}`)}
                  value={typedText(form, `hint-${language}`)}
                  error={error(`hint-${language}`)}
                />
              ))}
            </Fieldset>
            <Input
              name="shelfLifeInDays"
              label={{ text: say('edit.days'), size: 'm' }}
              hint={say('edit.days-hint')}
              width={4}
              inputMode="numeric"
              value={typedText(form, 'shelfLifeInDays')}
              error={error('shelfLifeInDays')}
            />
            {props.optionRows > 0 && <OptionFields say={say} form={form} rows={props.optionRows} />}
            <ButtonGroup>
              <Button preventDoubleClick>{say('edit.save')}</Button>
              <Link href={back}>{say('edit.cancel')}</Link>
            </ButtonGroup>
          </form>
        }
      />
    </Layout>
  )
}

function NewQuestionFields({
  page,
  form,
  pathways,
}: EditQuestionPageProps & { pathways: { code: Pathway; name: string }[] }) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say as (key: string) => string)
  return (
    <>
      <Select
        name="pathway"
        label={{ text: say('edit.pathway'), size: 'm' }}
        items={pathways.map(({ code, name }) => ({ value: code, text: name }))}
        value={typedText(form, 'pathway')}
        error={error('pathway')}
      />
      <Radios
        name="kind"
        legend={{ text: say('edit.kind'), size: 'm' }}
        items={formKinds.map((value) => ({ value, text: say(`kind.${value}`) }))}
        value={typedText(form, 'kind')}
        error={error('kind')}
        isSmall
      />
      <Checkboxes
        name="isRestricted"
        isSmall
        items={[{ value: 'yes', text: say('edit.restricted') }]}
        values={[typedText(form, 'isRestricted')]}
        error={error('isRestricted')}
      />
    </>
  )
}
