# Wat een organisatie van haar verwerkingen laat zien: register, bijlage, doorgiften, beoordeling.
# { $gdpr } is de naam van de wet in het land van de verantwoordelijke.
export-gdpr = AVG
export-gdpr-uk = UK GDPR
export-made = Gemaakt voor { $name }, van versie { $number } van de privacyverklaring, die geldt sinds { $date }.
export-form-ropa-html = Register van verwerkingsactiviteiten
export-form-ropa-csv = Register van verwerkingsactiviteiten, als tabel
export-form-annex = Bijlage bij overeenkomsten met verwerkers
export-form-transfers = Doorgiften buiten de Europese Economische Ruimte
export-form-dpia = Begin van een gegevensbeschermings­effect­beoordeling
export-form-dpv = De verklaring voor machines (DPV 2.3)
export-about-ropa-html = Wat volgens de wet moet worden opgeschreven, punt voor punt, om te lezen of te printen.
export-about-ropa-csv = Hetzelfde register, met een regel voor elk doel en elk soort gegevens, voor een rekenblad.
export-about-annex = Wat elke overeenkomst met een verwerker moet beschrijven, voor zover de verklaring dat zegt.
export-about-transfers = Wie buiten de Europese Economische Ruimte gegevens krijgt, en op welke grond.
export-about-dpia = Wat de verklaring al zegt, en de vragen die mensen moeten beantwoorden.
export-about-dpv = JSON-LD in de termen van de Data Privacy Vocabulary, voor hulpmiddelen die vergelijken of controleren.

# Het register.
export-record-lead = Dit is het register van verwerkingsactiviteiten waar art. 30, lid 1, { $gdpr } om vraagt. Het programma maakt het van de verklaring die het uitvoert.
export-points = De punten van art. 30, lid 1, { $gdpr }
export-point-a = (a) Wie verantwoordelijk is
export-point-b = (b) Doelen
export-point-c = (c) Van wie de gegevens zijn, en welke het zijn
export-point-d = (d) Wie ze krijgt
export-point-e = (e) Doorgiften naar andere landen
export-point-f = (f) Wanneer ze worden gewist
export-point-g = (g) Hoe ze worden beveiligd
export-answered = Hieronder beantwoord.
export-who = Wie verantwoordelijk is
export-controller = Verwerkingsverantwoordelijke
export-address = Adres
export-country = Land
export-contact = Contact
export-officer = Functionaris gegevensbescherming
export-joint = Gezamenlijk verantwoordelijken
export-joint-none = Geen.
export-authority = Toezichthouder
export-purpose-idle = Voor dit doel worden geen gegevens bewaard.
export-holds = Wat het is
export-subjects = Van wie
export-basis = Grondslag
export-inside = Wie het binnen de organisatie kan zien
export-outside = Wie het daarbuiten krijgt
export-outside-none = Niemand.
export-period = Bewaard tot
export-marks = Let op
export-special = Bijzondere gegevens (art. 9 { $gdpr }).
export-secrecy = Valt onder het beroepsgeheim van { $role }.
export-visits-apart = Gegevens over bezoeken, apart bewaard van gegevens over mensen.
export-not-held = Niet in gebruik: het programma slaat er nu niets van op.
export-recipients = Ontvangers
export-part = Rol
export-receives = Wat de ontvanger krijgt
export-transfer = Doorgifte
export-transfer-none = Geen: de gegevens blijven in de Europese Economische Ruimte of in het eigen land van de verantwoordelijke.
export-measures = Hoe de gegevens worden beveiligd
export-measures-fact = Maatregelen
export-column-purpose = Doel
export-column-category = Soort gegevens
export-column-items = Onderdelen
export-column-clause = Bepaling
export-visitors = bezoekers van de site
export-everyone = iedereen met een account
export-nobody = niemand; alleen het programma gebruikt het
export-basis-consent = Toestemming, art. 6, lid 1, onder a, { $gdpr }
export-basis-contract = Overeenkomst, art. 6, lid 1, onder b, { $gdpr }
export-basis-legal-obligation = Wettelijke plicht, art. 6, lid 1, onder c, { $gdpr }
export-basis-vital-interest = Vitaal belang, art. 6, lid 1, onder d, { $gdpr }
export-basis-public-task = Publieke taak, art. 6, lid 1, onder e, { $gdpr }
export-basis-legitimate-interest = Gerechtvaardigd belang, art. 6, lid 1, onder f, { $gdpr }
export-basis-in = Bij { $activity }: { $basis }
export-period-of = { $roles }: { $when }
export-period-consent = { $period }, met toestemming
export-recipient = { $name } ({ $role }, { $country })
export-role-processor = verwerker
export-role-controller = verantwoordelijke
export-role-joint-controller = gezamenlijk verantwoordelijke
export-role-authority = overheidsinstantie
export-safeguard-adequacy = Adequaatheidsbesluit, art. 45 { $gdpr }
export-safeguard-standard-contractual-clauses = Standaardcontractbepalingen, art. 46, lid 2, onder c, { $gdpr }
export-safeguard-binding-corporate-rules = Bindende bedrijfsvoorschriften, art. 47 { $gdpr }
export-safeguard-explicit-consent = Uitdrukkelijke toestemming, art. 49, lid 1, onder a, { $gdpr }
export-with-state = { $text } ({ $state }.)

# Wat de wet vraagt en de verklaring niet zegt.
export-lacks-address = Er is geen postadres. Zet het in de verklaring bij de verantwoordelijke.
export-lacks-officer = Er wordt geen functionaris gegevensbescherming genoemd. Moet je er volgens de wet een hebben, zet het adres dan in de verklaring bij de verantwoordelijke.
export-lacks-representative = De verantwoordelijke zit buiten de Europese Economische Ruimte. Noem een vertegenwoordiger in de Unie, als de wet daarom vraagt.
export-lacks-purposes = Er wordt geen doel genoemd.
export-lacks-categories = Er wordt geen soort gegevens genoemd.
export-lacks-recipients = Er wordt geen ontvanger genoemd. Krijgt niemand buiten de organisatie iets, schrijf dat dan op.
export-lacks-safeguard = De grond voor de doorgifte staat er niet bij.
export-lacks-period = Er wordt geen termijn genoemd.
export-lacks-measures = Er wordt geen maatregel genoemd.
export-lacks-received = De verklaring zegt niet welke gegevens dit zijn.
export-lacks-subject-matter = De verklaring zegt niet wat de verwerker doet.
export-lacks-duration = De verklaring zegt niet hoelang de overeenkomst loopt. Zet het in de overeenkomst.
export-lacks-nature = De verklaring zegt niet waarvoor.
export-lacks-agreement = Er wordt geen overeenkomst genoemd.
export-lacks-document = De verklaring noemt het document niet.
export-lacks-review = De verklaring zegt niet wanneer de overeenkomst weer wordt bekeken.
export-lacks-judged = Bekijk het recht en de praktijk van het land, en schrijf op wat je hebt gevonden.
export-lacks-fields = De verklaring zegt niet wat formulieren mogen vragen.
export-lacks-rights = De verklaring zegt niet hoe mensen hun rechten gebruiken.
export-lacks-balance = Dit rust op een gerechtvaardigd belang. Schrijf op welk belang, waarom de gegevens ervoor nodig zijn, en waarom het zwaarder weegt dan wat mensen mogen verwachten.
export-lacks-against = De verklaring zet er niets tegenover.

# De bijlage.
export-annex-lead = Voor elke verwerker: wat een overeenkomst volgens art. 28, lid 3, { $gdpr } moet beschrijven. Wat de verklaring niet zegt, wordt genoemd, zodat de overeenkomst het kan zeggen.
export-processors = Verwerkers
export-processors-none = De verklaring noemt geen verwerker.
export-subject-matter = Onderwerp
export-duration = Duur
export-nature = Doelen
export-agreement = Overeenkomst
export-signed = Getekend op { $date }.
export-document = Document
export-review = Weer bekeken
export-sealed = Versleuteld
export-duties = Plichten van de verwerker
export-duties-agreement = Art. 28, lid 3, onder a tot en met h, { $gdpr }: instructies, geheimhouding, beveiliging, andere verwerkers, hulp bij rechten van mensen en bij datalekken, teruggeven of wissen aan het eind, en audits. Dat moet in de overeenkomst zelf staan.

# Doorgiften.
export-transfers-lead = Volgens hoofdstuk V { $gdpr } mogen persoonsgegevens alleen op een grond de Europese Economische Ruimte verlaten. Deze lijst is gemaakt van de ontvangers in de verklaring.
export-transfers = Doorgiften
export-transfers-none = Geen van de ontvangers zit buiten de Europese Economische Ruimte in een ander land dan de verantwoordelijke.
export-excluded = Uitgesloten
export-staying = Ontvangers aan wie niets wordt doorgegeven
export-transfer-judged = Beoordeling van de doorgifte

# De beoordeling.
export-dpia-lead = Een begin voor de beoordeling van art. 35 { $gdpr }. Wat de verklaring zegt, is ingevuld. Wat alleen mensen kunnen beoordelen, staat open.
export-criteria = Is een beoordeling nodig?
export-criteria-count = { $applying ->
    [one] Volgens de verklaring geldt een van negen criteria;
   *[other] Volgens de verklaring gelden { $applying } van negen criteria;
 } { $open ->
    [one] nog één staat open.
   *[other] nog { $open } staan open.
 }
export-criteria-rule = Meestal is een beoordeling nodig als er twee of meer gelden (richtsnoeren WP 248 rev.01).
export-criterion-scoring = Scores of profielen
export-criterion-decisions = Beslissingen door een machine alleen
export-criterion-monitoring = Stelselmatig volgen
export-criterion-sensitive = Gevoelige of heel persoonlijke gegevens
export-criterion-scale = Grote schaal
export-criterion-matching = Combineren van gegevens
export-criterion-vulnerable = Mensen die niet makkelijk nee kunnen zeggen
export-criterion-novel = Nieuwe techniek, of een nieuw gebruik ervan
export-criterion-barring = Geen gebruik kunnen maken van een recht, een dienst of een overeenkomst
export-applies = Geldt: { $why }
export-ruled-out = Uitgesloten: { $why }
export-judge = Open: iemand moet dit beoordelen.
export-confidential = { $what } vallen onder geheimhouding of zijn gevoelig.
export-description = Beschrijving van de verwerking
export-description-said = Gemaakt van de verklaring. Vraag de functionaris gegevensbescherming om het te lezen.
export-description-alone = Gemaakt van de verklaring.
export-necessity = Is het nodig, en niet meer dan nodig?
export-asked = Wat formulieren vragen
export-grouped = Cijfers over groepen
export-rights = Rechten van mensen
export-alternatives = Kan het doel ook met minder worden bereikt?
export-risks = Risico’s voor mensen
export-risks-lead = Drie dingen die mis kunnen gaan. Wat de verklaring daartegenover zet, staat erbij; hoe waarschijnlijk en hoe ernstig het is, moeten mensen beoordelen.
export-risk-seen = Iemand ziet wat niet voor die persoon is
export-risk-changed = Er wordt iets veranderd wat niet mag
export-risk-lost = Er gaat iets verloren
export-against = Wat ertegenover staat
export-likelihood = Hoe waarschijnlijk
export-severity = Hoe ernstig
export-questions = Open vragen
export-question-people = Om hoeveel mensen gaat het, en zijn dat er veel voor de regio of het vakgebied?
export-question-views = Wat vinden de mensen om wie het gaat ervan? (art. 35, lid 9, { $gdpr })
export-question-advice = Wat adviseert de functionaris gegevensbescherming? (art. 35, lid 2, { $gdpr })
export-question-transfer = Is de doorgifte aan { $name } beoordeeld?
export-question-declared = Tot wanneer geldt dit, en wie kijkt er weer naar? ‘{ $text }’
export-question-idle = { $count ->
    [one] Eén bepaling is nog niet in gebruik. Kijk de beoordeling weer na als dat verandert.
   *[other] { $count } bepalingen zijn nog niet in gebruik. Kijk de beoordeling weer na als dat verandert.
 }
