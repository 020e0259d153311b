import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Input, PageHead, ProblemSummary, problemOf, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  /** The one that is changed; none for a new one. */
  theme?: Theme
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where a theme is opened, or what it is about is changed. */
export function ThemeFormPage({ page, theme, form }: Props) {
  const say = words(page.locale)
  const title = say(theme ? 'form.edit' : 'open')
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={theme ? `/themes/${theme.id}` : '/themes'}>{theme?.title ?? say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('form.sub')} />
      <form method="post" action={theme ? `/themes/${theme.id}` : '/themes'} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {theme && <input type="hidden" name="version" value={typedText(form, 'version') || theme.version} />}
        <Input {...field('title')} label={say('form.title')} hint={say('form.title-hint')} />
        <Input {...field('area')} label={say('form.area')} hint={say('form.area-hint')} />
        <Textarea {...field('about')} label={say('form.about')} hint={say('form.about-hint')} rows={5} />
        <Button preventDoubleClick>{say(theme ? 'form.keep' : 'form.open')}</Button>
      </form>
    </Layout>
  )
}
