import type { Pathway } from '../../needs/index.ts'
import { type PathwayState, pathwayIcons, statusGlyphs } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { PageProgress } from '../page-progress.ts'
import type { PageDraft } from '../queries/drafts.ts'
import type { QuestionSet } from '../question-set.ts'
import { urlsOf } from '../views/page-to-fill.tsx'
import { words } from '../words.ts'

export interface MenuOptions {
  assessment: { id: string; set: QuestionSet }
  drafts: PageDraft[]
  nameOf: (code: Pathway) => string
  locale: Locale
  current?: Pathway
}

/** The pages of an assessment with how far each is. */
export function menuOf({ assessment, drafts, nameOf, locale, current }: MenuOptions) {
  return assessment.set.pages.map(({ pathway }): PathwayState & { href: string; isCurrent: boolean } => {
    const progress = progressIn(drafts, pathway)
    return {
      icon: pathwayIcons[pathway],
      name: nameOf(pathway),
      glyph: statusGlyphs[progress],
      status: words(locale)(`page.${progress}`),
      href: urlsOf(assessment.id, pathway).url,
      isCurrent: pathway === current,
    }
  })
}

function progressIn(drafts: PageDraft[], pathway: Pathway): PageProgress {
  const draft = drafts.find((one) => one.pathway === pathway)
  if (!draft) return 'NOT_STARTED'
  return draft.isDone ? 'DONE' : 'IN_PROGRESS'
}
