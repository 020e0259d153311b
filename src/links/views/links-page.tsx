import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  Button, Cell, Counts, Empty, Link, LiveRegion, Pager, Row, RowHead, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { PageContext } from '../../platform/web/page-context.ts'
import { fields, type LinkState } from '../link-fields.ts'
import type { Link as Pair } from '../queries/links.ts'
import type { LinkRun } from '../queries/runs.ts'
import { words } from '../words.ts'
import { chanceOf } from './chance.ts'
import { RunPart } from './run-part.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  state: LinkState
  counts: Record<LinkState, number>
  links: readonly Pair[]
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
  run: LinkRun | undefined
}

const states = ['WAITING', 'JOINED', 'APART'] as const

/** The pairs of one state: how likely each is, and in which fields the records agree. */
export function LinksPage({ page, may, state, counts, links, number, hasMore, run }: Props) {
  const { locale } = page
  const say = words(locale)
  const at = (to: number) => `/links?state=${state}&page=${to}`
  const heads = [say('f.chance'), say('f.agrees'), say('f.differs'), say('f.found')]
  return (
    <SettingsFrame
      page={run?.endedAt === null ? { ...page, liveUrl: `/links/runs/${run.id}/live` } : page}
      may={may}
      title={say('title')}
      sub={say('sub')}
      actions={
        <Button kind="secondary" href="/links/rates">
          {say('rates.title')}
        </Button>
      }
    >
      <LiveRegion id="run" fetchUrl="/links/run">
        <RunPart page={page} run={run} />
      </LiveRegion>
      <Counts
        label={say('states')}
        counts={states.map((one) => ({
          count: counts[one],
          text: say(`state.${one}`),
          href: `/links?state=${one}`,
          tone: one === 'WAITING' && counts.WAITING > 0 ? 'warn' : undefined,
          isCurrent: one === state,
        }))}
      />
      {links.length === 0 && (
        <Empty title={say(`none.${state}`)}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      {links.length > 0 && (
        <>
          <Table caption={say(`state.${state}`)} isCaptionHidden columns={heads.map((text) => ({ text }))}>
            {links.map((link) => (
              <Row>
                <RowHead>
                  <Link href={`/links/${link.id}`}>{say('pair', { chance: chanceOf(locale, link.probability) })}</Link>
                </RowHead>
                <Cell label={heads[1]}>{listOf(link, (level) => level !== 'SILENT' && level !== 'DIFFERENT')}</Cell>
                <Cell label={heads[2]}>{listOf(link, (level) => level === 'DIFFERENT')}</Cell>
                <Cell label={heads[3]}>{formatAt(locale, link.foundAt)}</Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('shown', { count: links.length })}
            previous={number > 1 ? { href: at(number - 1), text: say('before') } : undefined}
            next={hasMore ? { href: at(number + 1), text: say('after') } : undefined}
          />
        </>
      )}
    </SettingsFrame>
  )

  function listOf({ levels }: Pair, is: (level: string) => boolean): string {
    const named = fields.filter((_, place) => is(levels[place]!)).map((field) => say(`field.${field}`))
    return named.length > 0 ? named.join(', ') : say('nothing')
  }
}
