# The registers.
evidence-nav-registers = Registers
evidence-registers-title = Registers
evidence-registers-lead = What the law asks an organisation to be able to show. The program makes each of these from the privacy statement that it carries out, so they say what it does.
evidence-registers-file = Download “{ $title }”
evidence-registers-download = Download this
