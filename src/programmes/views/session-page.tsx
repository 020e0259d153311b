import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Checkboxes, Chips, Details, Input, NotificationBanner, PageHead, ProblemSummary, problemOf, Section, StatusTag, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags, localeNames, locales } from '../../platform/words.ts'
import type { PackageSession } from '../package/schema.ts'
import type { Programme } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  programme: Programme
  session: PackageSession
  /** The language of the plan, which need not be the reader's. */
  shown: Locale
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayKeep: boolean
  isDone: boolean
}

/** The plan of one session in one language, and changing it. */
export function SessionPage(props: Props) {
  const { page, programme, session, shown, form, mayKeep, isDone } = props
  const say = words(page.locale)
  const base = `/programmes/${programme.id}`
  const number = programme.package.sessions.findIndex(({ key }) => key === session.key) + 1
  const text = session.texts[shown]
  const source = session.texts[programme.package.sourceLanguage]
  const isBehind = text.revision < source.revision
  const title = say('session.title', { number, title: text.title })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={base}>{programme.package.texts[page.locale].name}</BackLink>
      {isDone && <NotificationBanner isSuccess text={say('session.kept', { version: programme.version })} />}
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('programme.minutes', { minutes: session.minutes })} />
      <Chips
        label={say('session.languages')}
        chips={locales.map((locale) => ({
          text:
            session.texts[locale].revision < source.revision
              ? say('behind.locale', { language: localeNames[locale] })
              : localeNames[locale],
          href: `${base}/sessions/${session.key}?locale=${locale}`,
          isCurrent: locale === shown,
        }))}
      />
      {isBehind && (
        <p class="govuk-body">
          <StatusTag tone="warn">{say('behind.one')}</StatusTag>{' '}
          {say('behind.text', { language: localeNames[programme.package.sourceLanguage] })}
        </p>
      )}
      <div lang={languageTags[shown]}>
        <Plan name="aims" say={words(shown)} items={text.aims} />
        <Plan name="plan" say={words(shown)} items={text.plan} />
        <Plan name="materials" say={words(shown)} items={text.materials} />
        <Section id="h-take-away" title={words(shown)('session.take-away')}>
          <p class="govuk-body">{text.takeAway}</p>
        </Section>
      </div>
      {mayKeep && (
        <Details summary={say('session.change', { language: localeNames[shown] })} isOpen={form.problems.length > 0}>
          <ChangeForm {...props} />
        </Details>
      )}
    </Layout>
  )
}

function Plan({
  name,
  say,
  items,
}: {
  name: 'aims' | 'plan' | 'materials'
  say: ReturnType<typeof words>
  items: readonly string[]
}) {
  if (items.length === 0) return null
  return (
    <Section id={`h-${name}`} title={say(`session.${name}`)}>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </Section>
  )
}

function ChangeForm({ page, programme, session, shown, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const isSource = shown === programme.package.sourceLanguage
  return (
    <form method="post" action={`/programmes/${programme.id}/sessions/${session.key}`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={programme.version} />
      <input type="hidden" name="locale" value={shown} />
      <Input label={say('session.name')} {...field('title')} />
      {(['aims', 'plan', 'materials'] as const).map((name) => (
        <Textarea
          label={say(`session.${name}`)}
          hint={say('session.one-a-line')}
          rows={name === 'plan' ? 10 : 4}
          {...field(name)}
        />
      ))}
      <Input label={say('session.take-away')} {...field('takeAway')} />
      {isSource ? (
        <p class="govuk-body">{say('session.others-behind')}</p>
      ) : (
        <Checkboxes
          name="isLikeSource"
          items={[
            {
              value: 'yes',
              text: say('session.like-source', { language: localeNames[programme.package.sourceLanguage] }),
            },
          ]}
          values={typedList(form, 'isLikeSource')}
        />
      )}
      <Button kind="secondary">{say('session.keep')}</Button>
    </form>
  )
}
