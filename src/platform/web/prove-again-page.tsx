import { wordsOf } from '../words.ts'
import { Button, PasskeyForm, PasswordInput, ProblemSummary } from './components/index.ts'
import type { Typed } from './form.ts'
import { Layout } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import en from './problem-words/en.json' with { type: 'json' }
import it from './problem-words/it.json' with { type: 'json' }
import nl from './problem-words/nl.json' with { type: 'json' }

const words = wordsOf({ en, it, nl })

/** The field in which a password comes again, beside whatever else was typed. */
export const provingField = 'password-again'
/** The field in which a passkey answers instead. */
export const provingPasskeyField = 'passkey-again'

/** What proves who somebody is, besides their password. */
export interface WaysToProve {
  /** One that is good at this address. */
  hasPasskey: boolean
  /** Where their agency's own account is asked for. */
  agencyUrl?: string
}

interface Props {
  page: PageContext
  /** Where the form goes: on to what was asked for. */
  action: string
  typed: Typed
  ways: WaysToProve
}

/** Before what reaches far: a passkey or the password again. Everything typed is kept, and goes on with it. */
export function ProveAgainPage({ page, action, typed, ways: { hasPasskey, agencyUrl } }: Props) {
  const say = words(page.locale)
  const isWrong = typed[provingField] !== undefined
  const kept = Object.entries(typed)
    .filter(([name]) => name !== provingField && name !== provingPasskeyField)
    .flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ name, text })))
  const keptFields = kept.map(({ name, text }) => <input type="hidden" name={name} value={text} />)
  const wrong = isWrong ? say('prove.wrong') : undefined
  return (
    <Layout page={page} title={say('prove.title')} hasProblems={isWrong}>
      <ProblemSummary problems={isWrong ? [{ field: provingField, message: 'prove.wrong' }] : []} say={say} />
      <h1 class="govuk-heading-l">{say('prove.title')}</h1>
      <p class="govuk-body">{say('prove.why')}</p>
      {hasPasskey && (
        <PasskeyForm
          action={action}
          name={provingPasskeyField}
          challenge="/session/proof/challenge"
          button={say('prove.passkey')}
          trouble={say('prove.passkey-wrong')}
          isWrong={Boolean(typed[provingPasskeyField])}
        >
          {keptFields}
        </PasskeyForm>
      )}
      {agencyUrl && (
        <p class="govuk-body">
          <a class="govuk-link" href={agencyUrl} target="_blank" rel="noopener">
            {say('prove.agency')}
          </a>
        </p>
      )}
      <form method="post" action={action} novalidate>
        {keptFields}
        <PasswordInput name={provingField} width={20} label={say('prove.password')} error={wrong} />
        <Button kind={hasPasskey ? 'secondary' : undefined} preventDoubleClick>
          {say('prove.go')}
        </Button>
      </form>
    </Layout>
  )
}
