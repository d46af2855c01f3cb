# Det som en organisation visar av sin behandling: register, bilaga, överföringar, bedömning.
# { $gdpr } är lagens namn där den ansvariga finns.
export-gdpr = GDPR
export-gdpr-uk = UK GDPR
export-made = Gjort för { $name }, av version { $number } av integritetsförklaringen, som gäller sedan { $date }.
export-form-ropa-html = Register över behandling
export-form-ropa-csv = Register över behandling, som tabell
export-form-annex = Bilaga till avtal med biträden
export-form-transfers = Överföringar ut ur Europeiska ekonomiska samarbetsområdet
export-form-dpia = Början till en konsekvensbedömning
export-form-dpv = Förklaringen för maskiner (DPV 2.3)
export-about-ropa-html = Det som lagen vill ha nedskrivet, punkt för punkt, att läsa eller skriva ut.
export-about-ropa-csv = Samma register med en rad för varje ändamål och slag av uppgifter, för ett kalkylblad.
export-about-annex = Det som varje avtal med ett biträde måste beskriva, så långt förklaringen säger det.
export-about-transfers = Vem som får uppgifter utanför Europeiska ekonomiska samarbetsområdet, och på vilken grund.
export-about-dpia = Det som förklaringen redan säger, och de frågor som människor måste svara på.
export-about-dpv = JSON-LD med termerna i Data Privacy Vocabulary, för verktyg som jämför eller kontrollerar.

# Registret.
export-record-lead = Det här är det register över behandling som art. 30.1 { $gdpr } kräver. Programmet gör det av den förklaring som det följer.
export-points = Punkterna i art. 30.1 { $gdpr }
export-point-a = (a) Vem som ansvarar
export-point-b = (b) Ändamål
export-point-c = (c) Vems uppgifter, och vilka
export-point-d = (d) Vem som får dem
export-point-e = (e) Överföringar till andra länder
export-point-f = (f) När de raderas
export-point-g = (g) Hur de skyddas
export-answered = Besvaras nedan.
export-who = Vem som ansvarar
export-controller = Personuppgiftsansvarig
export-address = Adress
export-country = Land
export-contact = Kontakt
export-officer = Dataskyddsombud
export-joint = Gemensamt ansvariga
export-joint-none = Inga.
export-authority = Tillsynsmyndighet
export-purpose-idle = Inga uppgifter sparas för det här ändamålet.
export-holds = Vad det är
export-subjects = Vems uppgifter
export-basis = Rättslig grund
export-inside = Vilka inom organisationen som kan se det
export-outside = Vilka utanför som får det
export-outside-none = Ingen.
export-period = Sparas till
export-marks = Att tänka på
export-special = Känsliga uppgifter (art. 9 { $gdpr }).
export-secrecy = Omfattas av tystnadsplikten för { $role }.
export-visits-apart = Uppgifter om besök, som sparas skilt från uppgifter om människor.
export-not-held = Används inte: programmet sparar inget av det i dag.
export-recipients = Mottagare
export-part = Roll
export-receives = Vad mottagaren får
export-transfer = Överföring
export-transfer-none = Ingen: uppgifterna stannar i Europeiska ekonomiska samarbetsområdet eller i den ansvarigas eget land.
export-measures = Hur uppgifterna skyddas
export-measures-fact = Åtgärder
export-column-purpose = Ändamål
export-column-category = Slag av uppgifter
export-column-items = Delar
export-column-clause = Punkt
export-visitors = besökare på sajten
export-everyone = alla som har ett konto
export-nobody = ingen; bara programmet använder det
export-basis-consent = Samtycke, art. 6.1 a { $gdpr }
export-basis-contract = Avtal, art. 6.1 b { $gdpr }
export-basis-legal-obligation = Rättslig förpliktelse, art. 6.1 c { $gdpr }
export-basis-vital-interest = Grundläggande intresse, art. 6.1 d { $gdpr }
export-basis-public-task = Uppgift av allmänt intresse, art. 6.1 e { $gdpr }
export-basis-legitimate-interest = Berättigat intresse, art. 6.1 f { $gdpr }
export-basis-in = I { $activity }: { $basis }
export-period-of = { $roles }: { $when }
export-period-consent = { $period }, med samtycke
export-recipient = { $name } ({ $role }, { $country })
export-role-processor = biträde
export-role-controller = ansvarig
export-role-joint-controller = gemensamt ansvarig
export-role-authority = myndighet
export-safeguard-adequacy = Beslut om adekvat skyddsnivå, art. 45 { $gdpr }
export-safeguard-standard-contractual-clauses = Standardavtalsklausuler, art. 46.2 c { $gdpr }
export-safeguard-binding-corporate-rules = Bindande företagsbestämmelser, art. 47 { $gdpr }
export-safeguard-explicit-consent = Uttryckligt samtycke, art. 49.1 a { $gdpr }
export-with-state = { $text } ({ $state }.)

# Det som lagen kräver och förklaringen inte säger.
export-lacks-address = Ingen postadress finns. Skriv in den i förklaringen vid den ansvariga.
export-lacks-officer = Inget dataskyddsombud nämns. Om lagen kräver ett, skriv in adressen i förklaringen vid den ansvariga.
export-lacks-representative = Den ansvariga finns utanför Europeiska ekonomiska samarbetsområdet. Nämn en företrädare i unionen, om lagen kräver det.
export-lacks-purposes = Inget ändamål nämns.
export-lacks-categories = Inget slag av uppgifter nämns.
export-lacks-recipients = Ingen mottagare nämns. Om ingen utanför får något, skriv ner det.
export-lacks-safeguard = Grunden för överföringen nämns inte.
export-lacks-period = Ingen tid nämns.
export-lacks-measures = Ingen åtgärd nämns.
export-lacks-received = Förklaringen säger inte vilka uppgifter det är.
export-lacks-subject-matter = Förklaringen säger inte vad biträdet gör.
export-lacks-duration = Förklaringen säger inte hur länge avtalet gäller. Skriv in det i avtalet.
export-lacks-nature = Förklaringen säger inte varför.
export-lacks-agreement = Inget avtal nämns.
export-lacks-document = Förklaringen nämner inte dokumentet.
export-lacks-review = Förklaringen säger inte när avtalet ses över.
export-lacks-judged = Se på landets lagar och hur de används, och skriv ner vad du kom fram till.
export-lacks-fields = Förklaringen säger inte vad formulär får fråga om.
export-lacks-rights = Förklaringen säger inte hur människor använder sina rättigheter.
export-lacks-balance = Det här vilar på ett berättigat intresse. Skriv ner intresset, varför uppgifterna behövs för det och varför det väger tyngre än det som människor kan vänta sig.
export-lacks-against = Förklaringen ställer inget emot det.

# Bilagan.
export-annex-lead = För varje biträde: det som ett avtal enligt art. 28.3 { $gdpr } måste beskriva. Det som förklaringen inte säger nämns, så att avtalet kan säga det.
export-processors = Biträden
export-processors-none = Förklaringen nämner inget biträde.
export-subject-matter = Föremål
export-duration = Varaktighet
export-nature = Ändamål
export-agreement = Avtal
export-signed = Undertecknat den { $date }.
export-document = Dokument
export-review = Ses över
export-sealed = Krypterat
export-duties = Biträdets skyldigheter
export-duties-agreement = Art. 28.3 a till h { $gdpr }: instruktioner, tystnadsplikt, säkerhet, andra biträden, hjälp med människors rättigheter och med incidenter, återlämning eller radering till slut, och granskningar. Det måste stå i själva avtalet.

# Överföringar.
export-transfers-lead = Kapitel V { $gdpr } låter personuppgifter lämna Europeiska ekonomiska samarbetsområdet bara på en grund. Listan är gjord av mottagarna i förklaringen.
export-transfers = Överföringar
export-transfers-none = Ingen av mottagarna finns utanför Europeiska ekonomiska samarbetsområdet i ett annat land än den ansvariga.
export-excluded = Uteslutet
export-staying = Mottagare som inget överförs till
export-transfer-judged = Bedömning av överföringen

# Bedömningen.
export-dpia-lead = En början till bedömningen enligt art. 35 { $gdpr }. Det som förklaringen säger är ifyllt. Det som bara människor kan bedöma är öppet.
export-criteria = Behövs en bedömning?
export-criteria-count = { $applying ->
    [one] Enligt förklaringen gäller ett av nio kriterier;
   *[other] Enligt förklaringen gäller { $applying } av nio kriterier;
 } { $open ->
    [one] ett till är öppet.
   *[other] { $open } till är öppna.
 }
export-criteria-rule = Som regel behövs en bedömning när två eller fler gäller (riktlinjer WP 248 rev.01).
export-criterion-scoring = Poängsättning eller profiler
export-criterion-decisions = Beslut av en maskin ensam
export-criterion-monitoring = Systematisk övervakning
export-criterion-sensitive = Känsliga eller mycket personliga uppgifter
export-criterion-scale = Stor omfattning
export-criterion-matching = Sammanställning av uppgifter
export-criterion-vulnerable = Människor som har svårt att säga nej
export-criterion-novel = Ny teknik, eller ny användning av den
export-criterion-barring = Hinder för en rättighet, en tjänst eller ett avtal
export-applies = Gäller: { $why }
export-ruled-out = Uteslutet: { $why }
export-judge = Öppet: någon måste bedöma det här.
export-confidential = { $what } omfattas av tystnadsplikt eller är känsliga.
export-description = Beskrivning av behandlingen
export-description-said = Gjord av förklaringen. Be dataskyddsombudet att läsa den.
export-description-alone = Gjord av förklaringen.
export-necessity = Behövs det, och inte mer än så?
export-asked = Vad formulär frågar om
export-grouped = Siffror om grupper
export-rights = Människors rättigheter
export-alternatives = Kan ändamålet nås med mindre?
export-risks = Risker för människor
export-risks-lead = Tre saker som kan gå fel. Det som förklaringen ställer emot dem står här; hur troliga och hur allvarliga de är måste människor bedöma.
export-risk-seen = Någon ser det som inte är för den personen
export-risk-changed = Något ändras som inte får ändras
export-risk-lost = Något går förlorat
export-against = Det som står emot
export-likelihood = Hur troligt
export-severity = Hur allvarligt
export-questions = Öppna frågor
export-question-people = Hur många människor gäller det, och är det många för trakten eller området?
export-question-views = Vad tycker de som det gäller? (art. 35.9 { $gdpr })
export-question-advice = Vad råder dataskyddsombudet? (art. 35.2 { $gdpr })
export-question-transfer = Har överföringen till { $name } bedömts?
export-question-declared = Hur länge gäller det här, och vem ser över det? ”{ $text }”
export-question-idle = { $count ->
    [one] En punkt används inte ännu. Se över bedömningen när den gör det.
   *[other] { $count } punkter används inte ännu. Se över bedömningen när de gör det.
 }
