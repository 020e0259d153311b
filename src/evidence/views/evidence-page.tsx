import { EvidenceNavigation } from '../../context-events/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Cell, Empty, Link, PageHead, PlainList, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { methodNames } from '../analyses/methods.ts'
import { quarterEnd } from '../pack/other-blocks.ts'
import type { Analysis } from '../queries/analyses.ts'
import type { Quarter } from '../queries/results.ts'
import type { Story } from '../queries/stories.ts'
import { words } from '../words.ts'
import { QuarterTables } from './results-page.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  analyses: readonly Analysis[]
  waiting: readonly Quarter[]
  stories: readonly Story[]
}

/** Where evidence is made: files under a method, stories, the pack, and what waits to be published. */
export function EvidencePage(props: Props) {
  const { page, analyses } = props
  const say = words(page.locale)
  return (
    <Layout
      page={page}
      title={say('title')}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="evidence" />}
    >
      <PageHead
        title={say('title')}
        sub={say('sub')}
        actions={
          <>
            {props.may.has('see evidence') && <Link href="/targets">{say('targets')}</Link>}
            <Link href="/evidence/pack">{say('pack.title')}</Link>
            <Link href="/evidence/scores">{say('scores.title')}</Link>
            <Link href="/reoffending">{say('reoffending')}</Link>
            <Link href="/results">{say('results.title')}</Link>
          </>
        }
      />
      <Section id="h-new" title={say('new.head')}>
        <PlainList>
          {methodNames.map((method) => (
            <li>
              <Link class="tl-link tl-link--strong" href={`/evidence/analyses/new?method=${method}`}>
                {say(`method.${method}`)}
              </Link>
              <p class="tl-m0">{say(`method.${method}.about`)}</p>
            </li>
          ))}
        </PlainList>
      </Section>
      <Section id="h-analyses" title={say('analyses')}>
        {analyses.length === 0 ? (
          <Empty title={say('analyses.none')}>
            <p class="govuk-body">{say('analyses.none-text')}</p>
          </Empty>
        ) : (
          <Analyses {...props} />
        )}
      </Section>
      <Stories {...props} />
      <Waiting {...props} />
    </Layout>
  )
}

function Analyses({ page: { locale }, analyses }: Props) {
  const say = words(locale)
  const heads = (['analysis', 'method', 'state', 'brought', 'until'] as const).map((name) => say(`column.${name}`))
  return (
    <Table caption={say('analyses')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {analyses.map(({ id, title, fileName, method, state, finding, madeBy, madeAt, forgetAt }) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/evidence/analyses/${id}`}>
              {title}
            </Link>
            <small>{fileName}</small>
          </RowHead>
          <Cell label={heads[1]!}>{say(`method.${method}`)}</Cell>
          <Cell label={heads[2]!}>{say(finding?.held ? 'state.HELD' : `state.${state}`)}</Cell>
          <Cell label={heads[3]!}>
            {formatAt(locale, madeAt)}
            <small>{madeBy}</small>
          </Cell>
          <Cell label={heads[4]!}>{formatDay(locale, dayAt(forgetAt))}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function Stories({ page: { locale }, stories }: Props) {
  const say = words(locale)
  return (
    <Section id="h-stories" title={say('stories')}>
      <p class="govuk-body">{say('stories.text')}</p>
      {stories.map((story) => (
        <article class="tl-note">
          <h3>{story.title}</h3>
          <div lang={story.locale}>
            {story.words.split(/\n+/).map((line) => (
              <p class="govuk-body">{line}</p>
            ))}
          </div>
          <p class="govuk-body tl-quiet">
            {say(story.isPublic ? 'stories.public' : 'stories.ours', {
              by: story.writtenBy,
              at: formatAt(locale, story.writtenAt),
            })}
          </p>
          <form method="post" action={`/evidence/stories/${story.id}/removal`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary">{say('stories.remove', { title: story.title })}</Button>
          </form>
        </article>
      ))}
    </Section>
  )
}

function Waiting({ page, may, waiting }: Props) {
  const say = words(page.locale)
  if (!may.has('coordinate the partnership')) return null
  return (
    <Section id="h-waiting" title={say('waiting')}>
      <p class="govuk-body">{say(waiting.length === 0 ? 'waiting.none' : 'waiting.text')}</p>
      {waiting.map((quarter) => (
        <>
          <QuarterTables page={page} quarter={quarter} level={3} />
          <form method="post" action={`/results/${quarter.on}/publication`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button>{say('waiting.publish', { day: formatDay(page.locale, quarterEnd(quarter.on), 'full') })}</Button>
          </form>
        </>
      ))}
    </Section>
  )
}
