/**
 * Forms that are answered with a passkey. They are hidden until it is sure that this browser can: without a script, or in a browser
 * that does not read the standard's JSON, the password stays. What the passkey must sign is fetched when the button is pressed.
 */
export function startPasskeys(): void {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void answer(form)
    })
  }
  for (const instead of document.querySelectorAll<HTMLElement>('[data-passkey-instead]')) instead.hidden = true
}

async function answer(form: HTMLFormElement): Promise<void> {
  const trouble = form.querySelector<HTMLElement>('[data-passkey-trouble]')!
  trouble.hidden = true
  try {
    const said = await fetch(form.dataset['passkey']!, { method: 'POST', headers: { accept: 'application/json' } })
    const options = await said.json()
    const credential = await (options.user
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }))
    form.querySelector<HTMLInputElement>('[data-passkey-answer]')!.value = JSON.stringify(credential)
    form.submit()
  } catch {
    trouble.hidden = false // dismissed, none there, or no connection: the browser has said which
  }
}
