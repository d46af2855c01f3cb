oversight-nav-holds = Bewaarplichten
oversight-nav-waiting = Wat wacht

oversight-holds-title = Juridische bewaarplichten
oversight-holds-lead = Een juridische bewaarplicht houdt gegevens langer vast dan hun datum, ook als iemand wil dat ze verdwijnen. Er is een reden en een laatste dag voor nodig, en ze eindigt vanzelf.
oversight-holds-none = Er wordt niets vastgehouden. Een bewaarplicht die je oplegt, staat hier tot een jaar nadat ze is geëindigd.
oversight-lay = Bewaarplicht opleggen
oversight-column-what = Wat wordt vastgehouden
oversight-column-ground = Grond
oversight-column-laid = Opgelegd
oversight-column-end = Hoe het staat
oversight-what = { $kind }, nummer eindigend op { $number }
oversight-kind-person = Alles van één persoon
oversight-kind-trajectory = Eén traject
oversight-until = Tot en met { $date }
oversight-ended-on = Geëindigd op { $date }
oversight-released-on = Opgeheven op { $date }
oversight-done-laid = De bewaarplicht is opgelegd. Er verdwijnt niets van totdat de laatste dag voorbij is.

oversight-laying-title = Bewaarplicht opleggen
oversight-laying-lead = Houd zo weinig mogelijk vast, en zo kort mogelijk. De mensen om wie het gaat, zien bij "Mijn gegevens" dat er iets van hen langer blijft, en tot wanneer.
oversight-choose = Kies
oversight-back = Terug
oversight-kind = Wat wordt vastgehouden
oversight-number = Nummer
oversight-number-purpose = Het staat aan het eind van het adres van de pagina van de persoon of het traject. Een beheerder kan het je geven.
oversight-ground = Grond
oversight-ground-purpose = Gekozen uit een korte lijst, zodat het overzicht zonder de redenen te lezen is.
oversight-ground-claim = Een rechtsvordering
oversight-ground-authority = Een onderzoek door een toezichthouder
oversight-ground-court = Een bevel van de rechter
oversight-reason = Reden
oversight-reason-purpose = Alleen functionarissen lezen dit. Het staat in geen enkele mail en in geen enkel logboek.
oversight-last-day = Laatste dag
oversight-last-day-purpose = Twee weken ervoor krijg je een herinnering. Je kunt de dag verzetten.
oversight-untold = Waarom de persoon nog geen mail krijgt
oversight-untold-purpose = Laat dit leeg, dan vertelt een mail dat er iets langer wordt bewaard. Alleen functionarissen lezen wat je hier schrijft.
oversight-fault-past = Kies vandaag of een latere dag.
oversight-fault-unknown = Er is niets met dat nummer. Kopieer het hele nummer uit het adres.

oversight-move = Een andere laatste dag
oversight-move-button = Laatste dag verzetten
oversight-release = Bewaarplicht opheffen
oversight-done-moved = De laatste dag is verzet.
oversight-done-released = De bewaarplicht is opgeheven. Wat over zijn datum is, verdwijnt vannacht.
oversight-release-title = Bewaarplicht opheffen
oversight-release-question = Deze bewaarplicht nu opheffen?
oversight-release-lead = Een bewaarplicht kan niet voor een deel worden opgeheven.
oversight-release-goes = Wat over zijn datum is en wat iemand weg wilde hebben, verdwijnt vannacht.
oversight-release-stays = De aantekening van de bewaarplicht blijft tot haar eigen datum.
oversight-release-button = Bewaarplicht opheffen

oversight-waiting-title = Wat wacht
oversight-waiting-lead = Het programma wist stap voor stap. Wat niet kon worden afgemaakt, staat hier totdat het klaar is. Het wordt nooit eerder als klaar gemeld.
oversight-waiting-none = Alles wat moest verdwijnen, is verdwenen.
oversight-column-act = Handeling
oversight-column-step = Volgende stap
oversight-column-began = Sinds
oversight-column-attempts = Pogingen
oversight-column-next = Volgende poging
oversight-act-retention = Over zijn datum
oversight-act-erasure = Op wens van een persoon
oversight-step-keys = De sleutels vernietigen
oversight-step-rows = Verwijderen wat in de database staat
oversight-step-files = De bestanden verwijderen
oversight-step-receipt = Het bewijs schrijven
oversight-attempts = { $count ->
    [0] Nog niet geprobeerd
    [one] Eén keer mislukt
   *[other] { $count } keer mislukt
}
oversight-next-look = Vannacht
oversight-retry = Nu opnieuw proberen
oversight-done-tried = Alles is opnieuw geprobeerd. Wat nog steeds mislukt, staat hieronder.
oversight-done-clock = De klok is bevestigd. Wat over zijn datum is, verdwijnt bij de volgende ronde.
oversight-leap-title = De klok is versprongen
oversight-leap = De vorige ronde was op { $last }, en de klok wijst nu { $now } aan. Totdat iemand bevestigt dat de klok goed staat, verdwijnt er niets meer.
oversight-leap-button = De klok staat goed
oversight-wishes = { $count ->
    [one] Eén persoon wilde dat alles verdwijnt. Een bewaarplicht houdt een deel vast; dat verdwijnt als ze voorbij is.
   *[other] { $count } mensen wilden dat alles verdwijnt. Een bewaarplicht houdt een deel vast; dat verdwijnt als ze voorbij is.
}

oversight-mail-held-subject = Er wordt iets van je langer bewaard
oversight-mail-held-body = Een deel van wat we over je hebben, wordt langer bewaard dan anders, omdat de wet dat vraagt. Na het inloggen zie je wat er blijft en tot wanneer.
oversight-mail-held-link = Bekijk wat er blijft
oversight-mail-ending-subject = Een bewaarplicht eindigt binnenkort
oversight-mail-ending-body = Een bewaarplicht die je hebt opgelegd, eindigt binnen twee weken. Moet ze langer duren, verzet dan na het inloggen de laatste dag. Anders hoef je niets te doen.
oversight-mail-ending-link = Bekijk de bewaarplicht
oversight-given-up = { $count ->
    [one] Een mail of een andere taak lukte in twintig pogingen niet, of werd voorgoed geweigerd. Die wordt niet vanzelf opnieuw geprobeerd.
   *[other] { $count } mails en andere taken lukten in twintig pogingen niet, of werden voorgoed geweigerd. Ze worden niet vanzelf opnieuw geprobeerd.
}
