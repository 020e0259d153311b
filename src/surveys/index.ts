import type { Capability } from '../platform/capability.ts'
import { surveyRoutes } from './routes.ts'

export { type AnswerCode, readAnswers, type SurveyItem } from './survey.ts'
export { SurveyItems } from './views/survey-items.tsx'

export const capability: Capability = { routes: surveyRoutes }
