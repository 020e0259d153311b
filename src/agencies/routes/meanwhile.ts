import { Refusal } from '../../platform/refusal.ts'

/** Whether a change was refused because somebody else was faster: the route then shows both versions. */
export function isMeanwhile(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'settings.changed-meanwhile'
}
