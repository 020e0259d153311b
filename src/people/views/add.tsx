import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Input,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
} from '../../platform/web/components/index.ts'
import { typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { FoundPerson } from '../queries/find.ts'
import { words } from '../words.ts'
import { RecordFieldset, type RecordForm, sayerOf } from './fields.tsx'
import { FoundTable } from './find.tsx'

interface AddProps {
  page: PageContext
  form: RecordForm
  /** People like the one typed, offered before anything is added. */
  alike: FoundPerson[]
}

/** Adds a person by hand. Whoever is alike is offered first, so that nobody is on record twice. */
export function AddPersonPage({ page, form, alike }: AddProps) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('add.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={sayerOf(locale)} />
      <PageHead title={say('add.title')} sub={say('add.sub')} />
      <form method="post" action="/people">
        <input type="hidden" name="formId" value={newId()} />
        {alike.length > 0 && (
          <Note title={say('add.alike')} tone="warn">
            <p class="govuk-body">{say('add.alike-text')}</p>
            <FoundTable locale={locale} found={alike} caption={say('add.alike')} />
            <Checkboxes
              name="isNew"
              legend={say('add.alike')}
              items={[{ value: 'yes', text: say('add.anyway') }]}
              values={typedList(form, 'isNew')}
              isSmall
            />
          </Note>
        )}
        <Input
          name="prisonNumber"
          label={say('identifier.PRISON_NUMBER')}
          error={problemOf(form.problems, 'prisonNumber', sayerOf(locale))}
          value={typedText(form, 'prisonNumber')}
          width={10}
          autocomplete="off"
          spellcheck={false}
        />
        <RecordFieldset locale={locale} form={form} />
        <Checkboxes
          name="isOwn"
          legend={say('person')}
          items={[{ value: 'yes', text: say('add.own-role') }]}
          values={typedList(form, 'isOwn')}
          isSmall
        />
        <ButtonGroup>
          <Button>{say('add.save')}</Button>
          <Link href="/people">{say('edit.cancel')}</Link>
        </ButtonGroup>
      </form>
    </Layout>
  )
}
