ui-skip = Skip to the content
ui-navigation = Main navigation
ui-crumbs = You are here
ui-account = Your account
ui-sign-out = Sign out
ui-privacy = Privacy statement
ui-my-data = My data
ui-language = Language
ui-theme = Colours
ui-theme-auto = As my device
ui-theme-light = Light
ui-theme-dark = Dark
ui-waiting = { $count ->
    [one] waits for you
   *[other] wait for you
}
ui-new = New
ui-optional = not required
ui-fault = Please check
ui-faults = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
ui-tone-info = Note
ui-tone-success = Done
ui-tone-warning = Take care
ui-tone-danger = Important
ui-seal-you = you
ui-seal-nobody = No one can read this
ui-seal-readers = Only { $readers } can read this
ui-seal-goes = goes { $date }
ui-seal-goes-after = goes { $period }
ui-seal-category = What it is
ui-seal-purpose = What it is for
ui-seal-basis = Why we may hold it
ui-seal-period = How long
ui-seal-clause = Read the clause in the privacy statement
ui-seal-ways = See, correct, download or delete it
ui-sharing = { $readers } will be able to read this. No one else.
ui-password-show = Show
ui-password-hide = Hide
ui-password-shown = Your password is shown.
ui-password-hidden = Your password is hidden.
ui-password-short = Use at least { $min } characters.
ui-password-fair = This works. A few more words make it stronger.
ui-password-good = This is a strong password.
ui-draft-saved = Saved as a draft
ui-file-limit = At most { $size }.
ui-file-too-large = This file is too large. Choose a smaller one.
ui-demo = Demonstration
ui-demo-clock = It is { $moment }
ui-demo-turn = Turn the clock
ui-demo-outbox = Outgoing mail
ui-demo-people = Who can sign in
