interface OwnUrls {
  createScriptURL(url: string): string
}

/** Browsers with Trusted Types have it; what its policy returns stands where a text would. */
declare const trustedTypes: { createPolicy(name: string, rules: OwnUrls): OwnUrls } | undefined

const rules: OwnUrls = {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`not a script of this page: ${url}`)
    return url
  },
}

/** The page's one policy: a script is run only if it comes from where the page comes from. */
export const ownUrls: OwnUrls = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('nabla', rules)
