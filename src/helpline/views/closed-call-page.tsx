import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Note, PageHead, SummaryList, WayOn } from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import { feelings, risks } from '../call-codes.ts'
import { words } from '../words.ts'
import type { CallProps } from './call-page.tsx'

/** A call that is written up, or that a colleague has in hand: read, not written. */
export function ClosedCallPage({
  page,
  call,
  form,
  known,
  mayTake,
  mayOpen,
}: CallProps & { mayTake: boolean; mayOpen: boolean }) {
  const { locale } = page
  const say = words(locale)
  const feeling = call.feeling ?? feelings.find((code) => code === typedText(form, 'feeling'))
  const risk = call.risk ?? risks.find((code) => code === typedText(form, 'risk'))
  const name = known?.name || call.callerName || typedText(form, 'callerName') || say('call-backs.no-name')
  const rows = [
    ['row.who', name],
    ['row.rang', formatAt(locale, call.rangAt)],
    ['row.operator', call.operatorName ?? say('row.nobody')],
    ['call.feeling', feeling ? say(`feeling.${feeling}`) : ''],
    ['call.words', call.words || typedText(form, 'words')],
    ['call.risk', risk ? say(`risk.${risk}`) : ''],
    ['call.did', call.did.map((deed) => say(`did.${deed}`)).join('; ')],
    ['call.passed-to', call.passedTo.join(', ')],
    ['call.agreed', call.agreed || typedText(form, 'agreed')],
  ] as const
  return (
    <Layout page={page} title={say('call.title-of', { name })}>
      <BackLink href={`/helpline/${call.helplineId}`}>{say('call.back')}</BackLink>
      <PageHead
        title={say('call.title-of', { name })}
        sub={say(call.state === 'CLOSED' ? 'call.is-closed' : 'call.is-with', {
          name: call.operatorName ?? say('row.nobody'),
          at: formatAt(locale, call.closedAt ?? call.rangAt),
        })}
      />
      {mayTake && (
        <Note tone="warn">
          <p>{say('call.take-over-text')}</p>
          <form method="post" action={`/helpline-calls/${call.id}/taking`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary">{say('call.take-over')}</Button>
          </form>
        </Note>
      )}
      <SummaryList rows={rows.filter(([, value]) => value).map(([key, value]) => ({ key: say(key), value }))} />
      {mayOpen && call.noteId && <WayOn href={`/notes/${call.noteId}/opening`}>{say('call.open-note')}</WayOn>}
    </Layout>
  )
}
