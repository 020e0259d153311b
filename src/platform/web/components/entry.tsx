import type { Child } from 'hono/jsx'

/** Sign-in and other doors: one form, and beside it the other ways in. `id` names the heading of the side. */
export function EntryGrid({ form, aside, asideId }: { form: Child; aside?: Child; asideId?: string | undefined }) {
  return (
    <div class="tl-entrygrid">
      <div class="tl-entry">{form}</div>
      {aside && <aside aria-labelledby={asideId}>{aside}</aside>}
    </div>
  )
}
