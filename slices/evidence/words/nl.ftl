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
