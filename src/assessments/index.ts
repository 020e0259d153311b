import type { Capability } from '../platform/capability.ts'
import { bringQuestionSets } from './load-question-sets.ts'
import { assessmentRoutes } from './routes.ts'

export { beginAssessment, resetAssessment, skipAssessment } from './begin-assessment.ts'
export { type Answer, listAnswers, listLatestAnswers } from './queries/answers.ts'
export { type Assessment, listAssessments } from './queries/assessments.ts'
export { listQuestionTexts } from './queries/question-sets.ts'
export type { AssessmentType } from './question-set.ts'
export { savePage } from './save-page.ts'
export { submitAssessment } from './submit-assessment.ts'

export const capability: Capability = { routes: assessmentRoutes, prepare: bringQuestionSets }
