import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, Input, PageHead, ProblemSummary, Radios } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { typedList } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { genders, origins } from '../kinds.ts'
import { words } from '../words.ts'
import { type Form, fieldsOf, LikenessFields } from './parts.tsx'

const daysOfWeek = [1, 2, 3, 4, 5, 6, 7] as const

/** Taking somebody in, or changing where, when and with whom they can. */
export function MentorFormPage({
  page,
  form,
  of,
}: {
  page: PageContext
  form: Form
  of?: { id: string; version: number; name: string } | undefined
}) {
  // biome-ignore format: one line
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  const title = of ? say('profile.title') : say('list.new')
  const back = of ? `/mentors/${of.id}` : '/mentors'
  return (
    <Layout page={page} title={of ? `${title}, ${of.name}` : title} hasProblems={form.problems.length > 0}>
      <BackLink href={back}>{of?.name ?? say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} />
      <form method="post" action={of ? `/mentors/${of.id}/profile` : '/mentors'} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {of && <input type="hidden" name="version" value={of.version} />}
        {!of && (
          <>
            <Input label={say('field.name')} {...field('name')} />
            <Radios
              legend={say('field.gender')}
              isInline
              items={genders.map((value) => ({ value, text: say(`gender.${value}`) }))}
              {...field('gender')}
            />
            <Radios
              legend={say('field.came-from')}
              items={origins.map((value) => ({ value, text: say(`from.${value}`) }))}
              {...field('cameFrom')}
            />
          </>
        )}
        <LikenessFields locale={page.locale} form={form} of="mentor" />
        <Checkboxes
          name="weekdays"
          legend={say('field.weekdays')}
          isSmall
          values={typedList(form, 'weekdays')}
          items={daysOfWeek.map((value) => ({ value, text: say(`day.${value}`) }))}
        />
        <Input label={say('field.most')} width={2} inputMode="numeric" {...field('mostMentees')} />
        <Button>{say(of ? 'save' : 'new.save')}</Button>
      </form>
    </Layout>
  )
}
