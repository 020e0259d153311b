import { Details, Empty, Link, Note, PageHead, PrintButton, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { quarterBlock, storyBlock } from '../pack/other-blocks.ts'
import type { Quarter } from '../queries/results.ts'
import type { PublicStory } from '../queries/stories.ts'
import { words } from '../words.ts'
import { BlockAbout, BlockFound } from './block-view.tsx'

interface Props {
  page: PageContext
  quarters: readonly Quarter[]
  stories: readonly PublicStory[]
}

/** What everybody may read of the work: nobody can be told from it. */
export function ResultsPage({ page, quarters, stories }: Props) {
  const say = words(page.locale)
  const [latest, ...earlier] = quarters
  return (
    <Layout page={page} title={say('results.title')}>
      <PageHead
        title={say('results.title')}
        sub={say('results.sub')}
        actions={
          latest && (
            <>
              <Link href="/results.csv">{say('csv')}</Link>
              <PrintButton>{say('print')}</PrintButton>
            </>
          )
        }
      />
      {latest ? (
        <QuarterTables page={page} quarter={latest} level={2} />
      ) : (
        <Empty title={say('results.none')}>
          <p class="govuk-body">{say('results.none-text')}</p>
        </Empty>
      )}
      {earlier.map((quarter) => (
        <Details summary={quarterBlock(page.locale, quarter).title}>
          <QuarterTables page={page} quarter={quarter} level={3} />
        </Details>
      ))}
      {stories.length > 0 && (
        <Section id="h-stories" title={say('stories')}>
          {stories.map((story) => (
            <article class="tl-note">
              <h3>{story.title}</h3>
              <BlockFound page={page} block={storyBlock(page.locale, story)} />
              <p class="govuk-body tl-quiet">{say('block.story', { agency: story.agency })}</p>
            </article>
          ))}
        </Section>
      )}
      <Note title={say('results.safe')}>
        <p class="govuk-body tl-m0">{say('results.safe-text')}</p>
      </Note>
    </Layout>
  )
}

/** One quarter with its figures and what one has to know of them. */
export function QuarterTables({ page, quarter, level }: { page: PageContext; quarter: Quarter; level: 2 | 3 }) {
  const block = quarterBlock(page.locale, quarter)
  const Heading = `h${level}` as 'h2'
  return (
    <section class="tl-sec" aria-labelledby={`q-${quarter.on}`}>
      <Heading class="govuk-heading-m" id={`q-${quarter.on}`}>
        {block.title}
      </Heading>
      <p class="govuk-body tl-quiet">{block.sub}</p>
      <BlockFound page={page} block={block} />
      <BlockAbout page={page} block={block} isFolded={true} />
    </section>
  )
}
