ui-skip = Hoppa till innehållet
ui-navigation = Huvudmeny
ui-crumbs = Du är här
ui-account = Ditt konto
ui-sign-out = Logga ut
ui-privacy = Integritetspolicy
ui-my-data = Mina uppgifter
ui-language = Språk
ui-theme = Färger
ui-theme-auto = Som min enhet
ui-theme-light = Ljust
ui-theme-dark = Mörkt
ui-waiting = { $count ->
    [one] väntar på dig
   *[other] väntar på dig
}
ui-new = Nytt
ui-optional = frivilligt
ui-fault = Kontrollera
ui-faults = { $count ->
    [one] En sak behöver din uppmärksamhet
   *[other] { $count } saker behöver din uppmärksamhet
}
ui-tone-info = Bra att veta
ui-tone-success = Klart
ui-tone-warning = Tänk på
ui-tone-danger = Viktigt
ui-seal-you = du
ui-seal-nobody = Ingen kan läsa det här
ui-seal-readers = Bara { $readers } kan läsa det här
ui-seal-goes = försvinner { $date }
ui-seal-goes-after = försvinner { $period }
ui-seal-category = Vad det är
ui-seal-purpose = Vad det är till för
ui-seal-basis = Varför vi får ha det
ui-seal-period = Hur länge
ui-seal-clause = Läs punkten i integritetspolicyn
ui-seal-ways = Se, rätta, ladda ner eller radera det
ui-sharing = { $readers } kommer att kunna läsa det här. Ingen annan.
ui-password-show = Visa
ui-password-hide = Dölj
ui-password-shown = Ditt lösenord visas.
ui-password-hidden = Ditt lösenord är dolt.
ui-password-short = Använd minst { $min } tecken.
ui-password-fair = Det här fungerar. Några ord till gör det starkare.
ui-password-good = Det här är ett starkt lösenord.
ui-draft-saved = Sparat som utkast
ui-file-limit = Högst { $size }.
ui-file-too-large = Filen är för stor. Välj en mindre.
ui-demo = Demonstration
ui-demo-clock = Klockan är { $moment }
ui-demo-turn = Vrid fram klockan
ui-demo-outbox = Utgående mejl
ui-demo-people = Vilka kan logga in
