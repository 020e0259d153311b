import { formatDay } from '../../platform/dates.ts'
import {
  Button,
  Cell,
  Empty,
  Input,
  Link,
  PageHead,
  Row,
  RowHead,
  Section,
  Table,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { FoundPerson } from '../queries/find.ts'
import { words } from '../words.ts'

interface FindProps {
  page: PageContext
  text: string
  /** Undefined before anything was sought. */
  found: FoundPerson[] | undefined
  mayImport: boolean
  /** Roads for who may not see the person: a question, and break-glass. */
  mayAsk: boolean
}

/** Finds people by name, number or date of birth, misspelt too. */
export function FindPage({ page, text, found, mayImport, mayAsk }: FindProps) {
  const say = words(page.locale)
  const isShort = text !== '' && found === undefined
  const title = found && found.length > 0 ? say('find.found', { count: found.length, words: text }) : say('find.title')
  return (
    <Layout page={page} title={title} hasProblems={isShort}>
      <PageHead
        title={title}
        sub={say('find.sub')}
        actions={
          <>
            <Link class="" href="/people/new">
              {say('find.add')}
            </Link>
            {mayImport && (
              <Link class="" href="/imports">
                {say('find.import')}
              </Link>
            )}
          </>
        }
      />
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is younger than the prison's browsers */}
      <form method="get" action="/people" role="search">
        <Input
          name="q"
          label={say('find.label')}
          hint={say('find.hint')}
          error={isShort ? say('find.short') : undefined}
          value={text}
          type="search"
          width={20}
          autocomplete="off"
        />
        <Button>{say('find.button')}</Button>
      </form>
      {found && found.length > 0 && <FoundTable locale={page.locale} found={found} caption={title} />}
      {found?.length === 0 && (
        <Empty title={say('find.none', { words: text })} isAnswer>
          <p class="govuk-body">{say('find.none-text')}</p>
        </Empty>
      )}
      {mayAsk && (
        <Section id="h-other" title={say('find.other-ways')}>
          <WayOn href="/known-here">{say('find.known-here')}</WayOn>
          <WayOn href="/case-requests/new">{say('find.case-request')}</WayOn>
          <WayOn href="/break-glass">{say('find.break-glass')}</WayOn>
        </Section>
      )}
    </Layout>
  )
}

/** People as far as tells them apart; `hrefOf` leads to their case unless it says otherwise. */
export function FoundTable({ locale, found, caption }: { locale: Locale; found: FoundPerson[]; caption: string }) {
  const say = words(locale)
  const columns = [
    say('column.person'),
    say('column.born'),
    say('column.place'),
    say('column.release'),
    say('column.worker'),
  ]
  return (
    <Table caption={caption} isCaptionHidden columns={columns.map((text) => ({ text }))}>
      {found.map((person) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/cases/${person.caseId}`}>
              {person.name}
            </Link>
            <small class="tl-num">{person.prisonNumber}</small>
          </RowHead>
          <Cell label={say('column.born')}>
            {person.bornOn ? formatDay(locale, person.bornOn, 'full') : say('unknown')}
          </Cell>
          <Cell label={say('column.place')}>{placeOf(locale, person)}</Cell>
          <Cell label={say('column.release')}>
            {person.releaseOn ? formatDay(locale, person.releaseOn) : say('unknown')}
          </Cell>
          <Cell label={say('column.worker')}>{person.keyWorkerName ?? say('nobody-named')}</Cell>
        </Row>
      ))}
    </Table>
  )
}

const placeOf = (locale: Locale, { prison, cell, wing }: FoundPerson): string =>
  prison ? [prison, [wing, cell].filter(Boolean).join('-')].filter(Boolean).join(', ') : words(locale)('outside')
