// The people of the demo, and how to sign in as one of them.

export const ORGANISATIONS = ["campus", "selfhelp", "training", "lectures", "education"];

/** Signs in as somebody of the campus who has this role. */
export async function signInAs(who, demo, role) {
  await who.goto(`${demo.home}/_demo`);
  const link = who.page.locator(`[data-organisation="campus"] [data-role="${role}"]`).first();
  await link.click();
  await who.page.waitForURL((url) => url.origin === demo.at("campus"));
}
