mail-greeting = Hallo,
mail-no-button = Werkt de link niet? Kopieer dan dit adres naar je browser:
mail-reason = Je krijgt deze mail van { $organisation }. Antwoord er alsjeblieft niet op: niemand leest deze mailbox.
mail-mailing-reason = Je krijgt deze mail omdat je ermee hebt ingestemd om { $mailing } van { $organisation } te krijgen. Antwoord er niet op: niemand leest deze mailbox.
mail-stop = Deze mails stoppen
mail-erase = Je contactgegevens laten wissen
text-code = { $code } is je code voor { $host }. Geef deze aan niemand.
