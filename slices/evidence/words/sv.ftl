# Registren.
evidence-nav-registers = Register
evidence-registers-title = Register
evidence-registers-lead = Det som en organisation enligt lagen ska kunna visa. Programmet gör allt detta av den integritetsförklaring som det följer, så det säger vad programmet gör.
evidence-registers-file = Ladda ner ”{ $title }”
evidence-registers-download = Ladda ner det här
