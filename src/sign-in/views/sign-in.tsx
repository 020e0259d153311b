import {
  Button,
  EntryGrid,
  ErrorSummary,
  Input,
  Link,
  NotificationBanner,
  PasskeyForm,
  PasswordInput,
  problemOf,
  WayOn,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

/** What has just been done, when that led here. */
export type Done = 'password' | 'sign-out' | 'shared' | 'not-shared' | 'over'

export interface SignInProps {
  page: PageContext
  form: FormState<unknown>
  back: string | undefined
  done?: Done | undefined
  /** Set when address and password did not belong together. */
  triesLeft?: number | undefined
  isStopped?: boolean | undefined
  /** Passkeys are good at this address. */
  hasPasskeys: boolean
  /** Some agency lets its workers in through an account of its own. */
  hasProviders: boolean
  isPasskeyWrong?: boolean | undefined
  /** This browser is on a computer that several people use. */
  isShared: boolean
  /** The password was right, and the agency asks for something else. */
  needs?: 'needs passkey' | 'needs agency' | undefined
}

const fewTries = 5

export function SignInPage(props: SignInProps) {
  const { page, form, back, done, hasPasskeys, hasProviders, isPasskeyWrong } = props
  const say = words(page.locale)
  const hasProblems =
    form.problems.length > 0 ||
    props.triesLeft !== undefined ||
    props.isStopped ||
    isPasskeyWrong ||
    Boolean(props.needs)
  const wrong = props.triesLeft === undefined ? undefined : say('wrong')
  return (
    <Layout page={page} title={say('title')} hasProblems={hasProblems}>
      <EntryGrid
        asideId="other"
        form={
          <>
            <Trouble {...props} />
            {(done === 'sign-out' || done === 'over') && <script type="module" src={page.assets.left} />}
            {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
            <h1 class="govuk-heading-l">{say('title')}</h1>
            {hasPasskeys && (
              <PasskeyForm
                action="/sign-in/passkey"
                name="passkey"
                challenge="/sign-in/passkey/challenge"
                button={say('passkey.sign-in')}
                trouble={say('passkey.not-in')}
                isWrong={isPasskeyWrong}
              >
                {back && <input type="hidden" name="back" value={back} />}
              </PasskeyForm>
            )}
            <form method="post" action="/sign-in" novalidate>
              {back && <input type="hidden" name="back" value={back} />}
              <Input
                name="email"
                type="email"
                label={say('email')}
                value={typedText(form, 'email')}
                error={problemOf(form.problems, 'email', say)}
                autocomplete="username"
                spellcheck={false}
              />
              <PasswordInput
                name="password"
                label={say('password')}
                error={problemOf(form.problems, 'password', say) ?? wrong}
              />
              <Button>{say('submit')}</Button>
            </form>
            {hasProviders && (
              <WayOn href={back ? `/sign-in/agency?back=${encodeURIComponent(back)}` : '/sign-in/agency'}>
                {say('provider.door')}
              </WayOn>
            )}
            <WayOn href="/sign-in/forgotten">{say('cannot')}</WayOn>
          </>
        }
        aside={<OtherDoors page={page} isShared={props.isShared} />}
      />
    </Layout>
  )
}

function Trouble({ page, form, triesLeft, isStopped, needs }: SignInProps) {
  const say = words(page.locale)
  if (isStopped) return <ErrorSummary title={say('stopped.title')} description={say('stopped')} />
  if (needs === 'needs passkey') {
    return <ErrorSummary title={say('needs-passkey.title')} description={say('needs-passkey')} />
  }
  if (needs) return <ErrorSummary title={say('needs-agency.title')} description={say('needs-agency')} />
  const errors = form.problems.map(({ field, message }) => ({ text: say(message as 'wrong'), href: `#${field}` }))
  if (triesLeft === undefined) {
    return errors.length > 0 ? <ErrorSummary title={say('wrong.title')} errors={errors} /> : null
  }
  return (
    <ErrorSummary
      title={say('wrong.title')}
      errors={[{ text: say('wrong'), href: '#password' }]}
      description={triesLeft <= fewTries ? say('wrong.left', { count: triesLeft }) : undefined}
    />
  )
}

function OtherDoors({ page, isShared }: Pick<SignInProps, 'page' | 'isShared'>) {
  const say = words(page.locale)
  return (
    <>
      <h2 id="other">{say('other')}</h2>
      <ul>
        <li>
          <strong>{say('other.person')}</strong>
          <br />
          {say('other.person.text')}
          <br />
          <Link href="/me">{say('other.person.link')}</Link>
        </li>
        <li>
          <strong>{say('other.family')}</strong>
          <br />
          <Link href="/family">{say('other.family.link')}</Link>
        </li>
        <li>
          <strong>{say('other.link')}</strong>
          <br />
          {say('other.link.text')}
        </li>
        <li>
          <strong>{say('other.results')}</strong>
          <br />
          <Link href="/results">{say('other.results.text')}</Link>
        </li>
      </ul>
      <h2>{say('shared')}</h2>
      <p class="tl-quiet">{say(isShared ? 'shared.is' : 'shared.text')}</p>
      <form method="post" action="/sign-in/computer">
        <input type="hidden" name="computer" value={isShared ? 'own' : 'shared'} />
        <Button kind="secondary">{say(isShared ? 'shared.end' : 'shared.begin')}</Button>
      </form>
    </>
  )
}
