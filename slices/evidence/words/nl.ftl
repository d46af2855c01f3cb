# De registers.
evidence-nav-registers = Registers
evidence-registers-title = Registers
evidence-registers-lead = Wat een organisatie volgens de wet moet kunnen laten zien. Het programma maakt dit allemaal van de privacyverklaring die het uitvoert, dus er staat wat het doet.
evidence-registers-file = ‘{ $title }’ downloaden
evidence-registers-download = Dit downloaden
