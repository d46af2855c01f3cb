mail-greeting = Hello,
mail-no-button = If the link does not work, copy this address into your browser:
mail-reason = You get this mail from { $organisation }. Please do not answer it: nobody reads this mailbox.
mail-mailing-reason = You get this mail because you agreed to get { $mailing } from { $organisation }. Please do not answer it: nobody reads this mailbox.
mail-stop = Stop these mails
mail-erase = Have your contact details erased
text-code = { $code } is your code for { $host }. Give it to nobody.
