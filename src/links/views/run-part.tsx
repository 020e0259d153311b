import { formatAt, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, LivePart, Note, PageLocale } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { LinkRun } from '../queries/runs.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  run: LinkRun | undefined
}

/** When records were last compared, how far it has come while it is at work, and the buttons that begin and stop it. */
export function RunPart({ page: { locale }, run }: Props) {
  const say = words(locale)
  if (run && run.endedAt === null) {
    return (
      <Note title={say(run.startedAt ? 'run.at-work' : 'run.waits')}>
        {run.startedAt && (
          <p class="govuk-body">
            {say('run.looked', { looked: formatNumber(locale, run.looked), people: formatNumber(locale, run.people) })}
          </p>
        )}
        <p class="govuk-body">{say('run.leave')}</p>
        <form method="post" action={`/links/runs/${run.id}/stop`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('run.stop')}</Button>
        </form>
      </Note>
    )
  }
  return (
    <form method="post" action="/links/runs">
      <input type="hidden" name="formId" value={newId()} />
      <p class="govuk-body">
        {run
          ? say(`run.${run.how === 'STOPPED' ? 'stopped' : 'done'}`, {
              at: formatAt(locale, run.endedAt!),
              by: run.askedBy ?? say('run.clock'),
            })
          : say('run.never')}
      </p>
      <Button kind="secondary" preventDoubleClick>
        {say('run.start')}
      </Button>
    </form>
  )
}

/** What the page fetches when the run came further. */
export function liveRun({ page, run }: Props) {
  const say = words(page.locale)
  const isOver = run?.endedAt !== null
  return (
    <PageLocale.Provider value={page.locale}>
      <LivePart news={isOver ? { text: say('run.over'), href: '/links' } : undefined}>
        <RunPart page={page} run={run} />
      </LivePart>
    </PageLocale.Provider>
  )
}
