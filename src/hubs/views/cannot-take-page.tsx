import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Input, PageHead, ProblemSummary, problemOf, Radios,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { declineLabel, declineReasons } from '../../referrals/index.ts'
import type { Ticket } from '../queries/tickets.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  ticket: Ticket
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** A desk that was handed somebody and cannot take them says why; they wait again where they came from. */
export function CannotTakePage({ page, ticket, form }: Props) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const title = say('cannot-take.title', { number: ticket.number })
  const from = say('queue.from', { desk: ticket.fromDeskName ?? '' })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/hubs/${ticket.hubId}`}>{say('code.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={[ticket.name, from].filter(Boolean).join('. ')} />
      <p class="govuk-body">{say(ticket.referralId ? 'cannot-take.referral' : 'cannot-take.text')}</p>
      <form method="post" action={`/hub-tickets/${ticket.id}/cannot-take`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={ticket.version} />
        <Radios
          name="reason"
          legend={say('cannot-take.reason')}
          value={typedText(form, 'reason')}
          error={error('reason')}
          items={declineReasons.map((value) => ({ value, text: declineLabel(page.locale, value) }))}
        />
        {ticket.referralId && (
          <Input
            name="words"
            label={say('cannot-take.words')}
            value={typedText(form, 'words')}
            error={error('words')}
          />
        )}
        <Button preventDoubleClick>{say('cannot-take.button')}</Button>
      </form>
    </Layout>
  )
}
