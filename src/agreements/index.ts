export { joinAgreements } from './queries.ts'
