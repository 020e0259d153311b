import { formatDay } from '../../platform/dates.ts'
import {
  Button, Cell, Chips, Empty, Link, PageHead, Pager, Row, RowHead, Section, StatusTag, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Action } from '../queries/actions.ts'
import type { ListedTheme } from '../queries/themes.ts'
import { words } from '../words.ts'
import { ActionList } from './action-list.tsx'

interface Props {
  page: PageContext
  themes: readonly ListedTheme[]
  /** What the reader took on. */
  own: readonly Action[]
  today: string
  state: 'open' | 'closed'
  isFirst: boolean
  hasMore: boolean
}

/** Themes that the reader's agency takes part in, and what the reader took on in them. */
export function ThemesPage({ page, themes, own, today, state, isFirst, hasMore }: Props) {
  const say = words(page.locale)
  const last = themes.at(-1)
  return (
    <Layout page={page} title={say('title')}>
      <PageHead
        title={say('title')}
        sub={say('sub')}
        actions={
          <>
            {themes.length > 0 && <Link href={`/themes.csv?state=${state}`}>{say('csv')}</Link>}
            <Button href="/themes/new">{say('open')}</Button>
          </>
        }
      />
      {own.length > 0 && (
        <Section id="h-own" title={say('own')} more={say('own.more', { count: own.length })}>
          <ActionList page={page} actions={own} today={today} isAcrossThemes />
        </Section>
      )}
      <Chips
        label={say('which')}
        chips={(['open', 'closed'] as const).map((each) => ({
          text: say(`which.${each}`),
          href: each === 'open' ? '/themes' : '/themes?state=closed',
          isCurrent: each === state,
        }))}
      />
      {themes.length === 0 ? (
        <Empty title={say(`none.${state}`)}>
          <p class="govuk-body">{say(`none.${state}-text`)}</p>
        </Empty>
      ) : (
        <>
          <Themes page={page} themes={themes} />
          <Pager
            shown={say('shown', { count: themes.length })}
            previous={isFirst ? undefined : { href: `/themes?state=${state}`, text: say('first') }}
            next={hasMore ? { href: `/themes?state=${state}&before=${last?.id}`, text: say('next') } : undefined}
          />
        </>
      )}
    </Layout>
  )
}

function Themes({ page, themes }: Pick<Props, 'page' | 'themes'>) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.theme'), say('c.area'), say('c.lead'), say('c.met'), say('c.actions')]
  return (
    <Table caption={say('title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {themes.map(({ id, title, area, leadAgencyName, lastMetOn, openActions, lateActions }) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/themes/${id}`}>
              {title}
            </Link>
          </RowHead>
          <Cell label={heads[1]}>{area}</Cell>
          <Cell label={heads[2]}>{leadAgencyName}</Cell>
          <Cell label={heads[3]}>{lastMetOn ? formatDay(locale, lastMetOn) : say('met.never')}</Cell>
          <Cell label={heads[4]}>
            {say('actions.open', { count: openActions })}{' '}
            {lateActions > 0 && <StatusTag tone="bad">{say('actions.late', { count: lateActions })}</StatusTag>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
