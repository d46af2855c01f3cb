ui-skip = Naar de inhoud
ui-navigation = Hoofdmenu
ui-crumbs = Je bent hier
ui-account = Jouw account
ui-sign-out = Uitloggen
ui-privacy = Privacyverklaring
ui-my-data = Mijn gegevens
ui-language = Taal
ui-theme = Kleuren
ui-theme-auto = Zoals mijn apparaat
ui-theme-light = Licht
ui-theme-dark = Donker
ui-waiting = { $count ->
    [one] wacht op jou
   *[other] wachten op jou
}
ui-new = Nieuw
ui-optional = niet verplicht
ui-fault = Kijk dit na
ui-faults = { $count ->
    [one] Eén ding vraagt je aandacht
   *[other] { $count } dingen vragen je aandacht
}
ui-tone-info = Goed om te weten
ui-tone-success = Gelukt
ui-tone-warning = Let op
ui-tone-danger = Belangrijk
ui-seal-you = jou
ui-seal-nobody = Niemand kan dit lezen
ui-seal-readers = Alleen te lezen door { $readers }
ui-seal-goes = verdwijnt op { $date }
ui-seal-goes-after = verdwijnt { $period }
ui-seal-category = Wat het is
ui-seal-purpose = Waarvoor het is
ui-seal-basis = Waarom we het mogen bewaren
ui-seal-period = Hoe lang
ui-seal-clause = Lees het artikel in de privacyverklaring
ui-seal-ways = Bekijk, verbeter, download of verwijder het
ui-sharing = Dit wordt leesbaar voor { $readers }. Voor niemand anders.
ui-password-show = Tonen
ui-password-hide = Verbergen
ui-password-shown = Je wachtwoord is zichtbaar.
ui-password-hidden = Je wachtwoord is verborgen.
ui-password-short = Gebruik minstens { $min } tekens.
ui-password-fair = Dit werkt. Met een paar woorden erbij wordt het sterker.
ui-password-good = Dit is een sterk wachtwoord.
ui-draft-saved = Bewaard als concept
ui-file-limit = Hoogstens { $size }.
ui-file-too-large = Dit bestand is te groot. Kies een kleiner bestand.
ui-demo = Demonstratie
ui-demo-clock = Het is { $moment }
ui-demo-turn = Zet de klok vooruit
ui-demo-outbox = Uitgaande mail
ui-demo-people = Wie kan inloggen
