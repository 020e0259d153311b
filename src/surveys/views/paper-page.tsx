import { BackLink, Link, PageHead, PlainList, PrintButton } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags, localeNames, locales } from '../../platform/words.ts'
import { answerCodes, type Survey } from '../survey.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  survey: Survey
  /** Of the sheet: whoever answers may read another language than the worker who prints it. */
  locale: Locale
}

/** The same questions on a sheet of paper, without anybody's name. */
export function PaperPage({ page, survey, locale }: Props) {
  const { audience, version } = survey
  const say = words(locale)
  const title = say('paper.title', { audience })
  return (
    <Layout page={page} title={title} print="form">
      <BackLink href="/surveys">{words(page.locale)('title')}</BackLink>
      <div lang={languageTags[locale]}>
        <PageHead
          title={title}
          sub={say('paper.sub', { audience })}
          actions={
            <>
              {locales
                .filter((each) => each !== locale)
                .map((each) => (
                  <Link
                    href={`/surveys/${survey.id}/paper?language=${each}`}
                    attributes={{ lang: languageTags[each], hreflang: each }}
                  >
                    {localeNames[each]}
                  </Link>
                ))}
              <PrintButton>{say('print')}</PrintButton>
            </>
          }
        />
        <PlainList>
          {survey.items.map(({ text }) => (
            <li>
              <p class="govuk-body-l tl-m0">{text[locale]}</p>
              <p class="govuk-body-l tl-m0 tl-boxes">
                {answerCodes.map((code) => (
                  <span>{say(`answer.${code}`)}</span>
                ))}
              </p>
            </li>
          ))}
        </PlainList>
        <p class="govuk-body tl-pt">{say('paper.end', { audience })}</p>
        <p class="tl-quiet">{say('paper.version', { version })}</p>
      </div>
    </Layout>
  )
}
