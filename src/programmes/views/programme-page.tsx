import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Link,
  Note,
  PageHead,
  PlainList,
  Section,
  StatusTag,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames } from '../../platform/words.ts'
import { findBehind } from '../package/translations.ts'
import type { Programme } from '../queries.ts'
import { ruleText } from '../rule-words.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  programme: Programme
  guideUse: Record<string, number>
  may: { keep: boolean; fork: boolean; run: boolean; seeFigures: boolean }
}

/** One programme: who it is for, its sessions, guides and statements, and where a translation is behind. */
export function ProgrammePage(props: Props) {
  const { page, programme, may } = props
  const say = words(page.locale)
  const { texts } = programme.package
  const base = `/programmes/${programme.id}`
  return (
    <Layout page={page} title={texts[page.locale].name}>
      <BackLink href="/programmes">{say('programmes.title')}</BackLink>
      <PageHead
        title={texts[page.locale].name}
        sub={texts[page.locale].summary}
        actions={may.seeFigures && <Link href={`${base}/figures`}>{say('programme.figures')}</Link>}
      />
      {may.run && (
        <ButtonGroup>
          <Button href={`/courses/new?programme=${programme.id}`}>{say('programme.run')}</Button>
          {may.keep && (
            <Button kind="secondary" href={`${base}/rules`}>
              {say('programme.rules-change')}
            </Button>
          )}
          {may.fork && !may.keep && (
            <form method="post" action={`${base}/fork`}>
              <input type="hidden" name="formId" value={newId()} />
              <Button kind="secondary">{say('programme.fork')}</Button>
            </form>
          )}
        </ButtonGroup>
      )}
      <Columns main={<Sessions {...props} />} aside={<Aside {...props} />} />
    </Layout>
  )
}

function Sessions({ page, programme }: Props) {
  const say = words(page.locale)
  const { sessions, measures } = programme.package
  const behind = findBehind(programme.package)
  return (
    <>
      <Section id="h-sessions" title={say('programme.sessions')}>
        <ol class="govuk-list govuk-list--number">
          {sessions.map(({ key, minutes, texts }) => (
            <li>
              <Link class="tl-link tl-link--strong" href={`/programmes/${programme.id}/sessions/${key}`}>
                {texts[page.locale].title}
              </Link>{' '}
              <span class="tl-quiet">{say('programme.minutes', { minutes })}</span>{' '}
              {behind
                .filter((each) => each.part === 'sessions' && each.key === key)
                .map(({ locale }) => (
                  <StatusTag tone="warn">{say('behind.locale', { language: localeNames[locale] })}</StatusTag>
                ))}
              <p class="tl-m0">{texts[page.locale].aims[0]}</p>
            </li>
          ))}
        </ol>
      </Section>
      {measures.length > 0 && (
        <Section id="h-measures" title={say('programme.measures')} more={say('programme.measures-text')}>
          <ul class="govuk-list govuk-list--bullet">
            {measures.map(({ texts }) => (
              <li>{texts[page.locale].statement}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Aside({ page, programme, guideUse }: Props) {
  const say = words(page.locale)
  const { package: edition, forkedFrom } = programme
  const { composition, eligibility, guides } = edition
  const behind = findBehind(edition)
  const shipped = say('programmes.shipped')
  return (
    <>
      <Section id="h-who" title={say('programme.who')}>
        <p class="govuk-body">{edition.texts[page.locale].forWhom}</p>
        <ul class="govuk-list govuk-list--bullet">
          {eligibility.map((rule) => (
            <li>{ruleText(page.locale, rule)}</li>
          ))}
          <li>{say('programme.size', { smallest: composition.smallest, largest: composition.largest })}</li>
          <li>{say('programme.complete', { count: edition.completeAfter, of: edition.sessions.length })}</li>
        </ul>
        {composition.checks.length > 0 && (
          <Note title={say('programme.checks')} level={3}>
            <p>{composition.checks.map((check) => say(`check.${check}`)).join(' ')}</p>
          </Note>
        )}
      </Section>
      <Section id="h-guides" title={say('programme.guides')}>
        <PlainList>
          {guides.map(({ key, texts }) => (
            <li>
              <Link href={`/programmes/${programme.id}/guides/${key}`}>{texts[page.locale].title}</Link>
              <p class="tl-m0 tl-quiet">{say('guide.used', { count: guideUse[key] ?? 0 })}</p>
            </li>
          ))}
        </PlainList>
      </Section>
      <Section id="h-lessons" title={say('lessons.heading')}>
        <WayOn href={`/programmes/${programme.id}/lessons`}>
          {say('lessons.link', { count: (edition.lessons?.length ?? 0) + (edition.results?.length ?? 0) })}
        </WayOn>
      </Section>
      <Section id="h-edition" title={say('programme.edition', { version: programme.version })}>
        <p class="govuk-body">
          {say('programme.kept', {
            keeper: programme.agencyName ?? shipped,
            day: formatDay(page.locale, dayAt(programme.madeAt), 'full'),
            licence: edition.licence,
          })}
        </p>
        {forkedFrom && (
          <p class="govuk-body">
            <Link href={`/programmes/${forkedFrom.id}`}>
              {say('programmes.forked', { from: forkedFrom.agencyName ?? shipped, version: forkedFrom.version })}
            </Link>{' '}
            {forkedFrom.newestVersion > forkedFrom.version &&
              say('programme.newer', { version: forkedFrom.newestVersion })}
          </p>
        )}
        <p class="govuk-body">
          {behind.length === 0 ? say('behind.none') : say('behind.tag', { count: behind.length })}
        </p>
        <WayOn href={`/programmes/${programme.id}/package.json`}>{say('programme.export')}</WayOn>
      </Section>
    </>
  )
}
