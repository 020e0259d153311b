import { SettingsFrame } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, problemOf, Section, Textarea } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import type { ConsentKind } from '../answers.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  forms: readonly { kind: ConsentKind; edition: number; form: { typed: Typed; problems: Problem[] } }[]
  problems: readonly Problem[]
  isDone: boolean
}

/** What people are told, in three languages; keeping it makes the next edition. */
export function TextsPage({ page, may, forms, problems, isDone }: Props) {
  const say = words(page.locale)
  const idOf = (kind: ConsentKind, field: string) =>
    forms.find(({ form }) => form.problems.length > 0)?.kind === kind ? field : `${kind}-${field}`
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('texts.title')}
      sub={say('texts.sub')}
      problems={problems}
      say={say}
      done={isDone ? say('texts.done') : undefined}
    >
      {forms.map(({ kind, edition, form }) => (
        <Section id={`text-${kind}`} title={say(`kind.${kind}`)} more={say('texts.edition', { edition })}>
          <form method="post" action="/consent-texts" novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="kind" value={kind} />
            {locales.map((each) => (
              <Textarea
                id={idOf(kind, each)}
                name={each}
                label={localeNames[each]}
                rows={5}
                value={typedText(form, each)}
                error={problemOf(form.problems, each, say)}
                attributes={{ lang: each }}
              />
            ))}
            <Button kind="secondary">{say('texts.keep')}</Button>
          </form>
        </Section>
      ))}
    </SettingsFrame>
  )
}
