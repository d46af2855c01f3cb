# The registers.
evidence-nav-registers = Registers
evidence-registers-title = Registers
evidence-registers-lead = What the law asks an organisation to be able to show. The program makes each of these from the privacy statement that it carries out, so they say what it does.
evidence-registers-file = Download “{ $title }”
evidence-registers-download = Download this

# The proof of a receipt.
evidence-registers-witness = A witness for the ledger
evidence-registers-witness-about = Every deletion is written into a ledger in which each entry fixes all entries before it. Keep this signed line somewhere else, or give it to somebody outside. With it, “troth verify” finds anything that was changed or taken away before.
evidence-registers-head = Download the ledger’s signed head
evidence-check-title = Check a receipt
evidence-check-lead = This page checks a receipt on your own device. It sends nothing to anybody, and it works without the organisation that gave you the receipt. You can keep it beside the receipt.
evidence-check-file = The receipt’s file
evidence-check-key = The organisation’s key, if you know it
evidence-check-key-hint = It stands at the foot of the organisation’s page on privacy. You can leave this open and compare later.
evidence-check-button = Check this receipt
evidence-check-noscript = To check a receipt here, your browser must be allowed to run scripts. Without scripts you can use the command “troth receipt verify”.
evidence-check-good = This receipt holds.
evidence-check-bad = This receipt does not hold.
evidence-check-content = What the receipt says was written into the ledger:
evidence-check-chain = Its entry leads to the signed head of the ledger:
evidence-check-signature = The head bears the signature of the key below:
evidence-check-same-key = The key is the one that you named:
evidence-check-holds = yes.
evidence-check-fails = no.
evidence-check-when = It was done on
evidence-check-signer = The organisation’s short name:
evidence-check-fingerprint = It is signed with this key. Compare it with the one on the organisation’s page:
evidence-check-said = What was written down, sign for sign:
evidence-check-unreadable = This is not a receipt’s file.
