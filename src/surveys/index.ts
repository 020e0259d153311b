import type { Capability } from '../platform/capability.ts'
import { surveyRoutes } from './routes.ts'

export { starters } from './starters.ts'
export { type AnswerCode, type Audience, readAnswers, type SurveyItem } from './survey.ts'
export { readSurveyFigures, type SurveyFigures } from './survey-figures.ts'
export { SurveyItems } from './views/survey-items.tsx'

export const capability: Capability = { routes: surveyRoutes }
