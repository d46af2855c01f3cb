accounts-nav-people = Mensen
accounts-nav-my-data = Mijn gegevens

accounts-name = Naam
accounts-name-purpose = De naam die de anderen hier te zien krijgen.
accounts-own-name-purpose = Zo zien de mensen met wie je hier werkt je.
accounts-email = E-mailadres
accounts-email-purpose = Voor de uitnodiging en voor mails die zeggen dat er iets klaarstaat. Verder nergens voor.
accounts-language = Taal
accounts-language-purpose = De taal van de pagina's en mails. Die kan later worden veranderd.
accounts-own-language-purpose = De taal van je pagina's en mails.
accounts-role = Rol
accounts-role-purpose = De rol bepaalt wat iemand kan zien en doen.
accounts-role-manager = Manager
accounts-role-coach = Coach
accounts-role-participant = Deelnemer
accounts-role-support = Ondersteuning
accounts-role-technician = Technicus
accounts-role-officer = Functionaris gegevensbescherming
accounts-choose = Kies een rol
accounts-state = Status
accounts-dates = Data
accounts-line = Regel
accounts-invited = Uitgenodigd op
accounts-back = Ga terug

accounts-state-invited = Uitgenodigd
accounts-state-active = Doet mee
accounts-state-left = Vertrokken
accounts-invited-on = Uitgenodigd op { $date }
accounts-active-since = Doet mee sinds { $date }
accounts-left-on = Vertrokken op { $date }

accounts-sign-in-title = Inloggen
accounts-sign-in = Log in
accounts-sign-in-wrong = Dit adres en dit wachtwoord horen niet bij elkaar. Kijk ze allebei nog eens na.
accounts-sign-in-slow = Er is met dit adres vaak geprobeerd in te loggen. Om { $time } kun je het weer proberen. Meteen kan het ook: vanaf een apparaat waarop je eerder hebt ingelogd, of met een nieuw wachtwoord per mail.
accounts-forgot = Ik ben mijn wachtwoord vergeten
accounts-cookie-line = Als je inlogt, zetten we één cookie, zodat je ingelogd blijft. Andere zijn er niet.
accounts-signed-out = Je bent uitgelogd.
accounts-password-changed = Je nieuwe wachtwoord is opgeslagen. Je kunt er nu mee inloggen.
accounts-declined = Je hebt de uitnodiging afgeslagen. Wat we over je hadden, hebben we gewist.
accounts-back-to-sign-in = Terug naar inloggen

accounts-reset-title = Kies een nieuw wachtwoord
accounts-reset-lead = Geef je e-mailadres. We sturen je een link waarmee je een nieuw wachtwoord kunt kiezen.
accounts-reset-button = Stuur me een link
accounts-reset-sent-title = Kijk in je mailbox
accounts-reset-sent-lead = Als we dit adres kennen, is er een mail onderweg. De link daarin werkt één keer en maar kort.
accounts-reset-sent-way = Na een paar minuten nog geen mail? Kijk bij de ongewenste mail en kijk na of je het juiste adres hebt getypt.

accounts-password = Wachtwoord
accounts-password-new = Je nieuwe wachtwoord
accounts-password-present = Je huidige wachtwoord
accounts-password-rule = Minstens { $min } tekens. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.
accounts-password-rule-digit = Minstens { $min } tekens, met een cijfer. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.
accounts-password-rule-capital = Minstens { $min } tekens, met een hoofdletter. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.
accounts-password-rule-both = Minstens { $min } tekens, met een cijfer en een hoofdletter. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.
accounts-password-short = Gebruik minstens { $most } tekens.
accounts-password-no-digit = Zet er minstens één cijfer in.
accounts-password-no-capital = Zet er minstens één hoofdletter in.
accounts-password-common = Veel mensen gebruiken dit wachtwoord, dus het wordt als eerste geraden. Kies alsjeblieft een ander.
accounts-password-own = Je eigen naam, je adres of onze naam wordt als eerste geraden. Kies alsjeblieft iets anders.
accounts-password-wrong = Dit is niet je huidige wachtwoord.
accounts-password-slow = Er is het vaak geprobeerd. Wacht een paar minuten en probeer het dan opnieuw.

accounts-new-password-title = Kies een nieuw wachtwoord
accounts-new-password-lead = Hierna ben je overal uitgelogd en kun je met het nieuwe wachtwoord inloggen. De link werkt één keer.
accounts-new-password-button = Bewaar mijn nieuwe wachtwoord
accounts-change-password-title = Verander je wachtwoord
accounts-change-password-lead = Hier blijf je ingelogd. Overal elders word je uitgelogd, en we sturen je een mail dat je wachtwoord is veranderd.
accounts-change-password-button = Verander mijn wachtwoord
accounts-change-password-link = Verander je wachtwoord

accounts-invitation-title = { $organisation } nodigt je uit
accounts-invitation-by = { $name } van { $organisation } nodigt je uit en gaf ons je naam en adres, zodat je mee kunt doen.
accounts-invitation-from = { $organisation } nodigt je uit om mee te doen.
accounts-invitation-held-title = Wat we nu over je hebben
accounts-invitation-held = Alleen wat nodig was om je uit te nodigen:
accounts-invitation-ends = Je kunt antwoorden tot { $date }.
accounts-read-privacy = Lees hoe we met je gegevens omgaan
accounts-invitation-yes-title = Wil je meedoen?
accounts-invitation-button = Ja, ik doe mee
accounts-invitation-no-title = Liever niet?
accounts-invitation-no = Dan wissen we wat we over je hebben.
accounts-invitation-no-link = Sla de uitnodiging af
accounts-refusal-title = De uitnodiging afslaan
accounts-refusal-lead = We wissen je naam, je adres en al het andere dat we over je hebben, meteen. Wie je uitnodigde, ziet alleen dat je niet meer op de lijst staat.
accounts-refusal-button = Sla af en wis mijn gegevens

accounts-welcome-title = Welkom bij { $organisation }
accounts-welcome-lead = Voordat je begint: je gegevens zijn van jou. Dit kun je op elk moment doen.
accounts-welcome-rights = Je rechten
accounts-welcome-see = Alles bekijken wat we over je hebben, en wanneer het verdwijnt
accounts-welcome-correct = Je naam en taal verbeteren
accounts-welcome-take = Alles meenemen als bestand
accounts-welcome-delete = Je account wissen, met alles wat erbij hoort
accounts-welcome-ask = Ons vragen om iets anders te verbeteren, iets niet meer te gebruiken, of wat je maar wilt weten: { $contact }
accounts-welcome-officer = Onze functionaris gegevensbescherming vragen, die geen opdrachten van ons aanneemt: { $contact }
accounts-welcome-complain = Een klacht indienen bij de privacytoezichthouder, zonder het eerst aan ons te vragen
accounts-welcome-seal-title = Het zegel
accounts-welcome-seal = Naast alles wat persoonlijk is, staat een regel zoals deze. Die zegt wie het kan lezen en wanneer het verdwijnt. Open hem om te zien waarom we het bewaren.
accounts-welcome-sign-in-title = Inloggen
accounts-welcome-password = Gebruik een wachtwoord dat je nergens anders gebruikt. We bewaren alleen een code die ervan is gemaakt, en we mailen het nooit en vragen er nooit om.
accounts-welcome-device = Op dit apparaat blijf je een tijdje ingelogd. Gebruikt iemand anders het ook? Log dan uit als je klaar bent.
accounts-welcome-mails = Onze mails zeggen alleen dat er iets voor je klaarstaat. Wat het is, zie je alleen hier.
accounts-welcome-button = Begin

accounts-people-title = Mensen
accounts-people-tabs = Wie je ziet
accounts-tab-all = Iedereen ({ $count })
accounts-tab-active = Doen mee ({ $count })
accounts-tab-invited = Uitgenodigd ({ $count })
accounts-tab-left = Vertrokken ({ $count })
accounts-people-none = Hier zie je straks iedereen die meedoet. Begin met iemand uit te nodigen.
accounts-people-none-so = Hier is nu niemand.
accounts-invite-one = Nodig iemand uit
accounts-invite-many = Nodig een lijst uit
accounts-page-before = Vorige pagina
accounts-page-after = Volgende pagina
accounts-done-invited = De uitnodiging is onderweg.
accounts-done-list = De uitnodigingen zijn onderweg.
accounts-done-withdrawn = De uitnodiging is ingetrokken, en wat we over deze persoon hadden, is gewist.
accounts-done-corrected = Het profiel is verbeterd.
accounts-done-again = Er is een nieuwe uitnodiging onderweg. De eerdere link werkt niet meer.
accounts-done-ended = De overeenkomst is beëindigd.
accounts-done-profile = Je profiel is bewaard.
accounts-done-password = Je wachtwoord is veranderd.

accounts-invite-title = Iemand uitnodigen
accounts-invite-lead = Deze persoon krijgt een mail met een link, ziet wie uitnodigt en wat we hebben, en zegt ja of nee. Wie nee zegt, wordt meteen gewist.
accounts-invite-button = Stuur de uitnodiging
accounts-note = Een paar woorden erbij
accounts-note-purpose = Staat op de pagina van de uitnodiging, nooit in de mail. Schrijf hier niets vertrouwelijks.
accounts-email-known = Iemand met dit adres is hier al.
accounts-email-taken = Iemand anders heeft dit adres.

accounts-list-title = Een lijst uitnodigen
accounts-list-lead = Eén persoon per regel: naam, e-mailadres, rol en taal. Kopieer het uit een spreadsheet of kies een bestand. Voordat er iets wordt verstuurd, zie je wat we ervan hebben begrepen.
accounts-list-example =
    Naam, E-mail, Rol, Taal
    Maria de Vries, maria@example.org, { $role }, Nederlands
accounts-list-roles = De rollen zijn: { $roles }. De taal mag je weglaten.
accounts-list-field = De lijst
accounts-list-purpose = Komma's, puntkomma's of tabs tussen de delen.
accounts-list-file = Of de lijst als bestand
accounts-list-file-purpose = Een CSV-bestand, zoals elke spreadsheet het kan bewaren. Als je er een kiest, komt dat in de plaats van de lijst hierboven.
accounts-list-check = Kijk de lijst na
accounts-list-preview = Dit hebben we ervan begrepen
accounts-list-change = Verander de lijst
accounts-list-summary = { $good ->
    [0] Er is nog geen regel die we kunnen gebruiken.
    [one] Eén regel is in orde.
   *[other] { $good } regels zijn in orde.
} { $bad ->
    [0] Verder is er niets.
    [one] Eén regel vraagt je aandacht; wie daarop staat, wordt niet uitgenodigd.
   *[other] { $bad } regels vragen je aandacht; wie daarop staan, worden niet uitgenodigd.
}
accounts-list-button = { $count ->
    [one] Nodig 1 persoon uit
   *[other] Nodig { $count } mensen uit
}
accounts-list-empty = Plak een lijst of kies een bestand.
accounts-list-long = Gebruik hooguit { $most } regels per keer.
accounts-list-no-name = De naam ontbreekt.
accounts-list-long-name = De naam is te lang.
accounts-list-no-email = Het e-mailadres ontbreekt.
accounts-list-bad-email = “{ $cell }” lijkt geen e-mailadres.
accounts-list-twice = “{ $cell }” staat twee keer op de lijst.
accounts-list-no-role = De rol ontbreekt.
accounts-list-bad-role = We kennen de rol “{ $cell }” niet.
accounts-list-bad-language = De taal “{ $cell }” hebben we niet.

accounts-person-steps = Wat je kunt doen
accounts-person-correct = Verbeter het profiel
accounts-correct-button = Bewaar het profiel
accounts-again-lead = Nog geen antwoord? Stuur de uitnodiging nog eens, met een nieuwe link.
accounts-again-button = Nodig opnieuw uit
accounts-withdraw-link = Trek de uitnodiging in
accounts-withdraw-title = De uitnodiging van { $name } intrekken
accounts-withdraw-question = De uitnodiging van { $name } intrekken?
accounts-withdraw-lead = De link in de mail werkt meteen niet meer.
accounts-withdraw-goes = Naam, adres en al het andere dat we over { $name } hebben
accounts-withdraw-stays = Een regel in het register dat er iets is gewist, zonder naam
accounts-withdraw-button = Trek in en wis
accounts-end-link = Beëindig de overeenkomst
accounts-end-title = De overeenkomst met { $name } beëindigen
accounts-end-question = De overeenkomst met { $name } beëindigen?
accounts-end-lead = Dit kun je hier niet ongedaan maken. Vanaf nu kan { $name } niet meer inloggen.
accounts-end-goes = Inloggen, op elk apparaat, meteen
accounts-end-stays = Wat we over { $name } hebben, tot de data in de privacyverklaring. Die termijnen gaan vandaag lopen.
accounts-end-button = Beëindig de overeenkomst

accounts-profile-title = Mijn account
accounts-profile-button = Bewaar mijn profiel
accounts-own-email = Mijn adres veranderen
accounts-own-password = Als je het verandert, word je overal elders uitgelogd.
accounts-rights-link = Lees nog eens wat je rechten zijn

accounts-my-data-title = Mijn gegevens
accounts-my-data-lead = Dit is alles wat we over je hebben. Elke balk eindigt op de dag waarop het verdwijnt. Open er een om te zien wat erin zit.
accounts-my-data-timeline = Wat we over je hebben, en tot wanneer
accounts-held-title = Iets van jou wordt langer bewaard
accounts-held-lead = Van de wet mogen we een deel hiervan een tijd langer bewaren dan de datum, voor een rechtsvordering, een onderzoek of een rechter. Tot dan kan het niet worden gewist, en daarna verdwijnt het vanzelf. Heb je vragen of ben je het er niet mee eens, schrijf dan naar { $contact }.
accounts-held-until = tot en met { $date }
accounts-my-data-ways = Wat je kunt doen
accounts-my-data-looks = Bekijk wie keek
accounts-my-data-recipients = Wie mijn gegevens ontving
accounts-my-data-openings = Wat er is geopend om een storing te verhelpen
accounts-my-data-correct = Verbeter je naam en taal
accounts-my-data-take = Neem het mee: download alles als bestand
accounts-my-data-bring = Breng mee wat je bij een andere organisatie hebt meegenomen
accounts-my-data-delete = Wis je account
accounts-my-data-ask = Voor al het andere kun je ons vragen: { $contact }
accounts-my-data-requests = Vraag ons om iets anders
accounts-my-data-alternatives = Vraag of je anders kunt meedoen
accounts-bundle-since = { $name }, sinds { $date }
accounts-bundle-place = Open het op de plek waar het hoort
accounts-bundle-hidden = Een deel hiervan kunnen we je niet laten zien: de code van je wachtwoord, of wat een coach ter voorbereiding opschreef. Het verdwijnt op dezelfde dag.

accounts-deletion-title = Mijn account wissen
accounts-deletion-question = Wat verdwijnt en wat blijft
accounts-deletion-lead = Dit gebeurt meteen en kan niet ongedaan worden gemaakt. We kunnen het niet voor je terughalen, ook niet uit een reservekopie.
accounts-deletion-password = Zodat niemand anders het kan wissen.
accounts-deletion-button = Wis mijn account voorgoed
accounts-deletion-ask = Je account eindigt met je overeenkomst, dus je kunt het niet zelf wissen. Vraag het ons: { $contact }
accounts-deletion-rows = { $count ->
    [one] (één onderdeel)
   *[other] ({ $count } onderdelen)
}
accounts-stays-others = Het is ook van iemand anders.
accounts-stays-law = De wet laat ons dit bewaren.
accounts-stays-hold = Een juridische bewaarplicht houdt dit voorlopig vast.
accounts-stays-until = Het verdwijnt uiterlijk op { $date }.

accounts-receipt-title = Bewijs
accounts-receipt-erasure = Dit is het bewijs dat { $organisation } heeft gewist wat hier staat, omdat de persoon erom vroeg.
accounts-receipt-retention = Dit is het bewijs dat { $organisation } heeft gewist wat hier staat, omdat de tijd ervoor voorbij was.
accounts-receipt-went = Dit is weg
accounts-receipt-stays = Dit blijft
accounts-receipt-at = Wanneer
accounts-receipt-number = Nummer van het bewijs
accounts-receipt-ledger = Bewijs in het register
accounts-receipt-keep = Bewaar het adres van deze pagina als je er later naar terug wilt. Op een andere manier kun je het niet vinden, want je naam staat er niet in.
accounts-receipt-file = Dit ontvangstbewijs downloaden, met wat het bewijst
accounts-receipt-check = De pagina downloaden die het controleert, zonder ons

accounts-mail-invitation-subject = Een uitnodiging van { $organisation }
accounts-mail-invitation-body =
    { $organisation } nodigt je uit om mee te doen. Iemand daar gaf ons hiervoor je adres.

    Open de link om te zien wie je uitnodigt, waarvoor, en wat we over je hebben. Je kunt ja of nee zeggen. Zeg je nee, dan wissen we je gegevens meteen.
accounts-mail-invitation-link = Bekijk de uitnodiging
accounts-mail-reset-subject = Kies een nieuw wachtwoord bij { $organisation }
accounts-mail-reset-body =
    Iemand vroeg om een nieuw wachtwoord voor je account, waarschijnlijk jijzelf.

    De link werkt één keer en maar kort. Was jij het niet? Dan hoef je niets te doen.
accounts-mail-reset-link = Kies een nieuw wachtwoord
accounts-mail-password-changed-subject = Je wachtwoord bij { $organisation } is veranderd
accounts-mail-password-changed-body =
    Je wachtwoord is zojuist veranderd.

    Was jij het niet? Kies dan meteen een nieuw wachtwoord.
accounts-mail-password-changed-link = Ik was het niet

accounts-item-person-name = Naam
accounts-item-person-email = E-mailadres
accounts-item-person-age = Leeftijd
accounts-item-person-language = Taal
accounts-item-person-role = Rol
accounts-item-person-states = Datum
accounts-item-sign-in-password = Wachtwoord
accounts-item-sign-in-session = Sessie
accounts-item-sign-in-link = Link
accounts-item-invitation-note = Woorden bij de uitnodiging
accounts-item-trajectory-dates = Datum
accounts-item-message-body = Bericht
accounts-item-message-times = Moment
accounts-item-attachment-name = Bestand
accounts-item-attachment-file = Bestand
accounts-item-draft-body = Concept
accounts-item-private-note-body = Privénotitie
accounts-item-shared-note-body = Gedeelde notitie
accounts-item-note-view-body = Kijk naast een notitie
accounts-item-goal-title = Doel
accounts-item-goal-state = Stand van het doel
accounts-item-task-title = Taak
accounts-item-task-state = Stand van de taak
accounts-item-appointment-title = Afspraak
accounts-item-appointment-place = Plaats
accounts-item-appointment-time = Tijd
accounts-column-invited-at = Uitgenodigd
accounts-column-accepted-at = Deed mee vanaf
accounts-column-left-at = Vertrokken
accounts-column-sent-at = Verstuurd
accounts-column-began-at = Begonnen
accounts-column-seen-at = Laatst gebruikt
accounts-column-ends-at = Eindigt
accounts-column-made-at = Gemaakt
accounts-column-began = Begonnen
accounts-column-ended = Geëindigd
accounts-column-sent = Verstuurd
accounts-column-seen = Gezien
accounts-column-written = Geschreven
accounts-column-changed = Veranderd
accounts-column-shared = Gedeeld
accounts-column-set-at = Gesteld
accounts-column-said-at = Gezegd op
accounts-column-reached = Bereikt
accounts-column-done = Gedaan
accounts-column-begins = Begint
accounts-column-ends = Eindigt
accounts-column-cancelled = Afgezegd
accounts-column-media-type = Soort bestand
accounts-column-size = Grootte in bytes
accounts-item-restriction-since = Bevroren sinds
accounts-item-restriction-reason = Waarom je je gegevens hebt bevroren
accounts-item-undertaking-acceptance = Belofte
accounts-item-alternative-words = Wat is geschreven
accounts-item-alternative-term = Hoe ver het is
accounts-column-clause = Bepaling
accounts-column-version = Versie van de verklaring
accounts-column-promised-at = Aanvaard
accounts-item-paper-whose = Naam op het papier
accounts-item-paper-what = Papier
accounts-item-paper-place = Waar het ligt
accounts-item-paper-dates = Datum
accounts-item-paper-shredder = Vernietigd door
accounts-item-breach-notice = Wat we je hebben verteld
accounts-column-recorded-at = Vastgelegd
accounts-column-due = Vernietigen uiterlijk
accounts-column-shredded-on = Vernietigd op
accounts-item-coach-leave = Afwezig vanaf
accounts-item-diary-entry = Dagboekaantekening
accounts-item-disclosure-reason = Waarom het is gegeven
accounts-item-disclosure-recipient = Wie het heeft ontvangen
accounts-item-enrolment-programme = Programma
accounts-item-enrolment-progress = Hoe ver je bent
accounts-item-enrolment-warning = Kan gevaar hebben betekend
accounts-item-exercise-answer = Antwoord
accounts-item-exercise-times = Moment
accounts-item-handed-in-file = Bestand
accounts-item-handed-in-name = Bestandsnaam
accounts-item-hold-reason = Waarom het wordt bewaard
accounts-item-mood-value = Stemming
accounts-item-request-address = Adres
accounts-item-request-name = Naam
accounts-item-request-words = Woorden van het verzoek
accounts-item-response-body = Antwoord van je coach
accounts-item-response-times = Moment
accounts-item-text-block-body = Eigen tekst
accounts-column-added = Toegevoegd
accounts-column-asked = Om een collega gevraagd
accounts-column-day = Dag
accounts-column-device-since = Je apparaten kunnen bewaren wat niet is verstuurd sinds
accounts-column-exercise = Oefening
accounts-column-finished = Afgerond
accounts-column-moved = Resultaat veranderd
accounts-column-objected = Bezwaar gemaakt
accounts-column-opened = Open sinds
accounts-column-opens = De volgende stap opent op
accounts-column-passes = Een andere coach vanaf
accounts-column-reminded = Herinnerd op
accounts-column-replaced = Vervangen
accounts-column-step = Stap
accounts-column-told = Verteld
accounts-column-until = Tot en met
accounts-column-wrote = Laatst geschreven op
accounts-item-amendment-choice = Je keuze
accounts-item-breach-account = Wat er gebeurde
accounts-item-breach-course = Verloop van het incident
accounts-item-break-glass-reason = Waarom het is geopend
accounts-item-break-glass-term = In nood geopend
accounts-item-brought-along-entry = Meegebracht
accounts-item-brought-along-file = Bestand
accounts-item-brought-along-heading = Meegebracht
accounts-item-brought-along-name = Bestandsnaam
accounts-item-disclosure-term = Aan anderen gegeven
accounts-item-duty-note = Aantekening
accounts-item-hold-term = Langer bewaard
accounts-item-person-mail-returned = Mail kwam terug
accounts-item-request-step = Stap van het verzoek
accounts-item-request-term = Verloop van het verzoek
accounts-item-sign-in-factor = Tweede stap
accounts-item-sign-in-phone = Telefoonnummer
accounts-item-sign-in-renewal = Nieuwe tweede stap
accounts-column-asked-at = Gevraagd
accounts-column-brought-at = Meegebracht
accounts-column-channel = Langs welke weg
accounts-column-closed-at = Afgesloten
accounts-column-due-at = Te beantwoorden uiterlijk
accounts-column-extended-at = Verlengd
accounts-column-ground = Grond
accounts-column-identity = Hoe bekend was wie vroeg
accounts-column-kind = Soort
accounts-column-laid-at = Sinds
accounts-column-outcome = Uitkomst
accounts-column-received-at = Ontvangen
accounts-column-released-at = Tot
accounts-column-returned-at = Teruggekomen
accounts-my-data-freeze = Bevriezen wat er over je wordt bewaard
accounts-my-data-thaw = Bekijken dat je gegevens bevroren zijn, en ze weer vrijgeven
accounts-restriction-title = Je gegevens bevriezen
accounts-restriction-lead = Je kunt ons vragen om je gegevens te bewaren en er niets anders mee te doen: omdat er iets niet klopt, omdat je bezwaar hebt tegen het gebruik, of omdat je ze later nodig hebt. Je hoeft niet te zeggen waarom.
accounts-restriction-means = Wat er gebeurt als je je gegevens bevriest
accounts-restriction-means-you = Jij ziet alles nog, en je kunt het op elk moment meenemen of verwijderen.
accounts-restriction-means-others = Niemand schrijft meer in je gesprekken, en anderen kunnen niet lezen wat van jou is. Ze zien alleen dat het stilstaat, niet waarom.
accounts-restriction-means-dates = Er wordt niets gewist als de datum komt, en er gaan geen mails uit over wat erin staat.
accounts-restriction-means-rights = Dat blijft zo totdat je je gegevens weer vrijgeeft.
accounts-restriction-reason = Waarom
accounts-restriction-reason-purpose = Alleen jij kunt dit lezen.
accounts-restriction-reason-given = De reden die je hebt gegeven
accounts-restriction-button = Mijn gegevens bevriezen
accounts-restriction-since = Je gegevens zijn bevroren sinds { $moment }.
accounts-restriction-lifting = Als je je gegevens vrijgeeft
accounts-restriction-lifting-others = Wie eerst kon lezen en schrijven, kan dat weer, en er gaan weer mails uit.
accounts-restriction-lifting-dates = Wat intussen zijn datum heeft bereikt, wordt in de volgende nacht gewist.
accounts-restriction-lifting-reason = De reden die je hebt gegeven, wordt gewist. Dat je je gegevens hebt bevroren en vrijgegeven, blijft zonder naam in het register van rechten staan.
accounts-restriction-lift = Mijn gegevens vrijgeven
accounts-done-frozen = Klaar. Je gegevens zijn bevroren.
accounts-done-lifted = Klaar. Je gegevens worden weer gebruikt.
accounts-stays-restricted = Iemand anders om wie het gaat, heeft dit bevroren. Het verdwijnt als dat voorbij is.
accounts-deletion-but-contact-title = Alles verwijderen behalve mijn contactgegevens
accounts-deletion-but-contact-password = Zodat niemand anders het kan verwijderen. Je wordt uitgelogd; kom je terug, vraag dan een nieuw wachtwoord aan.
accounts-deletion-but-contact-button = Alles verwijderen behalve mijn contactgegevens
accounts-deletion-but-contact-link = Liever alles verwijderen behalve mijn contactgegevens
accounts-deletion-everything-link = Liever alles verwijderen, ook mijn contactgegevens
accounts-stays-wished = Jij wilt het houden, zodat we je nog kunnen bereiken.
accounts-my-data-complain = Bezwaar maken tegen een gebruik van je gegevens, of klagen
accounts-complaint-title = Bezwaar maken of klagen
accounts-complaint-lead = Als er iets niet klopt met je gegevens, zeg het dan. Het kost niets, en niemand mag het je kwalijk nemen.
accounts-complaint-object = Bezwaar maken tegen een gebruik
accounts-complaint-object-how = Schrijf naar het adres hieronder tegen welk gebruik je bezwaar hebt, en waarom. Je kunt je gegevens meteen bevriezen, zodat er niets meer mee gebeurt terwijl je op antwoord wacht.
accounts-complaint-object-here = Vraag het ons, en schrijf tegen welk gebruik je bezwaar hebt, en waarom. Je kunt je gegevens meteen bevriezen, zodat er niets meer mee gebeurt terwijl je op antwoord wacht.
accounts-history-title = Wat er met je rechten is gedaan
accounts-history-frozen = Je hebt je gegevens bevroren
accounts-history-released = Je hebt je gegevens vrijgegeven
accounts-history-correction = Je naam, taal of adres is verbeterd
accounts-history-erasure = Er is iets gewist omdat jij dat wilde
accounts-history-retention = Er is iets gewist omdat de tijd voorbij was
accounts-history-paper = Papier over jou is vernietigd
accounts-history-told = Volgens de privacyverklaring gaan deze gegevens ook naar { $names }. Vraag het ons als je wilt dat zij van een verbetering horen.
accounts-breach-title = Er is iets gebeurd met je gegevens
accounts-breach-link = Lees wat er is gebeurd en wat je kunt doen
accounts-my-data-consents = Waarmee ik heb ingestemd
accounts-my-data-programmes = Waarmee ik in mijn programma’s heb ingestemd
accounts-complaint-mailings = Mailings
accounts-complaint-mailings-how = Met deze knop stoppen alle mailings aan jou, meteen en zonder reden.
accounts-complaint-mailings-stop = Alle mailings stoppen
accounts-complaint-other-uses = Al het andere
accounts-history-consent = Je gaf een toestemming
accounts-history-withdrawal = Je trok een toestemming in
accounts-item-consent-answer = Toestemming
accounts-item-mailing-link = Link van een mailing
accounts-item-mailing-text = Mailing
accounts-column-given-at = Gegeven
accounts-column-withdrawn-at = Ingetrokken
accounts-column-used-at = Gebruikt

accounts-sessions-title = Waar je bent ingelogd
accounts-sessions-lead = Dit zijn de apparaten waarop je bent ingelogd. Is er een niet van jou? Log daar dan uit en verander je wachtwoord.
accounts-sessions-link = Bekijk waar je bent ingelogd
accounts-sessions-unknown = Een apparaat dat niet zegt wat het is
accounts-sessions-here = Dit apparaat
accounts-sessions-began = Ingelogd
accounts-sessions-seen = Laatst gebruikt
accounts-sessions-end = Daar uitloggen
accounts-sessions-end-others = Overal behalve hier uitloggen
accounts-sessions-ended = Je bent daar uitgelogd.
accounts-sessions-tried = Probeerde iemand als jou in te loggen, met een verkeerd wachtwoord of een verkeerde tweede stap? Ook dat wordt vastgelegd.
accounts-sessions-tried-link = Bekijk wie keek en wie het probeerde
accounts-sessions-place = We zoeken niet op waar een apparaat is. Daarom staat hier geen plaats.

accounts-second-title = App voor codes
accounts-second-what = Een wachtwoord kan worden geraden of gekopieerd. Met een tweede stap kan wie je wachtwoord kent nog niet inloggen: er wordt ook om een code uit een app op je telefoon gevraagd.
accounts-second-link = App voor codes
accounts-second-lead = Dat klopt. Nu je tweede stap.
accounts-second-code = Code
accounts-second-code-purpose = De zes cijfers die je app laat zien, of een van je herstelcodes.
accounts-second-wrong = Deze code klopt niet of is al gebruikt. Wacht op de volgende en typ die.
accounts-second-slow = Er is het vaak geprobeerd. Om { $time } kun je het weer proberen.
accounts-second-lost = Geen telefoon en geen herstelcodes? Vraag het dan aan je organisatie.
accounts-second-app = App
accounts-second-since = ingesteld op { $date }
accounts-second-change = Veranderen
accounts-second-remove = De app weghalen
accounts-second-removed = De app is weggehaald.
accounts-second-stays = Je rol vraagt om een tweede stap, dus je kunt hem niet weghalen.
accounts-second-app-title = Stel je tweede stap in
accounts-second-demanded = Vanaf nu log je in met een tweede stap. Je stelt die hier één keer in.
accounts-second-app-install = Installeer een app voor codes als je er geen hebt: bijvoorbeeld Aegis, FreeOTP of de wachtwoordenapp van je telefoon.
accounts-second-app-scan = Laat de app dit plaatje lezen.
accounts-second-app-picture = Het geheim voor je app, als plaatje. Hetzelfde staat eronder in letters.
accounts-second-app-letters = Of typ deze letters in de app:
accounts-second-app-type = Typ de code die de app nu laat zien.
accounts-second-app-button = Instellen
accounts-recovery-title = Herstelcodes
accounts-recovery-lead = Ben je je telefoon kwijt? Dan kun je in plaats daarvan een van deze codes gebruiken. Elke code werkt één keer.
accounts-recovery-keep = Je ziet ze alleen nu. Bewaar ze ergens anders dan je telefoon: op papier of in een wachtwoordenapp.
accounts-recovery-file = Opslaan als bestand
accounts-recovery-done = Ik heb ze bewaard
accounts-recovery-anew = Nieuwe herstelcodes maken
accounts-recovery-left =
    { $count ->
        [one] er is er { $count } over
       *[other] er zijn er { $count } over
    }
accounts-mail-second-changed-subject = De tweede stap van je account bij { $organisation } is veranderd
accounts-mail-second-changed-body =
    De tweede stap bij het inloggen is zojuist veranderd: een passkey, de app voor codes, het nummer voor sms of de herstelcodes.

    Was jij dat niet? Kies dan meteen een nieuw wachtwoord en laat het ons weten.
accounts-mail-second-changed-link = Ik was het niet
accounts-welcome-second = Je kunt een tweede stap toevoegen, zodat een wachtwoord alleen niemand binnenlaat

accounts-second-step = Tweede stap
accounts-second-app-codes = App voor codes
accounts-second-set-up = De app is ingesteld.
accounts-sms-title = Codes per sms
accounts-sms-what = Heb je je app of passkey niet bij de hand? Dan kunnen we je een code per sms sturen.
accounts-sms-warning = Een sms kan worden onderschept, en iemand kan je provider overhalen om je nummer weg te geven. Een app of een passkey is veiliger. Gebruik die als het kan.
accounts-sms-first = Stel eerst een passkey of een app voor codes in. Een sms is er alleen voor als je die niet bij de hand hebt.
accounts-sms-number = Je nummer
accounts-sms-number-purpose = Met het land ervoor, zoals +31 6 1234 5678. We gebruiken het voor deze codes en voor niets anders.
accounts-sms-no-number = Schrijf het nummer met het land ervoor, zoals +31 6 1234 5678.
accounts-sms-add = Stuur een code naar dit nummer
accounts-sms-since = Het eindigt op { $ending }, bevestigd op { $date }
accounts-sms-confirm-lead = We hebben een code naar dit nummer gestuurd. Typ die hier binnen tien minuten. Dan telt het nummer.
accounts-sms-confirm = Bevestig het nummer
accounts-sms-wrong = Deze code klopt niet of is te oud. Na een paar pogingen heb je een nieuwe nodig.
accounts-sms-often = Er zijn voorlopig genoeg berichten verstuurd. Wacht even, of gebruik je app, een passkey of een herstelcode.
accounts-sms-remove = Haal het nummer weg
accounts-sms-added = Het nummer is bevestigd.
accounts-sms-removed = Het nummer is weggehaald.
accounts-sms-send = Stuur me een code per sms
accounts-sms-sent = We hebben een code gestuurd naar je nummer dat eindigt op { $ending }. Die geldt tien minuten, en alleen op deze pagina.
accounts-recovery-instead = Of een herstelcode
accounts-passkey = Passkey
accounts-passkeys-title = Passkeys
accounts-passkey-what = Een passkey is een sleutel die je apparaat of je wachtwoordenapp voor je bewaart. Je opent hem met je vinger, je gezicht of de pincode van het apparaat. Hij werkt alleen op deze site, dus niemand kan hem je op een valse pagina ontfutselen.
accounts-passkeys-none = Je hebt nog geen passkey.
accounts-passkeys-full = Je hebt zoveel passkeys als er kunnen zijn. Haal er een weg om een andere toe te voegen.
accounts-passkey-made = Toegevoegd
accounts-passkey-used = Laatst gebruikt
accounts-passkey-unused = Nog niet
accounts-passkey-remove = Deze passkey weghalen
accounts-passkey-add-title = Een passkey toevoegen
accounts-passkey-name = Naam van de passkey
accounts-passkey-name-purpose = Zodat je hem later herkent.
accounts-passkey-add = Verder
accounts-passkey-confirm = Een passkey laten zien die je hebt
accounts-passkey-instead = Een passkey laten zien in plaats van een code
accounts-passkey-or-code = Of een code
accounts-passkey-shown = Je hebt je passkey laten zien. Ga verder met de knop hieronder.
accounts-passkey-new-title = Maak de passkey
accounts-passkey-new-lead = Je apparaat maakt hem nu en vraagt om je vinger, je gezicht of je pincode. In je lijst heet hij ‘{ $name }’.
accounts-passkey-make = Een passkey maken
accounts-passkey-without = Deze browser kan hier geen passkeys gebruiken. Daarvoor zijn JavaScript en een browser van de laatste jaren nodig.
accounts-passkey-enter = Inloggen met een passkey
accounts-passkey-show = Je passkey laten zien
accounts-passkey-failed = Er is geen passkey getoond. Je kunt het opnieuw proberen.
accounts-passkey-not-made = Er is geen passkey gemaakt. Je kunt het opnieuw proberen.
accounts-passkey-there = Dit apparaat heeft al een passkey voor je account.
accounts-passkey-wrong = Deze passkey werkte niet. Misschien duurde het te lang, of hij is weggehaald. Probeer het nog eens of log op een andere manier in.
accounts-passkey-unnamed = Mijn apparaat
accounts-passkey-added = De passkey is toegevoegd.
accounts-passkey-removed = De passkey is weggehaald. Misschien laat je apparaat hem nog zien; daar kun je hem verwijderen.
accounts-passkey-removal-title = Een passkey weghalen
accounts-passkey-removal-last = Dit is je enige tweede stap. Hierna is je wachtwoord alleen genoeg om in te loggen, en herstelcodes werken niet meer.
accounts-passkey-removal-others = Hierna kun je er niet meer mee inloggen. Je andere tweede stappen blijven.
accounts-mail-passkey-copied-subject = Misschien heeft iemand een kopie van je passkey voor { $organisation }
accounts-mail-passkey-copied-body =
    Er is zojuist een passkey van jou getoond, maar het lijkt erop dat er twee van zijn. We hebben hem niet aangenomen.

    Haal deze passkey weg en voeg een nieuwe toe. Was jij het niet? Laat het ons dan weten.
accounts-mail-passkey-copied-link = Mijn passkeys bekijken
accounts-welcome-passkey = Je kunt een passkey toevoegen, die je met je vinger, je gezicht of een pincode opent

accounts-address-title = Een ander adres
accounts-address-lead = Met je adres log je in, en een nieuw wachtwoord gaat naar je adres. Daarom verandert het pas als je het in beide mailboxen bevestigt: de nieuwe en de oude.
accounts-address-waits = Er wacht een verandering
accounts-address-present = Adres tot nu toe
accounts-address-new = Nieuw adres
accounts-address-new-purpose = We mailen een link naar dit adres, en een andere naar het adres tot nu toe.
accounts-address-has = Bevestigd
accounts-address-has-not = Wacht op jou: open de link in de mail
accounts-address-until = Zonder bevestiging vervalt het
accounts-address-ask = Een ander adres vragen
accounts-address-button = Mail me beide links
accounts-address-lost = Kun je de mailbox van het adres tot nu toe niet meer lezen? Vraag het dan zelf aan een manager, oog in oog. Die noteert het nieuwe adres, en een week later verandert het.
accounts-address-asked = We hebben naar beide adressen een link gemaild. Er is nog niets veranderd.
accounts-address-stopped = De verandering is gestopt. Je adres blijft zoals het is.
accounts-mail-lost = Mails komen terug
accounts-mail-lost-since = Sinds { $date } komen mails naar dit adres niet aan. Daarom sturen we er geen meer heen.
accounts-mail-lost-help = Vraag de persoon om een ander adres en noteer het hieronder.
accounts-address-lost-since = Sinds { $date } komen mails naar je adres terug. Daarom mailen we er niets meer heen, ook geen link voor een nieuw wachtwoord. Vraag hieronder een ander adres, of laat dit adres opnieuw proberen.
accounts-address-try = Probeer dit adres opnieuw
accounts-address-tried = We hebben iets naar dit adres gemaild. Komt dat ook terug, dan staat het hier.
accounts-address-same = Dit is al je adres.
accounts-address-own = Je eigen adres verander je onder Mijn account.
accounts-address-saw = Ik heb deze persoon gezien en weet dat die het is
accounts-address-saw-hint = Alleen voor een ander adres, als de mailbox tot nu toe kwijt is. Het nieuwe adres moet bevestigen. Het adres tot nu toe kan het zeven dagen lang stoppen.
accounts-address-unseen = Een ander adres noteer je alleen voor iemand die je hebt gezien.
accounts-done-address = Bewaard. We hebben een link gemaild naar het nieuwe adres. Het verandert over zeven dagen, of zodra beide mailboxen bevestigen.
accounts-address-new-lead = Iemand wil dit adres gebruiken voor een account bij { $organisation }. Was jij dat?
accounts-address-new-not-me = Was jij het niet? Sluit dan deze pagina. Zonder deze knop gebeurt er niets en vergeten we het adres.
accounts-address-old-lead = Je adres bij { $organisation } wordt misschien een ander adres. Heb jij dat gevraagd?
accounts-address-old-not-me = Stop je het, dan verandert er niets. Kies dan ook een nieuw wachtwoord: misschien kent iemand het jouwe.
accounts-address-confirm = Ja, dit klopt
accounts-address-stop = De verandering stoppen
accounts-address-waits-title = Hier bevestigd
accounts-address-waits-lead = Dank je. Er is nog niets veranderd: de andere mailbox moet ook bevestigen, of de wachttijd moet voorbij zijn.
accounts-address-changed-title = Het adres is veranderd
accounts-address-changed-lead = Vanaf nu log je in met het nieuwe adres. Op andere apparaten ben je uitgelogd. Beide adressen krijgen er een mail over.
accounts-address-stopped-title = De verandering is gestopt
accounts-address-stopped-lead = Het adres blijft zoals het is. Heb jij niet om een ander adres gevraagd? Kies dan nu een nieuw wachtwoord.
accounts-mail-address-new-subject = Bevestig je adres bij { $organisation }
accounts-mail-address-new-body =
    Iemand, waarschijnlijk jijzelf, wil dit adres gebruiken voor een account.

    De link werkt één keer en maar kort. Was jij het niet? Dan hoef je niets te doen.
accounts-mail-address-new-link = Bekijk en bevestig
accounts-mail-address-taken-subject = Je hebt al een account bij { $organisation }
accounts-mail-address-taken-body =
    Iemand, waarschijnlijk jijzelf, wilde dit adres gebruiken voor een account. Er is er al een met dit adres, dus er is niets veranderd.

    Weet je je wachtwoord niet meer? De pagina om in te loggen helpt je verder.
accounts-mail-address-taken-link = Log in
accounts-mail-address-old-subject = Je adres bij { $organisation } wordt misschien veranderd
accounts-mail-address-old-body =
    Iemand, waarschijnlijk jijzelf, vroeg om een ander adres voor je account.

    Het verandert pas als je het ook hier bevestigt. Met dezelfde link kun je het stoppen.
accounts-mail-address-old-link = Bevestig of stop
accounts-mail-address-seen-subject = Je adres bij { $organisation } wordt misschien veranderd
accounts-mail-address-seen-body =
    Een manager heeft een ander adres voor je account genoteerd, en zegt dat die je heeft gezien.

    Het verandert op { $date } als het nieuwe adres heeft bevestigd. Tot dan kun je het met deze link stoppen.
accounts-mail-address-seen-link = Bevestig of stop
accounts-mail-address-changed-subject = Je adres bij { $organisation } is veranderd
accounts-mail-address-changed-body =
    Vanaf nu log je in met dit adres.

    Was jij het niet? Kies dan meteen een nieuw wachtwoord, en laat het ons weten.
accounts-mail-address-changed-link = Ik was het niet
accounts-mail-address-was-subject = Je adres bij { $organisation } is veranderd
accounts-mail-address-was-body =
    Vanaf nu gebruikt je account een ander adres. Dit adres wissen we.

    Was jij het niet? Laat het ons dan meteen weten. De pagina laat zien hoe je ons bereikt.
accounts-mail-address-was-link = Hoe je ons bereikt
accounts-mail-address-unknown-subject = Het nieuwe adres bij { $organisation } werkt niet
accounts-mail-address-unknown-body = Er is een ander adres gevraagd. De mailserver zegt dat die mailbox niet bestaat, dus er is niets veranderd. Kijk of het adres goed gespeld is en vraag het opnieuw.
accounts-mail-address-unknown-link = Bekijk je adres
accounts-mail-trial-subject = Mails van { $organisation } komen hier weer aan
accounts-mail-trial-body = Mails naar dit adres kwamen een tijd terug. Deze mail laat zien dat ze weer aankomen. Je hoeft niets te doen.
accounts-mail-trial-link = Bekijk je adres

accounts-register-link = Nog geen account? Meld je aan
accounts-register-title = Meld je aan bij { $organisation }
accounts-register-lead = Met een account doe je mee bij { $organisation }. Wat we dan over je hebben, waarom, wie het leest en wanneer het verdwijnt, staat in de privacyverklaring.
accounts-register-purpose = We vragen dit { $purpose }.
accounts-register-mandatory = Vul alles in, behalve waar niet verplicht bij staat.
accounts-register-age = Hoe oud ben je?
accounts-register-age-purpose = We vragen geen geboortedatum en bewaren je antwoord niet.
accounts-register-from = Je kunt je aanmelden vanaf { $age } jaar. We vragen je leeftijd als je adres is bevestigd, en bewaren niets van wie jonger is.
accounts-register-old-enough = { $age } of ouder
accounts-register-younger = Jonger dan { $age }
accounts-register-button = Mail me een link
accounts-register-later = Wat we daarna vragen
accounts-register-later-password = Een wachtwoord, dat niemand kan lezen.
accounts-register-kept = Eerst mailen we een link naar je adres. Pas als je die opent en verdergaat, is er een account. Doe je dat niet, dan wissen we het adres na een dag.
accounts-register-slow = Dit is te vaak geprobeerd. Om { $time } kun je het weer proberen.
accounts-register-sent-title = Kijk in je mailbox
accounts-register-sent = We hebben je gemaild. Open de link in de mail om verder te gaan. De link werkt één keer en maar kort.
accounts-register-sent-way = Geen mail? Kijk bij de ongewenste mail, en of het adres zonder fout is getypt.
accounts-register-young-title = Vanaf { $age } jaar kun je je zelf aanmelden
accounts-register-young = Daarvoor ben je nog niet oud genoeg. We hebben niets bewaard van wat je hebt getypt.
accounts-register-young-way = Zoek gerust samen met een ouder of iemand anders die voor je zorgt naar een manier. Zij kunnen schrijven naar { $contact }.
accounts-register-young-help = Wil je nu met iemand praten? Vertel het aan een volwassene die je vertrouwt, zoals iemand thuis of op school, of je huisarts.
accounts-register-rest-title = Bijna klaar
accounts-register-rest-lead = Je adres is bevestigd. Ga je verder, dan is er een account, en geldt de privacyverklaring voor wat we over je bewaren.
accounts-register-rest-button = Maak mijn account
accounts-age-title = Je leeftijd verbeteren
accounts-age-told = { $age }, op { $date }
accounts-age-unknown = Je hebt ons je leeftijd niet verteld.
accounts-age-not-one = Vul je leeftijd in hele jaren in, zoals 23.
accounts-age-too-young = Om mee te doen moet je ouder zijn. We hebben dit niet opgeslagen. Klopt het wel? Schrijf ons dan.
accounts-age-button = Mijn leeftijd opslaan
accounts-mail-register-subject = Ga verder met je aanmelding bij { $organisation }
accounts-mail-register-body =
    Iemand, waarschijnlijk jijzelf, wil zich met dit adres aanmelden.

    De link werkt één keer en maar kort. Was jij het niet? Dan hoef je niets te doen: er is geen account, en na een dag wissen we het adres.
accounts-mail-register-link = Ga verder
accounts-item-registration-address = Adres

accounts-password-none = Je hebt hier nog geen wachtwoord. Kies er een via ‘Ik ben mijn wachtwoord vergeten’ op de pagina waar je inlogt, en probeer het dan opnieuw.
accounts-item-sign-in-provider = Code van je account elders

accounts-provider-enter = Inloggen met { $provider }
accounts-provider-cookie-line = Als je inlogt, zetten we één cookie, zodat je ingelogd blijft. Ga je naar { $provider }, dan herkent een tweede je browser als je terugkomt. Andere zijn er niet.
accounts-provider-go-title = Verder naar { $provider }
accounts-provider-go-lead = Je logt in bij { $provider }. Daarna kom je hier terug.
accounts-provider-go-link = Ga verder naar { $provider }
accounts-provider-go-told = Daar zien ze dat je hier inlogt, en wanneer. Ze geven ons één nummer dat voor jou staat, en geen naam en geen adres.
accounts-provider-unreached-title = { $provider } geeft geen antwoord
accounts-provider-unreached-lead = We kunnen { $provider } nu niet bereiken. Jij hebt niets verkeerd gedaan.
accounts-provider-unreached-way = Probeer het over een paar minuten opnieuw, of log in met je wachtwoord.
accounts-provider-lost-title = Dit kan niet verder
accounts-provider-lost-lead = Wat terugkwam van { $provider } hoort niet bij iets dat deze browser kort geleden is begonnen.
accounts-provider-lost-way = Er is niemand ingelogd en er is niets veranderd. Begin opnieuw.
accounts-provider-refused-title = { $provider } liet je niet binnen
accounts-provider-refused-lead = Je bent daar gestopt, of je account daar mag hiervoor niet worden gebruikt.
accounts-provider-refused-way = Er is niemand ingelogd en er is niets veranderd. Je kunt het opnieuw proberen, of inloggen met je wachtwoord.
accounts-provider-unbelieved-title = We vertrouwen dit antwoord niet
accounts-provider-unbelieved-lead = Wat { $provider } ons over jou vertelde, kwam niet door onze controle.
accounts-provider-unbelieved-way = Er is niemand ingelogd en er is niets veranderd. Probeer het opnieuw. Gebeurt het nog eens, laat het ons dan weten.
accounts-provider-unlinked-title = We kennen dit account nog niet
accounts-provider-unlinked-lead = Je bent ingelogd bij { $provider }, maar hier hoort er geen account bij. We hebben er niets van bewaard.
accounts-provider-unlinked-way = Ben je uitgenodigd? Open dan de link in die mail, en kies daar { $provider }. Heb je hier al een account? Log dan in met je wachtwoord, en koppel de twee in je profiel.
accounts-provider-taken-title = Dit account is al gekoppeld
accounts-provider-taken-lead = Bij het account van { $provider } waarmee je inlogde, hoort hier al een account.
accounts-provider-taken-way = Er is niets veranderd. Heb je nog een account bij { $provider }, log dan daarmee in.
accounts-provider-what = Je kunt inloggen met je account bij { $provider } in plaats van met je wachtwoord.
accounts-provider-since = gekoppeld op { $date }
accounts-provider-no-password = Om dit te veranderen heb je hier een wachtwoord nodig: daar vragen we eerst naar.
accounts-provider-no-password-link = Kies een wachtwoord
accounts-provider-link-lead = Laat eerst zien dat jij het bent. Daarna log je in bij { $provider }, en vanaf dan weten we dat dat account van jou is.
accounts-provider-link = Koppel mijn account bij { $provider }
accounts-provider-unlink-title = De koppeling weghalen
accounts-provider-unlink-lead = Hierna log je in met je wachtwoord. Ben je elders ingelogd, dan eindigt dat.
accounts-provider-unlink = Haal de koppeling weg
accounts-provider-linked = Je account is gekoppeld.
accounts-provider-unlinked-done = De koppeling is weg.
accounts-provider-invitation = Of zonder wachtwoord: doe mee met het account dat je bij { $provider } hebt.
accounts-provider-invitation-button = Doe mee met { $provider }
accounts-signed-out-title = Je bent uitgelogd
accounts-provider-out-lead = Hier ben je uitgelogd. Kwam je binnen met { $provider }, dan ben je daar misschien nog ingelogd.
accounts-provider-out-link = Uitloggen bij { $provider }
accounts-provider-out-alone = Gebruiken anderen dit apparaat ook? Log daar dan ook uit, of sluit de browser.
accounts-mail-provider-changed-subject = Hoe je inlogt bij { $organisation } is veranderd
accounts-mail-provider-changed-body =
    Een account dat je elders hebt, is zojuist aan dat van jou gekoppeld, of is niet meer gekoppeld.

    Was jij het niet? Kies dan meteen een nieuw wachtwoord, en laat het ons weten.
accounts-mail-provider-changed-link = Ik was het niet

# De tweede stap opnieuw instellen, voor wie alle factoren kwijt is.
accounts-renewal-title = Tweede stap, opnieuw ingesteld
accounts-renewal-link = Laat deze persoon de tweede stap opnieuw instellen
accounts-renewal-lead = Is { $name } de app of de passkey kwijt, en de herstelcodes ook? Dan kan de tweede stap opnieuw worden ingesteld. Ga eerst na of het echt { $name } is: wie zich voor een ander uitgeeft, komt zo binnen. Een andere manager moet ermee instemmen. Is die er niet, dan gebeurt het na drie dagen. { $name } krijgt meteen een mail en kan het stoppen. Daarna verdwijnen de factoren, het wachtwoord en de koppeling met een account elders, en worden alle apparaten uitgelogd. { $name } kiest per mail een nieuw wachtwoord en stelt bij het volgende inloggen de tweede stap in.
accounts-renewal-ask = Begin dit voor { $name }
accounts-renewal-how = Hoe je hebt nagegaan wie het is
accounts-renewal-how-purpose = Bijvoorbeeld: zelf gezien, met een identiteitsbewijs. Het blijft bij het account staan, en managers lezen het. Schrijf geen nummer van een bewijs op.
accounts-renewal-ask-button = Vraag een tweede akkoord
accounts-renewal-latest = De laatste keer
accounts-renewal-when = Gevraagd
accounts-renewal-asked = Door een andere manager, op { $date }
accounts-renewal-asked-you = Door jou, op { $date }
accounts-renewal-stands = Hoe het ervoor staat
accounts-renewal-waits = Een andere manager moet ermee instemmen, uiterlijk op { $date }
accounts-renewal-alone = Niemand anders kan ermee instemmen: het gebeurt op { $date }, tenzij het wordt gestopt
accounts-renewal-agreed = Akkoord gegeven, het gebeurt zo meteen
accounts-renewal-stopped = Gestopt
accounts-renewal-over = Voorbij: niemand stemde op tijd in
accounts-renewal-due = Gedaan: bij het volgende inloggen wordt een tweede stap gevraagd
accounts-renewal-made = Opnieuw ingesteld
accounts-renewal-agree-lead = Stem alleen in als je zelf weet dat het klopt, of het aan de persoon hebt gevraagd.
accounts-renewal-agree = Instemmen
accounts-renewal-stop = Stop dit
accounts-renewal-done-asked = Het is gevraagd, en de persoon krijgt een mail.
accounts-renewal-done-agreed = Je hebt ingestemd. Het gebeurt zo meteen.
accounts-renewal-done-stopped = Het is gestopt.
accounts-renewal-link-title = Stop het opnieuw instellen van de tweede stap
accounts-renewal-link-lead = Iemand bij { $organisation } heeft vastgelegd dat je je tweede stap kwijt bent, zodat je die opnieuw kunt instellen. Heb je daar niet om gevraagd? Stop het dan hier.
accounts-renewal-link-stop = Stop het
accounts-renewal-link-mine = Heb je er zelf om gevraagd? Sluit dan deze pagina: door te kijken verandert er niets.
accounts-renewal-link-stopped-title = Het is gestopt
accounts-renewal-link-stopped-lead = Er is niets veranderd. Wie erom vroeg, hoort het. Gaf iemand zich voor jou uit? Vertel het dan aan de organisatie.
accounts-mail-renewal-asked-subject = Ben je je tweede stap kwijt?
accounts-mail-renewal-asked-body = Iemand heeft vastgelegd dat je je tweede stap kwijt bent en die opnieuw wilt instellen. Klopt dat, dan hoef je niets te doen. Heb je er niet om gevraagd, stop het dan met deze link.
accounts-mail-renewal-asked-link = Stop het
accounts-mail-renewal-alone-subject = Ben je je tweede stap kwijt?
accounts-mail-renewal-alone-body = Iemand heeft vastgelegd dat je je tweede stap kwijt bent en die opnieuw wilt instellen. Op { $date } verdwijnen je tweede stap en je wachtwoord, en kun je nieuwe kiezen. Klopt dat, dan hoef je niets te doen. Heb je er niet om gevraagd, stop het dan met deze link.
accounts-mail-renewal-alone-link = Stop het
accounts-mail-renewal-agree-subject = Je akkoord wordt gevraagd
accounts-mail-renewal-agree-body = Iemand is de tweede stap kwijt, en een andere manager heeft gevraagd of die opnieuw kan worden ingesteld. Dit wacht op een tweede manager. Na het inloggen lees je hoe is nagegaan wie het is.
accounts-mail-renewal-agree-link = Bekijk wat er wordt gevraagd
accounts-mail-renewal-stopped-subject = Wat je vroeg, is gestopt
accounts-mail-renewal-stopped-body = Je vroeg of iemand de tweede stap opnieuw kan instellen. Dat is gestopt, of is niet meer nodig. Verwachtte je dit niet? Vraag het dan aan de persoon: misschien gaf iemand zich voor een ander uit.
accounts-mail-renewal-stopped-link = Bekijk hoe het ervoor staat
accounts-mail-renewal-done-subject = Je kunt je tweede stap opnieuw instellen
accounts-mail-renewal-done-body = Je tweede stap en je wachtwoord zijn weggehaald, en ook de koppeling met een account elders, als die er was. Je bent overal uitgelogd. Vraag een link voor een nieuw wachtwoord. Als je daarmee inlogt, stel je de tweede stap opnieuw in.
accounts-mail-renewal-done-link = Vraag een nieuw wachtwoord

accounts-unsent = Op dit apparaat staat nog iets, verzegeld, dat niet verstuurd kon worden. Wie het schreef, logt hier in en opent de oefening; dan wordt het verstuurd. Niemand anders kan het openen. Uiterlijk 14 dagen nadat het geschreven is verdwijnt het, zodra hier weer iemand komt.
