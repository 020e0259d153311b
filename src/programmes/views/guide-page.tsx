import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Chips, PageHead, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags, localeNames, locales } from '../../platform/words.ts'
import type { ProgrammePackage } from '../package/schema.ts'
import type { Programme } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  programme: Programme
  guide: ProgrammePackage['guides'][number]
  shown: Locale
  mayPrint: boolean
}

/** A guide in one language. */
export function GuidePage({ page, programme, guide, shown, mayPrint }: Props) {
  const say = words(page.locale)
  const base = `/programmes/${programme.id}`
  const { title, sections } = guide.texts[shown]
  const source = guide.texts[programme.package.sourceLanguage].revision
  return (
    <Layout page={page} title={title}>
      <BackLink href={base}>{programme.package.texts[page.locale].name}</BackLink>
      <PageHead title={title} sub={say('programme.edition', { version: programme.version })} />
      <Chips
        label={say('session.languages')}
        chips={locales.map((locale) => ({
          text:
            guide.texts[locale].revision < source
              ? say('behind.locale', { language: localeNames[locale] })
              : localeNames[locale],
          href: `${base}/guides/${guide.key}?locale=${locale}`,
          isCurrent: locale === shown,
        }))}
      />
      {mayPrint && (
        <form method="post" action={`${base}/guides/${guide.key}/prints?locale=${shown}`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('guide.print')}</Button>
        </form>
      )}
      <div lang={languageTags[shown]}>
        {sections.map(({ heading, text }, index) => (
          <Section id={`h-${index}`} title={heading}>
            <p class="govuk-body">{text}</p>
          </Section>
        ))}
      </div>
    </Layout>
  )
}
