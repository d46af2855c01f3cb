# De registers.
evidence-nav-registers = Registers
evidence-registers-title = Registers
evidence-registers-lead = Wat een organisatie volgens de wet moet kunnen laten zien. Het programma maakt dit allemaal van de privacyverklaring die het uitvoert, dus er staat wat het doet.
evidence-registers-file = ‘{ $title }’ downloaden
evidence-registers-download = Dit downloaden

# Het bewijs van een ontvangstbewijs.
evidence-registers-witness = Een getuige voor het register van rechten
evidence-registers-witness-about = Alles wat wordt gewist, komt in een register waarin elke regel alle regels ervoor vastlegt. Bewaar deze ondertekende regel ergens anders, of geef hem aan iemand van buiten. Daarmee vindt ‘troth verify’ alles wat daarvoor is veranderd of weggehaald.
evidence-registers-head = De ondertekende stand van het register downloaden
evidence-check-title = Een ontvangstbewijs controleren
evidence-check-lead = Deze pagina controleert een ontvangstbewijs op je eigen apparaat. Er wordt niets verstuurd, en het werkt ook zonder de organisatie die je het bewijs heeft gegeven. Je kunt de pagina bij het bewijs bewaren.
evidence-check-file = Het bestand van het ontvangstbewijs
evidence-check-key = De sleutel van de organisatie, als je die kent
evidence-check-key-hint = Die staat onder aan de privacypagina van de organisatie. Je kunt dit openlaten en later vergelijken.
evidence-check-button = Dit bewijs controleren
evidence-check-noscript = Om hier een bewijs te controleren moet je browser scripts mogen uitvoeren. Zonder scripts kun je de opdracht ‘troth receipt verify’ gebruiken.
evidence-check-good = Dit ontvangstbewijs klopt.
evidence-check-bad = Dit ontvangstbewijs klopt niet.
evidence-check-content = Wat er in het bewijs staat, is in het register geschreven:
evidence-check-chain = De regel leidt naar de ondertekende stand van het register:
evidence-check-signature = De stand is ondertekend met de sleutel hieronder:
evidence-check-same-key = Het is de sleutel die je hebt genoemd:
evidence-check-holds = ja.
evidence-check-fails = nee.
evidence-check-when = Het is gedaan op
evidence-check-signer = De korte naam van de organisatie:
evidence-check-fingerprint = Het is ondertekend met deze sleutel. Vergelijk die met de sleutel op de pagina van de organisatie:
evidence-check-said = Wat er is opgeschreven, teken voor teken:
evidence-check-unreadable = Dit is geen bestand van een ontvangstbewijs.

# Wie keek.
evidence-my-data = Mijn gegevens
evidence-looks-title = Wie keek
evidence-looks-lead = Steeds als iemand iets over jou opent of verandert, noteert het programma wie dat deed, wanneer, wat het was en waarvoor. Binnen een minuut staat het hier. Wat iemand die hier werkt heeft opgevraagd en niet kreeg, staat hier ook, net als elke keer dat iemand als jou probeerde in te loggen en werd geweigerd.
evidence-looks-others = Door anderen
evidence-looks-all = Alles
evidence-looks-none = Niemand anders heeft iets van je geopend.
evidence-looks-what = Wat
evidence-looks-show = Tonen
evidence-looks-every = Alles
evidence-looks-none-so = Niemand heeft dit geopend.
evidence-looks-own = { $count ->
    [one] Jijzelf of het programma, één keer
   *[other] Jijzelf of het programma, { $count } keer
 }
evidence-looks-why = Waarvoor: { $why }.
evidence-looks-glass = Bij uitzondering, om een storing te verhelpen: bekijk waarom
evidence-looks-disclosure = Bij uitzondering, voor iemand buiten: bekijk voor wie
evidence-looks-earlier = Eerder
evidence-deed-read = zag
evidence-deed-write = schreef of veranderde
evidence-deed-manage = regelde
evidence-deed-job = verwerkte
evidence-deed-refused = { $count ->
    [one] vroeg dit op en werd geweigerd
   *[other] vroeg dit op en werd geweigerd, { $count } keer
 }
evidence-looks-refused = Er is niets getoond of veranderd. Het kan een vergissing zijn geweest.
evidence-who-someone = Iemand
evidence-deed-password = { $count ->
    [one] typte een verkeerd wachtwoord
   *[other] typte een verkeerd wachtwoord, { $count } keer
 }
evidence-deed-second-step = { $count ->
    [one] werd geweigerd bij de tweede stap of met een passkey
   *[other] werd geweigerd bij de tweede stap of met een passkey, { $count } keer
 }
evidence-looks-door = Niemand kwam hiermee binnen, en misschien was je het zelf. Zo niet, kies dan een ander wachtwoord.
evidence-looks-password = Kies een ander wachtwoord
evidence-who-you = Jij
evidence-who-program = Het programma zelf
evidence-who-named = { $name }, { $role }
evidence-who-role = Iemand in de rol van { $role }
evidence-who-staff = Iemand die hier werkt
evidence-who-guest = Iemand die niet was ingelogd

# Het toegangslogboek, bekeken.
evidence-nav-review = Toegang
evidence-review-title = Toegang nakijken
evidence-review-lead = Wie wat heeft geopend, dag voor dag, met een nummer en zonder naam. Wat niet past, komt elke nacht naar boven door vier regels, en vraagt om een antwoord.
evidence-review-visits = Bekijk wie het logboek van bezoeken las, en waarom.
evidence-review-due = De volgende keer nakijken is uiterlijk { $date }.
evidence-review-overdue = Dit moest uiterlijk { $date } worden nagekeken.
evidence-review-late = Te laat
evidence-review-done = Ik heb het logboek nagekeken
evidence-review-days = Toegang per dag
evidence-review-empty = Op deze dag heeft niemand iets geopend en is niemand geweigerd.
evidence-findings = Wat niet past
evidence-findings-none = Er is niets gevonden dat om een antwoord vraagt.
evidence-finding-open = Nog te beantwoorden
evidence-finding-about = { $count ->
    [one] { $date }, persoon { $number }, één keer.
   *[other] { $date }, persoon { $number }, { $count } keer.
 }
evidence-finding-answer = Wat eruit kwam
evidence-finding-purpose = Schrijf op wat je hebt gevraagd en wat de reden was. Het wordt bewaard bij het logboek van die dag en gaat daarmee weg.
evidence-finding-keep = Dit antwoord bewaren
evidence-finding-answered = Beantwoord door persoon { $number } op { $at }.
evidence-finding-lines = De regels erachter
evidence-rule-many = Veel mensen in korte tijd
evidence-rule-many-why = Binnen tien minuten is iets van twintig mensen of meer geopend.
evidence-rule-odd = Op een ongewoon uur
evidence-rule-odd-why = Tussen middernacht en vijf uur ’s ochtends is vijf keer of vaker iets van anderen geopend.
evidence-rule-ended = Na het einde
evidence-rule-ended-why = Er is iets geopend meer dan veertien dagen nadat de relatie was geëindigd.
evidence-rule-refused = Vaak geweigerd in korte tijd
evidence-rule-refused-why = Iemand is binnen tien minuten tien keer of vaker geweigerd.
evidence-line-device = apparaat { $number }
evidence-line-refused = { $count ->
    [one] Geweigerd, één keer
   *[other] Geweigerd, { $count } keer
 }
evidence-column-time = Tijd
evidence-column-who = Persoon
evidence-column-what = Wat
evidence-column-why = Waarvoor
evidence-page-before = Eerder op de dag
evidence-page-after = Later op de dag
