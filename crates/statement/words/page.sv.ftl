# Den offentliga sidan för en integritetspolicy. Varje meddelande är en hel mening, eller en fras vars plats anges.
# $what är en bestämd fras: "dialogen". $role, $roles: "coachee", "coacheerna".

page-title = Integritetspolicy för { $name }
page-title-plain = Integritetspolicy
page-version-line = Det här är version { $number }. Den gäller sedan den { $date }.
page-contents = På den här sidan
page-state-enforced = Programmet ser till det
page-state-declared = Människor ser till det
page-state-not-in-use = Används inte ännu
page-legend = Varje punkt har en märkning. ”Programmet ser till det” betyder att programvaran själv håller löftet. ”Människor ser till det” betyder att vi lovar det och säger vem som ansvarar, eftersom ingen programvara kan göra det. ”Används inte ännu” betyder att punkten handlar om något som den här webbplatsen inte gör i dag.
page-note = Förklaring: { $text }
page-open-clauses = { $count ->
    [one] Punkten, ord för ord
   *[other] De { $word } punkterna, ord för ord
 }
page-wording-mark = ”{ $text }”
page-list-or = eller
page-everything = allt som vi sparar om dig
page-everything-title = Allt
page-a-role = { $role }

# Sidans delar: en rubrik och en rad.
page-who = Vilka vi är
page-who-line = { $controller } bestämmer vad som händer med dina uppgifter här och ansvarar för det.
page-hold = Vad vi sparar, och varför
page-hold-line = Vi sparar bara det som står här, och allt har ett ändamål.
page-read = Vem som kan se det
page-read-line = För varje slags uppgifter står det vem som kan se dem. Ingen annan kan det.
page-keep = Hur länge vi sparar det
page-keep-line = Allt tar slut. När dagen kommer raderar programmet uppgifterna av sig självt.
page-decide = Vad du bestämmer
page-decide-line = De här valen är dina, och du får ändra dig.
page-receive = Vem som får det
page-receive-line = Dina uppgifter stannar hos oss, utom i de fall som står här.
page-practice = Hur det går till här
page-practice-line = Så här hanterar vi dina uppgifter i vardagen.
page-security = Inloggning och säkerhet
page-security-line = Så här håller vi andra borta från dina uppgifter.
page-cookies = Kakor och besök
page-cookies-line = Det här gör vi, och gör vi inte, när du tittar på våra sidor.
page-rights = Dina rättigheter
page-rights-line = Lagen ger dig rättigheter när det gäller dina uppgifter. Så här använder du dem.
page-declared = Vad människor ser till
page-declared-line = De här löftena kan ingen programvara hålla. Det gör människor, och vi säger vem som ansvarar.
page-versions = Versioner
page-versions-line = Varje version av den här texten har ett nummer och ett datum.

# Vilka vi är.
page-controller = Med lagens ord är det den personuppgiftsansvarige.
page-controller-address = Adressen är { $address }.
page-contact = Om du har frågor om dina uppgifter kan du skriva till { $mail }.
page-contact-phone = Om du har frågor om dina uppgifter kan du skriva till { $mail } eller ringa { $phone }.
page-officer = Vårt dataskyddsombud vakar över detta, och du kan vända dig direkt till ombudet: { $mail }.
page-roles = { $count ->
    [one] Alla här har samma roll: { $roles }.
   *[other] Alla här har en av { $word } roller: { $roles }.
 }
page-zone = Dagar räknas i tidszonen { $zone }.
page-activity = Vi erbjuder { $name }.
page-authority-nl-ap = den nederländska dataskyddsmyndigheten (Autoriteit Persoonsgegevens, autoriteitpersoonsgegevens.nl)
page-authority-se-imy = Integritetsskyddsmyndigheten (imy.se)
page-authority-uk-ico = den brittiska dataskyddsmyndigheten (Information Commissioner’s Office, ico.org.uk)
page-authority-be-gba = den belgiska dataskyddsmyndigheten (Gegevensbeschermingsautoriteit, gegevensbeschermingsautoriteit.be)
page-authority-ie-dpc = den irländska dataskyddsmyndigheten (Data Protection Commission, dataprotection.ie)
page-authority-de-bfdi = den tyska dataskyddsmyndigheten (BfDI, bfdi.bund.de)
page-authority-other = dataskyddsmyndigheten i ditt land

# Vad vi sparar.
page-purposes = Vad vi använder uppgifter till
page-purpose = Vi använder uppgifter { $purpose }.
page-category = Vi använder { $what } { $purposes }.
page-category-visitor = Det här är uppgifter om besök. Vi håller dem åtskilda från uppgifter om människor.
page-source = Uppgifterna kommer från { $sources }.
page-source-you = dig
page-source-sponsor = din arbetsgivare
page-source-system = programmet självt
page-secrecy = { $role } har tystnadsplikt, och de här uppgifterna omfattas av den.
page-special = Det kan finnas känsliga uppgifter bland dem, till exempel om din hälsa. Lagen skyddar sådana uppgifter strängare.
page-law = { " " }({ $law })
page-basis-consent = Det gör vi bara med ditt samtycke, som du när som helst kan återkalla{ $law }.
page-basis-contract = Det gör vi för att vårt avtal med dig kräver det{ $law }.
page-basis-legal-obligation = Det gör vi för att lagen kräver det av oss{ $law }.
page-basis-vital-interest = Det gör vi för att skydda någons liv{ $law }.
page-basis-public-task = Det gör vi för att det ingår i vår uppgift av allmänt intresse{ $law }.
page-basis-legitimate-interest = Det gör vi för att vi har ett berättigat intresse av det{ $law }.
page-basis-in-consent = Inom { $activity } gör vi det bara med ditt samtycke, som du när som helst kan återkalla{ $law }.
page-basis-in-contract = Inom { $activity } gör vi det för att vårt avtal med dig kräver det{ $law }.
page-basis-in-legal-obligation = Inom { $activity } gör vi det för att lagen kräver det av oss{ $law }.
page-basis-in-vital-interest = Inom { $activity } gör vi det för att skydda någons liv{ $law }.
page-basis-in-public-task = Inom { $activity } gör vi det för att det ingår i vår uppgift av allmänt intresse{ $law }.
page-basis-in-legitimate-interest = Inom { $activity } gör vi det för att vi har ett berättigat intresse av det{ $law }.
page-form = Vad vi frågar om { $form }
page-form-registration = när du registrerar dig
page-form-application = när du ansöker
page-form-training = inför en utbildning
page-form-invitation = när någon bjuder in dig
page-form-profile = för din profil
page-form-contact = när du skriver till oss
page-form-other = i ett formulär
page-field-required = ”{ $name }” måste fyllas i. Vi frågar efter det { $purpose }.
page-field-optional = ”{ $name }” får lämnas tomt. Vi frågar efter det { $purpose }.

# Vem som kan se det.
page-you = du
page-your-role = din { $role }
page-people-around = de du arbetar med
page-everyone = alla
page-same-course = { $roles } på samma kurs
page-same-training = { $roles } på samma utbildning
page-readers-guest = Alla kan se det här, även utan att logga in.
page-readers-guest-consent = Alla kan se det här, även utan att logga in, men bara om du har gått med på det.
page-readers = { $form ->
   *[other] Bara { $readers } kan se det här.
 }
page-readers-own = Var och en ser bara sitt eget.
page-readers-conditional = { $form ->
   *[other] { $readers } kan se det bara på ett visst villkor.
 }
page-readers-only-conditional = { $form ->
   *[other] Bara { $readers } kan se det här, och bara på ett visst villkor.
 }
page-read-rest = Löften och nödlägen
page-age-title = Ålder
page-readers-none = Ingen får se det här. Bara programmet använder det.
page-read-any = { $form ->
   *[other] { $who } kan se { $what }.
 }
page-read-own = Som { $role } kan du se { $what }, men bara det som är ditt eget.
page-read-shared = Som { $role } kan du se { $what }, men bara det som är ditt eget och det som har delats med dig.
page-read-relation-you = Som { $role } kan du se { $what }, men bara för dem du arbetar med här.
page-read-relation = Bland { $roles } kan bara din egen se { $what }.
page-read-course-you = Som { $role } kan du se { $what }, men bara på de kurser som du är registrerad på.
page-read-course = Bland { $roles } kan bara de på samma kurs se { $what }.
page-read-training-you = Som { $role } kan du se { $what }, men bara på de utbildningar som du deltar i.
page-read-training = Bland { $roles } kan bara de på samma utbildning se { $what }.
page-read-completion = { $form ->
   *[other] { $who } kan se { $what }, men först efter avslutningen.
 }
page-read-reason = { $form ->
   *[other] { $who } kan se { $what }, men bara efter att ha angett ett skäl, som vi registrerar.
 }
page-read-break-glass = { $form ->
   *[other] { $who } kan se { $what }, men bara för att åtgärda ett fel, enligt regeln för nödlägen nedan.
 }
page-read-consent = { $form ->
   *[other] { $who } kan se { $what }, men bara om den som uppgifterna gäller har gått med på det.
 }
page-read-guest = Alla, även de som inte har loggat in,
page-never-read = { $who } kan aldrig se { $what }.
page-never-read-guest = Utan att logga in kan ingen se { $what }.
page-never-read-everything = { $who } får aldrig se något av de uppgifter som den här texten nämner.
page-never-read-everything-guest = Utan att logga in får ingen se något av de uppgifter som den här texten nämner.

# Tider: tal till och med tolv är ord. $word är talet som man läser det.
page-number-1 = en
page-number-2 = två
page-number-3 = tre
page-number-4 = fyra
page-number-5 = fem
page-number-6 = sex
page-number-7 = sju
page-number-8 = åtta
page-number-9 = nio
page-number-10 = tio
page-number-11 = elva
page-number-12 = tolv
page-years = { $count ->
    [one] ett år
   *[other] { $word } år
 }
page-months = { $count ->
    [one] en månad
   *[other] { $word } månader
 }
page-weeks = { $count ->
    [one] en vecka
   *[other] { $word } veckor
 }
page-days = { $count ->
    [one] en dag
   *[other] { $word } dagar
 }
page-hours = { $count ->
    [one] en timme
   *[other] { $word } timmar
 }
page-every-years = { $count ->
    [one] varje år
    [2] vartannat år
   *[other] vart { $count }:e år
 }
page-every-months = { $count ->
    [one] varje månad
    [2] varannan månad
   *[other] var { $count }:e månad
 }
page-every-weeks = { $count ->
    [one] varje vecka
    [2] varannan vecka
   *[other] var { $count }:e vecka
 }
page-every-days = { $count ->
    [one] varje dag
    [2] varannan dag
   *[other] var { $count }:e dag
 }
page-every-hours = { $count ->
    [one] varje timme
    [2] varannan timme
   *[other] var { $count }:e timme
 }
page-after = { $period } efter { $event }
page-after-at-once = samma dag som { $event }
page-at-least-after = minst { $period } efter { $event }

# Det som tiderna räknas från: står efter "två år efter ...".
page-event-trajectory-ended = att uppdraget avslutades
page-event-agreement-ended = att avtalet upphörde
page-event-hold-ended = att bevarandebeslutet upphörde
page-event-duty-confirmed = att det bekräftades
page-event-paper-shredded = att papperet förstördes
page-event-breach-closed = att incidenten avslutades
page-event-breach-told = att vi berättade om det
page-event-request-closed = att begäran besvarades
page-event-request-asked = att en begäran skrevs som ingen har bekräftat
page-event-registration-asked = att någon ville registrera sig
page-event-alternative-closed = att frågan om ett annat sätt besvarades eller togs tillbaka
page-event-disclosure-moved = att det sista steget i utlämnandet togs
page-event-mailing-moved = att utskicket senast ändrades eller skickades
page-event-break-glass-moved = att det sista steget i nödåtkomsten togs
page-event-credentials-issued = att inloggningsuppgifterna lämnades ut
page-event-last-login = att du senast loggade in
page-event-invited = att inbjudan skickades
page-event-unanswered = att en obesvarad inbjudan skickades
page-event-logged = att uppgiften registrerades
page-event-recorded = att uppgiften registrerades
page-event-visited = besöket
page-event-training-completed = att utbildningen avslutades
page-event-application-decided = att beslutet om ansökan fattades
page-event-met-on = att mötet ägde rum
page-event-lecture-ended = att föreläsningen slutade
page-event-course-ended = att kursen slutade
page-event-module-completed = att modulen slutfördes
page-event-last-correspondence = att det senaste meddelandet skickades
page-event-received = att det kom in
page-event-invoice-sent = att fakturan skickades
page-event-invoiced = att fakturaåret tog slut
page-event-published = att det publicerades
page-event-disclosed = att det lämnades ut
page-event-survey-closed = att enkäten stängdes
page-event-other = att händelsen ”{ $event }” inträffade

# Hur länge.
page-keep-any = Vi raderar { $what } { $when }.
page-keep-of = Om du är { $role } raderar vi { $when } { $what }.
page-keep-consent = Om du går med på det får vi spara { $what } längre, till { $when }.
page-keep-floor = Lagen kräver att vi sparar { $what } till { $when }{ $law }.
page-keep-announce = Vi talar om det för dig { $period } i förväg.
page-keep-then = Då raderar vi { $what }.
page-keep-then-of = Är du { $roles } raderar vi då { $what }.
page-keep-special = I särskilda fall
page-announce = Vi talar om för dig { $period } i förväg när vi ska radera { $what }.
page-announce-by = Vi talar om för dig { $by }, { $period } i förväg, när vi ska radera { $what }.
page-move = Vi flyttar { $what } från { $from } till { $to }, inom { $period } efter { $event }.
page-storage-intake = det lager där det först kommer in
page-storage-library = biblioteket
page-storage-archive = arkivet
page-storage-other = ”{ $name }”

# Hur du får veta det.
page-channel-mail = via mejl
page-channel-sign-in = när du loggar in
page-channel-sms = via sms

# Vad du bestämmer.
page-consent = Vi frågar dig: ”{ $ask }”
page-consent-of = Om du är { $role } frågar vi dig: ”{ $ask }”
page-consent-about = Ditt svar gäller { $what }, och vi frågar detta { $purpose }.
page-consent-free = Du får gärna säga nej, och inget svar är ikryssat i förväg.
page-withdraw-my-data = Du kan när som helst återkalla ditt samtycke på sidan ”Mina uppgifter”.
page-withdraw-mail = Du kan när som helst återkalla ditt samtycke via mejl.
page-withdraw-other = Du kan när som helst återkalla ditt samtycke.
page-self-see = På sidan ”Mina uppgifter” kan du när som helst se { $what }.
page-self-correct = Du kan själv rätta { $what }.
page-self-erase = Du kan själv radera { $what }, genast och överallt.
page-self-remove = Du kan när som helst ta bort dig själv ur { $what }, och det gäller genast.
page-self-take-along = Du kan själv ladda ner { $what } och ta med dig.
page-self-restrict = Du kan själv frysa { $what }. Då sparar vi uppgifterna, men vi använder dem inte.
page-self-see-of = Som { $role } kan du när som helst se { $what } på sidan ”Mina uppgifter”.
page-self-correct-of = Som { $role } kan du själv rätta { $what }.
page-self-erase-of = Som { $role } kan du själv radera { $what }, genast och överallt.
page-self-remove-of = Som { $role } kan du när som helst ta bort dig själv ur { $what }, och det gäller genast.
page-self-take-along-of = Som { $role } kan du själv ladda ner { $what } och ta med dig.
page-self-restrict-of = Som { $role } kan du själv frysa { $what }. Då sparar vi uppgifterna, men vi använder dem inte.
page-confirm-password = Vi frågar först efter ditt lösenord, för att vara säkra på att det är du.
page-confirm-passkey = Vi frågar först efter din passkey, för att vara säkra på att det är du.
page-confirm-mailed-link = Vi mejlar dig först en länk, för att vara säkra på att det är du.
page-confirm-identity-provider = Du loggar först in på nytt, så att vi är säkra på att det är du.
page-invitation = En inbjudan gäller i { $period }.
page-invitation-source = Där står vem som gav oss din adress, och varför.
page-invitation-decline = Om du tackar nej raderar vi din adress genast.
page-publish = Vi visar { $what } offentligt bara om du har svarat ja på den här frågan: ”{ $ask }”
page-publish-search = Sökmotorer får hitta dig där.
page-publish-no-search = Vi ber sökmotorer att inte spara något av det.
page-share = Som { $role } kan du visa { $what } för andra med en länk som du själv skapar och kan dra tillbaka.
page-mailing = Vi skickar { $name } till dig.
page-mailing-service = Vi skickar { $name } till dig, eftersom tjänsten inte fungerar utan de mejlen.
page-mailing-consent = Vi skickar { $name } till dig bara om du har gått med på det.
page-mailing-reminder = Vi skickar { $name } till dig om du har bett om det.
page-mailing-stop = I vart och ett av mejlen finns en länk där du kan säga nej till fler.
page-mailing-stop-erase = I vart och ett av mejlen finns en länk där du kan säga nej till fler, och en länk där du kan få dina kontaktuppgifter raderade.
page-mailing-erase = I vart och ett av mejlen finns en länk där du kan få dina kontaktuppgifter raderade.
page-age-refuse = Du kan registrera dig bara om du är minst { $word } år.
page-age-guardian = Om du är yngre än { $word } år måste en förälder eller vårdnadshavare först gå med på att du registrerar dig.
page-alternative = Om du hellre inte vill delta i { $text } kan du fråga om det går på ett annat sätt.
page-alternative-first = Fråga först { $role }.
page-alternative-then = Om det inte hjälper, fråga { $role }.
page-alternative-within = Utan svar inom { $period } går frågan vidare till nästa av sig själv.
page-alternative-last = Svaret ska komma inom { $period }.

# Vem som får det.
page-recipient = { $name } { $about }.
page-recipient-plain = { $name } får uppgifter av oss.
page-recipient-processor = Mottagaren arbetar på vårt uppdrag och får inte använda uppgifterna för egen del.
page-recipient-controller = Mottagaren bestämmer själv vad som händer med uppgifterna.
page-recipient-joint-controller = Mottagaren bestämmer tillsammans med oss vad som händer med uppgifterna.
page-recipient-authority = Mottagaren är en myndighet.
page-recipient-country = Arbetet sker i { $country }.
page-recipient-receives = Vi lämnar ut { $what }, { $purposes }.
page-recipient-receives-plain = Vi lämnar ut { $what }.
page-recipient-sealed = Uppgifterna är krypterade, och mottagaren kan inte läsa dem.
page-safeguard-adequacy = Europeiska kommissionen har funnit att uppgifter skyddas väl där.
page-safeguard-standard-contractual-clauses = Eftersom det är utanför Europeiska ekonomiska samarbetsområdet skyddas uppgifterna där av Europeiska kommissionens standardavtalsklausuler.
page-safeguard-binding-corporate-rules = Eftersom det är utanför Europeiska ekonomiska samarbetsområdet skyddas uppgifterna där av bindande företagsbestämmelser.
page-safeguard-explicit-consent = Eftersom det är utanför Europeiska ekonomiska samarbetsområdet sker det bara med ditt uttryckliga samtycke.
page-agreement = Vårt avtal med mottagaren undertecknades den { $date }.
page-agreement-review = Vårt avtal med mottagaren undertecknades den { $date }, och vi går igenom det { $every }.
page-excluded-under = Vi lämnar aldrig uppgifter till mottagare som lyder under { $under }.
page-excluded-countries = Vi lämnar aldrig uppgifter till mottagare i { $countries }.
page-jurisdiction-us-surveillance-law = USA:s övervakningslagar
page-jurisdiction-cn-surveillance-law = Kinas övervakningslagar
page-jurisdiction-ru-surveillance-law = Rysslands övervakningslagar
page-jurisdiction-outside-eea = lagen i ett land utanför Europeiska ekonomiska samarbetsområdet
page-disclose = Vi lämnar ut uppgifter om dig till någon annan bara om { $grounds }.
page-ground-law = lagen tvingar oss
page-ground-consent = du går med på det
page-ground-contract = vårt avtal med dig kräver det
page-ground-legal-claim = någon visar oss ett rättsligt anspråk
page-ground-rights = det behövs för att skydda någons rättigheter eller egendom
page-ground-safety = det behövs för att människor ska vara säkra
page-ground-fraud = det behövs för att upptäcka eller stoppa bedrägeri
page-disclose-approvals = { $count ->
    [one] En person måste godkänna det varje gång.
   *[other] Minst { $word } personer måste godkänna det varje gång.
 }
page-disclose-tell = På sidan ”Mina uppgifter” kan du se vad som har lämnats ut, till vem och varför.
page-report = { $to } kan få { $name }, och inget annat om dig.
page-report-told = Det vet du i förväg.
page-group-figures = Vi tar fram siffror om { $name }, { $purpose }.
page-group-size = Varje siffra gäller minst { $word } personer, så att ingen går att hitta i den.
page-group-noise = Vi ändrar också varje siffra lite grann slumpmässigt, så att inte ens en kunnig läsare kan räkna ut vem som ingår.
page-group-outside = Andra får se de här siffrorna.
page-group-inside = De här siffrorna stannar hos oss.
page-invoices = På våra fakturor står en beteckning i stället för namnet på den som har fått hjälp.
page-invoices-unless = På våra fakturor står en beteckning i stället för namnet på den som har fått hjälp, om inte den personen har svarat ja på den här frågan: ”{ $ask }”

# Hur det går till här.
page-notice = Vi visar den här texten { $places }: ”{ $text }”
page-place-registration = i registreringsformuläret
page-place-first-sign-in = när du loggar in för första gången
page-place-waiting-room = i väntrummet till ett möte
page-place-meeting = i själva mötet
page-place-playback = där en inspelning spelas upp
page-place-contact = bredvid vår mejladress
page-place-upload = där du lägger till en fil
page-recording = Bara { $roles } kan spela in.
page-recording-announced = Alla ser att det spelas in, före och under inspelningen.
page-recording-devices = Din kamera och din mikrofon är avstängda tills du själv sätter på dem.
page-recording-tracks = Varje persons ljud och bild spelas in för sig, så att en person kan tas bort utan att resten går förlorat.
page-recording-watermark = Den som spelar upp en inspelning ser sitt eget namn i bilden.
page-feedback = Du kan bidra till { $what } först efter { $event }.
page-feedback-name = Du väljer själv vilket namn som står vid dina ord.
page-feedback-moderated = Någon av oss läser dem innan de visas.
page-uploads = En fil som du lägger till får vara högst { $mb } MB.
page-uploads-kinds = En fil som du lägger till får vara högst { $mb } MB och måste vara av något av de här slagen: { $kinds }.
page-contact-form = För { $text } kan du använda formuläret på den här webbplatsen.
page-contact-form-mail = För { $text } kan du använda formuläret på den här webbplatsen, som är den säkra vägen, eller skriva till { $mail }.
page-contact-mail = För { $text } kan du skriva till { $mail }.
page-contact-unsafe = Mejl är inte krypterade på vägen till oss. När de har kommit fram förvarar vi dem säkert.
page-links-marked = Länkar till andra webbplatser är märkta.
page-links-referrer = Länkar till andra webbplatser avslöjar inte varifrån du kommer.
page-links-both = Länkar till andra webbplatser är märkta och avslöjar inte varifrån du kommer.
page-review = { $every } letar { $role } efter { $text }.
page-review-category = { $every } går { $role } igenom { $what } och letar efter { $text }.
page-break-glass = För att åtgärda ett fel får { $role } titta på uppgifter i högst { $period }, och bara efter att ha angett ett skäl.
page-break-glass-approvals = { $count ->
    [one] En annan person måste gå med på det.
   *[other] { $word } andra personer måste gå med på det.
 }
page-break-glass-tell = Vi talar om för dig att det har hänt och vad som har visats.
page-break-glass-except = För { $what } gäller detta aldrig.
page-undertaking = Innan de får se någons uppgifter lovar { $roles } detta: ”{ $text }”
page-undertaking-law = Innan de får se någons uppgifter lovar { $roles } detta: ”{ $text }” ({ $law })
page-undertaking-shown = De som de coachar ser att de har gjort det, och sedan när.
page-warn = Om ett svar i { $what } kan betyda att du är i fara får { $role } genast veta att du kan behöva hjälp.
page-warn-sharing = I mejlet står inget av det du skrev. Själva svaret läser någon annan bara om du delar det.

# Inloggning och säkerhet.
page-sign-in = Du loggar in med { $methods }.
page-sign-in-of = Som { $role } loggar du in med { $methods }.
page-method-password = ditt eget användarnamn och lösenord
page-method-passkey = en passkey
page-method-mailed-link = en länk som vi mejlar dig
page-method-identity-provider = det konto som du har hos din egen organisation
page-sign-in-idle = Om du inte gör något på { $period } blir du utloggad.
page-sign-in-link = En länk som vi mejlar dig fungerar en gång och i högst { $period }.
page-password = Ditt lösenord måste ha minst { $min } tecken.
page-password-digit = Ditt lösenord måste ha minst { $min } tecken, varav minst en siffra.
page-password-capital = Ditt lösenord måste ha minst { $min } tecken, varav minst en stor bokstav.
page-password-both = Ditt lösenord måste ha minst { $min } tecken, varav minst en siffra och en stor bokstav.
page-password-max = Det får ha högst { $max } tecken.
page-password-breached = Vi godtar inte de lösenord som är mest kända från läckor.
page-password-stored = Vi sparar aldrig själva lösenordet, bara en kod som har gjorts av det.
page-factor = Du kan skydda ditt konto med ett andra steg: { $methods }.
page-factor-passkey = en passkey
page-factor-totp = en kod från en app
page-factor-sms = en kod via sms
page-factor-recovery-codes = återställningskoder som du har på papper
page-factor-required = För { $roles } krävs ett andra steg.
page-throttle = Efter { $word } misslyckade försök inom { $period } bromsar vi fler försök. Ingen kan stänga dig ute på det sättet.
page-encryption-in-transit = All trafik mellan dig och oss är krypterad. Ingen kan komma runt det.
page-encryption-at-rest = Det som vi sparar om dig är krypterat. När något av ditt raderas förstörs också nyckeln till det.
page-backup = Vi gör en säkerhetskopia { $every }.
page-backup-off-site = En kopia av den finns på en annan plats.
page-backup-horizon = Det som har raderats är senast { $period } senare också borta ur varje säkerhetskopia.
page-notify = När något väntar på dig talar vi om det { $by }. I meddelandet finns en länk, och inget av innehållet.
page-notify-content = När något väntar på dig talar vi om det { $by }.

# Kakor och besök.
page-cookie-members = Vi sätter kakan ”{ $key }” först när du har loggat in, { $purpose }.
page-cookie-sign-in = Vi sätter kakan ”{ $key }” bara medan du loggar in med din egen organisations konto, { $purpose }.
page-cookie-everywhere = Vi sätter kakan ”{ $key }” på varje sida, { $purpose }.
page-cookie-session = Den försvinner när du loggar ut.
page-cookie-lasts = Den försvinner efter { $period }.
page-cookie-back = Den försvinner när du är tillbaka här.
page-cookie-back-lasts = Den försvinner när du är tillbaka här, och senast efter { $period }.
page-unsent = Bryts anslutningen väntar det du skriver förseglat på din egen enhet, { $purpose }.
page-unsent-lasts = Det försvinner därifrån så snart det har skickats, och senast efter { $period }. Nyckeln som öppnar det sparas aldrig på enheten.
page-counts = Vi räknar { $name }, { $purpose }. Vi sparar bara antalen och aldrig vad en enskild person gör.
page-counts-size = Vi visar ett antal först från { $word } besök, så att ingen går att hitta i det.
page-counts-country = Om platsen för ett besök noterar vi högst landet.
page-practice-sale = Vi säljer aldrig uppgifter om dig.
page-practice-advertising = Vi visar ingen reklam.
page-practice-marketing = Vi skickar aldrig reklam till dig.
page-practice-analytics = Vi mäter inte hur du beter dig på våra sidor.
page-practice-trackers = Det finns inga spårare från andra på våra sidor.
page-practice-third-party-content = Våra sidor hämtar inget från andra webbplatser.
page-practice-undeclared-connections = Våra servrar ansluter bara till de tjänster som den här texten nämner.
page-practice-automated-decisions = Ingen dator bestämmer något om dig på egen hand.
page-practice-profiling = Vi gör inga profiler av dig.
page-practice-model-training = Vi tränar aldrig modeller med dina uppgifter.
page-practice-other-purposes = Vi använder aldrig uppgifter för något annat ändamål än det vi frågade om dem för.
page-practice-shared-accounts = Ingen delar konto med någon annan.
page-practice-real-data-in-tests = I våra testsystem finns inga uppgifter om verkliga personer.
page-practice-names-in-addresses = Namn står aldrig i sidadresser, loggar eller felmeddelanden.
page-practice-mailed-passwords = Vi skickar aldrig lösenord via mejl.
page-practice-download-of-recordings = { $participants } kan inte ladda ner inspelningar.
page-practice-passing-on = Det du ser och hör här får inte föras vidare till andra.
page-practice-use-by-processors = De företag som arbetar åt oss använder aldrig dina uppgifter för egen del.
page-practice-pre-ticked-consent = Inget samtycke är ikryssat i förväg.
page-practice-about = Detta gäller { $what }.

# Dina rättigheter.
page-rights-offers = Du har rätt { $rights }.
page-right-inspection = att se dina uppgifter
page-right-rectification = att få dem rättade
page-right-erasure = att få dem raderade
page-right-erasure-but-contact = att få allt utom dina kontaktuppgifter raderat
page-right-restriction = att få dem frysta en tid
page-right-portability = att ta dem med dig till en annan tjänst
page-right-objection = att invända mot hur de används
page-right-withdrawal = att återkalla ditt samtycke
page-right-complaint = att klaga
page-rights-within = Vi besvarar varje begäran inom { $period }.
page-rights-extend = Om en begäran är svår får vi ta { $period } till. Då talar vi om det, och varför, innan den första tiden är slut.
page-rights-without-account = Du kan göra en begäran även utan konto. Då mejlar vi dig en länk, för att vara säkra på att det är du.
page-complaint = Om du inte är nöjd med vårt svar kan du klaga hos { $authority }.
page-complaint-title = Klagomål
page-changes = När den här texten ändras talar vi om det för dig { $by }.
page-changes-before = När den här texten ändras talar vi om det för dig { $by }. En ändring som gör att vi använder mer eller skyddar mindre börjar gälla tidigast { $period } senare.
page-changes-stop = Då kan du sluta och få allt raderat som vi sparar om dig.

# Vad människor ser till.
page-declare-owner = { $role } ansvarar för detta.
page-declare-owner-review = { $role } ansvarar för detta och går igenom det { $every }.
page-declare-expires = Detta gäller till den { $date }.

# Versioner.
page-version = Version { $number }, sedan den { $date }
page-version-first = Det här är den första versionen.
page-version-none = I den här versionen har bara ord ändrats.

# Produktens roller, för texter som inte ger egna ord.
page-role-manager-name = ansvarig
page-role-manager-plural = ansvariga
page-role-manager-definite = den ansvariga
page-role-manager-definite-plural = de ansvariga
page-role-coach-name = coach
page-role-coach-plural = coacher
page-role-coach-definite = coachen
page-role-coach-definite-plural = coacherna
page-role-participant-name = deltagare
page-role-participant-plural = deltagare
page-role-participant-definite = deltagaren
page-role-participant-definite-plural = deltagarna
page-role-support-name = stödperson
page-role-support-plural = stödpersoner
page-role-support-definite = stödpersonen
page-role-support-definite-plural = stödpersonerna
page-role-technician-name = tekniker
page-role-technician-plural = tekniker
page-role-technician-definite = teknikern
page-role-technician-definite-plural = teknikerna
page-role-officer-name = dataskyddsombud
page-role-officer-plural = dataskyddsombud
page-role-officer-definite = dataskyddsombudet
page-role-officer-definite-plural = dataskyddsombuden

# Fraser för sigill.
page-ground-of-consent = ditt samtycke
page-ground-of-contract = vårt avtal med dig
page-ground-of-legal-obligation = en skyldighet som lagen ger oss
page-ground-of-vital-interest = skyddet av någons liv
page-ground-of-public-task = vår uppgift av allmänt intresse
page-ground-of-legitimate-interest = vårt berättigade intresse

# Länder, så som de står efter "i".
page-country-AT = Österrike
page-country-BE = Belgien
page-country-BY = Belarus
page-country-CH = Schweiz
page-country-CN = Kina
page-country-DE = Tyskland
page-country-DK = Danmark
page-country-ES = Spanien
page-country-FI = Finland
page-country-FR = Frankrike
page-country-GB = Storbritannien
page-country-IE = Irland
page-country-IT = Italien
page-country-LU = Luxemburg
page-country-NL = Nederländerna
page-country-NO = Norge
page-country-PL = Polen
page-country-PT = Portugal
page-country-RU = Ryssland
page-country-SE = Sverige
page-country-US = USA
page-country-other = landet med koden { $code }
