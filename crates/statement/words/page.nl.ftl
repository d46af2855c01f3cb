# De openbare pagina van een verklaring. Elk bericht is een hele zin, of een zinsdeel waarvan de plaats erbij staat.
# $what is een bepaalde woordgroep: "de dialoog". $role, $roles: "coachee", "de coachees".

page-title = Privacyverklaring van { $name }
page-title-plain = Privacyverklaring
page-version-line = Dit is versie { $number }. Deze versie geldt sinds { $date }.
page-contents = Op deze pagina
page-state-enforced = Het programma zorgt ervoor
page-state-declared = Mensen zorgen ervoor
page-state-not-in-use = Nog niet in gebruik
page-legend = Bij elke bepaling staat een merkteken. ‘Het programma zorgt ervoor’ betekent dat de software zelf de belofte nakomt. ‘Mensen zorgen ervoor’ betekent dat wij het beloven en zeggen wie erover gaat, omdat geen software dat kan. ‘Nog niet in gebruik’ betekent dat de bepaling gaat over iets wat deze site vandaag niet doet.
page-note = Toelichting: { $text }
page-open-clauses = { $count ->
    [one] De bepaling, woord voor woord
   *[other] De { $word } bepalingen, woord voor woord
 }
page-wording-mark = ‘{ $text }’
page-list-or = of
page-everything = alles wat we over je bewaren
page-everything-title = Alles
page-a-role = { $role }

# Delen van de pagina: een kop en één regel.
page-who = Wie we zijn
page-who-line = { $controller } beslist wat hier met je gegevens gebeurt, en is daarop aanspreekbaar.
page-hold = Wat we bewaren, en waarom
page-hold-line = We bewaren alleen wat hier staat, en alles heeft een doel.
page-read = Wie het kan zien
page-read-line = Bij elke soort gegevens lees je wie ze kan zien. Verder kan niemand dat.
page-keep = Hoelang we het bewaren
page-keep-line = Alles houdt een keer op. Als de dag daar is, wist het programma het vanzelf.
page-decide = Wat jij beslist
page-decide-line = Deze keuzes zijn aan jou, en je mag je bedenken.
page-receive = Wie het krijgt
page-receive-line = Je gegevens blijven bij ons, behalve in de gevallen die hier staan.
page-practice = Hoe het hier gaat
page-practice-line = Zo gaan we in de praktijk met je gegevens om.
page-security = Inloggen en beveiliging
page-security-line = Zo houden we anderen bij je gegevens weg.
page-cookies = Cookies en bezoeken
page-cookies-line = Dit doen we wel en niet als je onze pagina’s bekijkt.
page-rights = Je rechten
page-rights-line = De wet geeft je rechten over je gegevens. Zo gebruik je die.
page-declared = Waar mensen voor zorgen
page-declared-line = Deze beloften kan geen software nakomen. Mensen doen dat, en we zeggen wie erover gaat.
page-versions = Versies
page-versions-line = Elke versie van deze verklaring heeft een nummer en een datum.

# Wie we zijn.
page-controller = In de woorden van de wet is dat de verwerkingsverantwoordelijke.
page-controller-address = Het adres is { $address }.
page-contact = Met vragen over je gegevens kun je mailen naar { $mail }.
page-contact-phone = Met vragen over je gegevens kun je mailen naar { $mail } of bellen naar { $phone }.
page-officer = Onze functionaris gegevensbescherming houdt hier toezicht op. Je kunt de functionaris zelf mailen: { $mail }.
page-roles = { $count ->
    [one] Wie hier meedoet, heeft één rol: { $roles }.
   *[other] Wie hier meedoet, heeft een van { $word } rollen: { $roles }.
 }
page-zone = Dagen tellen we in de tijdzone { $zone }.
page-activity = Wij verzorgen { $name }.
page-authority-nl-ap = de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl)
page-authority-se-imy = de Zweedse toezichthouder (Integritetsskyddsmyndigheten, imy.se)
page-authority-uk-ico = de Britse toezichthouder (Information Commissioner’s Office, ico.org.uk)
page-authority-be-gba = de Belgische Gegevensbeschermingsautoriteit (gegevensbeschermingsautoriteit.be)
page-authority-ie-dpc = de Ierse toezichthouder (Data Protection Commission, dataprotection.ie)
page-authority-de-bfdi = de Duitse toezichthouder (BfDI, bfdi.bund.de)
page-authority-other = de privacytoezichthouder van je land

# Wat we bewaren.
page-purposes = Waarvoor we gegevens gebruiken
page-purpose = We gebruiken gegevens { $purpose }.
page-category = We gebruiken { $what } { $purposes }.
page-category-visitor = Dit zijn gegevens over bezoeken. We houden ze apart van gegevens over mensen.
page-source = Deze gegevens komen van { $sources }.
page-source-you = jou
page-source-sponsor = je werkgever
page-source-system = het programma zelf
page-secrecy = { $role } heeft een beroepsgeheim, en deze gegevens vallen daaronder.
page-special = Er kunnen gevoelige gegevens bij zijn, bijvoorbeeld over je gezondheid. Zulke gegevens beschermt de wet strenger.
page-law = { " " }({ $law })
page-basis-consent = Dat doen we alleen met je toestemming, die je altijd kunt intrekken{ $law }.
page-basis-contract = Dat doen we omdat onze overeenkomst met jou het nodig maakt{ $law }.
page-basis-legal-obligation = Dat doen we omdat de wet ons ertoe verplicht{ $law }.
page-basis-vital-interest = Dat doen we om iemands leven te beschermen{ $law }.
page-basis-public-task = Dat doen we omdat het bij onze publieke taak hoort{ $law }.
page-basis-legitimate-interest = Dat doen we omdat we er een gerechtvaardigd belang bij hebben{ $law }.
page-basis-in-consent = Bij { $activity } doen we dat alleen met je toestemming, die je altijd kunt intrekken{ $law }.
page-basis-in-contract = Bij { $activity } doen we dat omdat onze overeenkomst met jou het nodig maakt{ $law }.
page-basis-in-legal-obligation = Bij { $activity } doen we dat omdat de wet ons ertoe verplicht{ $law }.
page-basis-in-vital-interest = Bij { $activity } doen we dat om iemands leven te beschermen{ $law }.
page-basis-in-public-task = Bij { $activity } doen we dat omdat het bij onze publieke taak hoort{ $law }.
page-basis-in-legitimate-interest = Bij { $activity } doen we dat omdat we er een gerechtvaardigd belang bij hebben{ $law }.
page-form = Wat we vragen { $form }
page-form-registration = als je je inschrijft
page-form-application = als je je aanmeldt
page-form-training = voor een training
page-form-invitation = als iemand je uitnodigt
page-form-profile = voor je profiel
page-form-contact = als je ons schrijft
page-form-other = in een formulier
page-field-required = ‘{ $name }’ moet worden ingevuld. We vragen dat { $purpose }.
page-field-optional = ‘{ $name }’ mag leeg blijven. We vragen dat { $purpose }.

# Wie het kan zien.
page-you = jij
page-your-role = je { $role }
page-people-around = de mensen met wie je werkt
page-everyone = iedereen
page-same-course = { $roles } van dezelfde cursus
page-same-training = { $roles } van dezelfde training
page-readers-guest = Iedereen kan dit zien, ook zonder in te loggen.
page-readers-guest-consent = Iedereen kan dit zien, ook zonder in te loggen, maar alleen als je daarmee hebt ingestemd.
page-readers = { $form ->
    [you] Alleen jij kunt dit zien.
    [one] Alleen { $readers } kan dit zien.
   *[other] Alleen { $readers } kunnen dit zien.
 }
page-readers-own = Ieder ziet alleen de eigen gegevens.
page-readers-conditional = { $form ->
    [you] Jij kunt het alleen onder een voorwaarde zien.
    [one] { $readers } kan het alleen onder een voorwaarde zien.
   *[other] { $readers } kunnen het alleen onder een voorwaarde zien.
 }
page-readers-only-conditional = { $form ->
    [one] Alleen { $readers } kan dit zien, en alleen onder een voorwaarde.
   *[other] Alleen { $readers } kunnen dit zien, en alleen onder een voorwaarde.
 }
page-read-rest = Beloften en noodgevallen
page-age-title = Leeftijd
page-readers-none = Niemand krijgt dit te zien. Alleen het programma gebruikt het.
page-read-any = { $form ->
    [one] { $who } kan { $what } zien.
   *[other] { $who } kunnen { $what } zien.
 }
page-read-own = Als { $role } kun je { $what } zien, maar alleen wat van jezelf is.
page-read-shared = Als { $role } kun je { $what } zien, maar alleen wat van jezelf is en wat met je is gedeeld.
page-read-relation-you = Als { $role } kun je { $what } zien, maar alleen van de mensen met wie je hier werkt.
page-read-relation = Van { $roles } kan alleen die van jou { $what } zien.
page-read-course-you = Als { $role } kun je { $what } zien, maar alleen bij de cursussen waarvoor je staat ingeschreven.
page-read-course = Van { $roles } kunnen alleen die van dezelfde cursus { $what } zien.
page-read-training-you = Als { $role } kun je { $what } zien, maar alleen bij de trainingen waaraan je meedoet.
page-read-training = Van { $roles } kunnen alleen die van dezelfde training { $what } zien.
page-read-completion = { $form ->
    [one] { $who } kan { $what } zien, maar pas na afronding.
   *[other] { $who } kunnen { $what } zien, maar pas na afronding.
 }
page-read-reason = { $form ->
    [one] { $who } kan { $what } zien, maar alleen na opgave van een reden, die we vastleggen.
   *[other] { $who } kunnen { $what } zien, maar alleen na opgave van een reden, die we vastleggen.
 }
page-read-break-glass = { $form ->
    [one] { $who } kan { $what } zien, maar alleen om een storing te verhelpen, volgens de regel voor noodgevallen hieronder.
   *[other] { $who } kunnen { $what } zien, maar alleen om een storing te verhelpen, volgens de regel voor noodgevallen hieronder.
 }
page-read-consent = { $form ->
    [one] { $who } kan { $what } zien, maar alleen als de persoon om wie het gaat daarmee heeft ingestemd.
   *[other] { $who } kunnen { $what } zien, maar alleen als de persoon om wie het gaat daarmee heeft ingestemd.
 }
page-read-guest = Iedereen, ook zonder in te loggen,
page-never-read = { $who } kunnen { $what } nooit zien.
page-never-read-guest = Zonder in te loggen kan niemand { $what } zien.
page-never-read-everything = { $who } krijgen nooit iets te zien van de gegevens die in deze verklaring staan.
page-never-read-everything-guest = Zonder in te loggen krijgt niemand iets te zien van de gegevens die in deze verklaring staan.

# Termijnen: getallen tot en met twaalf zijn woorden. $word is het getal zoals je het leest.
page-number-1 = één
page-number-2 = twee
page-number-3 = drie
page-number-4 = vier
page-number-5 = vijf
page-number-6 = zes
page-number-7 = zeven
page-number-8 = acht
page-number-9 = negen
page-number-10 = tien
page-number-11 = elf
page-number-12 = twaalf
page-years = { $count ->
    [one] een jaar
   *[other] { $word } jaar
 }
page-months = { $count ->
    [one] een maand
   *[other] { $word } maanden
 }
page-weeks = { $count ->
    [one] een week
   *[other] { $word } weken
 }
page-days = { $count ->
    [one] een dag
   *[other] { $word } dagen
 }
page-hours = { $count ->
    [one] een uur
   *[other] { $word } uur
 }
page-every-years = { $count ->
    [one] elk jaar
   *[other] elke { $word } jaar
 }
page-every-months = { $count ->
    [one] elke maand
   *[other] elke { $word } maanden
 }
page-every-weeks = { $count ->
    [one] elke week
   *[other] elke { $word } weken
 }
page-every-days = { $count ->
    [one] elke dag
   *[other] elke { $word } dagen
 }
page-every-hours = { $count ->
    [one] elk uur
   *[other] elke { $word } uur
 }
page-after = { $period } na { $event }
page-after-at-once = op de dag van { $event }
page-at-least-after = ten minste { $period } na { $event }

# Waar termijnen vanaf lopen: een zelfstandige woordgroep na "twee jaar na ...".
page-event-trajectory-ended = het einde van het traject
page-event-agreement-ended = het einde van de overeenkomst
page-event-hold-ended = het einde van de bewaarplicht
page-event-duty-confirmed = de bevestiging
page-event-paper-shredded = het vernietigen van het papier
page-event-breach-closed = het afsluiten van het datalek
page-event-breach-told = het bericht daarover
page-event-request-closed = het antwoord op het verzoek
page-event-request-asked = het schrijven van een verzoek dat niemand heeft bevestigd
page-event-registration-asked = het moment dat iemand zich wilde aanmelden
page-event-alternative-closed = het antwoord op de vraag of het anders kan, of het intrekken ervan
page-event-disclosure-moved = de laatste stap van de verstrekking
page-event-mailing-moved = de laatste wijziging of verzending van de mailing
page-event-break-glass-moved = de laatste stap van de noodtoegang
page-event-credentials-issued = het verstrekken van de inloggegevens
page-event-last-login = de laatste keer dat je bent ingelogd
page-event-invited = het versturen van de uitnodiging
page-event-unanswered = het versturen van een onbeantwoorde uitnodiging
page-event-logged = de vastlegging
page-event-recorded = de vastlegging
page-event-visited = het bezoek
page-event-training-completed = het einde van de training
page-event-application-decided = het besluit over de aanmelding
page-event-met-on = het gesprek
page-event-lecture-ended = het einde van het college
page-event-course-ended = het einde van de cursus
page-event-module-completed = het afronden van de module
page-event-last-correspondence = het laatste bericht
page-event-received = de ontvangst
page-event-invoice-sent = het versturen van de factuur
page-event-invoiced = het einde van het jaar van de factuur
page-event-published = de publicatie
page-event-disclosed = de verstrekking
page-event-survey-closed = het sluiten van de enquête
page-event-other = de gebeurtenis ‘{ $event }’

# Hoelang.
page-keep-any = We wissen { $what } { $when }.
page-keep-of = Ben je { $role }, dan wissen we { $when } { $what }.
page-keep-consent = Als je daarmee instemt, mogen we { $what } langer bewaren, tot { $when }.
page-keep-floor = De wet verplicht ons om { $what } te bewaren tot { $when }{ $law }.
page-keep-announce = We laten je dat { $period } van tevoren weten.
page-keep-then = Dan wissen we { $what }.
page-keep-then-of = Ben je { $roles }, dan wissen we op dat moment { $what }.
page-keep-special = In bijzondere gevallen
page-announce = We laten het je { $period } van tevoren weten als we { $what } gaan wissen.
page-announce-by = We laten het je { $period } van tevoren { $by } weten als we { $what } gaan wissen.
page-move = We verplaatsen { $what } van { $from } naar { $to }, binnen { $period } na { $event }.
page-storage-intake = de opslag waar het binnenkomt
page-storage-library = de bibliotheek
page-storage-archive = het archief
page-storage-other = ‘{ $name }’

# Manieren waarop je het hoort.
page-channel-mail = per mail
page-channel-sign-in = bij het inloggen
page-channel-sms = per sms

# Wat jij beslist.
page-consent = We vragen je: ‘{ $ask }’
page-consent-of = Ben je { $role }, dan vragen we je: ‘{ $ask }’
page-consent-about = Je antwoord gaat over { $what }, en we vragen het { $purpose }.
page-consent-free = Je mag gerust nee zeggen, en geen antwoord is van tevoren aangevinkt.
page-withdraw-my-data = Je kunt je toestemming altijd intrekken op de pagina ‘Mijn gegevens’.
page-withdraw-mail = Je kunt je toestemming altijd per mail intrekken.
page-withdraw-other = Je kunt je toestemming altijd intrekken.
page-self-see = Je kunt { $what } altijd zelf bekijken, op de pagina ‘Mijn gegevens’.
page-self-correct = Je kunt { $what } zelf verbeteren.
page-self-erase = Je kunt { $what } zelf verwijderen, meteen en overal.
page-self-remove = Je kunt jezelf altijd uit { $what } halen, en dat werkt meteen.
page-self-take-along = Je kunt { $what } zelf downloaden en meenemen.
page-self-restrict = Je kunt { $what } zelf bevriezen. Dan bewaren we die gegevens wel, maar gebruiken we ze niet.
page-self-see-of = Als { $role } kun je { $what } altijd zelf bekijken, op de pagina ‘Mijn gegevens’.
page-self-correct-of = Als { $role } kun je { $what } zelf verbeteren.
page-self-erase-of = Als { $role } kun je { $what } zelf verwijderen, meteen en overal.
page-self-remove-of = Als { $role } kun je jezelf altijd uit { $what } halen, en dat werkt meteen.
page-self-take-along-of = Als { $role } kun je { $what } zelf downloaden en meenemen.
page-self-restrict-of = Als { $role } kun je { $what } zelf bevriezen. Dan bewaren we die gegevens wel, maar gebruiken we ze niet.
page-confirm-password = We vragen eerst je wachtwoord, om zeker te weten dat jij het bent.
page-confirm-passkey = We vragen eerst je passkey, om zeker te weten dat jij het bent.
page-confirm-mailed-link = We mailen je eerst een link, om zeker te weten dat jij het bent.
page-confirm-identity-provider = Je logt eerst opnieuw in, zodat we zeker weten dat jij het bent.
page-invitation = Een uitnodiging is { $period } geldig.
page-invitation-source = Er staat in wie ons je adres gaf, en waarvoor.
page-invitation-decline = Als je de uitnodiging afslaat, wissen we je adres meteen.
page-publish = We tonen { $what } alleen in het openbaar als je ja hebt geantwoord op deze vraag: ‘{ $ask }’
page-publish-search = Zoekmachines mogen je daar vinden.
page-publish-no-search = We vragen zoekmachines om er niets van te bewaren.
page-share = Als { $role } kun je { $what } aan anderen laten zien met een link die je zelf maakt en weer kunt intrekken.
page-mailing = We sturen je { $name }.
page-mailing-service = We sturen je { $name }, omdat de dienst zonder die mails niet werkt.
page-mailing-consent = We sturen je alleen { $name } als je daarmee hebt ingestemd.
page-mailing-reminder = We sturen je { $name } als je daarom hebt gevraagd.
page-mailing-stop = In elk van deze mails staat een link waarmee je ze stopzet.
page-mailing-stop-erase = In elk van deze mails staat een link waarmee je ze stopzet, en een link waarmee je je contactgegevens laat wissen.
page-mailing-erase = In elk van deze mails staat een link waarmee je je contactgegevens laat wissen.
page-age-refuse = Je kunt je alleen inschrijven als je ten minste { $word } jaar bent.
page-age-guardian = Ben je jonger dan { $word } jaar, dan moet een ouder of voogd het eerst goedvinden dat je je inschrijft.
page-alternative = Als je liever niet meedoet aan { $text }, kun je vragen of het ook anders kan.
page-alternative-first = Vraag het eerst aan { $role }.
page-alternative-then = Helpt dat niet, vraag het dan aan { $role }.
page-alternative-within = Komt er binnen { $period } geen antwoord, dan gaat het vanzelf naar de volgende.
page-alternative-last = Het antwoord moet er binnen { $period } zijn.

# Wie het krijgt.
page-recipient = { $name } { $about }.
page-recipient-plain = { $name } krijgt gegevens van ons.
page-recipient-processor = Deze ontvanger werkt in onze opdracht en mag de gegevens niet voor zichzelf gebruiken.
page-recipient-controller = Deze ontvanger beslist zelf wat er met de gegevens gebeurt.
page-recipient-joint-controller = Deze ontvanger beslist samen met ons wat er met de gegevens gebeurt.
page-recipient-authority = Deze ontvanger is een overheidsinstantie.
page-recipient-country = Het werk gebeurt in { $country }.
page-recipient-receives = We geven { $what } door, { $purposes }.
page-recipient-receives-plain = We geven { $what } door.
page-recipient-sealed = De gegevens zijn versleuteld, en deze ontvanger kan ze niet lezen.
page-safeguard-adequacy = De Europese Commissie heeft vastgesteld dat gegevens daar goed beschermd zijn.
page-safeguard-standard-contractual-clauses = Omdat dat buiten de Europese Economische Ruimte is, beschermen de modelcontractbepalingen van de Europese Commissie de gegevens daar.
page-safeguard-binding-corporate-rules = Omdat dat buiten de Europese Economische Ruimte is, beschermen bindende bedrijfsvoorschriften de gegevens daar.
page-safeguard-explicit-consent = Omdat dat buiten de Europese Economische Ruimte is, gebeurt het alleen met je uitdrukkelijke toestemming.
page-agreement = Onze overeenkomst met deze ontvanger is getekend op { $date }.
page-agreement-review = Onze overeenkomst met deze ontvanger is getekend op { $date }, en we bekijken die { $every } opnieuw.
page-excluded-under = We geven nooit gegevens aan ontvangers die vallen onder { $under }.
page-excluded-countries = We geven nooit gegevens aan ontvangers in { $countries }.
page-jurisdiction-us-surveillance-law = de surveillancewetten van de Verenigde Staten
page-jurisdiction-cn-surveillance-law = de surveillancewetten van China
page-jurisdiction-ru-surveillance-law = de surveillancewetten van Rusland
page-jurisdiction-outside-eea = het recht van een land buiten de Europese Economische Ruimte
page-disclose = We geven alleen gegevens over jou aan iemand anders als { $grounds }.
page-ground-law = de wet ons daartoe dwingt
page-ground-consent = jij daarmee instemt
page-ground-contract = onze overeenkomst met jou het nodig maakt
page-ground-legal-claim = iemand ons een rechtmatige aanspraak laat zien
page-ground-rights = het nodig is om iemands rechten of eigendom te beschermen
page-ground-safety = het nodig is om mensen veilig te houden
page-ground-fraud = het nodig is om fraude te ontdekken of te stoppen
page-disclose-approvals = { $count ->
    [one] Elke keer moet één persoon dat goedkeuren.
   *[other] Elke keer moeten ten minste { $word } mensen dat goedkeuren.
 }
page-disclose-tell = Op de pagina ‘Mijn gegevens’ zie je wat er is gegeven, aan wie en waarom.
page-report = { $to } kan { $name } krijgen, en verder niets over jou.
page-report-told = Je weet dat van tevoren.
page-group-figures = We maken cijfers over { $name }, { $purpose }.
page-group-size = Elk cijfer gaat over ten minste { $word } mensen, zodat niemand erin te vinden is.
page-group-noise = We veranderen elk cijfer ook willekeurig een klein beetje, zodat zelfs een slimme lezer niet kan uitrekenen wie erin zit.
page-group-outside = Anderen mogen deze cijfers zien.
page-group-inside = Deze cijfers blijven bij ons.
page-invoices = Op onze facturen staat een kenmerk in plaats van de naam van wie we hebben geholpen.
page-invoices-unless = Op onze facturen staat een kenmerk in plaats van de naam van wie we hebben geholpen, tenzij diegene ja heeft geantwoord op deze vraag: ‘{ $ask }’

# Hoe het hier gaat.
page-notice = We tonen deze tekst { $places }: ‘{ $text }’
page-place-registration = op het inschrijfformulier
page-place-first-sign-in = als je voor het eerst inlogt
page-place-waiting-room = in de wachtkamer van een bijeenkomst
page-place-meeting = in de bijeenkomst zelf
page-place-playback = waar een opname wordt afgespeeld
page-place-contact = naast ons mailadres
page-place-upload = waar je een bestand toevoegt
page-recording = Alleen { $roles } kunnen opnemen.
page-recording-announced = Iedereen ziet dat er wordt opgenomen, vooraf en tijdens de opname.
page-recording-devices = Je camera en microfoon staan uit totdat je ze zelf aanzet.
page-recording-tracks = Van iedereen nemen we geluid en beeld apart op, zodat één persoon eruit kan zonder dat de rest verloren gaat.
page-recording-watermark = Wie een opname afspeelt, ziet de eigen naam in het beeld.
page-feedback = Je kunt pas iets aan { $what } toevoegen na { $event }.
page-feedback-name = Je kiest zelf welke naam bij je woorden staat.
page-feedback-moderated = Iemand van ons leest ze voordat ze verschijnen.
page-uploads = Een bestand dat je toevoegt, mag hooguit { $mb } MB groot zijn.
page-uploads-kinds = Een bestand dat je toevoegt, mag hooguit { $mb } MB groot zijn, en moet van een van deze soorten zijn: { $kinds }.
page-contact-form = Voor { $text } kun je het formulier op deze site gebruiken.
page-contact-form-mail = Voor { $text } kun je het formulier op deze site gebruiken, dat is de veilige weg, of mailen naar { $mail }.
page-contact-mail = Voor { $text } kun je mailen naar { $mail }.
page-contact-unsafe = Mail is onderweg naar ons niet versleuteld. Als je mail is aangekomen, bewaren we die veilig.
page-links-marked = Links naar andere sites zijn te herkennen.
page-links-referrer = Via een link naar een andere site komt die site niet te weten waar je vandaan komt.
page-links-both = Links naar andere sites zijn te herkennen, en die sites komen niet te weten waar je vandaan komt.
page-review = { $every } zoekt { $role } naar { $text }.
page-review-category = { $every } loopt { $role } { $what } na, op zoek naar { $text }.
page-break-glass = Om een storing te verhelpen, mag { $role } hooguit { $period } gegevens bekijken, en alleen na opgave van een reden.
page-break-glass-approvals = { $count ->
    [one] Eén ander moet het daarmee eens zijn.
   *[other] { $word } anderen moeten het daarmee eens zijn.
 }
page-break-glass-tell = We laten je weten dat het is gebeurd, en wat er is bekeken.
page-break-glass-except = Voor { $what } geldt dit nooit.
page-undertaking = Voordat ze iemands gegevens te zien krijgen, beloven { $roles } dit: ‘{ $text }’
page-undertaking-law = Voordat ze iemands gegevens te zien krijgen, beloven { $roles } dit: ‘{ $text }’ ({ $law })
page-undertaking-shown = Wie ze coachen, ziet dat ze dat hebben gedaan, en sinds wanneer.
page-warn = Als een antwoord in { $what } kan betekenen dat je in gevaar bent, hoort { $role } meteen dat je misschien hulp nodig hebt.
page-warn-sharing = In die mail staat niets van wat je schreef. Het antwoord zelf leest een ander alleen als jij het deelt.

# Inloggen en beveiliging.
page-sign-in = Je logt in met { $methods }.
page-sign-in-of = Als { $role } log je in met { $methods }.
page-method-password = je eigen inlognaam en wachtwoord
page-method-passkey = een passkey
page-method-mailed-link = een link die we je mailen
page-method-identity-provider = het account dat je bij je eigen organisatie hebt
page-sign-in-idle = Als je { $period } niets doet, word je uitgelogd.
page-sign-in-link = Een link die we je mailen, werkt één keer en hooguit { $period }.
page-password = Je wachtwoord moet ten minste { $min } tekens lang zijn.
page-password-digit = Je wachtwoord moet ten minste { $min } tekens lang zijn en ten minste één cijfer bevatten.
page-password-capital = Je wachtwoord moet ten minste { $min } tekens lang zijn en ten minste één hoofdletter bevatten.
page-password-both = Je wachtwoord moet ten minste { $min } tekens lang zijn en ten minste één cijfer en één hoofdletter bevatten.
page-password-max = Het mag hooguit { $max } tekens lang zijn.
page-password-breached = Wachtwoorden die door datalekken het bekendst zijn, weigeren we.
page-password-stored = Je wachtwoord zelf bewaren we nooit, alleen een code die ervan is gemaakt.
page-factor = Je kunt je account beveiligen met een tweede stap: { $methods }.
page-factor-passkey = een passkey
page-factor-totp = een code uit een app
page-factor-sms = een code per sms
page-factor-recovery-codes = herstelcodes die je op papier bewaart
page-factor-required = Voor { $roles } is een tweede stap verplicht.
page-throttle = Na { $word } mislukte pogingen binnen { $period } vertragen we verdere pogingen. Niemand kan je op die manier buitensluiten.
page-encryption-in-transit = Al het verkeer tussen jou en ons is versleuteld. Daar kan niemand omheen.
page-encryption-at-rest = Wat we over je bewaren, is versleuteld. Als er iets van je wordt gewist, vernietigen we ook de sleutel ervan.
page-backup = We maken { $every } een reservekopie.
page-backup-off-site = Een kopie daarvan ligt op een andere plek.
page-backup-horizon = Wat is gewist, is uiterlijk { $period } later ook uit elke reservekopie verdwenen.
page-notify = Als er iets op je wacht, laten we je dat { $by } weten. In het bericht staat een link, en niets van de inhoud.
page-notify-content = Als er iets op je wacht, laten we je dat { $by } weten.

# Cookies en bezoeken.
page-cookie-members = We plaatsen de cookie ‘{ $key }’ pas als je bent ingelogd, { $purpose }.
page-cookie-sign-in = We plaatsen de cookie ‘{ $key }’ alleen terwijl je inlogt met het account van je eigen organisatie, { $purpose }.
page-cookie-everywhere = We plaatsen de cookie ‘{ $key }’ op elke pagina, { $purpose }.
page-cookie-session = Die verdwijnt als je uitlogt.
page-cookie-lasts = Die verdwijnt na { $period }.
page-cookie-back = Die verdwijnt als je hier terug bent.
page-cookie-back-lasts = Die verdwijnt als je hier terug bent, en uiterlijk na { $period }.
page-unsent = Valt de verbinding weg, dan wacht wat je typt verzegeld op je eigen apparaat, { $purpose }.
page-unsent-lasts = Het verdwijnt daar zodra het is verstuurd, en uiterlijk na { $period }. De sleutel die het opent wordt nooit op het apparaat bewaard.
page-counts = We tellen { $name }, { $purpose }. We bewaren alleen de aantallen en nooit wat één persoon doet.
page-counts-size = We laten een aantal pas zien vanaf { $word } bezoeken, zodat niemand erin te vinden is.
page-counts-country = Van de plaats van een bezoek noteren we hoogstens het land.
page-practice-sale = We verkopen nooit gegevens over jou.
page-practice-advertising = We tonen geen reclame.
page-practice-marketing = We sturen je nooit reclame.
page-practice-analytics = We meten niet hoe je je op onze pagina’s gedraagt.
page-practice-trackers = Op onze pagina’s staan geen trackers van anderen.
page-practice-third-party-content = Onze pagina’s laden niets van andere sites.
page-practice-undeclared-connections = Onze servers maken alleen verbinding met diensten die in deze verklaring staan.
page-practice-automated-decisions = Geen computer beslist uit zichzelf iets over jou.
page-practice-profiling = We maken geen profielen van je.
page-practice-model-training = We trainen nooit modellen met je gegevens.
page-practice-other-purposes = We gebruiken gegevens nooit voor een ander doel dan waarvoor we ze hebben gevraagd.
page-practice-shared-accounts = Niemand deelt een account met een ander.
page-practice-real-data-in-tests = In onze testsystemen staan geen gegevens van echte mensen.
page-practice-names-in-addresses = Namen staan nooit in paginaadressen, logboeken of foutmeldingen.
page-practice-mailed-passwords = We sturen nooit wachtwoorden per mail.
page-practice-download-of-recordings = { $participants } kunnen opnamen niet downloaden.
page-practice-passing-on = Wat je hier ziet en hoort, mag niet aan anderen worden doorgegeven.
page-practice-use-by-processors = De bedrijven die voor ons werken, gebruiken je gegevens nooit voor zichzelf.
page-practice-pre-ticked-consent = Geen enkele toestemming is van tevoren aangevinkt.
page-practice-about = Dit gaat over { $what }.

# Je rechten.
page-rights-offers = Je hebt het recht { $rights }.
page-right-inspection = om je gegevens in te zien
page-right-rectification = om ze te laten verbeteren
page-right-erasure = om ze te laten wissen
page-right-erasure-but-contact = om alles behalve je contactgegevens te laten wissen
page-right-restriction = om ze een tijd te laten bevriezen
page-right-portability = om ze mee te nemen naar een andere dienst
page-right-objection = om bezwaar te maken tegen het gebruik ervan
page-right-withdrawal = om je toestemming in te trekken
page-right-complaint = om een klacht in te dienen
page-rights-within = We beantwoorden elk verzoek binnen { $period }.
page-rights-extend = Bij een moeilijk verzoek mogen we er { $period } langer over doen. We laten je dat dan weten voordat de eerste termijn voorbij is, met de reden erbij.
page-rights-without-account = Je kunt ook zonder account een verzoek doen. We mailen je dan een link, om zeker te weten dat jij het bent.
page-complaint = Als je niet tevreden bent met ons antwoord, kun je een klacht indienen bij { $authority }.
page-complaint-title = Klachten
page-changes = Als deze verklaring verandert, laten we je dat { $by } weten.
page-changes-before = Als deze verklaring verandert, laten we je dat { $by } weten. Een verandering waardoor we meer gebruiken of minder beschermen, gaat op zijn vroegst { $period } later in.
page-changes-stop = Je kunt dan stoppen en alles laten wissen wat we over je bewaren.

# Waar mensen voor zorgen.
page-declare-owner = { $role } gaat hierover.
page-declare-owner-review = { $role } gaat hierover en bekijkt dit { $every } opnieuw.
page-declare-expires = Dit geldt tot { $date }.

# Versies.
page-version = Versie { $number }, sinds { $date }
page-version-first = Dit is de eerste versie.
page-version-none = In deze versie zijn alleen woorden veranderd.

# Rollen van het product, voor verklaringen die zelf geen woorden geven.
page-role-manager-name = manager
page-role-manager-plural = managers
page-role-manager-definite = de manager
page-role-manager-definite-plural = de managers
page-role-coach-name = coach
page-role-coach-plural = coaches
page-role-coach-definite = de coach
page-role-coach-definite-plural = de coaches
page-role-participant-name = deelnemer
page-role-participant-plural = deelnemers
page-role-participant-definite = de deelnemer
page-role-participant-definite-plural = de deelnemers
page-role-support-name = ondersteuner
page-role-support-plural = ondersteuners
page-role-support-definite = de ondersteuner
page-role-support-definite-plural = de ondersteuners
page-role-technician-name = technicus
page-role-technician-plural = technici
page-role-technician-definite = de technicus
page-role-technician-definite-plural = de technici
page-role-officer-name = functionaris gegevensbescherming
page-role-officer-plural = functionarissen gegevensbescherming
page-role-officer-definite = de functionaris gegevensbescherming
page-role-officer-definite-plural = de functionarissen gegevensbescherming

# Zinsdelen voor zegels.
page-ground-of-consent = je toestemming
page-ground-of-contract = onze overeenkomst met jou
page-ground-of-legal-obligation = een plicht die de wet ons oplegt
page-ground-of-vital-interest = de bescherming van iemands leven
page-ground-of-public-task = onze publieke taak
page-ground-of-legitimate-interest = ons gerechtvaardigd belang

# Landen, zoals ze na "in" staan.
page-country-AT = Oostenrijk
page-country-BE = België
page-country-BY = Belarus
page-country-CH = Zwitserland
page-country-CN = China
page-country-DE = Duitsland
page-country-DK = Denemarken
page-country-ES = Spanje
page-country-FI = Finland
page-country-FR = Frankrijk
page-country-GB = het Verenigd Koninkrijk
page-country-IE = Ierland
page-country-IT = Italië
page-country-LU = Luxemburg
page-country-NL = Nederland
page-country-NO = Noorwegen
page-country-PL = Polen
page-country-PT = Portugal
page-country-RU = Rusland
page-country-SE = Zweden
page-country-US = de Verenigde Staten
page-country-other = het land met de code { $code }
