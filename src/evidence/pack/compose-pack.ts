import { listContextEvents } from '../../context-events/index.ts'
import type { Reading } from '../../platform/database.ts'
import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { readCohort, readCohorts } from '../../reoffending/index.ts'
import { listAnalyses } from '../queries/analyses.ts'
import { listPublished } from '../queries/results.ts'
import { listStories } from '../queries/stories.ts'
import { words } from '../words.ts'
import { analysisBlock } from './analysis-block.ts'
import type { Block } from './block.ts'
import { cohortBlock } from './cohort-block.ts'
import { quarterBlock, storyBlock } from './other-blocks.ts'
import { openRecordPieces } from './record-pieces.ts'

export type PieceKind =
  | 'analysis' | 'cohort' | 'distance' | 'evaluation' | 'mechanisms' | 'quarter' | 'story' | 'survey' | 'targets' // biome-ignore format: a list

/** Something that can go into a pack; the key is its kind and its id. */
export interface Piece {
  key: string
  kind: PieceKind
  title: string
}

export interface OpenPiece extends Piece {
  block(locale: Locale): Block | Promise<Block>
}

/** What the reader's agency can put into a pack, in the order in which it would stand there. */
export async function listPieces(reading: Reading, locale: Locale): Promise<Piece[]> {
  const pieces = await openPieces(reading, locale)
  return pieces.map(({ key, kind, title }) => ({ key, kind, title }))
}

/** The chosen pieces in finished words; a key that is none of the reader's is passed over. */
export async function composePack(
  reading: Reading,
  locale: Locale,
  keys: readonly string[],
): Promise<{ pieces: Piece[]; blocks: Block[] }> {
  const pieces = await openPieces(reading, locale)
  const blocks: Block[] = []
  for (const piece of pieces) if (keys.includes(piece.key)) blocks.push(await piece.block(locale))
  return { pieces, blocks }
}

async function openPieces(reading: Reading, inLocale: Locale): Promise<OpenPiece[]> {
  const stories = await listStories(reading)
  reading.look({ action: 'consult', personIds: stories.map(({ personId }) => personId), fieldGroups: ['notes'] })
  const analyses = await listAnalyses(reading)
  const { cohorts } = await readCohorts(reading)
  const quarters = await listPublished(reading)
  const events = await listContextEvents(reading)
  const agency = reading.actor.agencyName
  return [
    ...quarters.map((quarter) => ({
      ...{ key: `quarter-${quarter.on}`, kind: 'quarter' as const, title: quarter.on },
      block: (locale: Locale) => ({
        ...quarterBlock(locale, quarter),
        title: words(locale)('pack.quarter', { day: formatDay(locale, quarter.on, 'full') }),
      }),
    })),
    ...(await openRecordPieces(reading, inLocale)),
    ...cohorts.map(({ cohort }) => ({
      ...{ key: `cohort-${cohort.id}`, kind: 'cohort' as const, title: cohort.title },
      block: async (locale: Locale) => cohortBlock(locale, await readCohort(reading, cohort.id)),
    })),
    ...analyses.flatMap((analysis) => {
      const { finding, id, title } = analysis
      if (!finding) return []
      const block = (locale: Locale) => analysisBlock(locale, { ...analysis, finding }, events)
      return [{ key: `analysis-${id}`, kind: 'analysis' as const, title, block }]
    }),
    ...stories.map((story) => ({
      ...{ key: `story-${story.id}`, kind: 'story' as const, title: story.title },
      block: (locale: Locale) => storyBlock(locale, { ...story, agency }),
    })),
  ]
}
