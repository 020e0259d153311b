import type { Capability } from '../platform/capability.ts'
import { expenseRoutes } from './routes/index.ts'

export { decimalText, moneyText, readAmount } from './money.ts'

export const capability: Capability = { routes: expenseRoutes }
